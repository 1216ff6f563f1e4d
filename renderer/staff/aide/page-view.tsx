import { Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import classes from "./aide.module.css";
import { pageOf } from "./guide.ts";
import { GuideText } from "./markdown.tsx";
import type { PageId } from "./sommaire.ts";

/** Shows the heading, and again once the images above it have taken their room. */
const useHeading = (article: React.RefObject<HTMLElement | null>, section?: string) => {
  useEffect(() => {
    let left = false;
    const show = (): void => {
      const heading = section ? document.getElementById(`aide-${section}`) : null;
      if (left || !article.current) return;
      if (heading) {
        heading.scrollIntoView({ block: "start" });
        heading.focus({ preventScroll: true });
      } else if (!section) article.current.scrollIntoView({ block: "start" });
    };
    show();
    if (section)
      void Promise.allSettled(
        [...(article.current?.querySelectorAll("img") ?? [])].map((image) => image.decode()),
      ).then(show);
    return () => {
      left = true;
    };
  }, [article, section]);
};

/** One page of the guide, at one of its headings. */
export const PageView = ({ page, section }: { page: PageId; section?: string }) => {
  const article = useRef<HTMLElement>(null);
  const { titre, corps } = pageOf(page);
  useHeading(article, section);
  return (
    <article ref={article} className={classes.page} aria-labelledby="aide-titre">
      <Title order={1} size="h2" id="aide-titre">
        {titre}
      </Title>
      <GuideText>{corps}</GuideText>
    </article>
  );
};
