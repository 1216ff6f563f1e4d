import { createContext, type ReactNode, useContext } from "react";
import { helpPath, type PageId } from "./sommaire.ts";

type Open = (page: PageId, section?: string) => void;
const OpenContext = createContext<Open>(() => {});
/** Where a link of the guide opens: the screen’s own address, or the drawer it is read in. */
export const OpenProvider = OpenContext.Provider;

export const PageLink = ({
  page,
  section,
  children,
  ...props
}: {
  page: PageId;
  section?: string;
  className?: string;
  "aria-current"?: "page";
  "data-to"?: string;
  children: ReactNode;
}) => {
  const open = useContext(OpenContext);
  return (
    <a
      {...props}
      href={`#${helpPath(page, section)}`}
      onClick={(event) => {
        // Another tab, where there are tabs, is the browser’s business.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open(page, section);
      }}
    >
      {children}
    </a>
  );
};
