export interface Fichier {
  readonly id: string;
  readonly nom: string;
  readonly type: string;
  readonly taille: number;
  readonly empreinte: string;
  readonly creeLe: string;
}

export interface Fichiers {
  add(fichier: {
    nom: string;
    type: string;
    contenu: Uint8Array;
    dossierId?: string;
    par: string;
  }): Promise<Fichier>;
  get(id: string): Promise<(Fichier & { contenu: Uint8Array; dossierId?: string }) | undefined>;
  info(id: string): Promise<Fichier | undefined>;
}
