import { Paper, SimpleGrid, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import classes from "./aide.module.css";
import { pageOf } from "./guide.ts";
import { PageLink } from "./links.tsx";
import { type PageId, sommaire } from "./sommaire.ts";

/** The table of contents beside a page. */
export const Contents = ({ current }: { current: PageId }) => {
  const nav = useRef<HTMLElement>(null);
  // The page that is read is in sight there too; only this list moves, not the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is what changes
  useEffect(() => {
    const list = nav.current;
    const entry = list?.querySelector<HTMLElement>("[aria-current]");
    if (list && entry) list.scrollTop = entry.offsetTop - list.offsetTop - list.clientHeight / 2;
  }, [current]);
  return (
    <nav ref={nav} aria-label="Sommaire de l’aide" className={classes.contents}>
      {sommaire.map(({ titre, pages }) => (
        <div key={titre}>
          <p className={classes.part}>{titre}</p>
          {pages.map((page) => (
            <PageLink
              key={page}
              page={page}
              className={classes.entry}
              aria-current={page === current ? "page" : undefined}
            >
              {pageOf(page).titre}
            </PageLink>
          ))}
        </div>
      ))}
    </nav>
  );
};

/** The same as a screen of its own: where one starts. */
export const ContentsScreen = () => (
  <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" component="nav" aria-label="Sommaire de l’aide">
    {sommaire.map(({ titre, pages }) => (
      <Paper key={titre} withBorder p="md" component="section" aria-label={titre}>
        <Title order={2} size="h4" mb={6}>
          {titre}
        </Title>
        {pages.map((page) => (
          <PageLink key={page} page={page} className={classes.entry}>
            {pageOf(page).titre}
          </PageLink>
        ))}
      </Paper>
    ))}
  </SimpleGrid>
);
