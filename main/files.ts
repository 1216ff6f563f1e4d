/** Bytes of an uploaded file. */
export const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** A produced document as the contract carries it. */
export const pdfFile = (produced: { nom: string; contenu: Uint8Array }): File =>
  new File([produced.contenu as Uint8Array<ArrayBuffer>], produced.nom, { type: "application/pdf" });

/** A zip as the contract carries it. */
export const zipFile = (made: { nom: string; contenu: Uint8Array }): File =>
  new File([made.contenu as Uint8Array<ArrayBuffer>], made.nom, { type: "application/zip" });

/** True when the bytes are a PDF by content: header at the start, end marker near the end. */
export const isPdf = (bytes: Uint8Array): boolean => {
  if (bytes.length < 64) return false;
  const latin = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");
  return (
    latin(0, 1024).includes("%PDF-") &&
    latin(Math.max(0, bytes.length - 2048), bytes.length).includes("%%EOF")
  );
};

/** A part of a file name that every system accepts: plain letters, digits and hyphens. */
export const ascii = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);

/** PNG or JPEG by content, and nothing else: it goes into the PDFs. */
export const isImage = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) ||
  (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff);
