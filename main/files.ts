/** Bytes of an uploaded file. */
export const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** A produced document as the contract carries it. */
export const pdfFile = (produced: { nom: string; contenu: Uint8Array }): File =>
  new File([produced.contenu as Uint8Array<ArrayBuffer>], produced.nom, { type: "application/pdf" });
