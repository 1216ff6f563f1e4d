import { loud } from "./loud.ts";
import type { World } from "./world.ts";

/** `dialog` (docs/api/dialog.md; lib/browser/api/dialog.ts): only showErrorBox before ready; the test answers. */
export const createDialog = (world: World) => {
  const ask = (
    kind: World["seen"]["dialogs"][number]["kind"],
    args: readonly unknown[],
    cancelled: (options: Record<string, unknown>) => object,
  ): Record<string, unknown> => {
    if (!world.ready) throw new Error("dialog module can only be used after app is ready");
    const options = (args.length > 1 ? args[1] : args[0]) as Record<string, unknown>;
    if (typeof options !== "object" || options === null) throw new TypeError("Options must be an object");
    if (kind === "message") {
      if (typeof (options.message ?? "") !== "string") throw new TypeError("Message must be a string");
      if (options.buttons !== undefined && !Array.isArray(options.buttons))
        throw new TypeError("Buttons must be an array");
      const types = ["none", "info", "error", "question", "warning"];
      if (options.type !== undefined && !types.includes(String(options.type)))
        throw new TypeError("Invalid message box type");
    }
    world.seen.dialogs.push({ kind, options });
    return { ...cancelled(options), ...(world.answers.dialogs.shift() ?? {}) };
  };
  // docs: the button that Escape answers is cancelId, 0 without one.
  const message = (options: Record<string, unknown>): object => ({
    response: Number(options.cancelId ?? 0),
    checkboxChecked: false,
  });
  const save = (): object => ({ canceled: true, filePath: "" });
  const open = (): object => ({ canceled: true, filePaths: [] });
  return loud("dialog", {
    showErrorBox: (...args: unknown[]): void => {
      const [title, content] = args;
      if (args.length !== 2 || typeof title !== "string" || typeof content !== "string")
        throw new TypeError("Insufficient number of arguments.");
      world.seen.errorBoxes.push({ title, content });
      world.note("error box");
    },
    showMessageBox: async (...args: unknown[]) => ask("message", args, message),
    showMessageBoxSync: (...args: unknown[]) => ask("message", args, message).response,
    showSaveDialog: async (...args: unknown[]) => ask("save", args, save),
    showSaveDialogSync: (...args: unknown[]) => ask("save", args, save).filePath || undefined,
    showOpenDialog: async (...args: unknown[]) => ask("open", args, open),
    showOpenDialogSync: (...args: unknown[]) => {
      const { filePaths } = ask("open", args, open) as { filePaths: string[] };
      return filePaths.length > 0 ? filePaths : undefined;
    },
  });
};
