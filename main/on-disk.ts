/**
 * The real file behind a file of the packed application. Threads, the portal’s process and native modules are unpacked
 * beside the archive (`asarUnpack`), and started from there: nothing of them depends on what reads an archive.
 */
export const onDisk = (url: URL): URL => new URL(url.href.replace("/app.asar/", "/app.asar.unpacked/"));
