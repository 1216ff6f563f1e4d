import { Kbd, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import classes from "./aide.module.css";
import { slugOf } from "./fold.ts";
import { imageUrl } from "./guide.ts";
import { PageLink } from "./links.tsx";
import { isPageId } from "./sommaire.ts";

/** A screen of the application; a click shows it in its own size. */
const Figure = ({ src, alt }: { src: string; alt: string }) => {
  const [large, setLarge] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.figure}
        title="Agrandir l’image"
        onClick={() => setLarge(true)}
      >
        <img src={src} alt={alt} />
      </button>
      <Modal opened={large} onClose={() => setLarge(false)} title={alt} size="auto" zIndex={1300}>
        <img src={src} alt={alt} className={classes.large} />
      </Modal>
    </>
  );
};

const textOf = (children: ReactNode): string =>
  Array.isArray(children) ? children.map(textOf).join("") : typeof children === "string" ? children : "";

const Heading = ({ order, children }: { order: 2 | 3; children: ReactNode }) => {
  const Tag = `h${order}` as const;
  return (
    <Tag id={`aide-${slugOf(textOf(children))}`} tabIndex={-1}>
      {children}
    </Tag>
  );
};

const components: Components = {
  h2: ({ children }) => <Heading order={2}>{children}</Heading>,
  h3: ({ children }) => <Heading order={3}>{children}</Heading>,
  // « **[Valider]** »: a word of the screens.
  strong: ({ children }) => {
    const label = /^\[(.+)\]$/.exec(textOf(children))?.[1];
    return label ? <span className={classes.label}>{label}</span> : <strong>{children}</strong>;
  },
  code: ({ children }) => <Kbd>{children}</Kbd>,
  img: ({ src, alt = "" }) => {
    const url = typeof src === "string" ? imageUrl(src) : undefined;
    return url ? <Figure src={url} alt={alt} /> : null;
  },
  a: ({ href = "", children }) => {
    const [, page = "", section] = /^([\w-]+)\.md(?:#(.+))?$/.exec(href) ?? [];
    return isPageId(page) ? (
      <PageLink page={page} section={section && decodeURIComponent(section)}>
        {children}
      </PageLink>
    ) : (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    );
  },
};

export const GuideText = ({ children }: { children: string }) => (
  <Markdown remarkPlugins={[remarkGfm]} components={components}>
    {children}
  </Markdown>
);
