import type { Generated } from "kysely";

/**
 * Tables as rows. Dates and instants are ISO text, booleans 0/1, documents JSON text: the same on both engines.
 * Repositories turn rows into dossiers; nothing else reads these types.
 */
export interface Schema {
  reglage: { cle: string; valeur: string };
  compte: {
    id: string;
    famille: string;
    courriel: string;
    courriel_cle: string;
    nom: string;
    role: string | null;
    formations: string;
    mot_de_passe: string | null;
    provisoire: number;
    provisoire_expire: string | null;
    actif: number;
    echecs: number;
    bloque_jusqua: string | null;
    premiere_connexion_le: string | null;
    derniere_connexion_le: string | null;
    cree_le: string;
  };
  session: {
    id: string;
    jeton: string;
    compte_id: string;
    porte: string;
    cree_le: string;
    vu_le: string;
    expire_le: string;
    csrf: string | null;
  };
  jeton: {
    id: string;
    usage: string;
    empreinte: string;
    compte_id: string | null;
    courriel: string;
    expire_le: string;
    utilise_le: string | null;
    donnees: string | null;
    cree_le: string;
  };
  formation: {
    id: string;
    version: number;
    contenu: string;
    titre: string;
    titre_tri: string;
    archivee: number;
    /** Mirrors the content: what a judgement of its dossiers reads of it. */
    mission: string;
    cree_le: string;
    modifie_le: string;
  };
  code_acces: { code: string; formation_id: string; variante_id: string | null };
  dossier: {
    rang: Generated<number>;
    id: string;
    reference: string;
    version: number;
    formation_id: string;
    variante_id: string | null;
    code: string;
    contrat: string;
    niveau_saisie: string;
    etat: string;
    etat_depuis: string;
    data: string;
    completude: string;
    complet: number;
    manquants: number;
    bloquants: number;
    /** Findings and cross-dossier facts of the last judgement; what it was made from. "" : to be made again. */
    jugement: string | null;
    jugement_cle: string;
    base_validee: number;
    dates_provisoires: number;
    economie: string;
    economie_depuis: string;
    retour: string | null;
    confirmations: string;
    cerfa_externe: string | null;
    courriel: string;
    nom: string | null;
    prenom: string | null;
    nom_tri: string;
    entreprise: string | null;
    siret: string | null;
    date_debut: string;
    date_fin: string;
    nir_empreinte: string | null;
    identite_empreinte: string | null;
    maitre_empreinte: string | null;
    origine: string;
    code_inscription: string | null;
    fige_le: string | null;
    empreinte: string | null;
    cree_le: string;
    modifie_le: string;
  };
  instantane: {
    id: string;
    dossier_id: string;
    numero: number;
    form: string;
    contenu: string;
    empreinte: string;
    fige_le: string;
    par: string;
  };
  invitation: {
    id: string;
    dossier_id: string | null;
    formation_id: string | null;
    qualite: string;
    courriel: string;
    nom: string | null;
    compte_id: string;
    courriel_id: string | null;
    cree_le: string;
    expire_le: string;
    annulee_le: string | null;
    premiere_connexion_le: string | null;
  };
  economie: {
    dossier_id: string;
    version: number;
    saisie: string;
    saisi_par: string;
    saisi_le: string;
    valide_par: string | null;
    valide_le: string | null;
  };
  suivi: { dossier_id: string; version: number; depot: string };
  vie_entree: {
    id: string;
    dossier_id: string;
    version: number;
    contenu: string;
    du: string;
    auteur: string;
    cree_le: string;
  };
  audit: {
    numero: number;
    le: string;
    acteur_id: string | null;
    acteur: string;
    porte: string;
    action: string;
    phrase: string;
    dossier_id: string | null;
    formation_id: string | null;
    changements: string;
    precedente: string;
    empreinte: string;
  };
  outbox: {
    id: string;
    cle: string;
    modele: string;
    params: string;
    secret: string | null;
    sujet: string;
    destinataire: string;
    message_id: string;
    statut: string;
    tentatives: number;
    prochaine_le: string;
    bail_par: string | null;
    bail_jusqua: string | null;
    erreur: string | null;
    dossier_id: string | null;
    formation_id: string | null;
    cree_le: string;
    envoye_le: string | null;
  };
  fichier: {
    id: string;
    nom: string;
    type: string;
    taille: number;
    empreinte: string;
    contenu: Uint8Array;
    dossier_id: string | null;
    par: string;
    cree_le: string;
  };
  compteur: { nom: string; valeur: number };
  migration: { nom: string; le: string };
}
