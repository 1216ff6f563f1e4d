import { Stack } from "@mantine/core";
import { useState } from "react";
import { OpenProvider } from "./links.tsx";
import { PageView } from "./page-view.tsx";
import { Results, SearchBox, search } from "./search-panel.tsx";
import type { PageId } from "./sommaire.ts";

export interface Place {
  readonly page: PageId;
  readonly section?: string;
}

/** A page read beside the screen it explains; its links and its search stay in the drawer. */
export const DrawerContent = ({ place, onPlace }: { place: Place; onPlace: (place: Place) => void }) => {
  const [question, setQuestion] = useState("");
  return (
    <OpenProvider
      value={(page, section) => {
        setQuestion("");
        onPlace({ page, section });
      }}
    >
      <Stack gap="md">
        <SearchBox value={question} onChange={setQuestion} />
        {question.trim() ? (
          <Results found={search(question)} question={question} />
        ) : (
          <PageView key={place.page} {...place} />
        )}
      </Stack>
    </OpenProvider>
  );
};
