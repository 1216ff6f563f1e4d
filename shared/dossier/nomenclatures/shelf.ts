import type { Nomenclature, NomenclatureFile } from "./types.ts";

export type Shelf = ReadonlyMap<string, Nomenclature>;

/** Tables of a file by id, each code with a label. */
export const shelf = (file: NomenclatureFile): Shelf =>
  new Map(
    Object.entries(file).map(([id, { speciaux = [], items, ...rest }]) => [
      id,
      {
        id,
        ...rest,
        items: [...items, ...speciaux.filter((s) => !items.some((i) => i.code === s.code))].map((item) => ({
          ...item,
          label: item.label ?? item.code,
        })),
      },
    ]),
  );
