/** Offers a file to save, under its own name. The object URL lives just long enough to be read. */
export const saveFile = (file: Blob, name = file instanceof File ? file.name : "document"): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.rel = "noopener";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** A blob URL for a viewer, with its release. Host CSP: `frame-src blob:`. */
export const objectUrl = (file: Blob): { url: string; release: () => void } => {
  const url = URL.createObjectURL(file);
  return { url, release: () => URL.revokeObjectURL(url) };
};
