/**
 * Where a packed file lies as a real one. Threads, utility processes and the system’s loader open files themselves,
 * without Electron’s view into its archive: what they start from is packed beside `app.asar`, in `app.asar.unpacked`
 * (`asarUnpack` of electron-builder.yml). Outside an archive, nothing changes. Takes a path or a `file:` URL.
 */
export const unpacked = (place: string): string => place.replace(/([\\/]app\.asar)(?=[\\/])/, "$1.unpacked");
