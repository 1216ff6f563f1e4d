import { Paper, SimpleGrid, Title } from "@mantine/core";
import classes from "./aide.module.css";
import { pageOf } from "./guide.ts";
import { PageLink } from "./links.tsx";
import { type PageId, sommaire } from "./sommaire.ts";

/** The table of contents beside a page. */
export const Contents = ({ current }: { current: PageId }) => (
  <nav aria-label="Sommaire de l’aide" className={classes.contents}>
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
