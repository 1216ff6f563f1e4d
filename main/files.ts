/** Bytes of an uploaded file. */
export const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** A produced document as the contract carries it. */
export const pdfFile = (produced: { nom: string; contenu: Uint8Array }): File =>
  new File([produced.contenu as Uint8Array<ArrayBuffer>], produced.nom, { type: "application/pdf" });

/** True when the bytes are a PDF by content: header at the start, end marker near the end. */
export const isPdf = (bytes: Uint8Array): boolean => {
  if (bytes.length < 64) return false;
  const latin = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");
  return (
    latin(0, 1024).includes("%PDF-") &&
    latin(Math.max(0, bytes.length - 2048), bytes.length).includes("%%EOF")
  );
};
