/** Words that fill the lists of stolen passwords, French and English, folded. Those shorter than four letters do not count. */
export const common: readonly string[] =
  `motdepasse password passw0rd azerty azertyuiop qwerty qwertyuiop bonjour soleil loulou doudou chouchou marseille
  olympique france paris lyon toulouse nice toulon avignon provence mistral calanques amour famille maman papa bebe
  cheval chaton chien lapin tigre dragon licorne princesse coucou salut bienvenue welcome secret admin administrateur
  administrator root user utilisateur test demo exemple example guest invite letmein iloveyou jetaime monamour football
  rugby basket tennis naruto pokemon superman batman starwars minecraft fortnite playstation nintendo google facebook
  instagram snapchat twitter youtube internet ordinateur computer samsung iphone apple windows microsoft hello monkey
  master sunshine shadow michael jennifer jordan hunter ranger harley thomas nicolas julien camille marie julie laura
  sophie pauline chloe manon emma lea alexandre maxime antoine kevin cedric sebastien stephane isabelle nathalie
  catherine cactus formasup epure mediterranee alternance alternant apprenti apprentissage apprenticeship contrat
  formation universite ecole etudiant master2026 licence janvier fevrier mars avril juin juillet aout septembre octobre
  novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche printemps automne hiver vacances anniversaire
  123456 1234567 12345678 123456789 1234567890 111111 000000 654321 abcdef abc123 1q2w3e4r 2024 2025 2026 2027
  correcthorsebatterystaple trustno1 changeme defaut default entreprise`
    .split(/\s+/)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
