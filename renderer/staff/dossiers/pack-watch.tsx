import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueries } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { api, client, poste } from "../../ui/client.ts";
import { saveFile } from "../../ui/download.ts";
import { frenchError, isOffline } from "../../ui/errors.ts";
import { notifyWorkstation } from "../poste/notify.tsx";

export type Task = Awaited<ReturnType<typeof client.documents.tache>>;

/** A pack’s state, asked again while it is being made; the dialog and the watch share one question. */
export const packQuery = (id: string) => ({
  ...api.documents.tache.queryOptions({ input: { id } }),
  staleTime: 0,
  refetchInterval: ({ state }: { state: { data?: Task | undefined } }) =>
    state.data === undefined || state.data.etat === "en-cours" ? 500 : (false as const),
  refetchIntervalInBackground: true,
});

const listeners = new Set<() => void>();
let watched: readonly string[] = [];
const change = (next: readonly string[]): void => {
  watched = next;
  for (const tell of listeners) tell();
};
/** Packs whose dialog is open: it says itself what becomes of them. */
const shown = new Set<string>();

/** From now on it is followed, even if its dialog is closed. */
export const watchPack = (id: string): void => change([...watched, id]);
export const useShownPack = (id: string): void => {
  useEffect(() => {
    shown.add(id);
    return () => {
      shown.delete(id);
    };
  }, [id]);
};

/** The part done of all that is being made; null: nothing is. */
export const partOf = (tasks: readonly Pick<Task, "etat" | "fait" | "total">[]): number | null => {
  const running = tasks.filter(({ etat }) => etat === "en-cours");
  const total = running.reduce((sum, task) => sum + task.total, 0);
  const fait = running.reduce((sum, task) => sum + task.fait, 0);
  return running.length === 0 ? null : total === 0 ? 0 : Math.min(1, fait / total);
};

const save = async ({ id, nomFichier }: Task): Promise<void> => {
  try {
    saveFile(await client.documents.recupererLiasse({ id }), nomFichier);
  } catch (error) {
    notifications.show({ color: "red", message: frenchError(error) });
  }
};

const Ready = ({ task, onSave }: { task: Task; onSave: () => void }) => (
  <Group justify="space-between" wrap="nowrap">
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      {task.nomFichier}
    </Text>
    <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={onSave}>
      Enregistrer
    </Button>
  </Group>
);

/** To whoever does something else: another program, or another screen. */
const announce = (task: Task): void => {
  if (task.etat === "annulee") return;
  const ready = task.etat === "terminee";
  const titre = ready ? "La liasse est prête" : "La liasse n’a pas pu être préparée";
  const corps = ready ? `${task.nomFichier} est à enregistrer.` : "Ouvrez Cactus pour la relancer.";
  if (!document.hasFocus()) notifyWorkstation({ titre, corps });
  if (shown.has(task.id)) return;
  if (!ready) {
    notifications.show({
      color: "red",
      title: titre,
      autoClose: false,
      message: task.erreur ?? "Relancez-la depuis la liste.",
    });
    return;
  }
  const id = notifications.show({
    color: "green",
    title: titre,
    autoClose: false,
    message: (
      <Ready
        task={task}
        onSave={() => {
          notifications.hide(id);
          void save(task);
        }}
      />
    ),
  });
};

const showProgress = (part: number | null): void => {
  void poste?.progression({ part }).catch(() => undefined);
};

/** On the taskbar while packs are made, and said when they are ready. */
export const usePackWatch = (): void => {
  const ids = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => watched,
  );
  const { tasks, lost } = useQueries({
    queries: ids.map(packQuery),
    combine: (answers) => ({
      tasks: answers.flatMap(({ data }) => (data ? [data] : [])),
      // Forgotten by the server: it was started again. A silence is asked again.
      lost: ids.filter((_id, index) => {
        const error = answers[index]?.error;
        return error !== null && error !== undefined && !isOffline(error);
      }),
    }),
  });
  const part = partOf(tasks);
  useEffect(() => showProgress(part), [part]);
  useEffect(() => {
    const over = tasks.filter(({ etat }) => etat !== "en-cours");
    if (over.length + lost.length === 0) return;
    change(watched.filter((id) => !lost.includes(id) && !over.some((task) => task.id === id)));
    for (const task of over) announce(task);
  }, [tasks, lost]);
  // Locked or signed out: nobody follows it.
  useEffect(() => () => showProgress(null), []);
};
