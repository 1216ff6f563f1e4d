import { Alert, Button, Group, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconArrowLeft, IconArrowRight, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { navigate, useHashQuery } from "../shell/location.ts";
import classes from "./aide.module.css";
import { Contents, ContentsScreen } from "./contents.tsx";
import { pageOf } from "./guide.ts";
import { OpenProvider, PageLink } from "./links.tsx";
import { PageView } from "./page-view.tsx";
import { Results, SearchBox, search } from "./search-panel.tsx";
import { helpPath, isPageId, type PageId, pageIds } from "./sommaire.ts";

/** The page before and the page after, in reading order. */
const Neighbours = ({ page }: { page: PageId }) => {
  const at = pageIds.indexOf(page);
  const before = pageIds[at - 1];
  const after = pageIds[at + 1];
  return (
    <Group component="nav" aria-label="Pages voisines" wrap="nowrap" maw="46rem" className={classes.tools}>
      {before ? (
        <PageLink page={before} className={classes.next}>
          <IconArrowLeft size={14} aria-hidden /> {pageOf(before).titre}
        </PageLink>
      ) : null}
      {after ? (
        <PageLink page={after} className={classes.next} data-to="next">
          {pageOf(after).titre} <IconArrowRight size={14} aria-hidden />
        </PageLink>
      ) : null}
    </Group>
  );
};

const Page = ({ page }: { page: PageId }) => {
  const section = new URLSearchParams(useHashQuery()).get("section") ?? undefined;
  useDocumentTitle(`${pageOf(page).titre} — Aide de Cactus`);
  return (
    <div className={classes.layout}>
      <Contents current={page} />
      <Stack gap="xl">
        <PageView key={page} page={page} section={section} />
        <Neighbours page={page} />
      </Stack>
    </div>
  );
};

const Start = ({ lost }: { lost: boolean }) => {
  useDocumentTitle("Aide — Cactus");
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        Aide
      </Title>
      {lost ? (
        <Alert color="orange">Cette page de l’aide n’existe pas&nbsp;: choisissez-en une ci-dessous.</Alert>
      ) : null}
      <ContentsScreen />
    </Stack>
  );
};

/** `/aide`, `/aide/:page?section=`: the user’s guide, by task and by words. */
export const AideScreen = ({ page }: { page?: string }) => {
  const [question, setQuestion] = useState("");
  // Where the answers were asked for: wherever one goes from there, by whatever way, they give way to it.
  const [askedAt, setAskedAt] = useState<string>();
  const here = `${page ?? ""}?${useHashQuery()}`;
  const known = page && isPageId(page) ? page : undefined;
  const found = question.trim() ? search(question) : [];
  const showing = askedAt === here && question.trim() !== "";
  return (
    <OpenProvider
      value={(to, section) => {
        setAskedAt(undefined);
        navigate(helpPath(to, section));
      }}
    >
      <Stack gap="lg">
        <Group className={classes.tools} justify="space-between">
          <Group gap="sm" flex={1}>
            <SearchBox
              value={question}
              onChange={(text) => {
                setQuestion(text);
                setAskedAt(here);
              }}
            />
            {!showing && found.length > 0 ? (
              <Button variant="subtle" onClick={() => setAskedAt(here)}>
                Revenir aux réponses ({found.length})
              </Button>
            ) : null}
          </Group>
          {known ? (
            <Group gap="xs">
              <Button variant="default" component="a" href="#/aide">
                Sommaire
              </Button>
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} />}
                onClick={() => window.print()}
              >
                Imprimer cette page
              </Button>
            </Group>
          ) : null}
        </Group>
        {showing ? (
          <div>
            <Title order={1} size="h2" mb="xs">
              Réponses de l’aide
            </Title>
            <Results found={found} question={question} />
          </div>
        ) : known ? (
          <Page page={known} />
        ) : (
          <Start lost={page !== undefined} />
        )}
      </Stack>
    </OpenProvider>
  );
};
