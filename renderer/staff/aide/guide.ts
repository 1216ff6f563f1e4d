import { type GuidePage, readPage } from "./page.ts";
import { type PageId, pageIds } from "./sommaire.ts";

/** The whole guide, in the chunk that only the help loads; its images are files beside it. */
const sources = import.meta.glob<string>("../../../docs/guide/*.md", {
  eager: true,
  query: "?raw",
  import: "default",
});
const urls = import.meta.glob<string>("../../../docs/guide/images/*.png", {
  eager: true,
  query: "?url",
  import: "default",
});
const folder = "../../../docs/guide/";

export const guide: ReadonlyMap<PageId, GuidePage> = new Map(
  pageIds.map((id) => [id, readPage(id, sources[`${folder}${id}.md`] ?? "")]),
);
export const pageOf = (id: PageId): GuidePage => guide.get(id) as GuidePage;

/** Where the image that a page names « images/x.png » is served. */
export const imageUrl = (src: string): string | undefined => urls[`${folder}${src}`];
