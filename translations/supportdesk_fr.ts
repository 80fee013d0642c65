<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Acts</name>
    <message>
        <source>Accepted as an incident</source>
        <translation>Accepté comme incident</translation>
    </message>
    <message>
        <source>Action taken back</source>
        <translation>Action annulée</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Agreement recorded</source>
        <translation>Accord enregistré</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Article edited</source>
        <translation>Article modifié</translation>
    </message>
    <message>
        <source>Article used</source>
        <translation>Article utilisé</translation>
    </message>
    <message>
        <source>Audit recorded</source>
        <translation>Audit enregistré</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Caption of a photo</source>
        <translation>Légende d’une photo</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>Dossier clos</translation>
    </message>
    <message>
        <source>Case edited</source>
        <translation>Dossier modifié</translation>
    </message>
    <message>
        <source>Case from a recommendation</source>
        <translation>Demande issue d’une recommandation</translation>
    </message>
    <message>
        <source>Case left closed</source>
        <translation>Dossier laissé clos</translation>
    </message>
    <message>
        <source>Case linked</source>
        <translation>Dossier lié</translation>
    </message>
    <message>
        <source>Case merged</source>
        <translation>Dossier fusionné</translation>
    </message>
    <message>
        <source>Case reactivated</source>
        <translation>Dossier réactivé</translation>
    </message>
    <message>
        <source>Case split</source>
        <translation>Dossier scindé</translation>
    </message>
    <message>
        <source>Cases of a visit changed</source>
        <translation>Dossiers d’une visite modifiés</translation>
    </message>
    <message>
        <source>Client’s acceptance</source>
        <translation>Accord du client</translation>
    </message>
    <message>
        <source>Client’s suggestions</source>
        <translation>Suggestions du client</translation>
    </message>
    <message>
        <source>Connection marked as no case</source>
        <translation>Connexion marquée hors dossier</translation>
    </message>
    <message>
        <source>Connection put on a case</source>
        <translation>Connexion mise sur un dossier</translation>
    </message>
    <message>
        <source>Connection reports fetched</source>
        <translation>Rapports de connexion récupérés</translation>
    </message>
    <message>
        <source>Connection taken off a case</source>
        <translation>Connexion retirée d’un dossier</translation>
    </message>
    <message>
        <source>Connection taken up again</source>
        <translation>Connexion reprise</translation>
    </message>
    <message>
        <source>Connections put on their case</source>
        <translation>Connexions mises sur leur dossier</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Contact edited</source>
        <translation>Contact modifié</translation>
    </message>
    <message>
        <source>Contract edited</source>
        <translation>Contrat modifié</translation>
    </message>
    <message>
        <source>Copy of a data file taken</source>
        <translation>Copie d’un fichier de données prise</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Customer edited</source>
        <translation>Client modifié</translation>
    </message>
    <message>
        <source>Customer told of the release</source>
        <translation>Client informé de la version</translation>
    </message>
    <message>
        <source>Customer’s message</source>
        <translation>Message du client</translation>
    </message>
    <message>
        <source>Customer’s severity</source>
        <translation>Sévérité selon le client</translation>
    </message>
    <message>
        <source>Customer’s severity recorded</source>
        <translation>Sévérité selon le client enregistrée</translation>
    </message>
    <message>
        <source>Data file erased</source>
        <translation>Fichier de données effacé</translation>
    </message>
    <message>
        <source>Data file noted</source>
        <translation>Fichier de données noté</translation>
    </message>
    <message>
        <source>Day of erasing changed</source>
        <translation>Jour d’effacement modifié</translation>
    </message>
    <message>
        <source>Difference opened again</source>
        <translation>Différence rouverte</translation>
    </message>
    <message>
        <source>Difference settled</source>
        <translation>Différence réglée</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Engagement opened</source>
        <translation>Prestation ouverte</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>Fichier joint</translation>
    </message>
    <message>
        <source>File attached to a visit</source>
        <translation>Fichier joint à une visite</translation>
    </message>
    <message>
        <source>File attached to an article</source>
        <translation>Fichier joint à un article</translation>
    </message>
    <message>
        <source>File given up</source>
        <translation>Fichier abandonné</translation>
    </message>
    <message>
        <source>File of a visit given up</source>
        <translation>Fichier d’une visite abandonné</translation>
    </message>
    <message>
        <source>File of an article given up</source>
        <translation>Fichier d’un article abandonné</translation>
    </message>
    <message>
        <source>File taken off an article</source>
        <translation>Fichier retiré d’un article</translation>
    </message>
    <message>
        <source>Given back to the branch</source>
        <translation>Rendu à l’agence</translation>
    </message>
    <message>
        <source>Given to central support</source>
        <translation>Transmis au support central</translation>
    </message>
    <message>
        <source>Handed to a manager</source>
        <translation>Transmis à un responsable</translation>
    </message>
    <message>
        <source>Incident returned</source>
        <translation>Incident rendu</translation>
    </message>
    <message>
        <source>Information received</source>
        <translation>Informations reçues</translation>
    </message>
    <message>
        <source>Installation recorded</source>
        <translation>Installation enregistrée</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Invoice drafted</source>
        <translation>Facture préparée</translation>
    </message>
    <message>
        <source>Invoice settled</source>
        <translation>Facture réglée</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Link ended</source>
        <translation>Lien supprimé</translation>
    </message>
    <message>
        <source>Matter opened again</source>
        <translation>Point rouvert</translation>
    </message>
    <message>
        <source>Matter settled</source>
        <translation>Point réglé</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>Fusion annulée</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Named contact asked for</source>
        <translation>Contact désigné demandé</translation>
    </message>
    <message>
        <source>Named contact changed</source>
        <translation>Contact désigné changé</translation>
    </message>
    <message>
        <source>Named contact decided</source>
        <translation>Contact désigné décidé</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>New cases</source>
        <translation>Nouveaux dossiers</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nouveau contact</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>Nouveau contrat</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>Nouveau site</translation>
    </message>
    <message>
        <source>New tracking note</source>
        <translation>Nouvelle fiche de suivi</translation>
    </message>
    <message>
        <source>Next update agreed</source>
        <translation>Prochaine nouvelle convenue</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Owner changed</source>
        <translation>Responsable changé</translation>
    </message>
    <message>
        <source>PDF attached to a visit</source>
        <translation>PDF joint à une visite</translation>
    </message>
    <message>
        <source>PIN changed</source>
        <translation>Code PIN changé</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation>Paiement enregistré</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Appel téléphonique</translation>
    </message>
    <message>
        <source>Photo or file taken out of a visit</source>
        <translation>Photo ou fichier retiré d’une visite</translation>
    </message>
    <message>
        <source>Photos of a visit put in order</source>
        <translation>Photos d’une visite mises en ordre</translation>
    </message>
    <message>
        <source>Policy installed</source>
        <translation>Politique installée</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>Problèmes constatés</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Recommandations</translation>
    </message>
    <message>
        <source>Records edited</source>
        <translation>Données modifiées</translation>
    </message>
    <message>
        <source>Remote session</source>
        <translation>Session à distance</translation>
    </message>
    <message>
        <source>Remote session ended</source>
        <translation>Session à distance terminée</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Request for information</source>
        <translation>Demande d’informations</translation>
    </message>
    <message>
        <source>Season ticket bought</source>
        <translation>Carnet acheté</translation>
    </message>
    <message>
        <source>Session code made</source>
        <translation>Code de session créé</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Sévérité</translation>
    </message>
    <message>
        <source>Severity verified</source>
        <translation>Sévérité vérifiée</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Site edited</source>
        <translation>Site modifié</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Stage changed</source>
        <translation>Étape changée</translation>
    </message>
    <message>
        <source>Step of an engagement</source>
        <translation>Étape d’une prestation</translation>
    </message>
    <message>
        <source>Support without cover settled</source>
        <translation>Support sans couverture réglé</translation>
    </message>
    <message>
        <source>System health</source>
        <translation>État du système</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Tracking note edited</source>
        <translation>Fiche de suivi modifiée</translation>
    </message>
    <message>
        <source>Tracking note linked</source>
        <translation>Fiche de suivi liée</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>View edited</source>
        <translation>Vue modifiée</translation>
    </message>
    <message>
        <source>View moved</source>
        <translation>Vue déplacée</translation>
    </message>
    <message>
        <source>View removed</source>
        <translation>Vue supprimée</translation>
    </message>
    <message>
        <source>View saved</source>
        <translation>Vue enregistrée</translation>
    </message>
    <message>
        <source>Visit edited</source>
        <translation>Visite modifiée</translation>
    </message>
    <message>
        <source>Visit finished</source>
        <translation>Visite terminée</translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation>Visite prévue</translation>
    </message>
    <message>
        <source>Visit report</source>
        <translation>Rapport de visite</translation>
    </message>
    <message>
        <source>Visit report opened again</source>
        <translation>Rapport de visite rouvert</translation>
    </message>
    <message>
        <source>Visit report signed</source>
        <translation>Rapport de visite signé</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Travail effectué</translation>
    </message>
</context>
<context>
    <name>Articles</name>
    <message numerus="yes">
        <source>%n file(s) attached to the article</source>
        <translation>
            <numerusform>%n fichier joint à l’article</numerusform>
            <numerusform>%n fichiers joints à l’article</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Joindre des fichiers…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Files of the article</source>
        <translation>Fichiers de l’article</translation>
    </message>
    <message>
        <source>For customers</source>
        <translation>Pour les clients</translation>
    </message>
    <message>
        <source>For engineers only</source>
        <translation>Réservé aux ingénieurs</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Take off the article</source>
        <translation>Retirer de l’article</translation>
    </message>
    <message>
        <source>Take {name} off the article</source>
        <translation>Retirer {name} de l’article</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>C’est annulé</translation>
    </message>
    <message>
        <source>Taken off the article</source>
        <translation>Retiré de l’article</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Texte de l’article</translation>
    </message>
    <message>
        <source>The article has no files.</source>
        <translation>L’article n’a pas de fichiers.</translation>
    </message>
    <message>
        <source>The article has no files. Drop or paste some here, or choose them.</source>
        <translation>L’article n’a pas de fichiers. Déposez-en ou collez-en ici, ou choisissez-les.</translation>
    </message>
    <message>
        <source>The article is being read…</source>
        <translation>Lecture de l’article…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>changed {time}</source>
        <translation>modifié {time}</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>A contact is to become a named contact</source>
        <translation>Un contact doit devenir contact désigné</translation>
    </message>
    <message>
        <source>A customer suggests something for the product</source>
        <translation>Un client suggère quelque chose pour le produit</translation>
    </message>
    <message>
        <source>A file wasn’t sent</source>
        <translation>Un fichier n’a pas été envoyé</translation>
    </message>
    <message>
        <source>A message did not reach the customer</source>
        <translation>Un message n’a pas atteint le client</translation>
    </message>
    <message>
        <source>A photo wasn’t sent</source>
        <translation>Une photo n’a pas été envoyée</translation>
    </message>
    <message>
        <source>A release settles this case</source>
        <translation>Une version règle ce dossier</translation>
    </message>
    <message>
        <source>A visit report was finished</source>
        <translation>Un rapport de visite est terminé</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Approuvé.</translation>
    </message>
    <message>
        <source>Ask your administrator for more room on the hub, then try again.</source>
        <translation>Demandez plus de place sur le serveur à votre administrateur, puis réessayez.</translation>
    </message>
    <message>
        <source>Ask your administrator to let larger files in, then try again.</source>
        <translation>Demandez à votre administrateur d’admettre des fichiers plus gros, puis réessayez.</translation>
    </message>
    <message>
        <source>Ask {name} first</source>
        <translation>Demander d’abord à {name}</translation>
    </message>
    <message>
        <source>Before both changes: {values}.</source>
        <translation>Avant les deux changements&#xa0;: {values}.</translation>
    </message>
    <message>
        <source>Both kept</source>
        <translation>Les deux sont gardés</translation>
    </message>
    <message>
        <source>By {name}</source>
        <translation>Par {name}</translation>
    </message>
    <message>
        <source>Came up {time}</source>
        <translation>Apparu {time}</translation>
    </message>
    <message>
        <source>Central support gave this case back to you</source>
        <translation>Le support central vous a rendu ce dossier</translation>
    </message>
    <message>
        <source>Choose the file again, or a smaller copy: it takes the place of this one.</source>
        <translation>Choisissez à nouveau le fichier, ou une copie plus petite : elle prend la place de celui-ci.</translation>
    </message>
    <message>
        <source>Choose the file that is to be sent</source>
        <translation>Choisir le fichier à envoyer</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Choisir le fichier…</translation>
    </message>
    <message>
        <source>Choose what it should say. Nothing is lost: what you don’t choose is kept.</source>
        <translation>Choisissez ce qui doit y figurer. Rien n’est perdu&#xa0;: ce que vous ne choisissez pas est gardé.</translation>
    </message>
    <message>
        <source>Choose what the case should say. Nothing is lost: what you don’t choose stays in the history.</source>
        <translation>Choisissez ce que le dossier doit dire. Rien n’est perdu&#xa0;: ce que vous ne choisissez pas reste dans l’historique.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Deadlines are paused</source>
        <translation>Les échéances sont suspendues</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>Refusé.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Discard this?</source>
        <translation>Abandonner ceci&#xa0;?</translation>
    </message>
    <message>
        <source>Discard what you wrote?</source>
        <translation>Abandonner ce que vous avez écrit&#xa0;?</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>Abandonné.</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>Refait.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Modifier et renvoyer</translation>
    </message>
    <message>
        <source>First response due {moment}</source>
        <translation>Première réponse attendue {moment}</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Give up this file?</source>
        <translation>Abandonner ce fichier ?</translation>
    </message>
    <message>
        <source>Give up: everybody sees the file as lost. What lies on this computer stays here.</source>
        <translation>Abandonner : tout le monde voit le fichier comme perdu. Ce qui est sur cet ordinateur y reste.</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Abandonné.</translation>
    </message>
    <message>
        <source>Hand to a manager</source>
        <translation>Transmettre à un responsable</translation>
    </message>
    <message>
        <source>Handed to a manager.</source>
        <translation>Transmis à un responsable.</translation>
    </message>
    <message>
        <source>How it was settled</source>
        <translation>Comment cela a été réglé</translation>
    </message>
    <message>
        <source>It can be undone until {date}</source>
        <translation>Annulable jusqu’au {date}</translation>
    </message>
    <message>
        <source>It is larger than the hub takes. It is safe on this computer, and others wait for it.</source>
        <translation>Il est plus gros que ce que le serveur accepte. Il est en sûreté sur cet ordinateur, et d’autres l’attendent.</translation>
    </message>
    <message>
        <source>It is sent once more.</source>
        <translation>Il est envoyé encore une fois.</translation>
    </message>
    <message>
        <source>It was damaged or changed on this disk since it was attached. Others wait for it.</source>
        <translation>Il a été endommagé ou modifié sur ce disque depuis qu’il a été joint. D’autres l’attendent.</translation>
    </message>
    <message>
        <source>It was deleted from this computer before it was sent. Others wait for it.</source>
        <translation>Il a été supprimé de cet ordinateur avant d’être envoyé. D’autres l’attendent.</translation>
    </message>
    <message>
        <source>It was done here {time} and is not allowed by now. Nothing is lost.</source>
        <translation>Fait ici {time}, ce n’est plus permis. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>It was done on another desk and is not allowed by now. Nothing was sent to the customer.</source>
        <translation>Fait sur un autre poste, ce n’est plus permis. Rien n’a été envoyé au client.</translation>
    </message>
    <message>
        <source>It was not accepted, and its author leaves the decision to you.</source>
        <translation>Cela n’a pas été accepté, et son auteur vous laisse décider.</translation>
    </message>
    <message>
        <source>It will not be sent or done again. A copy stays in this desk’s own records.</source>
        <translation>Cela ne sera ni envoyé ni refait. Une copie reste dans les archives de ce poste.</translation>
    </message>
    <message>
        <source>It will say</source>
        <translation>On y lira</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Kept as a note on the case.</source>
        <translation>Gardé comme note sur le dossier.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Leave it closed…</source>
        <translation>Laisser clos…</translation>
    </message>
    <message>
        <source>Log a new case…</source>
        <translation>Ouvrir un nouveau dossier…</translation>
    </message>
    <message>
        <source>Named contacts may log cases under this customer’s plan.</source>
        <translation>Les contacts désignés peuvent ouvrir des dossiers selon le contrat de ce client.</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>À votre attention</translation>
    </message>
    <message>
        <source>Next update due {moment}</source>
        <translation>Prochaine nouvelle attendue {moment}</translation>
    </message>
    <message>
        <source>Nobody but you will be able to open {name}: everybody else sees it as lost.</source>
        <translation>Personne d’autre que vous ne pourra ouvrir {name} : tous les autres le voient comme perdu.</translation>
    </message>
    <message>
        <source>Nobody sees it in a list while the case is closed. Go on with the case, log a new one that follows it, or leave it closed and say why.</source>
        <translation>Aucune liste ne le montre tant que le dossier est clos. Reprenez le dossier, ouvrez-en un nouveau qui lui fait suite, ou laissez-le clos en disant pourquoi.</translation>
    </message>
    <message>
        <source>Nothing needs you now</source>
        <translation>Rien ne vous attend</translation>
    </message>
    <message>
        <source>Nothing to settle</source>
        <translation>Rien à régler</translation>
    </message>
    <message>
        <source>On the hub</source>
        <translation>Sur le serveur</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>Ouvrir la visite</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Mettre de côté</translation>
    </message>
    <message>
        <source>Put aside.</source>
        <translation>Mis de côté.</translation>
    </message>
    <message>
        <source>Reactivate the case</source>
        <translation>Réactiver le dossier</translation>
    </message>
    <message>
        <source>Read it, then put this aside.</source>
        <translation>Lisez-le, puis mettez ceci de côté.</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>Enregistrer un paiement…</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Rule {rule}</source>
        <translation>Règle {rule}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Save as a note</source>
        <translation>Garder comme note</translation>
    </message>
    <message>
        <source>Say what becomes of it, then put this aside.</source>
        <translation>Dites ce qu’il en advient, puis mettez ceci de côté.</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>Envoyer tel quel</translation>
    </message>
    <message>
        <source>Settle it by a payment, by a season ticket, or as goodwill.</source>
        <translation>Réglez-le par un paiement, un carnet ou un geste commercial.</translation>
    </message>
    <message>
        <source>Settle with these choices</source>
        <translation>Régler ainsi</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Réglé</translation>
    </message>
    <message>
        <source>Settled. You can undo it for 30 days.</source>
        <translation>Réglé. Annulable pendant 30&#xa0;jours.</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Régler…</translation>
    </message>
    <message>
        <source>Show my open cases</source>
        <translation>Voir mes dossiers ouverts</translation>
    </message>
    <message>
        <source>Support was given without cover</source>
        <translation>Du support a été donné sans couverture</translation>
    </message>
    <message>
        <source>Take all of this</source>
        <translation>Tout prendre ici</translation>
    </message>
    <message>
        <source>Tell the customer, then put this aside.</source>
        <translation>Informez le client, puis mettez ceci de côté.</translation>
    </message>
    <message>
        <source>The case will say</source>
        <translation>Le dossier dira</translation>
    </message>
    <message>
        <source>The customer answered after the case was closed</source>
        <translation>Le client a répondu après la clôture du dossier</translation>
    </message>
    <message>
        <source>The customer wrote at {time}</source>
        <translation>Le client a écrit à {time}</translation>
    </message>
    <message>
        <source>The customer wrote before it was sent, and you had not seen it. Nothing is lost: it waits here.</source>
        <translation>Le client avait écrit avant l’envoi, et vous ne l’aviez pas lu. Rien n’est perdu&#xa0;: elle attend ici.</translation>
    </message>
    <message>
        <source>The hub did not take it. It is safe on this computer, and others wait for it.</source>
        <translation>Le serveur ne l’a pas accepté. Il est en sûreté sur cet ordinateur, et d’autres l’attendent.</translation>
    </message>
    <message>
        <source>The hub gave no reason.</source>
        <translation>Le serveur n’a donné aucun motif.</translation>
    </message>
    <message>
        <source>The hub has no room for it. It is safe on this computer, and others wait for it.</source>
        <translation>Le serveur n’a pas de place pour lui. Il est en sûreté sur cet ordinateur, et d’autres l’attendent.</translation>
    </message>
    <message>
        <source>The original stays on this computer, where you can open and save it.</source>
        <translation>L’original reste sur cet ordinateur, où vous pouvez l’ouvrir et l’enregistrer.</translation>
    </message>
    <message>
        <source>There is no whole copy of it on this computer any more.</source>
        <translation>Il n’y en a plus de copie intacte sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This waits for you</source>
        <translation>Cela vous attend</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again, if the disk was at fault and is well now.</source>
        <translation>Réessayez, si le disque était en cause et va bien à présent.</translation>
    </message>
    <message>
        <source>Try again, once what came between is out of the way.</source>
        <translation>Réessayez, une fois l’obstacle écarté.</translation>
    </message>
    <message>
        <source>Try another way to reach the customer, then put this aside.</source>
        <translation>Essayez de joindre le client autrement, puis mettez ceci de côté.</translation>
    </message>
    <message>
        <source>Two values for each field</source>
        <translation>Deux valeurs pour chaque champ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undone. It waits for you again.</source>
        <translation>Annulé. Cela vous attend de nouveau.</translation>
    </message>
    <message>
        <source>What colleagues changed at the same time, what was not accepted and what waits shows here.</source>
        <translation>Ce que des collègues ont changé en même temps, ce qui n’a pas été accepté et ce qui attend s’affiche ici.</translation>
    </message>
    <message>
        <source>What was settled lately stands in the list.</source>
        <translation>Ce qui a été réglé récemment figure dans la liste.</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Ce que vous pouvez faire</translation>
    </message>
    <message>
        <source>What you did here met a colleague’s work, and nobody had to choose.</source>
        <translation>Votre travail a rencontré celui d’un collègue, et personne n’a dû choisir.</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>Ce que vous avez écrit</translation>
    </message>
    <message>
        <source>Words that were not accepted are on the case</source>
        <translation>Des mots non acceptés sont sur le dossier</translation>
    </message>
    <message>
        <source>Write one sentence that says how.</source>
        <translation>Dites en une phrase comment.</translation>
    </message>
    <message>
        <source>You and somebody else changed this at the same time</source>
        <translation>Quelqu’un d’autre et vous avez changé ceci en même temps</translation>
    </message>
    <message>
        <source>You and {name}</source>
        <translation>Vous et {name}</translation>
    </message>
    <message>
        <source>You and {name} changed this at the same time</source>
        <translation>{name} et vous avez changé ceci en même temps</translation>
    </message>
    <message>
        <source>You and {name} changed this case at the same time</source>
        <translation>{name} et vous avez changé ce dossier en même temps</translation>
    </message>
    <message>
        <source>You and {name}, while you were offline</source>
        <translation>Vous et {name}, pendant que vous étiez hors ligne</translation>
    </message>
    <message>
        <source>You are asked what is to become of this</source>
        <translation>On vous demande ce qu’il faut en faire</translation>
    </message>
    <message>
        <source>You can undo this for 30 days</source>
        <translation>Annulable pendant 30&#xa0;jours</translation>
    </message>
    <message>
        <source>You own it again and answer for its next deadline.</source>
        <translation>Il est de nouveau à vous, avec sa prochaine échéance.</translation>
    </message>
    <message>
        <source>You were offline from {begin} to {end}.</source>
        <translation>Vous étiez hors ligne de {begin} à {end}.</translation>
    </message>
    <message>
        <source>Your reply was held back</source>
        <translation>Votre réponse a été retenue</translation>
    </message>
    <message>
        <source>Your reply, {time}</source>
        <translation>Votre réponse, {time}</translation>
    </message>
    <message>
        <source>Yours, on this computer</source>
        <translation>La vôtre, sur cet ordinateur</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>one sentence for the record</source>
        <translation>une phrase pour mémoire</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>quelqu’un d’autre</translation>
    </message>
    <message>
        <source>{act}: not accepted</source>
        <translation>{act}&#xa0;: refusé</translation>
    </message>
    <message>
        <source>{author} and {name}</source>
        <translation>{author} et {name}</translation>
    </message>
    <message>
        <source>{author} and {name} changed this at the same time</source>
        <translation>{author} et {name} ont changé ceci en même temps</translation>
    </message>
    <message>
        <source>{case} changed in two places</source>
        <translation>{case} changé à deux endroits</translation>
    </message>
    <message>
        <source>{case}, {name}, {size}</source>
        <translation>{case}, {name}, {size}</translation>
    </message>
    <message>
        <source>{case}: answer after closing</source>
        <translation>{case}&#xa0;: réponse après clôture</translation>
    </message>
    <message>
        <source>{case}: back from central support</source>
        <translation>{case}&#xa0;: rendu par le support central</translation>
    </message>
    <message>
        <source>{case}: fixed in a release</source>
        <translation>{case}&#xa0;: corrigé dans une version</translation>
    </message>
    <message>
        <source>{case}: handed to you</source>
        <translation>{case}&#xa0;: transmis à vous</translation>
    </message>
    <message>
        <source>{case}: message not delivered</source>
        <translation>{case}&#xa0;: message non remis</translation>
    </message>
    <message>
        <source>{case}: named contact asked for</source>
        <translation>{case}&#xa0;: contact désigné demandé</translation>
    </message>
    <message>
        <source>{case}: reply held back</source>
        <translation>{case}&#xa0;: réponse retenue</translation>
    </message>
    <message>
        <source>{case}: same {fields} chosen</source>
        <translation>{case}&#xa0;: même choix pour {fields}</translation>
    </message>
    <message>
        <source>{case}: suggestion for the product</source>
        <translation>{case} : suggestion pour le produit</translation>
    </message>
    <message>
        <source>{case}: support without cover</source>
        <translation>{case}&#xa0;: support sans couverture</translation>
    </message>
    <message>
        <source>{case}: visit report finished</source>
        <translation>{case}&#xa0;: rapport de visite terminé</translation>
    </message>
    <message>
        <source>{case}: waits for you</source>
        <translation>{case}&#xa0;: vous attend</translation>
    </message>
    <message>
        <source>{case}: words kept as a note</source>
        <translation>{case}&#xa0;: mots gardés comme note</translation>
    </message>
    <message>
        <source>{case}: {act} not accepted</source>
        <translation>{case}&#xa0;: {act}, refusé</translation>
    </message>
    <message>
        <source>{case}: {act}, by both</source>
        <translation>{case}&#xa0;: {act}, par les deux</translation>
    </message>
    <message>
        <source>{case}: {fields} changed by both</source>
        <translation>{case}&#xa0;: {fields} changés par les deux</translation>
    </message>
    <message>
        <source>{case}: {fields} settled</source>
        <translation>{case}&#xa0;: {fields}, réglé</translation>
    </message>
    <message>
        <source>{comes} takes the place of {leaves}.</source>
        <translation>{comes} prend la place de {leaves}.</translation>
    </message>
    <message>
        <source>{fields}: both can be kept.</source>
        <translation>{fields}&#xa0;: les deux peuvent être gardés.</translation>
    </message>
    <message>
        <source>{fields}: one value wins.</source>
        <translation>{fields}&#xa0;: une seule valeur l’emporte.</translation>
    </message>
    <message>
        <source>{field}: {mine} or {theirs}?</source>
        <translation>{field}&#xa0;: {mine} ou {theirs}&#xa0;?</translation>
    </message>
    <message>
        <source>{name} chose at {time} what stands.</source>
        <translation>{name} a choisi à {time} ce qui reste.</translation>
    </message>
    <message>
        <source>{name} is sent instead.</source>
        <translation>{name} est envoyé à la place.</translation>
    </message>
    <message>
        <source>{name}, we both changed this case. What should it say?</source>
        <translation>{name}, nous avons tous deux changé ce dossier. Que doit-il dire&#xa0;?</translation>
    </message>
    <message>
        <source>{name}, {act}</source>
        <translation>{name}, {act}</translation>
    </message>
    <message>
        <source>{name}, {time}</source>
        <translation>{name}, {time}</translation>
    </message>
    <message>
        <source>{name}’s</source>
        <translation>De {name}</translation>
    </message>
    <message>
        <source>{name}’s, on the hub</source>
        <translation>De {name}, sur le serveur</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message numerus="yes">
        <source>%n photo(s) are not in the report.</source>
        <translation>
            <numerusform>%n photo n’est pas dans le rapport.</numerusform>
            <numerusform>%n photos ne sont pas dans le rapport.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken</source>
        <translation>
            <numerusform>%n photo prise</numerusform>
            <numerusform>%n photos prises</numerusform>
        </translation>
    </message>
    <message>
        <source>A library of the system is missing: {name}.</source>
        <translation>Une bibliothèque du système manque : {name}.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s settings, under privacy and camera, then open this again. Photos can also be added as files.</source>
        <translation>Autorisez-le dans les réglages du système, sous Confidentialité et Caméra, puis rouvrez cette fenêtre. Les photos peuvent aussi être ajoutées comme fichiers.</translation>
    </message>
    <message>
        <source>Ask who looks after this computer to install it, or add photos as files.</source>
        <translation>Demandez à la personne qui s’occupe de cet ordinateur de l’installer, ou ajoutez les photos comme fichiers.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose files instead…</source>
        <translation>Choisir plutôt des fichiers…</translation>
    </message>
    <message>
        <source>Closing once more lets them go.</source>
        <translation>Fermer encore une fois les abandonne.</translation>
    </message>
    <message>
        <source>Connect the camera anew, or another one. The system says: {words}</source>
        <translation>Rebranchez la caméra, ou une autre. Le système dit : {words}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>It is still here.</source>
        <translation>Elle est toujours ici.</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Aucune caméra n’est branchée.</translation>
    </message>
    <message>
        <source>One that you connect is seen at once. Photos of a phone can be added as files.</source>
        <translation>Une caméra que vous branchez est vue aussitôt. Les photos d’un téléphone peuvent être ajoutées comme fichiers.</translation>
    </message>
    <message>
        <source>Perhaps another program is using it, or its cover is closed. Close the other program.</source>
        <translation>Un autre programme l’utilise peut-être, ou son cache est fermé. Fermez l’autre programme.</translation>
    </message>
    <message>
        <source>Photo in the report</source>
        <translation>Photo dans le rapport</translation>
    </message>
    <message>
        <source>Photo on its way into the report</source>
        <translation>Photo en route vers le rapport</translation>
    </message>
    <message>
        <source>Photo that is not in the report</source>
        <translation>Photo absente du rapport</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Enregistrer ailleurs…</translation>
    </message>
    <message>
        <source>Save photos elsewhere</source>
        <translation>Enregistrer les photos ailleurs</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Support Desk may not use the camera.</source>
        <translation>Support Desk n’a pas le droit d’utiliser la caméra.</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>Prendre une photo</translation>
    </message>
    <message>
        <source>Take photos</source>
        <translation>Prendre des photos</translation>
    </message>
    <message>
        <source>Take this photo out again</source>
        <translation>Retirer cette photo</translation>
    </message>
    <message>
        <source>The camera can&apos;t be used on this computer.</source>
        <translation>La caméra ne peut pas être utilisée sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>La caméra ne donne pas d’image.</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>La caméra démarre…</translation>
    </message>
    <message>
        <source>The camera stopped.</source>
        <translation>La caméra s’est arrêtée.</translation>
    </message>
    <message>
        <source>The photo could not be saved there: {why}.</source>
        <translation>La photo n’a pas pu être enregistrée là : {why}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again, or save them elsewhere.</source>
        <translation>Réessayez, ou enregistrez-les ailleurs.</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Ce que voit la caméra</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>Accepted as one incident</source>
        <translation>Accepté comme un seul incident</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Attribué à {name}</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>Remis dans la file</translation>
    </message>
    <message>
        <source>Case reactivated</source>
        <translation>Dossier réactivé</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>Fusion annulée</translation>
    </message>
    <message>
        <source>Moved to {stage}</source>
        <translation>Passé à «&#xa0;{stage}&#xa0;»</translation>
    </message>
    <message>
        <source>Title changed</source>
        <translation>Titre modifié</translation>
    </message>
</context>
<context>
    <name>CaseDialogs</name>
    <message>
        <source>Agree</source>
        <translation>Convenir</translation>
    </message>
    <message>
        <source>Agreement recorded</source>
        <translation>Accord enregistré</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Amount of the quote</source>
        <translation>Montant du devis</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>As goodwill, nothing is charged</source>
        <translation>À titre gracieux, sans facturation</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>À la date du</translation>
    </message>
    <message>
        <source>Both cases stay as they are and name each other.</source>
        <translation>Les deux dossiers restent tels quels et renvoient l’un à l’autre.</translation>
    </message>
    <message>
        <source>Case {number} closed</source>
        <translation>Dossier {number} clos</translation>
    </message>
    <message>
        <source>Central support serves this customer itself.</source>
        <translation>Le support central sert lui-même ce client.</translation>
    </message>
    <message>
        <source>Close for the customer</source>
        <translation>Clore pour le client</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Clore le dossier</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Customer’s acceptance</source>
        <translation>Acceptation du client</translation>
    </message>
    <message>
        <source>Customer’s agreement</source>
        <translation>Accord du client</translation>
    </message>
    <message>
        <source>Customer’s approval</source>
        <translation>Approbation du client</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>End a link</source>
        <translation>Supprimer un lien</translation>
    </message>
    <message>
        <source>End the link</source>
        <translation>Supprimer le lien</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Prestation</translation>
    </message>
    <message>
        <source>Engagement opened</source>
        <translation>Prestation ouverte</translation>
    </message>
    <message>
        <source>Follow-up case logged</source>
        <translation>Dossier de suite créé</translation>
    </message>
    <message>
        <source>Give back to the branch</source>
        <translation>Rendre à l’agence</translation>
    </message>
    <message>
        <source>Give the case</source>
        <translation>Transmettre le dossier</translation>
    </message>
    <message>
        <source>Give the case back</source>
        <translation>Rendre le dossier</translation>
    </message>
    <message>
        <source>Give to central support</source>
        <translation>Transmettre au support central</translation>
    </message>
    <message>
        <source>Given back to the branch</source>
        <translation>Rendu à l’agence</translation>
    </message>
    <message>
        <source>Given to central support</source>
        <translation>Transmis au support central</translation>
    </message>
    <message>
        <source>How it is settled</source>
        <translation>Mode de règlement</translation>
    </message>
    <message>
        <source>How they belong together</source>
        <translation>Rapport entre les dossiers</translation>
    </message>
    <message>
        <source>Incident returned</source>
        <translation>Incident rendu</translation>
    </message>
    <message>
        <source>Information received</source>
        <translation>Informations reçues</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>It goes on with {number}, which stays closed.</source>
        <translation>Il fait suite à {number}, qui reste clos.</translation>
    </message>
    <message>
        <source>Its clocks stop. It can be worked on again by reactivating it.</source>
        <translation>Ses délais s’arrêtent. Il suffit de le réactiver pour y travailler de nouveau.</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Type de travaux</translation>
    </message>
    <message>
        <source>Leave it closed</source>
        <translation>Laisser clos</translation>
    </message>
    <message>
        <source>Leave the case closed</source>
        <translation>Laisser le dossier clos</translation>
    </message>
    <message>
        <source>Left closed</source>
        <translation>Laissé clos</translation>
    </message>
    <message>
        <source>Link a tracking note</source>
        <translation>Lier une fiche de suivi</translation>
    </message>
    <message>
        <source>Link ended</source>
        <translation>Lien supprimé</translation>
    </message>
    <message>
        <source>Link or merge</source>
        <translation>Lier ou fusionner</translation>
    </message>
    <message>
        <source>Link or merge {number}</source>
        <translation>Lier ou fusionner {number}</translation>
    </message>
    <message>
        <source>Link the cases</source>
        <translation>Lier les dossiers</translation>
    </message>
    <message>
        <source>Link the note</source>
        <translation>Lier la fiche</translation>
    </message>
    <message>
        <source>Linked with {number}</source>
        <translation>Lié à {number}</translation>
    </message>
    <message>
        <source>Lists show the other case only, with the entries of both. A merge can be undone at any time.</source>
        <translation>Les listes n’affichent que l’autre dossier, avec les entrées des deux. Une fusion peut être annulée à tout moment.</translation>
    </message>
    <message>
        <source>Log a follow-up case</source>
        <translation>Créer un dossier de suite</translation>
    </message>
    <message>
        <source>Log the case</source>
        <translation>Créer le dossier</translation>
    </message>
    <message>
        <source>Logged {moment}.</source>
        <translation>Enregistré le {moment}.</translation>
    </message>
    <message>
        <source>Merge into the other</source>
        <translation>Fusionner dans l’autre</translation>
    </message>
    <message>
        <source>Merge the cases</source>
        <translation>Fusionner les dossiers</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>Fusion annulée</translation>
    </message>
    <message>
        <source>Merged into {number}</source>
        <translation>Fusionné dans {number}</translation>
    </message>
    <message>
        <source>Move the case</source>
        <translation>Changer l’étape</translation>
    </message>
    <message>
        <source>Move to {stage}</source>
        <translation>Passer à «&#xa0;{stage}&#xa0;»</translation>
    </message>
    <message>
        <source>Moved to {stage}</source>
        <translation>Passé à «&#xa0;{stage}&#xa0;»</translation>
    </message>
    <message>
        <source>Name the person who agrees.</source>
        <translation>Indiquez la personne qui donne son accord.</translation>
    </message>
    <message>
        <source>Name the vendor.</source>
        <translation>Indiquez l’éditeur.</translation>
    </message>
    <message>
        <source>Name what it is about.</source>
        <translation>Indiquez l’objet.</translation>
    </message>
    <message>
        <source>Next step of the work</source>
        <translation>Phase suivante des travaux</translation>
    </message>
    <message>
        <source>Next update agreed</source>
        <translation>Prochaine nouvelle convenue</translation>
    </message>
    <message>
        <source>Next update agreed: {moment}</source>
        <translation>Prochaine nouvelle convenue&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>No case fits. Try its number or another word.</source>
        <translation>Aucun dossier ne correspond. Essayez son numéro ou un autre mot.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Non précisée</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nothing fits. Try another word.</source>
        <translation>Rien ne correspond. Essayez un autre mot.</translation>
    </message>
    <message>
        <source>Nothing is awaited from the customer.</source>
        <translation>Rien n’est attendu du client.</translation>
    </message>
    <message>
        <source>Number or title</source>
        <translation>Numéro ou titre</translation>
    </message>
    <message>
        <source>Number, title or customer</source>
        <translation>Numéro, titre ou client</translation>
    </message>
    <message>
        <source>Open engagement</source>
        <translation>Ouvrir la prestation</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Moyen de paiement</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation>Paiement enregistré</translation>
    </message>
    <message>
        <source>Put its text into the reply</source>
        <translation>Insérer son texte dans la réponse</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Devis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>Enregistrer un paiement</translation>
    </message>
    <message>
        <source>Record agreement</source>
        <translation>Enregistrer l’accord</translation>
    </message>
    <message>
        <source>Record payment</source>
        <translation>Enregistrer le paiement</translation>
    </message>
    <message>
        <source>Record step</source>
        <translation>Enregistrer la phase</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Return incident</source>
        <translation>Rendre l’incident</translation>
    </message>
    <message>
        <source>Return the incident</source>
        <translation>Rendre l’incident</translation>
    </message>
    <message>
        <source>Say what the customer was told.</source>
        <translation>Indiquez ce qui a été dit au client.</translation>
    </message>
    <message>
        <source>Season ticket recorded</source>
        <translation>Carnet enregistré</translation>
    </message>
    <message numerus="yes">
        <source>Season ticket, %n incident(s)</source>
        <translation>
            <numerusform>Carnet de %n incident</numerusform>
            <numerusform>Carnet de %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Régler</translation>
    </message>
    <message>
        <source>Settle support without cover</source>
        <translation>Régler le support sans couverture</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Sévérité</translation>
    </message>
    <message>
        <source>Severity the customer claims</source>
        <translation>Sévérité selon le client</translation>
    </message>
    <message>
        <source>Severity verified as {code}</source>
        <translation>Sévérité {code} vérifiée</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the case as of a past moment</source>
        <translation>Revoir le dossier à un moment passé</translation>
    </message>
    <message>
        <source>Split into two cases</source>
        <translation>Scindé en deux dossiers</translation>
    </message>
    <message>
        <source>Split off another aspect</source>
        <translation>Scinder en deux dossiers</translation>
    </message>
    <message>
        <source>Split the case</source>
        <translation>Scinder le dossier</translation>
    </message>
    <message>
        <source>Start an engagement</source>
        <translation>Démarrer une prestation</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Step recorded: {step}</source>
        <translation>Phase enregistrée&#xa0;: {step}</translation>
    </message>
    <message>
        <source>Support under these terms is not paid per incident. Record a contract instead.</source>
        <translation>Ces conditions ne prévoient pas de support payé à l’incident. Enregistrez plutôt un contrat.</translation>
    </message>
    <message>
        <source>Support without cover settled</source>
        <translation>Support sans couverture réglé</translation>
    </message>
    <message>
        <source>The amount has to be above zero.</source>
        <translation>Le montant doit être supérieur à zéro.</translation>
    </message>
    <message>
        <source>The clock of the next update runs until then.</source>
        <translation>Le délai de la prochaine nouvelle court jusque-là.</translation>
    </message>
    <message>
        <source>The customer has to agree first. Record the agreement from the menu of the case.</source>
        <translation>Le client doit d’abord donner son accord. Enregistrez-le depuis le menu du dossier.</translation>
    </message>
    <message>
        <source>The customer hears by</source>
        <translation>Nouvelle au client d’ici le</translation>
    </message>
    <message>
        <source>The customer said {code} {name}.</source>
        <translation>Selon le client&#xa0;: {code} {name}.</translation>
    </message>
    <message>
        <source>The customer’s ledger keeps both lines: the incident used and its return.</source>
        <translation>Le relevé du client garde les deux lignes&#xa0;: l’incident utilisé et son retour.</translation>
    </message>
    <message>
        <source>The incident of this case moves to the new one</source>
        <translation>L’incident de ce dossier passe au nouveau</translation>
    </message>
    <message>
        <source>The new case is an incident of its own</source>
        <translation>Le nouveau dossier est un incident à part</translation>
    </message>
    <message>
        <source>The other case</source>
        <translation>L’autre dossier</translation>
    </message>
    <message>
        <source>The timeline names the customer as who closed it.</source>
        <translation>La chronologie indiquera que le client l’a clos.</translation>
    </message>
    <message>
        <source>There are no severities here</source>
        <translation>Il n’y a pas de sévérités ici</translation>
    </message>
    <message>
        <source>These support terms know no central support.</source>
        <translation>Ces conditions de support ne prévoient pas de support central.</translation>
    </message>
    <message>
        <source>These support terms know no chargeable work.</source>
        <translation>Ces conditions de support ne prévoient pas de travaux payants.</translation>
    </message>
    <message>
        <source>This article is for engineers only.</source>
        <translation>Cet article est réservé aux ingénieurs.</translation>
    </message>
    <message>
        <source>This case</source>
        <translation>Ce dossier</translation>
    </message>
    <message>
        <source>This stage belongs to chargeable work. Open an engagement for the case first.</source>
        <translation>Cette étape relève de travaux payants. Ouvrez d’abord une prestation pour le dossier.</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>Cocher</translation>
    </message>
    <message numerus="yes">
        <source>Ticked off: %n item(s)</source>
        <translation>
            <numerusform>%n élément coché</numerusform>
            <numerusform>%n éléments cochés</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Title of the new case</source>
        <translation>Titre du nouveau dossier</translation>
    </message>
    <message>
        <source>Tracking note</source>
        <translation>Fiche de suivi</translation>
    </message>
    <message>
        <source>Undo a merge</source>
        <translation>Annuler une fusion</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Annuler la fusion</translation>
    </message>
    <message>
        <source>Use an article</source>
        <translation>Utiliser un article</translation>
    </message>
    <message>
        <source>Use the article</source>
        <translation>Utiliser l’article</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Verify severity</source>
        <translation>Vérifier la sévérité</translation>
    </message>
    <message>
        <source>What is asked of central support</source>
        <translation>Demande au support central</translation>
    </message>
    <message>
        <source>What the branch should know</source>
        <translation>À savoir pour l’agence</translation>
    </message>
    <message>
        <source>What the customer wants, in their words</source>
        <translation>Ce que veut le client, dans ses mots</translation>
    </message>
    <message>
        <source>What was paid for</source>
        <translation>Objet du paiement</translation>
    </message>
    <message>
        <source>What you told the customer</source>
        <translation>Ce que vous avez dit au client</translation>
    </message>
    <message>
        <source>Which case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Which link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Which vendor is waited for</source>
        <translation>Éditeur attendu</translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation>Qui donne son accord</translation>
    </message>
    <message>
        <source>Why it is returned</source>
        <translation>Motif du retour</translation>
    </message>
    <message>
        <source>Why nothing more is needed</source>
        <translation>Pourquoi rien de plus n’est nécessaire</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Réalisation</translation>
    </message>
    <message>
        <source>Write an amount, such as 120.00.</source>
        <translation>Saisissez un montant, par exemple 120,00.</translation>
    </message>
    <message>
        <source>Write one sentence that says how.</source>
        <translation>Dites comment, en une phrase.</translation>
    </message>
    <message>
        <source>Write one sentence that says why.</source>
        <translation>Dites pourquoi, en une phrase.</translation>
    </message>
    <message>
        <source>Write the three letters of a currency.</source>
        <translation>Saisissez les trois lettres d’une devise.</translation>
    </message>
    <message>
        <source>Written brief</source>
        <translation>Descriptif écrit</translation>
    </message>
    <message>
        <source>before the split</source>
        <translation>avant la scission</translation>
    </message>
    <message>
        <source>not needed to confirm</source>
        <translation>inutile pour confirmer</translation>
    </message>
    <message>
        <source>only colleagues see it</source>
        <translation>seuls les collègues le voient</translation>
    </message>
    <message>
        <source>receipt or transfer number</source>
        <translation>numéro de reçu ou de virement</translation>
    </message>
    <message>
        <source>the customer sees it</source>
        <translation>visible par le client</translation>
    </message>
    <message>
        <source>three letters, as USD</source>
        <translation>trois lettres, comme EUR</translation>
    </message>
    <message>
        <source>where one does the work</source>
        <translation>s’il effectue les travaux</translation>
    </message>
    <message>
        <source>{number} noted on the case</source>
        <translation>{number} noté dans le dossier</translation>
    </message>
    <message>
        <source>“{policy}” doesn’t rank cases by severity, so there is none to verify.</source>
        <translation>«&#xa0;{policy}&#xa0;» ne classe pas les dossiers par sévérité&#xa0;: il n’y en a aucune à vérifier.</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Back to the queue</source>
        <translation>Remettre dans la file</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Call the contact</source>
        <translation>Appeler le contact</translation>
    </message>
    <message>
        <source>Copy the case number</source>
        <translation>Copier le numéro du dossier</translation>
    </message>
    <message>
        <source>Customer said</source>
        <translation>Selon le client</translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation>Client&#xa0;:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Follow this case</source>
        <translation>Suivre ce dossier</translation>
    </message>
    <message>
        <source>More for this case</source>
        <translation>Autres actions sur ce dossier</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Dossier suivant</translation>
    </message>
    <message>
        <source>No severity yet</source>
        <translation>Sans sévérité</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Non attribué</translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation>Responsable&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Dossier précédent</translation>
    </message>
    <message>
        <source>Stage: {name}</source>
        <translation>Étape&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Title of the case</source>
        <translation>Titre du dossier</translation>
    </message>
    <message>
        <source>You follow this case. Stop following</source>
        <translation>Vous suivez ce dossier. Ne plus suivre</translation>
    </message>
    <message>
        <source>{code} {name}, not verified</source>
        <translation>{code} {name}, non vérifiée</translation>
    </message>
    <message>
        <source>{code} {name}, verified</source>
        <translation>{code} {name}, vérifiée</translation>
    </message>
    <message>
        <source>{stage}…</source>
        <translation>{stage}…</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a word or a field, such as owner:me or logged:&gt;2026-01-01, to find the others.</source>
        <translation>Ajoutez un mot ou un champ, comme owner:me ou logged:&gt;2026-01-01, pour trouver les autres.</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>Toutes sévérités</translation>
    </message>
    <message>
        <source>Assign…  A</source>
        <translation>Attribuer…  A</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Change stage…  S</source>
        <translation>Changer l’étape…  S</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Every case has an owner</source>
        <translation>Chaque dossier a un responsable</translation>
    </message>
    <message>
        <source>Everything new has been read.</source>
        <translation>Tout ce qui est nouveau a été lu.</translation>
    </message>
    <message>
        <source>Fields are read too, for example severity:S1, owner:me, is:overdue or client:name.</source>
        <translation>Les champs sont compris aussi, par exemple severity:S1, owner:me, is:overdue ou client:nom.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Filtrer cette liste</translation>
    </message>
    <message>
        <source>Narrow it…</source>
        <translation>Affiner…</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>No case matches</source>
        <translation>Aucun dossier ne correspond</translation>
    </message>
    <message>
        <source>No case waits for a customer</source>
        <translation>Aucun dossier n’attend un client</translation>
    </message>
    <message>
        <source>Nothing is breaching soon</source>
        <translation>Aucune échéance proche</translation>
    </message>
    <message>
        <source>Reply  R</source>
        <translation>Répondre  R</translation>
    </message>
    <message>
        <source>Rows in one line or in two</source>
        <translation>Lignes simples ou doubles</translation>
    </message>
    <message>
        <source>Show my open cases</source>
        <translation>Voir mes dossiers ouverts</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>Afficher ou masquer les filtres</translation>
    </message>
    <message>
        <source>Show unassigned cases</source>
        <translation>Voir les dossiers non attribués</translation>
    </message>
    <message>
        <source>The inbox is empty</source>
        <translation>La boîte de réception est vide</translation>
    </message>
    <message>
        <source>There are more than the {count} cases listed here.</source>
        <translation>Il y a plus que les {count} dossiers affichés ici.</translation>
    </message>
    <message>
        <source>There are no cases here yet</source>
        <translation>Il n’y a pas encore de dossiers ici</translation>
    </message>
    <message>
        <source>Try fewer words, or look at every case of this list.</source>
        <translation>Essayez moins de mots, ou voyez tous les dossiers de cette liste.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Words, or a field and its value</source>
        <translation>Des mots, ou un champ et sa valeur</translation>
    </message>
    <message>
        <source>You have no open cases</source>
        <translation>Vous n’avez aucun dossier ouvert</translation>
    </message>
    <message>
        <source>case {number}</source>
        <translation>dossier {number}</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>sans responsable</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>non vérifiée</translation>
    </message>
    <message>
        <source>{count}+</source>
        <translation>{count}+</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message numerus="yes">
        <source>%n field(s) changed in two places.</source>
        <translation>
            <numerusform>%n champ changé à deux endroits.</numerusform>
            <numerusform>%n champs changés à deux endroits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Revenir au présent</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Nothing can be changed while you look back.</source>
        <translation>Rien ne peut être modifié dans cette vue du passé.</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Régler…</translation>
    </message>
    <message>
        <source>The case as of {moment}.</source>
        <translation>Le dossier tel qu’il était le {moment}.</translation>
    </message>
    <message>
        <source>You can go on with the case meanwhile.</source>
        <translation>Vous pouvez continuer sur le dossier entre-temps.</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>An invoice line is drafted</source>
        <translation>Une ligne de facture est préparée</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Closed, but the customer has written since</source>
        <translation>Clos, mais le client a écrit depuis</translation>
    </message>
    <message>
        <source>Closed, can be reactivated until {moment}</source>
        <translation>Clos, réactivable avant {moment}</translation>
    </message>
    <message>
        <source>Closes {closing} if no reply</source>
        <translation>Clôture {closing} sans réponse</translation>
    </message>
    <message>
        <source>Closes {closing} if no reply – reminder goes {reminder}</source>
        <translation>Clôture {closing} sans réponse – rappel {reminder}</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Garder ouvert</translation>
    </message>
    <message>
        <source>No deadline is running</source>
        <translation>Aucun délai ne court</translation>
    </message>
    <message>
        <source>Offer a ticket…</source>
        <translation>Proposer un carnet…</translation>
    </message>
    <message>
        <source>Reactivation is free</source>
        <translation>La réactivation est gratuite</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>Enregistrer un paiement…</translation>
    </message>
    <message>
        <source>Why is this due then?  W</source>
        <translation>Pourquoi cette échéance&#x202f;?  W</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>{clock} due in {time}</source>
        <translation>{clock} dans {time}</translation>
    </message>
    <message>
        <source>{clock} given</source>
        <translation>{clock} donnée</translation>
    </message>
    <message>
        <source>{clock} paused</source>
        <translation>{clock} en pause</translation>
    </message>
    <message>
        <source>{clock} stopped</source>
        <translation>{clock}&#xa0;: délai arrêté</translation>
    </message>
    <message>
        <source>{clock} {time}</source>
        <translation>{clock}&#xa0;: {time}</translation>
    </message>
    <message>
        <source>{clock}: {time}</source>
        <translation>{clock}&#xa0;: {time}</translation>
    </message>
    <message>
        <source>{name}, until {day}</source>
        <translation>{name}, jusqu’au {day}</translation>
    </message>
    <message numerus="yes">
        <source>{name}: {left} of %n incident(s) left</source>
        <translation>
            <numerusform>{name}&#xa0;: reste {left} sur %n incident</numerusform>
            <numerusform>{name}&#xa0;: reste {left} sur %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} hours</source>
        <translation>horaire {place}</translation>
    </message>
    <message>
        <source>{severity}, {hours}</source>
        <translation>{severity}, {hours}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>reste {time}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Assign to me</source>
        <translation>M’attribuer le dossier</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Attribuer…</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Change stage…</source>
        <translation>Changer l’étape…</translation>
    </message>
    <message>
        <source>Close or reactivate…</source>
        <translation>Clore ou réactiver…</translation>
    </message>
    <message>
        <source>Connect TeamViewer…</source>
        <translation>Connecter TeamViewer…</translation>
    </message>
    <message>
        <source>Connect to a hub…</source>
        <translation>Rejoindre un serveur…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Filter this list…</source>
        <translation>Filtrer cette liste…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Aller</translation>
    </message>
    <message>
        <source>Go to cases breaching soon</source>
        <translation>Aller aux échéances proches</translation>
    </message>
    <message>
        <source>Go to cases that wait</source>
        <translation>Aller aux dossiers en attente</translation>
    </message>
    <message>
        <source>Go to my open cases</source>
        <translation>Aller à mes dossiers ouverts</translation>
    </message>
    <message>
        <source>Go to saved view {number}</source>
        <translation>Aller à la vue enregistrée {number}</translation>
    </message>
    <message>
        <source>Go to the File Station</source>
        <translation>Aller à la station de fichiers</translation>
    </message>
    <message>
        <source>Go to the calendar of visits</source>
        <translation>Aller au calendrier des visites</translation>
    </message>
    <message>
        <source>Go to the customers</source>
        <translation>Aller aux clients</translation>
    </message>
    <message>
        <source>Go to the dashboard</source>
        <translation>Aller au tableau de bord</translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation>Aller à la boîte de réception</translation>
    </message>
    <message>
        <source>Go to the knowledge base</source>
        <translation>Aller à la base de connaissances</translation>
    </message>
    <message>
        <source>Go to the visit reports</source>
        <translation>Aller aux rapports de visite</translation>
    </message>
    <message>
        <source>Go to today&apos;s visits</source>
        <translation>Aller aux visites du jour</translation>
    </message>
    <message>
        <source>Go to unassigned cases</source>
        <translation>Aller aux dossiers non attribués</translation>
    </message>
    <message>
        <source>Go to what needs your attention</source>
        <translation>Aller à ce qui demande votre attention</translation>
    </message>
    <message>
        <source>Hide or show the list</source>
        <translation>Masquer ou afficher la liste</translation>
    </message>
    <message>
        <source>Hold or resume</source>
        <translation>Mettre en suspens ou reprendre</translation>
    </message>
    <message>
        <source>Import cases…</source>
        <translation>Importer des dossiers…</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Link or merge…</source>
        <translation>Lier ou fusionner…</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Consigner un appel</translation>
    </message>
    <message>
        <source>Look as the system does</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Mark as unread or read</source>
        <translation>Marquer comme lu ou non lu</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>Nouveau dossier…</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Dossier suivant</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Ligne suivante</translation>
    </message>
    <message>
        <source>Plan a visit…</source>
        <translation>Planifier une visite…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Dossier précédent</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Ligne précédente</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Rows in one line or in two</source>
        <translation>Lignes simples ou doubles</translation>
    </message>
    <message>
        <source>Search all cases…</source>
        <translation>Rechercher dans tous les dossiers…</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Rechercher…</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>Envoyer et recevoir maintenant</translation>
    </message>
    <message>
        <source>Start a remote session…</source>
        <translation>Commencer une session à distance…</translation>
    </message>
    <message>
        <source>TeamViewer connections…</source>
        <translation>Connexions TeamViewer…</translation>
    </message>
    <message>
        <source>This desk and its hub…</source>
        <translation>Ce poste et son serveur…</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>Verify severity…</source>
        <translation>Vérifier la sévérité…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Why is this due then?</source>
        <translation>Pourquoi cette échéance&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Agree when the customer hears next</source>
        <translation>Convenir de la prochaine nouvelle au client</translation>
    </message>
    <message>
        <source>Ask for information with a checklist</source>
        <translation>Demander des informations par une liste à cocher</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Call logged</source>
        <translation>Appel consigné</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Rédaction</translation>
    </message>
    <message>
        <source>Information asked for</source>
        <translation>Informations demandées</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Keep the stage ({name})</source>
        <translation>Garder l’étape ({name})</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>Durée en minutes</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Consigner l’appel</translation>
    </message>
    <message>
        <source>Log session</source>
        <translation>Consigner la session</translation>
    </message>
    <message>
        <source>Needed from the customer; the case waits for it</source>
        <translation>À obtenir du client&#x202f;; le dossier reste en attente</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Note ajoutée</translation>
    </message>
    <message>
        <source>Only colleagues see this</source>
        <translation>Entre collègues</translation>
    </message>
    <message>
        <source>Plan visit</source>
        <translation>Planifier la visite</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>Enregistrer un paiement…</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Remote session logged</source>
        <translation>Session à distance consignée</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Reply sent</source>
        <translation>Réponse envoyée</translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation>Répondre au client</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré à {time}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>Envoyer tel quel</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Something else, in your words</source>
        <translation>Autre chose, dans vos mots</translation>
    </message>
    <message>
        <source>Stage after sending, {text}</source>
        <translation>Étape après l’envoi, {text}</translation>
    </message>
    <message>
        <source>The customer sees this</source>
        <translation>Vu par le client</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Appel reçu</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>Use an article of the knowledge base</source>
        <translation>Utiliser un article de la base de connaissances</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation>Visite planifiée</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>Appel passé</translation>
    </message>
    <message>
        <source>What else is needed</source>
        <translation>Ce qu’il faut d’autre</translation>
    </message>
    <message>
        <source>What was done in the session</source>
        <translation>Ce qui a été fait pendant la session</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>What was said on the phone</source>
        <translation>Ce qui a été dit au téléphone</translation>
    </message>
    <message>
        <source>When the visit is planned</source>
        <translation>Date prévue de la visite</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>Qui a appelé</translation>
    </message>
    <message>
        <source>Who gave consent</source>
        <translation>Qui a donné son consentement</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>Qui s’y rend</translation>
    </message>
    <message>
        <source>Write a note that only your colleagues see</source>
        <translation>Écrire une note visible par vos seuls collègues</translation>
    </message>
    <message>
        <source>Write to the customer</source>
        <translation>Écrire au client</translation>
    </message>
    <message>
        <source>then: same stage</source>
        <translation>puis&#xa0;: même étape</translation>
    </message>
    <message>
        <source>then: {stage}</source>
        <translation>puis&#xa0;: {stage}</translation>
    </message>
    <message>
        <source>{name} sees this</source>
        <translation>Vu par {name}</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>% by week</source>
        <translation>% par sem.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) by stage and severity</source>
        <translation>
            <numerusform>%n par étape et sévérité</numerusform>
            <numerusform>%n par étape et sévérité</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contrat</numerusform>
            <numerusform>%n contrats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than last week</source>
        <translation>
            <numerusform>%n de moins que la semaine passée</numerusform>
            <numerusform>%n de moins que la semaine passée</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than last week</source>
        <translation>
            <numerusform>%n de plus que la semaine passée</numerusform>
            <numerusform>%n de plus que la semaine passée</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n de trop</numerusform>
            <numerusform>%n de trop</numerusform>
        </translation>
    </message>
    <message>
        <source>A figure from 1 to 100, such as 95.</source>
        <translation>Un nombre de 1 à 100, par exemple 95.</translation>
    </message>
    <message>
        <source>Age of open cases</source>
        <translation>Âge des dossiers ouverts</translation>
    </message>
    <message numerus="yes">
        <source>All %n contract(s)</source>
        <translation>
            <numerusform>Le seul contrat (%n)</numerusform>
            <numerusform>Les %n contrats</numerusform>
        </translation>
    </message>
    <message>
        <source>All branches</source>
        <translation>Toutes les agences</translation>
    </message>
    <message>
        <source>All contracts</source>
        <translation>Tous les contrats</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Encours</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Agences</translation>
    </message>
    <message>
        <source>Branches and clients</source>
        <translation>Agences et clients</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients with most open cases</source>
        <translation>Clients au plus grand encours</translation>
    </message>
    <message>
        <source>Contracts and incidents left</source>
        <translation>Contrats et incidents restants</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>Dashboard {day}</source>
        <translation>Tableau de bord {day}</translation>
    </message>
    <message>
        <source>Deadlines met</source>
        <translation>Échéances tenues</translation>
    </message>
    <message>
        <source>Due from {moment}</source>
        <translation>Échéances à partir de {moment}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Figures saved.</source>
        <translation>Chiffres enregistrés.</translation>
    </message>
    <message>
        <source>First responses in time</source>
        <translation>Premières réponses à temps</translation>
    </message>
    <message numerus="yes">
        <source>Last %n week(s)</source>
        <translation>
            <numerusform>Sur %n semaine</numerusform>
            <numerusform>Sur %n semaines</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Next business hours</source>
        <translation>Prochaines heures</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Aucun dossier n’est ouvert.</translation>
    </message>
    <message>
        <source>No client has an open case.</source>
        <translation>Aucun client n’a de dossier ouvert.</translation>
    </message>
    <message>
        <source>No contract matches</source>
        <translation>Aucun contrat ne correspond</translation>
    </message>
    <message>
        <source>No contract, warranty or season ticket ends or runs out soon.</source>
        <translation>Aucun contrat, aucune garantie ni aucun carnet ne se termine bientôt.</translation>
    </message>
    <message>
        <source>No deadline fell into these weeks.</source>
        <translation>Aucune échéance sur ces semaines.</translation>
    </message>
    <message>
        <source>No hours are agreed for this desk&apos;s branch.</source>
        <translation>Aucun horaire n’est convenu pour l’agence de ce poste.</translation>
    </message>
    <message>
        <source>Nobody owns an open case.</source>
        <translation>Personne n’a de dossier ouvert.</translation>
    </message>
    <message>
        <source>Nothing falls due in the next business hours.</source>
        <translation>Aucune échéance dans les prochaines heures ouvrées.</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Dossiers ouverts</translation>
    </message>
    <message>
        <source>Open cases by age: {span}</source>
        <translation>Dossiers ouverts par âge&#xa0;: {span}</translation>
    </message>
    <message>
        <source>Open cases by severity</source>
        <translation>Dossiers ouverts par sévérité</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Partie d’un nom</translation>
    </message>
    <message>
        <source>Reactivated after closing</source>
        <translation>Réactivés après clôture</translation>
    </message>
    <message>
        <source>Save targets</source>
        <translation>Enregistrer les objectifs</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Enregistrer les chiffres</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Afficher %n de plus</numerusform>
            <numerusform>Afficher %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Objectifs</translation>
    </message>
    <message>
        <source>Targets…</source>
        <translation>Objectifs…</translation>
    </message>
    <message numerus="yes">
        <source>The %n that end first; type part of a client’s name for the others</source>
        <translation>
            <numerusform>Le premier à finir (%n)&#x202f;; saisissez une partie du nom d’un client pour les autres</numerusform>
            <numerusform>Les %n premiers à finir&#x202f;; saisissez une partie du nom d’un client pour les autres</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no branch yet.</source>
        <translation>Il n’y a pas encore d’agence.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Auj.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Updates in time</source>
        <translation>Nouvelles à temps</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Week of {day}: first response {first}, updates {second}</source>
        <translation>Semaine du {day}&#xa0;: première réponse {first}, nouvelles {second}</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Charge de travail</translation>
    </message>
    <message>
        <source>agreed load</source>
        <translation>charge convenue</translation>
    </message>
    <message>
        <source>agreed load {count}</source>
        <translation>charge convenue {count}</translation>
    </message>
    <message>
        <source>as in the week before</source>
        <translation>comme la semaine précédente</translation>
    </message>
    <message>
        <source>does not expire</source>
        <translation>sans expiration</translation>
    </message>
    <message>
        <source>down {points} points on last week</source>
        <translation>{points} points de moins que la semaine passée</translation>
    </message>
    <message>
        <source>due</source>
        <translation>à tenir</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>terminé le {day}</translation>
    </message>
    <message>
        <source>ending or running out first</source>
        <translation>les plus proches de leur fin</translation>
    </message>
    <message numerus="yes">
        <source>ends in %n day(s)</source>
        <translation>
            <numerusform>fin dans %n jour</numerusform>
            <numerusform>fin dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>first response</source>
        <translation>1re réponse</translation>
    </message>
    <message>
        <source>from this computer’s copy, updated {time}</source>
        <translation>d’après la copie de cet ordinateur, mise à jour à {time}</translation>
    </message>
    <message>
        <source>in per cent; empty for no target</source>
        <translation>en pour cent&#x202f;; vide&#xa0;: pas d’objectif</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>à temps</translation>
    </message>
    <message>
        <source>late</source>
        <translation>retard</translation>
    </message>
    <message>
        <source>likely late</source>
        <translation>à risque</translation>
    </message>
    <message>
        <source>no end agreed</source>
        <translation>sans fin convenue</translation>
    </message>
    <message>
        <source>no week before to compare</source>
        <translation>pas de semaine à comparer</translation>
    </message>
    <message>
        <source>nothing left, offer a ticket</source>
        <translation>épuisé, proposer un carnet</translation>
    </message>
    <message>
        <source>nothing was closed this week</source>
        <translation>rien de clos cette semaine</translation>
    </message>
    <message>
        <source>nothing was due this week</source>
        <translation>aucune échéance cette semaine</translation>
    </message>
    <message>
        <source>offer a new ticket</source>
        <translation>proposer un nouveau carnet</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverts</translation>
    </message>
    <message>
        <source>open cases per owner</source>
        <translation>ouverts par responsable</translation>
    </message>
    <message>
        <source>target {share}</source>
        <translation>objectif {share}</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu’au {day}</translation>
    </message>
    <message>
        <source>up {points} points on last week</source>
        <translation>{points} points de plus que la semaine passée</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>nouvelles</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>épuisé</translation>
    </message>
    <message>
        <source>{change}, target {target}</source>
        <translation>{change}, objectif {target}</translation>
    </message>
    <message>
        <source>{count} without</source>
        <translation>{count} sans</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days}&#xa0;j</translation>
    </message>
    <message>
        <source>{figure} %</source>
        <translation>{figure}&#xa0;%</translation>
    </message>
    <message>
        <source>{kind}, {plan}</source>
        <translation>{kind}, {plan}</translation>
    </message>
    <message>
        <source>{late} of {due} likely late</source>
        <translation>à risque&#xa0;: {late} sur {due}</translation>
    </message>
    <message>
        <source>{left} of {size} left</source>
        <translation>reste {left} sur {size}</translation>
    </message>
    <message>
        <source>{moment}: {due} due, {late} likely late</source>
        <translation>{moment}&#xa0;: {due} à échéance, {late} à risque</translation>
    </message>
    <message>
        <source>{name}: {open} open, {late} late, {share} in time</source>
        <translation>{name}&#xa0;: ouverts {open}, en retard {late}, à temps {share}</translation>
    </message>
    <message>
        <source>{over}, {late}</source>
        <translation>{over}, {late}</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Support Desk broke off the last time.</source>
        <translation>Support Desk s’est interrompu la dernière fois.</translation>
    </message>
    <message>
        <source>That didn&apos;t work, because of a fault in this program.</source>
        <translation>Cela n’a pas fonctionné, à cause d’un défaut de ce programme.</translation>
    </message>
    <message>
        <source>The report is in {file} on this computer; it holds nothing of the cases.</source>
        <translation>Le rapport est dans {file} sur cet ordinateur&#x202f;; il ne contient rien des dossiers.</translation>
    </message>
    <message>
        <source>Try again, or start the desk anew.</source>
        <translation>Réessayez, ou redémarrez le support.</translation>
    </message>
    <message>
        <source>What you had typed until a moment before is kept as a draft.</source>
        <translation>Ce que vous aviez saisi jusqu’à l’instant d’avant est gardé en brouillon.</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft, and what was saved before is safe.</source>
        <translation>Votre saisie est gardée en brouillon, et ce qui était enregistré est en sûreté.</translation>
    </message>
</context>
<context>
    <name>FileStation</name>
    <message numerus="yes">
        <source>%n copy(ies) taken</source>
        <translation>
            <numerusform>%n copie prise</numerusform>
            <numerusform>%n copies prises</numerusform>
        </translation>
    </message>
    <message>
        <source>A sealed copy is kept on this computer. Who takes a copy says why.</source>
        <translation>Une copie scellée est gardée sur cet ordinateur. Qui prend une copie dit pourquoi.</translation>
    </message>
    <message>
        <source>A sealed copy is made here and kept until the hub has it. Who takes a copy says why.</source>
        <translation>Une copie scellée est faite ici et gardée jusqu’à ce que le hub l’ait. Qui prend une copie dit pourquoi.</translation>
    </message>
    <message>
        <source>Audit missing</source>
        <translation>Audit manquant</translation>
    </message>
    <message>
        <source>Audit not complete</source>
        <translation>Audit incomplet</translation>
    </message>
    <message>
        <source>Audit of the client’s data</source>
        <translation>Audit des données du client</translation>
    </message>
    <message>
        <source>Audit recorded</source>
        <translation>Audit enregistré</translation>
    </message>
    <message>
        <source>Audits of the data</source>
        <translation>Audits des données</translation>
    </message>
    <message>
        <source>Change the audit…</source>
        <translation>Modifier l’audit…</translation>
    </message>
    <message>
        <source>Choose a client</source>
        <translation>Choisissez un client</translation>
    </message>
    <message>
        <source>Choose a data file</source>
        <translation>Choisir un fichier de données</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Choisir un emplacement…</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>Fichiers de données</translation>
    </message>
    <message>
        <source>Day of erasing</source>
        <translation>Jour d’effacement</translation>
    </message>
    <message>
        <source>Day of erasing…</source>
        <translation>Jour d’effacement…</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Déposer</translation>
    </message>
    <message>
        <source>Deposit a data file</source>
        <translation>Déposer un fichier de données</translation>
    </message>
    <message>
        <source>Deposit a file…</source>
        <translation>Déposer un fichier…</translation>
    </message>
    <message>
        <source>Do the data match?</source>
        <translation>Les données concordent-elles&#xa0;?</translation>
    </message>
    <message>
        <source>Drop one here, or choose it with the button above.</source>
        <translation>Déposez-en un ici, ou choisissez-le avec le bouton ci-dessus.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Erase it by itself</source>
        <translation>L’effacer automatiquement</translation>
    </message>
    <message>
        <source>Erase on</source>
        <translation>Effacer le</translation>
    </message>
    <message>
        <source>Erase this data file?</source>
        <translation>Effacer ce fichier de données&#xa0;?</translation>
    </message>
    <message>
        <source>Erased by itself on {day}</source>
        <translation>Effacé automatiquement le {day}</translation>
    </message>
    <message>
        <source>Erased {when}</source>
        <translation>Effacé&#xa0;: {when}</translation>
    </message>
    <message>
        <source>Erased {when} by {name}</source>
        <translation>Effacé par {name}, {when}</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>File Station</source>
        <translation>Station de fichiers</translation>
    </message>
    <message>
        <source>It holds the client’s data.</source>
        <translation>Il contient les données du client.</translation>
    </message>
    <message>
        <source>Kept until somebody erases it</source>
        <translation>Gardé jusqu’à ce que quelqu’un l’efface</translation>
    </message>
    <message numerus="yes">
        <source>Last copy %n day(s) ago</source>
        <translation>
            <numerusform>Dernière copie il y a %n jour</numerusform>
            <numerusform>Dernière copie il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Last copy today</source>
        <translation>Dernière copie aujourd’hui</translation>
    </message>
    <message>
        <source>Name at least one check.</source>
        <translation>Indiquez au moins une vérification.</translation>
    </message>
    <message>
        <source>No client is called so</source>
        <translation>Aucun client ne porte ce nom</translation>
    </message>
    <message>
        <source>No copy here</source>
        <translation>Aucune copie ici</translation>
    </message>
    <message>
        <source>No data file of this client</source>
        <translation>Aucun fichier de données de ce client</translation>
    </message>
    <message>
        <source>No data files yet</source>
        <translation>Pas encore de fichiers de données</translation>
    </message>
    <message>
        <source>No, they do not</source>
        <translation>Non, elles ne concordent pas</translation>
    </message>
    <message>
        <source>Nobody has taken a copy.</source>
        <translation>Personne n’a pris de copie.</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>Pas encore dit</translation>
    </message>
    <message>
        <source>Not said yet whether the data match.</source>
        <translation>On n’a pas encore dit si les données concordent.</translation>
    </message>
    <message>
        <source>Not with the hub yet</source>
        <translation>Pas encore sur le hub</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Only who may erase the file can choose an earlier day.</source>
        <translation>Seule une personne autorisée à effacer le fichier peut choisir un jour plus proche.</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Partie d’un nom</translation>
    </message>
    <message>
        <source>Record the audit…</source>
        <translation>Enregistrer l’audit…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation>Enregistrer la copie</translation>
    </message>
    <message>
        <source>Saving a copy of {name}</source>
        <translation>Enregistrement d’une copie de {name}</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>Dites pourquoi en quelques mots.</translation>
    </message>
    <message>
        <source>Sealing {name}</source>
        <translation>Scellement de {name}</translation>
    </message>
    <message>
        <source>Show all copies</source>
        <translation>Afficher toutes les copies</translation>
    </message>
    <message>
        <source>Take a copy</source>
        <translation>Prendre une copie</translation>
    </message>
    <message>
        <source>Take a copy…</source>
        <translation>Prendre une copie…</translation>
    </message>
    <message>
        <source>The client made this copy on</source>
        <translation>Le client a fait cette copie le</translation>
    </message>
    <message>
        <source>The data do not match.</source>
        <translation>Les données ne concordent pas.</translation>
    </message>
    <message>
        <source>The data file was deposited</source>
        <translation>Le fichier de données a été déposé</translation>
    </message>
    <message>
        <source>The data match.</source>
        <translation>Les données concordent.</translation>
    </message>
    <message>
        <source>Those whose last copy is oldest come first. Type a name to find any other.</source>
        <translation>Ceux dont la dernière copie est la plus ancienne viennent en premier. Tapez un nom pour en trouver un autre.</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Trop ancienne</translation>
    </message>
    <message>
        <source>Type a client’s name to deposit the first.</source>
        <translation>Tapez le nom d’un client pour déposer le premier.</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>What was checked, one line each</source>
        <translation>Ce qui a été vérifié, une ligne chacun</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été constaté</translation>
    </message>
    <message>
        <source>Why you take it</source>
        <translation>Pourquoi vous la prenez</translation>
    </message>
    <message>
        <source>With the hub</source>
        <translation>Sur le hub</translation>
    </message>
    <message>
        <source>Yes, they match</source>
        <translation>Oui, elles concordent</translation>
    </message>
    <message>
        <source>Your name, the time and your reason stay beside {name}. The copy is yours to erase when you are done.</source>
        <translation>Votre nom, l’heure et votre raison restent à côté de {name}. C’est à vous d’effacer la copie quand vous avez fini.</translation>
    </message>
    <message>
        <source>copied {when}</source>
        <translation>copié {when}</translation>
    </message>
    <message>
        <source>deposited by {name}</source>
        <translation>déposé par {name}</translation>
    </message>
    <message>
        <source>too old for consulting</source>
        <translation>trop ancienne pour le conseil</translation>
    </message>
    <message>
        <source>{done} of {size}</source>
        <translation>{done} sur {size}</translation>
    </message>
    <message>
        <source>{name} was saved and is what was deposited</source>
        <translation>{name} a été enregistré et est bien ce qui a été déposé</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} Go</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} Ko</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{size} of {client}’s data are deleted at the hub and on every desk. It can’t be undone. That the file was here, and who took copies, stays.</source>
        <translation>{size} de données de {client} sont effacés sur le hub et sur chaque poste. C’est irréversible. Il reste que le fichier était là, et qui en a pris des copies.</translation>
    </message>
    <message>
        <source>{size}, for {client}</source>
        <translation>{size}, pour {client}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Ask for the text or picture it is about, or save it and open it there on purpose.</source>
        <translation>Demandez le texte ou l’image en question, ou enregistrez-le et ouvrez-le vous-même en connaissance de cause.</translation>
    </message>
    <message>
        <source>Ask who attached it whether there is another copy.</source>
        <translation>Demandez à la personne qui l’a joint s’il en existe une autre copie.</translation>
    </message>
    <message>
        <source>Attach at most {count} at a time, or pack them into one.</source>
        <translation>Joignez-en {count} au plus à la fois, ou réunissez-les dans une archive.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file elsewhere.</source>
        <translation>Choisissez un autre dossier, ou fermez le fichier ailleurs.</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>Récupération de {name}</translation>
    </message>
    <message>
        <source>File before</source>
        <translation>Fichier précédent</translation>
    </message>
    <message>
        <source>Go on with it from the status line, then open the file.</source>
        <translation>Reprenez depuis la barre d’état, puis ouvrez le fichier.</translation>
    </message>
    <message>
        <source>It comes here once the computer on which it was attached has reached the hub.</source>
        <translation>Il arrive ici dès que l’ordinateur où il a été joint aura atteint le serveur.</translation>
    </message>
    <message>
        <source>It is being read…</source>
        <translation>Lecture en cours…</translation>
    </message>
    <message>
        <source>It is not opened from here, as it would do whatever its sender put into it.</source>
        <translation>Il n’est pas ouvert d’ici, car il ferait ce que son expéditeur y a mis.</translation>
    </message>
    <message>
        <source>It never reached the hub, and will not.</source>
        <translation>Il n’a jamais atteint le serveur et ne l’atteindra pas.</translation>
    </message>
    <message>
        <source>It was deleted from the folder of this desk, or never was there.</source>
        <translation>Il a été supprimé du dossier de ce bureau, ou n’y a jamais été.</translation>
    </message>
    <message>
        <source>Let that computer reach the hub, then open it again.</source>
        <translation>Laissez cet autre ordinateur atteindre le serveur, puis rouvrez-le.</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>Fichier suivant</translation>
    </message>
    <message>
        <source>Only its beginning is shown.</source>
        <translation>Seul le début est affiché.</translation>
    </message>
    <message>
        <source>Open it again then.</source>
        <translation>Rouvrez-le alors.</translation>
    </message>
    <message>
        <source>Open with the system</source>
        <translation>Ouvrir avec le système</translation>
    </message>
    <message>
        <source>Opening it would run it on this computer.</source>
        <translation>L’ouvrir reviendrait à l’exécuter sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Restore the folder from a backup, or attach the file again.</source>
        <translation>Restaurez le dossier depuis une sauvegarde, ou joignez à nouveau le fichier.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Enregistrer la pièce jointe</translation>
    </message>
    <message>
        <source>Sending and fetching are paused.</source>
        <translation>L’envoi et la récupération sont suspendus.</translation>
    </message>
    <message>
        <source>Sign in from the status line, then open the file.</source>
        <translation>Connectez-vous depuis la barre d’état, puis ouvrez le fichier.</translation>
    </message>
    <message>
        <source>So many at once are rarely meant. Nothing was attached.</source>
        <translation>Autant d’un coup sont rarement voulus. Rien n’a été joint.</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>The hub gives it once you have signed in again.</source>
        <translation>Le serveur le donne dès que vous vous êtes reconnecté.</translation>
    </message>
    <message>
        <source>The list couldn&apos;t be saved as {name}.</source>
        <translation>La liste n’a pas pu être enregistrée sous {name}.</translation>
    </message>
    <message>
        <source>The system said: {reason}.</source>
        <translation>Le système a répondu : {reason}.</translation>
    </message>
    <message>
        <source>There is nothing of it that can be shown here.</source>
        <translation>Rien de ce fichier ne peut être affiché ici.</translation>
    </message>
    <message>
        <source>These are {count} files.</source>
        <translation>Cela fait {count} fichiers.</translation>
    </message>
    <message>
        <source>This runs when it is opened: {what}.</source>
        <translation>S’exécute à l’ouverture : {what}.</translation>
    </message>
    <message>
        <source>You are offline; it can be fetched as soon as the hub is within reach.</source>
        <translation>Vous êtes hors ligne ; il pourra être récupéré dès que le serveur sera joignable.</translation>
    </message>
    <message>
        <source>You attached it at another computer, which has not sent it yet.</source>
        <translation>Vous l’avez joint sur un autre ordinateur, qui ne l’a pas encore envoyé.</translation>
    </message>
    <message>
        <source>being sent, {share} %</source>
        <translation>envoi en cours, {share} %</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdu</translation>
    </message>
    <message>
        <source>not yet uploaded by {name}</source>
        <translation>pas encore envoyé par {name}</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} sur {count}</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} sur {whole}</translation>
    </message>
    <message>
        <source>{name} is a program and was not opened.</source>
        <translation>{name} est un programme et n’a pas été ouvert.</translation>
    </message>
    <message>
        <source>{name} is lost.</source>
        <translation>{name} est perdu.</translation>
    </message>
    <message>
        <source>{name} is not on this computer yet.</source>
        <translation>{name} n’est pas encore sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{name} is not on this computer.</source>
        <translation>{name} n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{name} was saved</source>
        <translation>{name} a été enregistré</translation>
    </message>
    <message>
        <source>{name}: {words}.</source>
        <translation>{name} : {words}.</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size}&#xa0;Go</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size}&#xa0;Ko</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size}&#xa0;Mo</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>A lost passphrase can&apos;t be replaced.</source>
        <translation>Une phrase secrète perdue ne peut pas être remplacée.</translation>
    </message>
    <message>
        <source>An address reads like name@company.example.</source>
        <translation>Une adresse s’écrit comme nom@societe.example.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cases live in one folder that you can back up. You can connect to a hub later, and your cases come with you.</source>
        <translation>Les dossiers sont réunis dans un seul répertoire, facile à sauvegarder. Vous pourrez rejoindre un serveur plus tard, avec vos dossiers.</translation>
    </message>
    <message>
        <source>Choose a zone from the list, such as Europe/Paris.</source>
        <translation>Choisissez un fuseau de la liste, par exemple Europe/Paris.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Closes after {time} without an answer</source>
        <translation>Clôture après {time} sans réponse</translation>
    </message>
    <message>
        <source>Connect to your company’s hub</source>
        <translation>Rejoindre le serveur de votre société</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Don&apos;t encrypt: whoever reads this disk reads the cases</source>
        <translation>Ne pas chiffrer&#xa0;: qui lit ce disque lit les dossiers</translation>
    </message>
    <message>
        <source>Encrypt with a passphrase, asked at every start</source>
        <translation>Chiffrer par une phrase secrète, demandée à chaque démarrage</translation>
    </message>
    <message>
        <source>Find the hub</source>
        <translation>Trouver le serveur</translation>
    </message>
    <message>
        <source>Folder {path}</source>
        <translation>Répertoire {path}</translation>
    </message>
    <message>
        <source>Head office, or the name of the place</source>
        <translation>Siège, ou le nom du lieu</translation>
    </message>
    <message>
        <source>How do you support your customers?</source>
        <translation>Comment assistez-vous vos clients&#x202f;?</translation>
    </message>
    <message>
        <source>How you support</source>
        <translation>Votre support</translation>
    </message>
    <message>
        <source>It can be changed at any time; clients have their own.</source>
        <translation>Modifiable à tout moment&#x202f;; chaque client a la sienne.</translation>
    </message>
    <message>
        <source>Its time zone</source>
        <translation>Son fuseau horaire</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Look around with sample cases</source>
        <translation>Découvrir avec des dossiers d’exemple</translation>
    </message>
    <message>
        <source>No server, no account. Everything stays here.</source>
        <translation>Ni serveur, ni compte. Tout reste ici.</translation>
    </message>
    <message>
        <source>Nobody can open the cases without it, also not we.</source>
        <translation>Sans elle, personne ne peut ouvrir les dossiers, nous non plus.</translation>
    </message>
    <message>
        <source>Not in this version</source>
        <translation>Pas dans cette version</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Pick the closest. It fills in stages, severities, calendars and reminders. You can change every rule later, and use another policy for a branch or a client.</source>
        <translation>Choisissez la politique la plus proche&#xa0;: elle fournit étapes, sévérités, calendriers et rappels. Chaque règle reste modifiable, et une agence ou un client peut en avoir une autre.</translation>
    </message>
    <message>
        <source>Reading the policies…</source>
        <translation>Lecture des politiques…</translation>
    </message>
    <message>
        <source>Reminders after {times}</source>
        <translation>Rappels à {times}</translation>
    </message>
    <message>
        <source>Reminders after {times}, closes after {closing}</source>
        <translation>Rappels à {times}, clôture à {closing}</translation>
    </message>
    <message>
        <source>Sample cases are not encrypted here.</source>
        <translation>Les dossiers d’exemple ne sont pas chiffrés ici.</translation>
    </message>
    <message>
        <source>Set up the desk</source>
        <translation>Configurer Support Desk</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>Configuration…</translation>
    </message>
    <message>
        <source>Sign in and begin</source>
        <translation>Se connecter et commencer</translation>
    </message>
    <message>
        <source>Step {number} of {whole}: {names}</source>
        <translation>Étape {number} sur {whole}&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Support Desk</source>
        <translation>Support Desk</translation>
    </message>
    <message>
        <source>The desk needs this to begin.</source>
        <translation>Indispensable pour commencer.</translation>
    </message>
    <message>
        <source>The file is encrypted. Its key is kept by this computer&apos;s keyring.</source>
        <translation>Le fichier est chiffré. Sa clé est gardée par le trousseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Encore une fois la même</translation>
    </message>
    <message>
        <source>The two differ. Type it again.</source>
        <translation>Les deux diffèrent. Saisissez-la de nouveau.</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets, so the key of the encrypted file can&apos;t be kept here. It is never written down in plain text. Choose how the file is locked:</source>
        <translation>Cet ordinateur n’a pas de trousseau pour garder les secrets&#xa0;: la clé du fichier chiffré ne peut donc pas y être conservée. Elle n’est jamais écrite en clair. Choisissez comment verrouiller le fichier&#xa0;:</translation>
    </message>
    <message>
        <source>This desk can’t be opened</source>
        <translation>Support Desk ne peut pas s’ouvrir</translation>
    </message>
    <message>
        <source>This desk is locked</source>
        <translation>Support Desk est verrouillé</translation>
    </message>
    <message>
        <source>This version of Support Desk works alone. Connecting comes together with a hub.</source>
        <translation>Cette version de Support Desk fonctionne seule. La connexion viendra avec le serveur.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen when the desk was set up; capitals and spaces count.</source>
        <translation>Saisissez la phrase secrète choisie à la configuration&#x202f;; majuscules et espaces comptent.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Saisissez la phrase secrète.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Use at least {count} letters; several words are best.</source>
        <translation>Au moins {count} lettres&#x202f;; plusieurs mots, c’est mieux.</translation>
    </message>
    <message>
        <source>What this sets up</source>
        <translation>Mise en place</translation>
    </message>
    <message>
        <source>Where cases live</source>
        <translation>Lieu des dossiers</translation>
    </message>
    <message>
        <source>Where will your cases live?</source>
        <translation>Où seront vos dossiers&#x202f;?</translation>
    </message>
    <message>
        <source>Which language do you read?</source>
        <translation>Quelle langue lisez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Qui travaille ici&#x202f;?</translation>
    </message>
    <message>
        <source>Work alone on this computer</source>
        <translation>Travailler seul sur cet ordinateur</translation>
    </message>
    <message>
        <source>Work with colleagues, also offline all day.</source>
        <translation>Travailler avec vos collègues, même hors ligne toute la journée.</translation>
    </message>
    <message>
        <source>Work with colleagues. You can still work offline all day.</source>
        <translation>Travailler avec vos collègues. Vous pouvez rester hors ligne toute la journée.</translation>
    </message>
    <message>
        <source>You begin as administrator of this desk. Colleagues, branches and clients are added later.</source>
        <translation>Vous commencez comme administrateur de ce poste. Collègues, agences et clients s’ajoutent plus tard.</translation>
    </message>
    <message>
        <source>You need its address and your login there.</source>
        <translation>Il vous faut son adresse et votre identifiant.</translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation>Votre agence</translation>
    </message>
    <message>
        <source>Your company’s hub brings its own rules; you need not choose.</source>
        <translation>Le serveur de votre société apporte ses propres règles&#xa0;; vous n’avez rien à choisir.</translation>
    </message>
    <message>
        <source>Your email address</source>
        <translation>Votre adresse e-mail</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Your name stands on what you write to clients.</source>
        <translation>Votre nom figure sur ce que vous écrivez aux clients.</translation>
    </message>
    <message>
        <source>Your team</source>
        <translation>Votre équipe</translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation>à convenir</translation>
    </message>
    <message>
        <source>deadlines are read in it</source>
        <translation>pour lire les échéances</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>par jour</translation>
    </message>
    <message>
        <source>every {time}</source>
        <translation>par {time}</translation>
    </message>
    <message>
        <source>may be left out</source>
        <translation>facultative</translation>
    </message>
    <message>
        <source>several words are best</source>
        <translation>plusieurs mots, c’est mieux</translation>
    </message>
    <message>
        <source>update every {time}</source>
        <translation>nouvelle par {time}</translation>
    </message>
    <message>
        <source>updates as agreed</source>
        <translation>nouvelles à convenir</translation>
    </message>
    <message>
        <source>{amount} days</source>
        <translation>{amount} jours</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} et {last}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#xa0;h</translation>
    </message>
    <message>
        <source>{part} day</source>
        <translation>{part} jour</translation>
    </message>
    <message>
        <source>{stages}, no severities and no promised times</source>
        <translation>{stages}, ni sévérités ni délais promis</translation>
    </message>
</context>
<context>
    <name>HubForm</name>
    <message numerus="yes">
        <source>%n change(s) are kept here.</source>
        <translation>
            <numerusform>%n modification est gardée ici.</numerusform>
            <numerusform>%n modifications sont gardées ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n case(s) of this desk come along.</source>
        <translation>
            <numerusform>Le dossier de ce poste suit (%n).</numerusform>
            <numerusform>Les %n dossiers de ce poste suivent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask your administrator for the hub’s address.</source>
        <translation>Demandez l’adresse du serveur à votre administrateur.</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Le serveur est interrogé…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Connect to a hub</source>
        <translation>Rejoindre un serveur</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>Find the hub</source>
        <translation>Trouver le serveur</translation>
    </message>
    <message>
        <source>Found the hub at {address}, on this computer.</source>
        <translation>Serveur trouvé à {address}, sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Found the hub at {address}. The connection is encrypted.</source>
        <translation>Serveur trouvé à {address}. La connexion est chiffrée.</translation>
    </message>
    <message>
        <source>Go on in your browser, then come back here.</source>
        <translation>Continuez dans votre navigateur, puis revenez ici.</translation>
    </message>
    <message>
        <source>Go on loading</source>
        <translation>Reprendre le chargement</translation>
    </message>
    <message>
        <source>Hub address</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Looking for the hub…</source>
        <translation>Recherche du serveur…</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Nom de cet ordinateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Sign in and connect</source>
        <translation>Se connecter et rejoindre</translation>
    </message>
    <message>
        <source>Sign in through your organisation</source>
        <translation>Se connecter par votre organisation</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Start working now</source>
        <translation>Commencer à travailler</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Arrêter le chargement</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>The hub can’t be reached now. It goes on by itself.</source>
        <translation>Le serveur est injoignable pour l’instant. Cela reprendra tout seul.</translation>
    </message>
    <message>
        <source>They are loaded onto this computer, so that you can work offline. You can begin at once: what is not here yet comes while you work, also after the program was closed.</source>
        <translation>Ils sont chargés sur cet ordinateur pour que vous puissiez travailler hors ligne. Vous pouvez commencer tout de suite&#xa0;: ce qui manque arrive pendant que vous travaillez, même après la fermeture du programme.</translation>
    </message>
    <message>
        <source>They are sent once you have signed in.</source>
        <translation>Elles seront envoyées après votre connexion.</translation>
    </message>
    <message>
        <source>Your cases are on their way</source>
        <translation>Vos dossiers arrivent</translation>
    </message>
    <message>
        <source>Your colleagues will see them, with their customers and everything written on them. You can go on working offline all day.</source>
        <translation>Vos collègues les verront, avec leurs clients et tout ce qui y est écrit. Vous pourrez toujours travailler hors ligne toute la journée.</translation>
    </message>
    <message>
        <source>Your login or e-mail address</source>
        <translation>Votre identifiant ou adresse e-mail</translation>
    </message>
    <message>
        <source>as administrators see it</source>
        <translation>tel que les administrateurs le voient</translation>
    </message>
    <message>
        <source>or with a password:</source>
        <translation>ou par mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>{done} of {whole} cases and customers, {share} %</source>
        <translation>{done} dossiers et clients sur {whole}, {share}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HubPanel</name>
    <message numerus="yes">
        <source>%n change(s) waiting, in order</source>
        <translation>
            <numerusform>%n modification en attente</numerusform>
            <numerusform>%n modifications en attente, dans l’ordre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to be sent, {size}</source>
        <translation>
            <numerusform>%n fichier à envoyer, {size}</numerusform>
            <numerusform>%n fichiers à envoyer, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n essai</numerusform>
            <numerusform>%n essais</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes that wait</source>
        <translation>Modifications en attente</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Details copied.</source>
        <translation>Détails copiés.</translation>
    </message>
    <message>
        <source>Everything that was written is with the hub.</source>
        <translation>Tout ce qui a été écrit est sur le serveur.</translation>
    </message>
    <message>
        <source>Files follow when everything that was written is sent.</source>
        <translation>Les fichiers suivent une fois envoyé tout ce qui a été écrit.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Go on loading</source>
        <translation>Reprendre le chargement</translation>
    </message>
    <message>
        <source>Keep them for now</source>
        <translation>Les garder pour l’instant</translation>
    </message>
    <message>
        <source>Let it happen</source>
        <translation>Laisser faire</translation>
    </message>
    <message>
        <source>Loading cases and customers…</source>
        <translation>Chargement des dossiers et clients…</translation>
    </message>
    <message>
        <source>Loading: {done} of {whole} cases and customers, {share} %</source>
        <translation>Chargement&#xa0;: {done} dossiers et clients sur {whole}, {share}&#xa0;%</translation>
    </message>
    <message>
        <source>Looking whether the hub has them.</source>
        <translation>Vérification que le serveur les a.</translation>
    </message>
    <message>
        <source>Nothing waits. Everything you did is with the hub.</source>
        <translation>Rien n’attend. Tout ce que vous avez fait est sur le serveur.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Paused. What has gone need not be sent again.</source>
        <translation>Suspendu. Ce qui est parti n’est pas à renvoyer.</translation>
    </message>
    <message>
        <source>Rests until you send it: {reason}</source>
        <translation>Attend que vous l’envoyiez&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n file(s), {size} left</source>
        <translation>
            <numerusform>Envoi de %n fichier, reste {size}</numerusform>
            <numerusform>Envoi de %n fichiers, reste {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Signed in as {name}</source>
        <translation>Connecté en tant que {name}</translation>
    </message>
    <message>
        <source>Somebody else changed the same; you will be asked</source>
        <translation>Quelqu’un d’autre a changé la même chose&#xa0;; on vous demandera</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Arrêter le chargement</translation>
    </message>
    <message>
        <source>That is more than usual. Until you decide, nothing is dropped and nothing more is fetched; what you do here is kept. Ask your administrator whether it is meant.</source>
        <translation>C’est plus que d’habitude. Tant que vous n’avez pas décidé, rien n’est retiré et rien de nouveau n’arrive&#xa0;; ce que vous faites ici est gardé. Demandez à votre administrateur si c’est voulu.</translation>
    </message>
    <message numerus="yes">
        <source>The hub asks this desk to drop %n case(s) and customers.</source>
        <translation>
            <numerusform>Le serveur demande à ce poste de retirer %n dossier ou client.</numerusform>
            <numerusform>Le serveur demande à ce poste de retirer %n dossiers et clients.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub has it</source>
        <translation>Le serveur l’a</translation>
    </message>
    <message>
        <source>They go on where they were as soon as the hub can be reached.</source>
        <translation>Ils reprennent là où ils en étaient dès que le serveur est joignable.</translation>
    </message>
    <message>
        <source>This desk and its hub</source>
        <translation>Ce poste et son serveur</translation>
    </message>
    <message>
        <source>Those that the hub did not take stand under “Needs your attention”.</source>
        <translation>Ceux que le serveur n’a pas acceptés figurent sous « À votre attention ».</translation>
    </message>
    <message>
        <source>What you did is kept and sent once you sign in.</source>
        <translation>Ce que vous avez fait est gardé, et envoyé dès votre connexion.</translation>
    </message>
    <message>
        <source>Will not be accepted: {reason}</source>
        <translation>Ne sera pas accepté&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Vous êtes déconnecté.</translation>
    </message>
    <message>
        <source>You can work meanwhile. If it is stopped, it goes on where it was.</source>
        <translation>Vous pouvez travailler entre-temps. Arrêté, il reprend là où il en était.</translation>
    </message>
    <message>
        <source>You can work meanwhile; if it is cut off, it goes on where it was.</source>
        <translation>Vous pouvez travailler entre-temps ; coupé, l’envoi reprend là où il en était.</translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>encore %n heure environ</numerusform>
            <numerusform>encore %n heures environ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>encore %n minute environ</numerusform>
            <numerusform>encore %n minutes environ</numerusform>
        </translation>
    </message>
    <message>
        <source>last contact {moment}</source>
        <translation>dernier contact {moment}</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>moins d’une minute restante</translation>
    </message>
    <message>
        <source>{act} on {case}</source>
        <translation>{act}, dossier {case}</translation>
    </message>
    <message>
        <source>{age} · {size}</source>
        <translation>{age} · {size}</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} par seconde</translation>
    </message>
    <message>
        <source>{tries}, next {time}</source>
        <translation>{tries}, prochain {time}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n case(s) can be imported</source>
        <translation>
            <numerusform>%n dossier importable</numerusform>
            <numerusform>%n dossiers importables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) imported</source>
        <translation>
            <numerusform>%n dossier importé</numerusform>
            <numerusform>%n dossiers importés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n colonne</numerusform>
            <numerusform>%n colonnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ and were left</source>
        <translation>
            <numerusform>%n différent, laissé tel quel</numerusform>
            <numerusform>%n différents, laissés tels quels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can&apos;t be imported</source>
        <translation>
            <numerusform>%n ligne non importable</numerusform>
            <numerusform>%n lignes non importables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already</source>
        <translation>
            <numerusform>%n déjà présent</numerusform>
            <numerusform>%n déjà présents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) for severities</source>
        <translation>
            <numerusform>%n mot de sévérité</numerusform>
            <numerusform>%n mots de sévérité</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) for stages</source>
        <translation>
            <numerusform>%n mot d’étape</numerusform>
            <numerusform>%n mots d’étape</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Autre fichier…</translation>
    </message>
    <message>
        <source>As guessed from the file</source>
        <translation>Déduite du fichier</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Devient</translation>
    </message>
    <message>
        <source>CSV, JSON or lines of JSON, also packed as gz or zip.</source>
        <translation>CSV, JSON ou lignes de JSON, même compressés en gz ou zip.</translation>
    </message>
    <message>
        <source>Can&apos;t be imported</source>
        <translation>Non importables</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Choose an export</source>
        <translation>Choisir un export</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file elsewhere.</source>
        <translation>Choisissez un autre emplacement, ou fermez le fichier ailleurs.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Clos le</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Contact&apos;s email</source>
        <translation>E-mail du contact</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Differ, left as they are</source>
        <translation>Différents, laissés tels quels</translation>
    </message>
    <message>
        <source>Drop an export here</source>
        <translation>Déposez un export ici</translation>
    </message>
    <message>
        <source>Everything in this file is here already.</source>
        <translation>Tout ce que contient ce fichier est déjà là.</translation>
    </message>
    <message>
        <source>Exports of Zendesk, Freshdesk, Zammad, osTicket, Jira and ServiceNow are recognised.</source>
        <translation>Les exports de Zendesk, Freshdesk, Zammad, osTicket, Jira et ServiceNow sont reconnus.</translation>
    </message>
    <message>
        <source>Exports {kinds}</source>
        <translation>Exports {kinds}</translation>
    </message>
    <message>
        <source>First cases</source>
        <translation>Premiers dossiers</translation>
    </message>
    <message>
        <source>First response at</source>
        <translation>Première réponse le</translation>
    </message>
    <message>
        <source>First response, minutes</source>
        <translation>Première réponse, minutes</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Par exemple</translation>
    </message>
    <message>
        <source>From another help desk; importing twice adds nothing.</source>
        <translation>Depuis un autre outil de support&#x202f;; importer deux fois n’ajoute rien.</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Déjà présents</translation>
    </message>
    <message>
        <source>Here already, but told otherwise in this file</source>
        <translation>Déjà présents, mais différents dans ce fichier</translation>
    </message>
    <message numerus="yes">
        <source>Import %n case(s)</source>
        <translation>
            <numerusform>Importer %n dossier</numerusform>
            <numerusform>Importer %n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation>Importer des dossiers</translation>
    </message>
    <message>
        <source>Importing the same file again adds nothing.</source>
        <translation>Réimporter le même fichier n’ajoute rien.</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Import de {file}</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Garder tel quel</translation>
    </message>
    <message>
        <source>Keep mapping</source>
        <translation>Garder la correspondance</translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation>Gardés tels quels</translation>
    </message>
    <message>
        <source>Kept mapping</source>
        <translation>Correspondance gardée</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Laisser ouvert</translation>
    </message>
    <message>
        <source>Leave the stage</source>
        <translation>Laisser l’étape</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Ligne {line}</translation>
    </message>
    <message>
        <source>Line {line}, number {number}: {why}</source>
        <translation>Ligne {line}, numéro {number}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation>Ligne {line}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Logged at</source>
        <translation>Enregistré le</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation>Nom à lui donner</translation>
    </message>
    <message>
        <source>New cases</source>
        <translation>Nouveaux dossiers</translation>
    </message>
    <message>
        <source>No case was added.</source>
        <translation>Aucun dossier n’a été ajouté.</translation>
    </message>
    <message>
        <source>No column gives: {names}. Say below which one does.</source>
        <translation>Aucune colonne ne donne&#xa0;: {names}. Indiquez laquelle ci-dessous.</translation>
    </message>
    <message>
        <source>Nothing is written before you have seen a preview.</source>
        <translation>Rien n’est écrit avant que vous ayez vu un aperçu.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Outside number</source>
        <translation>Numéro externe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Part of the mapping</source>
        <translation>Partie de la correspondance</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>Resolved at</source>
        <translation>Résolu le</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Sévérité</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>Afficher tous les dossiers</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>The cases are here.</source>
        <translation>Les dossiers sont là.</translation>
    </message>
    <message>
        <source>The cases come under</source>
        <translation>Politique des dossiers</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>L’import a été arrêté.</translation>
    </message>
    <message>
        <source>The mapping was kept.</source>
        <translation>La correspondance est gardée.</translation>
    </message>
    <message>
        <source>The report couldn&apos;t be saved as {name}.</source>
        <translation>Impossible d’enregistrer le rapport sous {name}.</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>Le rapport est enregistré.</translation>
    </message>
    <message>
        <source>The system said: {reason}.</source>
        <translation>Réponse du système&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>They stay with each case under their own name.</source>
        <translation>Ils restent dans chaque dossier sous leur propre nom.</translation>
    </message>
    <message>
        <source>Time zone of times without one</source>
        <translation>Fuseau des heures qui n’en ont pas</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Updated at</source>
        <translation>Mis à jour le</translation>
    </message>
    <message>
        <source>What is written stays if you cancel; importing the file again goes on from there.</source>
        <translation>Ce qui est écrit reste si vous annulez&#x202f;; réimporter le fichier reprend à cet endroit.</translation>
    </message>
    <message>
        <source>What the client wrote</source>
        <translation>Message du client</translation>
    </message>
    <message>
        <source>What was written stays. Import the file again and it goes on from there.</source>
        <translation>Ce qui est écrit reste. Réimportez le fichier pour reprendre à cet endroit.</translation>
    </message>
    <message>
        <source>Word of the file</source>
        <translation>Mot du fichier</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, all named in the report</source>
        <translation>
            <numerusform>et %n autre, détaillé dans le rapport</numerusform>
            <numerusform>et %n autres, tous détaillés dans le rapport</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; save the report to read them</source>
        <translation>
            <numerusform>et %n autre&#x202f;; enregistrez le rapport pour le lire</numerusform>
            <numerusform>et %n autres&#x202f;; enregistrez le rapport pour les lire</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end; import again to go on</source>
        <translation>arrêté avant la fin&#x202f;; réimportez pour continuer</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>What you typed last is not kept yet, so the desk stays open.</source>
        <translation>Votre dernière saisie n’est pas encore gardée, la fenêtre reste donc ouverte.</translation>
    </message>
    <message>
        <source>{remedy} To leave without what you typed last, close the desk once more within a minute.</source>
        <translation>{remedy} Pour quitter sans la dernière saisie, fermez encore une fois la fenêtre dans la minute.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Undo, {seconds} s</source>
        <translation>Annuler l’action, {seconds}&#xa0;s</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Tenu</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Sans échéance</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>now</source>
        <translation>&lt;&#xa0;1&#xa0;min</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>{clock} due in {duration}</source>
        <translation>{clock} due dans {duration}</translation>
    </message>
    <message>
        <source>{clock} due {moment}</source>
        <translation>{clock} due le {moment}</translation>
    </message>
    <message>
        <source>{clock} late by {duration}</source>
        <translation>{clock} en retard de {duration}</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>{days}&#xa0;j de retard</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}&#xa0;{month}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}&#xa0;{month} {year}</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day}&#xa0;{time}</translation>
    </message>
    <message>
        <source>{duration} late</source>
        <translation>{duration} de retard</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#xa0;h</translation>
    </message>
    <message>
        <source>{hours} h late</source>
        <translation>{hours}&#xa0;h de retard</translation>
    </message>
    <message>
        <source>{hours} h {minutes} m</source>
        <translation>{hours}&#xa0;h&#xa0;{minutes}</translation>
    </message>
    <message>
        <source>{hours} {minutes}</source>
        <translation>{hours} {minutes}</translation>
    </message>
    <message>
        <source>{minutes} m</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>il y a {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{seconds} s ago</source>
        <translation>il y a {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month} {year} {time}</source>
        <translation>{weekday} {day}&#xa0;{month} {year} à {time}</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Accept as one incident</source>
        <translation>Accepter comme un seul incident</translation>
    </message>
    <message>
        <source>Central support…</source>
        <translation>Support central…</translation>
    </message>
    <message>
        <source>Close for the customer…</source>
        <translation>Clore pour le client…</translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation>Clore le dossier…</translation>
    </message>
    <message>
        <source>Edit the title</source>
        <translation>Modifier le titre</translation>
    </message>
    <message>
        <source>End a link…</source>
        <translation>Supprimer un lien…</translation>
    </message>
    <message>
        <source>Information received…</source>
        <translation>Informations reçues…</translation>
    </message>
    <message>
        <source>Leave it closed…</source>
        <translation>Laisser clos…</translation>
    </message>
    <message>
        <source>Link a tracking note…</source>
        <translation>Lier une fiche de suivi…</translation>
    </message>
    <message>
        <source>Link with a case…</source>
        <translation>Lier à un dossier…</translation>
    </message>
    <message>
        <source>Log a follow-up case…</source>
        <translation>Créer un dossier de suite…</translation>
    </message>
    <message>
        <source>Merge into a case…</source>
        <translation>Fusionner dans un dossier…</translation>
    </message>
    <message>
        <source>Next step of the work…</source>
        <translation>Phase suivante des travaux…</translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation>Réactiver</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>Enregistrer un paiement…</translation>
    </message>
    <message>
        <source>Record the customer’s agreement…</source>
        <translation>Enregistrer l’accord du client…</translation>
    </message>
    <message>
        <source>Return the incident…</source>
        <translation>Rendre l’incident…</translation>
    </message>
    <message>
        <source>Settle support without cover…</source>
        <translation>Régler le support sans couverture…</translation>
    </message>
    <message>
        <source>Show as of…</source>
        <translation>Revoir à une date…</translation>
    </message>
    <message>
        <source>Split off an aspect…</source>
        <translation>Scinder le dossier…</translation>
    </message>
    <message>
        <source>Start an engagement…</source>
        <translation>Démarrer une prestation…</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Annuler la fusion</translation>
    </message>
    <message>
        <source>Use an article…</source>
        <translation>Utiliser un article…</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message numerus="yes">
        <source>%n case(s) logged.</source>
        <translation>
            <numerusform>%n dossier enregistré.</numerusform>
            <numerusform>%n dossiers enregistrés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an article</source>
        <translation>Ajouter un article</translation>
    </message>
    <message>
        <source>Add another case</source>
        <translation>Ajouter un autre dossier</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Ajouter le contact</translation>
    </message>
    <message>
        <source>Answer the questions, or choose a severity.</source>
        <translation>Répondez aux questions, ou choisissez une sévérité.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Articles already tried</source>
        <translation>Articles déjà essayés</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Joindre des fichiers…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a client from the list, or type a whole code.</source>
        <translation>Choisissez un client de la liste, ou saisissez un code entier.</translation>
    </message>
    <message>
        <source>Choose one; the policy asks for it.</source>
        <translation>Choisissez&#x202f;; la politique l’exige.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Code, client or name</source>
        <translation>Code, client ou nom</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message numerus="yes">
        <source>Create %n case(s)</source>
        <translation>
            <numerusform>Créer %n dossier</numerusform>
            <numerusform>Créer %n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Create and add another</source>
        <translation>Créer et ajouter un autre</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>Créer le dossier</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Création…</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Supprimer le brouillon</translation>
    </message>
    <message>
        <source>Discard it for good</source>
        <translation>Supprimer pour de bon</translation>
    </message>
    <message>
        <source>Draft discarded.</source>
        <translation>Brouillon supprimé.</translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation>Brouillon enregistré&#xa0;: {time}</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Entitled to support</source>
        <translation>A droit au support</translation>
    </message>
    <message>
        <source>Fields change with client and product; nothing is lost if you close.</source>
        <translation>Les champs varient selon le client et le produit&#x202f;; rien n’est perdu si vous fermez.</translation>
    </message>
    <message>
        <source>First response: {time} of support time</source>
        <translation>Première réponse&#xa0;: {time} de temps de support</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Go by the answers instead</source>
        <translation>S’en tenir aux réponses</translation>
    </message>
    <message>
        <source>Goes with the case</source>
        <translation>Joint au dossier</translation>
    </message>
    <message numerus="yes">
        <source>Helped with %n case(s)</source>
        <translation>
            <numerusform>A aidé dans %n dossier</numerusform>
            <numerusform>A aidé dans %n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>I take it on</source>
        <translation>Je m’en charge</translation>
    </message>
    <message>
        <source>Keep as one</source>
        <translation>Garder un seul dossier</translation>
    </message>
    <message>
        <source>Leave this case out</source>
        <translation>Retirer ce dossier</translation>
    </message>
    <message>
        <source>Name of the new contact</source>
        <translation>Nom du nouveau contact</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>No named contact: may read the knowledge base only.</source>
        <translation>Pas un contact désigné&#xa0;: ne peut que lire la base de connaissances.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Personne en particulier</translation>
    </message>
    <message>
        <source>Nobody new</source>
        <translation>Personne de nouveau</translation>
    </message>
    <message>
        <source>None in particular</source>
        <translation>Aucun en particulier</translation>
    </message>
    <message>
        <source>Not entitled to support</source>
        <translation>N’a pas droit au support</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Pas encore utilisé</translation>
    </message>
    <message>
        <source>One case covers one, so each gets its own deadline.</source>
        <translation>Un dossier par problème&#xa0;: chacun a ainsi sa propre échéance.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open {case}</source>
        <translation>Ouvrir {case}</translation>
    </message>
    <message>
        <source>Perhaps already known</source>
        <translation>Peut-être déjà connu</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Proposed by the answers. {definition}</source>
        <translation>Proposée d’après les réponses. {definition}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Same cause</source>
        <translation>Même cause</translation>
    </message>
    <message>
        <source>Say first which client asks.</source>
        <translation>Indiquez d’abord quel client fait la demande.</translation>
    </message>
    <message>
        <source>Say in one sentence what it is about.</source>
        <translation>Dites en une phrase de quoi il s’agit.</translation>
    </message>
    <message>
        <source>Say which client asks to see what covers it.</source>
        <translation>Indiquez le client pour voir sa couverture.</translation>
    </message>
    <message>
        <source>Say who it is.</source>
        <translation>Indiquez de qui il s’agit.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Somebody new…</source>
        <translation>Nouvelle personne…</translation>
    </message>
    <message numerus="yes">
        <source>Split into %n case(s)</source>
        <translation>
            <numerusform>Scinder en %n dossier</numerusform>
            <numerusform>Scinder en %n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestions come from this computer’s copy</source>
        <translation>Suggestions tirées de la copie de cet ordinateur</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Summary of case {number}</source>
        <translation>Résumé du dossier {number}</translation>
    </message>
    <message>
        <source>Support code or client</source>
        <translation>Code de support ou client</translation>
    </message>
    <message>
        <source>Take the files off</source>
        <translation>Retirer les fichiers</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>The policy asks for this.</source>
        <translation>La politique l’exige.</translation>
    </message>
    <message numerus="yes">
        <source>This reads like %n problem(s).</source>
        <translation>
            <numerusform>Cela ressemble à %n problème.</numerusform>
            <numerusform>Cela ressemble à %n problèmes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try first</source>
        <translation>À essayer d’abord</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>Jusqu’au {day}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What support covers</source>
        <translation>Couverture du support</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>Ce que dit le client</translation>
    </message>
    <message>
        <source>What was typed is kept as a draft</source>
        <translation>La saisie est gardée en brouillon</translation>
    </message>
    <message>
        <source>Will be linked</source>
        <translation>Sera lié</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>add as a new client</source>
        <translation>ajouter comme nouveau client</translation>
    </message>
    <message>
        <source>one sentence, one problem</source>
        <translation>une phrase, un problème</translation>
    </message>
    <message>
        <source>you verify the severity later</source>
        <translation>vous vérifierez la sévérité plus tard</translation>
    </message>
    <message>
        <source>{cover}, {plan}</source>
        <translation>{cover}, {plan}</translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}, {size}</translation>
    </message>
    <message>
        <source>{left} of {size} incidents left</source>
        <translation>Reste {left} sur {size} incidents</translation>
    </message>
    <message>
        <source>{named} of {most} named contacts</source>
        <translation>{named}/{most} contacts désignés</translation>
    </message>
    <message>
        <source>{name}, may only read</source>
        <translation>{name}, lecture seule</translation>
    </message>
    <message>
        <source>{name}, required</source>
        <translation>{name}, obligatoire</translation>
    </message>
    <message>
        <source>{number} {title}</source>
        <translation>{number} {title}</translation>
    </message>
    <message>
        <source>{share} % alike</source>
        <translation>{share}&#xa0;% similaire</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Offline: who else is here is unknown</source>
        <translation>Hors ligne&#xa0;: on ne sait pas qui d’autre est ici</translation>
    </message>
    <message>
        <source>{name} is looking, {ago}</source>
        <translation>{name} regarde, {ago}</translation>
    </message>
    <message>
        <source>{name} is writing, {ago}</source>
        <translation>{name} écrit, {ago}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>{done} of {whole}, {share} %</source>
        <translation>{done} sur {whole}, {share}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Area</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Au bureau</translation>
    </message>
    <message>
        <source>Details of the case</source>
        <translation>Détails du dossier</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Follow this case</source>
        <translation>Suivre ce dossier</translation>
    </message>
    <message>
        <source>Imported fields</source>
        <translation>Champs importés</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Heure locale</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Sur place</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>À distance</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Stop following this case</source>
        <translation>Ne plus suivre ce dossier</translation>
    </message>
    <message>
        <source>Support code</source>
        <translation>Code de support</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Temps passé</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>duplicate of this case</source>
        <translation>son doublon</translation>
    </message>
    <message>
        <source>fixed in {version}</source>
        <translation>corrigé en {version}</translation>
    </message>
    <message>
        <source>follows this case</source>
        <translation>sa suite</translation>
    </message>
    <message>
        <source>merged into this case</source>
        <translation>fusionné ici</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>split off from here</source>
        <translation>scindé d’ici</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggéré</translation>
    </message>
    <message>
        <source>tried by the customer</source>
        <translation>essayé par le client</translation>
    </message>
    <message>
        <source>used</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>written from here</source>
        <translation>issu de ce dossier</translation>
    </message>
    <message>
        <source>{day}, {channel}</source>
        <translation>{day}, {channel}</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, version {version}</translation>
    </message>
    <message>
        <source>{time}, closed</source>
        <translation>{time}, fermé</translation>
    </message>
    <message>
        <source>{time}, open</source>
        <translation>{time}, ouvert</translation>
    </message>
</context>
<context>
    <name>Remote</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>A MAC address has 12 digits and letters from A to F.</source>
        <translation>Une adresse MAC a 12 chiffres et lettres de A à F.</translation>
    </message>
    <message>
        <source>A RustDesk ID has 6 to 12 digits, or begins with a letter and has 6 to 16 letters and digits.</source>
        <translation>Un ID RustDesk a de 6 à 12 chiffres, ou commence par une lettre et a de 6 à 16 lettres et chiffres.</translation>
    </message>
    <message>
        <source>A Splashtop account is an e-mail address.</source>
        <translation>Un compte Splashtop est une adresse e-mail.</translation>
    </message>
    <message>
        <source>A TeamViewer ID has 8 to 10 digits.</source>
        <translation>Un ID TeamViewer a de 8 à 10 chiffres.</translation>
    </message>
    <message>
        <source>A TeamViewer ID has 8 to 12 digits.</source>
        <translation>Un ID TeamViewer a de 8 à 12 chiffres.</translation>
    </message>
    <message>
        <source>A TeamViewer link begins with https:// and leads to teamviewer.com.</source>
        <translation>Un lien TeamViewer commence par https:// et mène à teamviewer.com.</translation>
    </message>
    <message>
        <source>A Zoho Assist link begins with https://assist.zoho. and the ending of your region.</source>
        <translation>Un lien Zoho Assist commence par https://assist.zoho. et la terminaison de votre région.</translation>
    </message>
    <message>
        <source>A Zoho site is one of assist.zoho.com, .eu, .in and .com.au.</source>
        <translation>Un site Zoho est assist.zoho.com, .eu, .in ou .com.au.</translation>
    </message>
    <message>
        <source>A computer is a name or an address, such as pc-7.example.com or 192.0.2.7, with a port after a colon if needed.</source>
        <translation>Un ordinateur est un nom ou une adresse, comme pc-7.example.com ou 192.0.2.7, suivi au besoin d’un deux-points et d’un port.</translation>
    </message>
    <message>
        <source>A computer&apos;s name has up to 100 letters, digits, dots and hyphens.</source>
        <translation>Un nom d’ordinateur a jusqu’à 100 lettres, chiffres, points et traits d’union.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Un port est un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <source>A program on this computer is needed.</source>
        <translation>Il faut un programme qui se trouve sur cet ordinateur.</translation>
    </message>
    <message>
        <source>A session code has 5 to 20 letters, digits and hyphens.</source>
        <translation>Un code de session a de 5 à 20 lettres, chiffres et traits d’union.</translation>
    </message>
    <message>
        <source>A session has 32 digits and letters from a to f, in five parts with hyphens.</source>
        <translation>Une session a 32 chiffres et lettres de a à f, en cinq parties séparées par des traits d’union.</translation>
    </message>
    <message>
        <source>A session key has 6 to 12 digits.</source>
        <translation>Une clé de session a de 6 à 12 chiffres.</translation>
    </message>
    <message>
        <source>A session key has 7 letters and digits.</source>
        <translation>Une clé de session a 7 lettres et chiffres.</translation>
    </message>
    <message>
        <source>A site is a host&apos;s name without https://, such as acme.beyondtrustcloud.com.</source>
        <translation>Un site est un nom d’hôte sans https://, comme acme.beyondtrustcloud.com.</translation>
    </message>
    <message>
        <source>A site is a host&apos;s name without https://, such as acme.screenconnect.com.</source>
        <translation>Un site est un nom d’hôte sans https://, comme acme.screenconnect.com.</translation>
    </message>
    <message>
        <source>An AnyDesk address has 9 or 10 digits; an alias looks like office@ad.</source>
        <translation>Une adresse AnyDesk a 9 ou 10 chiffres ; un alias ressemble à office@ad.</translation>
    </message>
    <message>
        <source>An SOS code has 9 digits.</source>
        <translation>Un code SOS a 9 chiffres.</translation>
    </message>
    <message>
        <source>AnyDesk address or alias</source>
        <translation>Adresse ou alias AnyDesk</translation>
    </message>
    <message>
        <source>AnyDesk asks for the password, or for consent at the other end.</source>
        <translation>AnyDesk demande le mot de passe, ou l’accord à l’autre bout.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to allow it, or choose another program.</source>
        <translation>Demandez à la personne qui gère cet ordinateur de l’autoriser, ou choisissez un autre programme.</translation>
    </message>
    <message>
        <source>BeyondTrust site</source>
        <translation>Site BeyondTrust</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Chargeable</source>
        <translation>Facturable</translation>
    </message>
    <message>
        <source>Choose another tool.</source>
        <translation>Choisissez un autre outil.</translation>
    </message>
    <message>
        <source>Choose program…</source>
        <translation>Choisir le programme…</translation>
    </message>
    <message>
        <source>Choose the program of {tool}</source>
        <translation>Choisir le programme de {tool}</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Connect to {id}?</source>
        <translation>Se connecter à {id} ?</translation>
    </message>
    <message>
        <source>Consent by {name}.</source>
        <translation>Accord de {name}.</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copier l’ID</translation>
    </message>
    <message>
        <source>Copy the ID and start the tool yourself.</source>
        <translation>Copiez l’ID et lancez l’outil vous-même.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>End the remote session</source>
        <translation>Terminer la session à distance</translation>
    </message>
    <message>
        <source>Enter the ID again, or choose the program again.</source>
        <translation>Saisissez l’ID de nouveau, ou choisissez de nouveau le programme.</translation>
    </message>
    <message>
        <source>File transfer</source>
        <translation>Transfert de fichiers</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Google asks you to sign in; the customer reads out the code.</source>
        <translation>Google vous demande de vous connecter ; le client lit le code à voix haute.</translation>
    </message>
    <message>
        <source>Install it again, or choose the program.</source>
        <translation>Réinstallez-le, ou choisissez le programme.</translation>
    </message>
    <message>
        <source>It can be connected to, as QuickSupport and Host can, but it can’t begin a session.</source>
        <translation>On peut s’y connecter, comme à QuickSupport ou à Host, mais il ne peut pas commencer de session.</translation>
    </message>
    <message>
        <source>It has known weaknesses. Update it when you can.</source>
        <translation>Cette version a des failles connues. Mettez-la à jour dès que possible.</translation>
    </message>
    <message>
        <source>It is noted on the case.</source>
        <translation>C’est noté dans le dossier.</translation>
    </message>
    <message>
        <source>It may not be run.</source>
        <translation>Il n’est pas autorisé à s’exécuter.</translation>
    </message>
    <message>
        <source>It was begun {moment}.</source>
        <translation>Elle a commencé : {moment}.</translation>
    </message>
    <message>
        <source>It was no longer where it was found.</source>
        <translation>Il n’était plus là où il avait été trouvé.</translation>
    </message>
    <message>
        <source>Its link could not be opened.</source>
        <translation>Son lien n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>Its program is called: {names}.</source>
        <translation>Son programme s’appelle : {names}.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Link for the supporter</source>
        <translation>Lien pour l’agent</translation>
    </message>
    <message>
        <source>Link for the technician</source>
        <translation>Lien pour le technicien</translation>
    </message>
    <message>
        <source>Log session</source>
        <translation>Consigner</translation>
    </message>
    <message>
        <source>Log {length}</source>
        <translation>Consigner {length}</translation>
    </message>
    <message>
        <source>MAC address of the computer</source>
        <translation>Adresse MAC de l’ordinateur</translation>
    </message>
    <message>
        <source>Name of the computer</source>
        <translation>Nom de l’ordinateur</translation>
    </message>
    <message>
        <source>No remote session on this case yet</source>
        <translation>Pas encore de session à distance pour ce dossier</translation>
    </message>
    <message>
        <source>No session was begun; the case says so.</source>
        <translation>Aucune session n’a commencé ; le dossier l’indique.</translation>
    </message>
    <message>
        <source>Not chargeable</source>
        <translation>Non facturable</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>Rien n’a été lancé.</translation>
    </message>
    <message>
        <source>Open web version</source>
        <translation>Version web</translation>
    </message>
    <message>
        <source>Other ways to begin a remote session</source>
        <translation>Autres façons de commencer une session à distance</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>Enregistrer un paiement…</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>Prise en main</translation>
    </message>
    <message>
        <source>Remote session logged, {length}</source>
        <translation>Session à distance consignée, {length}</translation>
    </message>
    <message>
        <source>Remote session with {id} begun</source>
        <translation>Session à distance avec {id} commencée</translation>
    </message>
    <message>
        <source>Remote session with {tool} begun</source>
        <translation>Session à distance avec {tool} commencée</translation>
    </message>
    <message>
        <source>RustDesk ID</source>
        <translation>ID RustDesk</translation>
    </message>
    <message>
        <source>RustDesk asks for the password.</source>
        <translation>RustDesk demande le mot de passe.</translation>
    </message>
    <message>
        <source>SOS code</source>
        <translation>Code SOS</translation>
    </message>
    <message>
        <source>ScreenConnect site</source>
        <translation>Site ScreenConnect</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Session code</source>
        <translation>Code de session</translation>
    </message>
    <message>
        <source>Session key</source>
        <translation>Clé de session</translation>
    </message>
    <message>
        <source>Splashtop account</source>
        <translation>Compte Splashtop</translation>
    </message>
    <message>
        <source>Splashtop asks you to sign in.</source>
        <translation>Splashtop vous demande de vous connecter.</translation>
    </message>
    <message>
        <source>Start a remote session</source>
        <translation>Commencer une session à distance</translation>
    </message>
    <message>
        <source>Start it once by hand, or copy the ID and use the web version.</source>
        <translation>Lancez-le une fois à la main, ou copiez l’ID et utilisez la version web.</translation>
    </message>
    <message>
        <source>Start {tool}</source>
        <translation>Lancer {tool}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Lancement…</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Toujours en cours</translation>
    </message>
    <message>
        <source>TeamViewer ID</source>
        <translation>ID TeamViewer</translation>
    </message>
    <message>
        <source>TeamViewer asks for the password.</source>
        <translation>TeamViewer demande le mot de passe.</translation>
    </message>
    <message>
        <source>The console asks you to sign in.</source>
        <translation>La console vous demande de vous connecter.</translation>
    </message>
    <message>
        <source>The customer must agree.</source>
        <translation>Le client doit être d’accord.</translation>
    </message>
    <message>
        <source>The link for {tool} could not be opened.</source>
        <translation>Le lien pour {tool} n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The link needs no password.</source>
        <translation>Le lien ne demande pas de mot de passe.</translation>
    </message>
    <message>
        <source>The site asks you to sign in.</source>
        <translation>Le site vous demande de vous connecter.</translation>
    </message>
    <message>
        <source>The system asks for the password.</source>
        <translation>Le système demande le mot de passe.</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>Le système indique : {reason}.</translation>
    </message>
    <message>
        <source>The viewer asks for the password.</source>
        <translation>La visionneuse demande le mot de passe.</translation>
    </message>
    <message>
        <source>There is no such program.</source>
        <translation>Ce programme n’existe pas.</translation>
    </message>
    <message>
        <source>This can’t be started with {tool}.</source>
        <translation>Cela ne peut pas être lancé avec {tool}.</translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation>Cet ordinateur n’a pas de réseau.</translation>
    </message>
    <message>
        <source>This computer has only a part of {tool}.</source>
        <translation>Cet ordinateur n’a qu’une partie de {tool}.</translation>
    </message>
    <message>
        <source>This is not a known site of the tool.</source>
        <translation>Ce site n’est pas un site connu de l’outil.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>C’est trop long.</translation>
    </message>
    <message numerus="yes">
        <source>This one has %n character(s).</source>
        <translation>
            <numerusform>Ici, il y en a %n.</numerusform>
            <numerusform>Ici, il y en a %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>This one has a sign that can’t be seen in it ({code}).</source>
        <translation>Ici, il y a un signe invisible ({code}).</translation>
    </message>
    <message>
        <source>This one has a space in it.</source>
        <translation>Ici, il y a une espace.</translation>
    </message>
    <message>
        <source>This one has {count}.</source>
        <translation>Celui-ci en a {count}.</translation>
    </message>
    <message>
        <source>This one has “{sign}” in it.</source>
        <translation>Ici, il y a « {sign} ».</translation>
    </message>
    <message>
        <source>This program can’t be run.</source>
        <translation>Ce programme ne peut pas être exécuté.</translation>
    </message>
    <message>
        <source>This program isn’t {tool}.</source>
        <translation>Ce programme n’est pas {tool}.</translation>
    </message>
    <message>
        <source>This will be noted on the case.</source>
        <translation>Ce sera noté dans le dossier.</translation>
    </message>
    <message>
        <source>To be charged to the customer</source>
        <translation>À facturer au client</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>Unattended computer</source>
        <translation>Ordinateur sans surveillance</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>Déjà utilisés</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Was the session with {id} ended?</source>
        <translation>La session avec {id} est-elle terminée ?</translation>
    </message>
    <message>
        <source>Was the session with {id} on case {number} ended?</source>
        <translation>La session avec {id} du dossier {number} est-elle terminée ?</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>Who agreed</source>
        <translation>Qui a donné son accord</translation>
    </message>
    <message>
        <source>You sign in, and tell the customer the code that Quick Assist shows.</source>
        <translation>Vous vous connectez et donnez au client le code qu’affiche Quick Assist.</translation>
    </message>
    <message>
        <source>Zoho asks you to sign in.</source>
        <translation>Zoho vous demande de vous connecter.</translation>
    </message>
    <message>
        <source>Zoho site</source>
        <translation>Site Zoho</translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation>{field} : à renseigner.</translation>
    </message>
    <message>
        <source>{length} so far</source>
        <translation>{length} jusqu’ici</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{tool} can’t be started so on this computer.</source>
        <translation>{tool} ne peut pas être lancé ainsi sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{tool} could not be started.</source>
        <translation>{tool} n’a pas pu être lancé.</translation>
    </message>
    <message>
        <source>{tool} didn’t start</source>
        <translation>{tool} n’a pas démarré</translation>
    </message>
    <message>
        <source>{tool} is no longer where it was found.</source>
        <translation>{tool} n’est plus là où il avait été trouvé.</translation>
    </message>
    <message>
        <source>{tool} needs its own service to reach the customer.</source>
        <translation>{tool} a besoin de son propre service pour joindre le client.</translation>
    </message>
    <message>
        <source>{tool} needs no program on this computer.</source>
        <translation>{tool} n’a besoin d’aucun programme sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{tool} started</source>
        <translation>{tool} lancé</translation>
    </message>
    <message>
        <source>{tool} was found but may not be run.</source>
        <translation>{tool} a été trouvé mais n’est pas autorisé à s’exécuter.</translation>
    </message>
    <message>
        <source>{tool} was not found on this computer.</source>
        <translation>{tool} est introuvable sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{tool} {version} is out of date.</source>
        <translation>{tool} {version} n’est plus à jour.</translation>
    </message>
    <message>
        <source>{tool}: {mode}</source>
        <translation>{tool} : {mode}</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Branches</source>
        <translation>Agences</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>File Station</source>
        <translation>Station de fichiers</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>Base de connaissances</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>À votre attention</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>Search all cases</source>
        <translation>Rechercher dans tous les dossiers</translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation>Chercher ou agir…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>Visites du jour</translation>
    </message>
    <message>
        <source>{branch}, closed now</source>
        <translation>{branch}, fermé</translation>
    </message>
    <message>
        <source>{branch}, until {time}</source>
        <translation>{branch}, jusqu’à {time}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n modification en attente</numerusform>
            <numerusform>%n modifications en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting on this computer</source>
        <translation>
            <numerusform>%n modification en attente sur cet ordinateur</numerusform>
            <numerusform>%n modifications en attente sur cet ordinateur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting on this computer</source>
        <translation>
            <numerusform>%n fichier en attente sur cet ordinateur</numerusform>
            <numerusform>%n fichiers en attente sur cet ordinateur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your attention</source>
        <translation>
            <numerusform>%n élément à votre attention</numerusform>
            <numerusform>%n éléments à votre attention</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafts: {count}</source>
        <translation>Brouillons&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Loading cases</source>
        <translation>Chargement des dossiers</translation>
    </message>
    <message>
        <source>Loading {done} of {whole}</source>
        <translation>Chargement&#xa0;: {done} sur {whole}</translation>
    </message>
    <message>
        <source>Offline since {time} – saved on this computer</source>
        <translation>Hors ligne depuis {time} – enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>Offline – saved on this computer</source>
        <translation>Hors ligne – enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Online again since {time}</source>
        <translation>De nouveau en ligne depuis {time}</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Ouverture de Support Desk…</translation>
    </message>
    <message>
        <source>Paused – saved on this computer</source>
        <translation>Suspendu – enregistré sur cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n file(s), {size} left</source>
        <translation>
            <numerusform>Envoi de %n fichier, reste {size}</numerusform>
            <numerusform>Envoi de %n fichiers, reste {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending {done} of {whole}</source>
        <translation>Envoi {done} sur {whole}</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Sign in to go on with your colleagues</source>
        <translation>Connectez-vous pour continuer avec vos collègues</translation>
    </message>
    <message numerus="yes">
        <source>Sign in to send %n change(s)</source>
        <translation>
            <numerusform>Connectez-vous pour envoyer %n modification</numerusform>
            <numerusform>Connectez-vous pour envoyer %n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped – open this to see why</source>
        <translation>Arrêté – ouvrez ceci pour savoir pourquoi</translation>
    </message>
    <message>
        <source>Support desk closed</source>
        <translation>Support fermé</translation>
    </message>
    <message>
        <source>Support desk hours until {time}</source>
        <translation>Support ouvert jusqu’à {time}</translation>
    </message>
    <message>
        <source>The hub asks to drop cases – decide</source>
        <translation>Le serveur demande de retirer des dossiers – décidez</translation>
    </message>
    <message>
        <source>Up to date · {time}</source>
        <translation>À jour · {time}</translation>
    </message>
    <message>
        <source>What waits, and what the hub says</source>
        <translation>Ce qui attend, et ce que dit le serveur</translation>
    </message>
    <message>
        <source>Working alone – everything is saved on this computer</source>
        <translation>Travail en solo – tout est enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>au {time}</translation>
    </message>
    <message>
        <source>{moment}, {branch}</source>
        <translation>{moment}, {branch}</translation>
    </message>
    <message>
        <source>{size} B</source>
        <translation>{size} o</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} Go</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} Ko</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{weekday} {day} {time}</source>
        <translation>{weekday} {day} {time}</translation>
    </message>
</context>
<context>
    <name>TeamViewer</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connexion</numerusform>
            <numerusform>%n connexions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read and were left out.</source>
        <translation>
            <numerusform>%n n’a pas pu être lu et a été laissé de côté.</numerusform>
            <numerusform>%n n’ont pas pu être lus et ont été laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>A case that is not on this desk</source>
        <translation>Un dossier qui n’est pas sur ce poste</translation>
    </message>
    <message>
        <source>A session may have been made all the same; nothing of it is noted here.</source>
        <translation>Une session a pu être créée malgré tout ; rien n’en est noté ici.</translation>
    </message>
    <message>
        <source>An account is connected.</source>
        <translation>Un compte est connecté.</translation>
    </message>
    <message>
        <source>Another case</source>
        <translation>Un autre dossier</translation>
    </message>
    <message>
        <source>Another token takes the place of its own.</source>
        <translation>Un autre jeton prendra la place du sien.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the desk.</source>
        <translation>Demandez à la personne qui s’occupe du poste.</translation>
    </message>
    <message>
        <source>Asking TeamViewer for a session…</source>
        <translation>Demande d’une session à TeamViewer…</translation>
    </message>
    <message>
        <source>Asking TeamViewer…</source>
        <translation>Interrogation de TeamViewer…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Check and connect</source>
        <translation>Vérifier et connecter</translation>
    </message>
    <message>
        <source>Check the date of this computer, or ask whoever looks after the network.</source>
        <translation>Vérifiez la date de cet ordinateur, ou demandez à la personne qui s’occupe du réseau.</translation>
    </message>
    <message>
        <source>Choose a connection.</source>
        <translation>Choisissez une connexion.</translation>
    </message>
    <message>
        <source>Connect TeamViewer</source>
        <translation>Connecter TeamViewer</translation>
    </message>
    <message>
        <source>Connect TeamViewer…</source>
        <translation>Connecter TeamViewer…</translation>
    </message>
    <message>
        <source>Connect one with a script token.</source>
        <translation>Connectez-en un avec un jeton de script.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Copy it again from TeamViewer’s management console.</source>
        <translation>Copiez-le à nouveau depuis la console de gestion de TeamViewer.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Create a session for the client</source>
        <translation>Créer une session pour le client</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>C’est fait.</translation>
    </message>
    <message>
        <source>Fetch TeamViewer reports</source>
        <translation>Récupérer les rapports TeamViewer</translation>
    </message>
    <message>
        <source>Fetched {moment}</source>
        <translation>Récupérés {moment}</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Récupération…</translation>
    </message>
    <message>
        <source>It has run out, was withdrawn, or was typed wrong.</source>
        <translation>Il a expiré, a été retiré ou a été mal saisi.</translation>
    </message>
    <message>
        <source>It is empty, or has spaces or letters that no token has.</source>
        <translation>Il est vide, ou contient des espaces ou des lettres qu’aucun jeton n’a.</translation>
    </message>
    <message>
        <source>It lacks the right to sessions or to connection reports.</source>
        <translation>Il lui manque le droit aux sessions ou aux rapports de connexion.</translation>
    </message>
    <message>
        <source>Let the token have these rights in TeamViewer’s management console.</source>
        <translation>Donnez ces droits au jeton dans la console de gestion de TeamViewer.</translation>
    </message>
    <message>
        <source>Make a new script token in TeamViewer’s management console and connect again.</source>
        <translation>Créez un nouveau jeton de script dans la console de gestion de TeamViewer et connectez-vous à nouveau.</translation>
    </message>
    <message>
        <source>No ID at hand?</source>
        <translation>Pas d’identifiant sous la main ?</translation>
    </message>
    <message>
        <source>No TeamViewer account is connected.</source>
        <translation>Aucun compte TeamViewer n’est connecté.</translation>
    </message>
    <message>
        <source>No case ({count})</source>
        <translation>Aucun dossier ({count})</translation>
    </message>
    <message>
        <source>No case fits</source>
        <translation>Aucun dossier ne correspond</translation>
    </message>
    <message>
        <source>No case fits. Try its number or another word.</source>
        <translation>Aucun dossier ne correspond. Essayez son numéro ou un autre mot.</translation>
    </message>
    <message>
        <source>No connection is here</source>
        <translation>Aucune connexion ici</translation>
    </message>
    <message>
        <source>None were taken over.</source>
        <translation>Aucun n’a été repris.</translation>
    </message>
    <message>
        <source>Not a case</source>
        <translation>Pas un dossier</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Nothing was done. It takes questions again in {length}.</source>
        <translation>Rien n’a été fait. Il acceptera de nouvelles demandes dans {length}.</translation>
    </message>
    <message>
        <source>Nothing was sent: somebody may be listening, or this computer’s date is wrong.</source>
        <translation>Rien n’a été envoyé : quelqu’un écoute peut-être, ou la date de cet ordinateur est fausse.</translation>
    </message>
    <message>
        <source>Number, title or customer</source>
        <translation>Numéro, titre ou client</translation>
    </message>
    <message>
        <source>On cases ({count})</source>
        <translation>Sur des dossiers ({count})</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Or connect by the customer’s own ID, as above.</source>
        <translation>Ou connectez-vous par l’identifiant du client, comme ci-dessus.</translation>
    </message>
    <message>
        <source>Perhaps this network wants a sign-in first. Nothing of it was taken over.</source>
        <translation>Ce réseau demande peut-être d’abord une identification. Rien n’en a été repris.</translation>
    </message>
    <message>
        <source>Perhaps {case} ({share} %)</source>
        <translation>Peut-être {case} ({share} %)</translation>
    </message>
    <message>
        <source>Put on this case</source>
        <translation>Mettre sur ce dossier</translation>
    </message>
    <message>
        <source>Put on {number}</source>
        <translation>Mettre sur {number}</translation>
    </message>
    <message>
        <source>Put the link into a reply</source>
        <translation>Mettre le lien dans une réponse</translation>
    </message>
    <message>
        <source>Reports fetched.</source>
        <translation>Rapports récupérés.</translation>
    </message>
    <message>
        <source>Script token</source>
        <translation>Jeton de script</translation>
    </message>
    <message>
        <source>Session {code}, good until {moment}.</source>
        <translation>Session {code}, valable jusqu’à {moment}.</translation>
    </message>
    <message>
        <source>Several cases fit alike</source>
        <translation>Plusieurs dossiers conviennent également</translation>
    </message>
    <message>
        <source>Start or unlock the keyring. Sessions by the customer’s ID need no token.</source>
        <translation>Démarrez ou déverrouillez le trousseau. Les sessions par l’identifiant du client n’ont besoin d’aucun jeton.</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Toujours en cours</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>Arrêter la récupération</translation>
    </message>
    <message>
        <source>Take off the case</source>
        <translation>Retirer du dossier</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>TeamViewer can’t be reached.</source>
        <translation>TeamViewer est injoignable.</translation>
    </message>
    <message>
        <source>TeamViewer connected</source>
        <translation>TeamViewer connecté</translation>
    </message>
    <message>
        <source>TeamViewer connections</source>
        <translation>Connexions TeamViewer</translation>
    </message>
    <message>
        <source>TeamViewer disconnected</source>
        <translation>TeamViewer déconnecté</translation>
    </message>
    <message>
        <source>TeamViewer does not take the token.</source>
        <translation>TeamViewer n’accepte pas le jeton.</translation>
    </message>
    <message>
        <source>TeamViewer has a fault of its own (status {status}).</source>
        <translation>TeamViewer a lui-même une panne (état {status}).</translation>
    </message>
    <message>
        <source>TeamViewer makes a session for this case. The customer opens a link and needs no ID.</source>
        <translation>TeamViewer crée une session pour ce dossier. Le client ouvre un lien et n’a besoin d’aucun identifiant.</translation>
    </message>
    <message>
        <source>TeamViewer refused this (status {status}).</source>
        <translation>TeamViewer a refusé (état {status}).</translation>
    </message>
    <message>
        <source>TeamViewer was asked too often and wants a pause.</source>
        <translation>TeamViewer a été trop sollicité et veut une pause.</translation>
    </message>
    <message>
        <source>TeamViewer’s token may not do this.</source>
        <translation>Le jeton TeamViewer n’a pas le droit de faire cela.</translation>
    </message>
    <message>
        <source>The connection broke off before TeamViewer’s answer.</source>
        <translation>La connexion s’est interrompue avant la réponse de TeamViewer.</translation>
    </message>
    <message>
        <source>There are more reports than can be fetched at once.</source>
        <translation>Il y a plus de rapports qu’on ne peut en récupérer d’un coup.</translation>
    </message>
    <message>
        <source>There is none that keeps secrets encrypted, or it is locked. The token is written nowhere else.</source>
        <translation>Aucun ne garde les secrets chiffrés, ou il est verrouillé. Le jeton n’est écrit nulle part ailleurs.</translation>
    </message>
    <message>
        <source>This can’t be a token.</source>
        <translation>Ceci ne peut pas être un jeton.</translation>
    </message>
    <message>
        <source>This computer seems to be offline. Nothing was asked, and nothing waits to be sent.</source>
        <translation>Cet ordinateur semble hors ligne. Rien n’a été demandé, et rien n’attend d’être envoyé.</translation>
    </message>
    <message>
        <source>This computer’s keyring can’t keep the token.</source>
        <translation>Le trousseau de cet ordinateur ne peut pas garder le jeton.</translation>
    </message>
    <message>
        <source>To decide ({count})</source>
        <translation>À décider ({count})</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <source>Try again once you are online.</source>
        <translation>Réessayez une fois en ligne.</translation>
    </message>
    <message>
        <source>Try again then.</source>
        <translation>Réessayez à ce moment-là.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>Appareil inconnu</translation>
    </message>
    <message>
        <source>What came back is no answer of TeamViewer’s.</source>
        <translation>Ce qui est revenu n’est pas une réponse de TeamViewer.</translation>
    </message>
    <message>
        <source>Which connections</source>
        <translation>Quelles connexions</translation>
    </message>
    <message>
        <source>Who answered could not prove to be TeamViewer.</source>
        <translation>Qui a répondu n’a pas pu prouver être TeamViewer.</translation>
    </message>
    <message>
        <source>Why it belongs to no case</source>
        <translation>Pourquoi elle n’appartient à aucun dossier</translation>
    </message>
    <message>
        <source>With a script token of your TeamViewer account, sessions for customers are made from the case, and connection reports come to their cases. Make one in TeamViewer’s management console with the rights to sessions and to connection reports.</source>
        <translation>Avec un jeton de script de votre compte TeamViewer, les sessions pour les clients se créent depuis le dossier, et les rapports de connexion rejoignent leurs dossiers. Créez-en un dans la console de gestion de TeamViewer avec les droits aux sessions et aux rapports de connexion.</translation>
    </message>
    <message>
        <source>Write down why.</source>
        <translation>Notez pourquoi.</translation>
    </message>
    <message>
        <source>about that time</source>
        <translation>à peu près au même moment</translation>
    </message>
    <message>
        <source>began together</source>
        <translation>commencées ensemble</translation>
    </message>
    <message>
        <source>case open then</source>
        <translation>dossier ouvert alors</translation>
    </message>
    <message>
        <source>device of this name</source>
        <translation>appareil de ce nom</translation>
    </message>
    <message>
        <source>kept by this computer’s keyring only</source>
        <translation>gardé par le seul trousseau de cet ordinateur</translation>
    </message>
    <message>
        <source>same device</source>
        <translation>même appareil</translation>
    </message>
    <message>
        <source>same officer</source>
        <translation>même agent</translation>
    </message>
    <message>
        <source>session code</source>
        <translation>code de session</translation>
    </message>
    <message>
        <source>the session’s own field</source>
        <translation>le champ propre à la session</translation>
    </message>
    <message>
        <source>within the session</source>
        <translation>pendant la session</translation>
    </message>
    <message>
        <source>{case}: {evidence} ({share} %)</source>
        <translation>{case} : {evidence} ({share} %)</translation>
    </message>
    <message>
        <source>{linked} put on cases, {proposed} proposed, {rest} open.</source>
        <translation>{linked} mis sur des dossiers, {proposed} proposés, {rest} en suspens.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n earlier item(s)</source>
        <translation>
            <numerusform>%n élément antérieur</numerusform>
            <numerusform>%n éléments antérieurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>%n fichier joint</numerusform>
            <numerusform>%n fichiers joints</numerusform>
        </translation>
    </message>
    <message>
        <source>A connection of {tool} was taken off this case</source>
        <translation>Une connexion de {tool} a été retirée de ce dossier</translation>
    </message>
    <message>
        <source>Article {number}: {title}</source>
        <translation>Article {number}&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Attribué à {name}</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>Remis dans la file</translation>
    </message>
    <message>
        <source>Branch informed</source>
        <translation>Agence informée</translation>
    </message>
    <message>
        <source>Case logged</source>
        <translation>Dossier enregistré</translation>
    </message>
    <message>
        <source>Case logged, {channel}</source>
        <translation>Dossier enregistré, {channel}</translation>
    </message>
    <message>
        <source>Changed in two places: {changes}</source>
        <translation>Changé à deux endroits&#xa0;: {changes}</translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation>Modifié&#xa0;: {fields}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Closed by itself, as nobody answered</source>
        <translation>Clos automatiquement, faute de réponse</translation>
    </message>
    <message>
        <source>Closed, {resolution}</source>
        <translation>Clos, {resolution}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Cover is now: {cover}</source>
        <translation>Nouvelle couverture&#xa0;: {cover}</translation>
    </message>
    <message>
        <source>Cover judged anew</source>
        <translation>Couverture réévaluée</translation>
    </message>
    <message>
        <source>Customer reminded</source>
        <translation>Rappel envoyé au client</translation>
    </message>
    <message>
        <source>Customer’s severity {code}</source>
        <translation>Sévérité selon le client&#xa0;: {code}</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>Fichiers de données</translation>
    </message>
    <message>
        <source>Engagement opened: {title}</source>
        <translation>Prestation ouverte&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Engagement {title}: {step}</source>
        <translation>Prestation {title}&#xa0;: {step}</translation>
    </message>
    <message>
        <source>Given back to the branch</source>
        <translation>Rendu à l’agence</translation>
    </message>
    <message>
        <source>Given to central support</source>
        <translation>Transmis au support central</translation>
    </message>
    <message>
        <source>Incident returned</source>
        <translation>Incident rendu</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Last action taken back</source>
        <translation>Dernière action annulée</translation>
    </message>
    <message>
        <source>Linked with {case}</source>
        <translation>Lié à {case}</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>Fichiers journaux</translation>
    </message>
    <message>
        <source>Logged as {length}, which stays.</source>
        <translation>Noté {length}, ce qui reste.</translation>
    </message>
    <message>
        <source>Merge with {case} undone</source>
        <translation>Fusion avec {case} annulée</translation>
    </message>
    <message>
        <source>Merged into {case}</source>
        <translation>Fusionné dans {case}</translation>
    </message>
    <message>
        <source>Moved from {before} to {after}</source>
        <translation>Passé de «&#xa0;{before}&#xa0;» à «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>Moved to {after}</source>
        <translation>Passé à «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>Moved to {after}: {vendor}</source>
        <translation>Passé à «&#xa0;{after}&#xa0;»&#xa0;: {vendor}</translation>
    </message>
    <message>
        <source>New since you looked, {moment}</source>
        <translation>Nouveau depuis votre passage, {moment}</translation>
    </message>
    <message>
        <source>New version of the support terms</source>
        <translation>Nouvelle version des conditions de support</translation>
    </message>
    <message>
        <source>Next update agreed</source>
        <translation>Prochaine nouvelle convenue</translation>
    </message>
    <message>
        <source>Next update agreed: {moment}</source>
        <translation>Prochaine nouvelle convenue&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>No longer linked with {case}</source>
        <translation>N’est plus lié à {case}</translation>
    </message>
    <message>
        <source>One incident used</source>
        <translation>Un incident utilisé</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Ouvrir le rapport</translation>
    </message>
    <message>
        <source>Paid for: {amount} {currency}, reference {reference}</source>
        <translation>Payé&#xa0;: {amount}&#xa0;{currency}, référence {reference}</translation>
    </message>
    <message>
        <source>Phone call, {length}</source>
        <translation>Appel téléphonique, {length}</translation>
    </message>
    <message>
        <source>Public reply</source>
        <translation>Réponse publique</translation>
    </message>
    <message>
        <source>Put on visit {number}</source>
        <translation>Ajouté à la visite {number}</translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation>Réactivé</translation>
    </message>
    <message>
        <source>Reactivated on day {day} of {of}</source>
        <translation>Réactivé au jour {day} sur {of}</translation>
    </message>
    <message>
        <source>Received: {items}</source>
        <translation>Reçu&#xa0;: {items}</translation>
    </message>
    <message>
        <source>Recommended at visit {number}</source>
        <translation>Recommandé lors de la visite {number}</translation>
    </message>
    <message>
        <source>Remote session, {length}</source>
        <translation>Session à distance, {length}</translation>
    </message>
    <message>
        <source>Request for information</source>
        <translation>Demande d’informations</translation>
    </message>
    <message>
        <source>Save {name} as…</source>
        <translation>Enregistrer {name} sous…</translation>
    </message>
    <message>
        <source>Screen captures</source>
        <translation>Captures d’écran</translation>
    </message>
    <message>
        <source>Settled: {field} is {value}</source>
        <translation>Réglé&#xa0;: {field} est {value}</translation>
    </message>
    <message>
        <source>Severity verified as {code}</source>
        <translation>Sévérité {code} vérifiée</translation>
    </message>
    <message>
        <source>Severity verified as {code} (customer said {claimed})</source>
        <translation>Sévérité {code} vérifiée ({claimed} selon le client)</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Split off from {case}</source>
        <translation>Issu de la scission de {case}</translation>
    </message>
    <message>
        <source>Split off into {case}</source>
        <translation>Scindé vers {case}</translation>
    </message>
    <message>
        <source>Split off into {case}: “{wording}”</source>
        <translation>Scindé vers {case}&#xa0;: «&#xa0;{wording}&#xa0;»</translation>
    </message>
    <message>
        <source>Steps to see it happen</source>
        <translation>Étapes pour le reproduire</translation>
    </message>
    <message>
        <source>Support without cover settled</source>
        <translation>Support sans couverture réglé</translation>
    </message>
    <message>
        <source>Taken off visit {number}</source>
        <translation>Retiré de la visite {number}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Title changed from “{before}” to “{after}”</source>
        <translation>Titre modifié&#xa0;: «&#xa0;{before}&#xa0;» devient «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>To be settled again: {field}</source>
        <translation>À régler de nouveau&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Tracking note {number}</source>
        <translation>Fiche de suivi {number}</translation>
    </message>
    <message>
        <source>Tracking note {number}, fixed in {version}</source>
        <translation>Fiche de suivi {number}, corrigé en {version}</translation>
    </message>
    <message>
        <source>Visit report {number}</source>
        <translation>Rapport de visite {number}</translation>
    </message>
    <message>
        <source>Visit report {number} opened again</source>
        <translation>Rapport de visite {number} rouvert</translation>
    </message>
    <message>
        <source>Visit {number} cancelled</source>
        <translation>Visite {number} annulée</translation>
    </message>
    <message>
        <source>Visit {number} planned</source>
        <translation>Visite {number} planifiée</translation>
    </message>
    <message>
        <source>Visit {number} planned otherwise</source>
        <translation>Visite {number} planifiée autrement</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>Texte complet</translation>
    </message>
    <message>
        <source>another agent</source>
        <translation>un autre agent</translation>
    </message>
    <message>
        <source>answers of the request</source>
        <translation>réponses de la demande</translation>
    </message>
    <message>
        <source>area</source>
        <translation>domaine</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>agence</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>client</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>from case {number}</source>
        <translation>de {number}</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>reçu de {name}</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>made by {name}</source>
        <translation>passé par {name}</translation>
    </message>
    <message>
        <source>on site {length}</source>
        <translation>sur place {length}</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produit</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motif</translation>
    </message>
    <message>
        <source>site</source>
        <translation>site</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>team</source>
        <translation>équipe</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>à {name}</translation>
    </message>
    <message>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <source>{act}, not accepted</source>
        <translation>{act}, refusé</translation>
    </message>
    <message>
        <source>{case} merged into this case</source>
        <translation>{case} fusionné dans ce dossier</translation>
    </message>
    <message>
        <source>{deed} (taken back)</source>
        <translation>{deed} (annulé)</translation>
    </message>
    <message>
        <source>{deed} by {name}</source>
        <translation>{deed} par {name}</translation>
    </message>
    <message>
        <source>{field} is {theirs}, and was set to {mine}</source>
        <translation>{field} est {theirs}, et avait été mis à {mine}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{name} agrees that the request was carried out</source>
        <translation>{name} confirme que la demande a été exécutée</translation>
    </message>
    <message>
        <source>{name} gave consent.</source>
        <translation>{name} a donné son consentement.</translation>
    </message>
    <message>
        <source>{tool} counted {length}</source>
        <translation>{tool} a compté {length}</translation>
    </message>
</context>
<context>
    <name>VisitPaper</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabe</translation>
    </message>
    <message>
        <source>Changed since revision {number}</source>
        <translation>Modifié depuis la révision {number}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Fingerprint {fingerprint}</source>
        <translation>Empreinte {fingerprint}</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Goes to: {receivers}.</source>
        <translation>Destinataires : {receivers}.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Make PDF</source>
        <translation>Créer le PDF</translation>
    </message>
    <message>
        <source>Nobody has signed it.</source>
        <translation>Personne ne l’a signé.</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Preview PDF</source>
        <translation>Aperçu du PDF</translation>
    </message>
    <message>
        <source>Preview of {number}</source>
        <translation>Aperçu de {number}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Enregistrer le PDF</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Show PDF</source>
        <translation>Voir le PDF</translation>
    </message>
    <message>
        <source>Signed by {name}.</source>
        <translation>Signé par {name}.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>The PDF has not come yet.</source>
        <translation>Le PDF n’est pas encore arrivé.</translation>
    </message>
    <message>
        <source>The PDF is attached.</source>
        <translation>Le PDF est joint.</translation>
    </message>
    <message>
        <source>The PDF is being made.</source>
        <translation>Le PDF est en cours de création.</translation>
    </message>
    <message>
        <source>The PDF of this report is not made yet.</source>
        <translation>Le PDF de ce rapport n’est pas encore créé.</translation>
    </message>
    <message>
        <source>The report was sent to the printer.</source>
        <translation>Le rapport a été envoyé à l’imprimante.</translation>
    </message>
    <message>
        <source>The visit is finished all the same.</source>
        <translation>La visite est terminée malgré cela.</translation>
    </message>
    <message>
        <source>The visit is not finished.</source>
        <translation>La visite n’est pas terminée.</translation>
    </message>
    <message>
        <source>added: {text}</source>
        <translation>ajouté : {text}</translation>
    </message>
    <message>
        <source>another than before</source>
        <translation>changement par rapport à avant</translation>
    </message>
    <message>
        <source>engineers</source>
        <translation>les techniciens</translation>
    </message>
    <message>
        <source>is now: {text}</source>
        <translation>maintenant : {text}</translation>
    </message>
    <message>
        <source>managers</source>
        <translation>les responsables</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>the department</source>
        <translation>le service</translation>
    </message>
    <message>
        <source>the other branches</source>
        <translation>les autres agences</translation>
    </message>
    <message>
        <source>was: {text}</source>
        <translation>avant : {text}</translation>
    </message>
    <message>
        <source>{name} was saved.</source>
        <translation>{name} a été enregistré.</translation>
    </message>
</context>
<context>
    <name>VisitReport</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>A closed case can be taken up again; limit in days: {days}.</source>
        <translation>Une demande close peut être réactivée ; délai en jours : {days}.</translation>
    </message>
    <message>
        <source>Annual warranty</source>
        <translation>Garantie annuelle</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Arrival – departure</source>
        <translation>Arrivée – départ</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Fichiers joints</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>Certified partner</source>
        <translation>Partenaire certifié</translation>
    </message>
    <message>
        <source>Changed since revision {number}</source>
        <translation>Modifié depuis la révision {number}</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Prise en charge</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Ingénieur</translation>
    </message>
    <message>
        <source>Fingerprint {fingerprint}</source>
        <translation>Empreinte {fingerprint}</translation>
    </message>
    <message>
        <source>For the client</source>
        <translation>Pour le client</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Sur facture</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <source>Paid incident</source>
        <translation>Incident payé</translation>
    </message>
    <message>
        <source>Passed on to product management.</source>
        <translation>Transmis à la gestion des produits.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>Problèmes constatés</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Reçu par</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Recommandations</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>Révision {number}</translation>
    </message>
    <message>
        <source>Season ticket</source>
        <translation>Forfait d’incidents</translation>
    </message>
    <message>
        <source>Sent on {day} at {time}</source>
        <translation>Transmis le {day} à {time}</translation>
    </message>
    <message>
        <source>Service contract</source>
        <translation>Contrat de service</translation>
    </message>
    <message>
        <source>Signed on site, sent on {day} at {time}</source>
        <translation>Signé sur place, transmis le {day} à {time}</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Spare parts</source>
        <translation>Pièces de rechange</translation>
    </message>
    <message>
        <source>State of the system</source>
        <translation>État du système</translation>
    </message>
    <message>
        <source>The cases may be closed</source>
        <translation>Les demandes peuvent être closes</translation>
    </message>
    <message>
        <source>The cases {cases} may be closed</source>
        <translation>Les demandes {cases} peuvent être closes</translation>
    </message>
    <message>
        <source>The client&apos;s acceptance</source>
        <translation>Acceptation du client</translation>
    </message>
    <message>
        <source>The client&apos;s suggestions</source>
        <translation>Suggestions du client</translation>
    </message>
    <message>
        <source>The picture can&apos;t be shown.</source>
        <translation>L’image ne peut pas être affichée.</translation>
    </message>
    <message>
        <source>The work is done as asked</source>
        <translation>Travaux conformes à la demande</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>To watch</source>
        <translation>À surveiller</translation>
    </message>
    <message>
        <source>Visit report</source>
        <translation>Rapport de visite</translation>
    </message>
    <message>
        <source>Warranty, year 1</source>
        <translation>Garantie, année 1</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Travaux effectués</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>non signé</translation>
    </message>
    <message>
        <source>signed on {day} at {time}</source>
        <translation>signé le {day} à {time}</translation>
    </message>
    <message>
        <source>{client}, {site}</source>
        <translation>{client}, {site}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{name}, {job}</source>
        <translation>{name}, {job}</translation>
    </message>
    <message>
        <source>{part}, added:</source>
        <translation>{part}, ajouté :</translation>
    </message>
    <message>
        <source>{part}, is now:</source>
        <translation>{part}, maintenant :</translation>
    </message>
    <message>
        <source>{part}, taken out:</source>
        <translation>{part}, retiré :</translation>
    </message>
    <message>
        <source>{part}, was:</source>
        <translation>{part}, avant :</translation>
    </message>
    <message>
        <source>{part}: another than before</source>
        <translation>{part} : changement par rapport à avant</translation>
    </message>
    <message>
        <source>{place} · {day}</source>
        <translation>{place} · {day}</translation>
    </message>
    <message>
        <source>{weekday}, {date}</source>
        <translation>{weekday} {date}</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) not on this computer.</source>
        <translation>
            <numerusform>%n client n’est pas sur cet ordinateur.</numerusform>
            <numerusform>%n clients ne sont pas sur cet ordinateur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) not on {engineer}’s computer.</source>
        <translation>
            <numerusform>%n client n’est pas sur l’ordinateur de {engineer}.</numerusform>
            <numerusform>%n clients ne sont pas sur l’ordinateur de {engineer}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n knowledge article(s)</source>
        <translation>
            <numerusform>%n article de la base</numerusform>
            <numerusform>%n articles de la base</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open recommendation(s)</source>
        <translation>
            <numerusform>%n recommandation ouverte</numerusform>
            <numerusform>%n recommandations ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past case(s)</source>
        <translation>
            <numerusform>%n dossier passé</numerusform>
            <numerusform>%n dossiers passés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n rapport</numerusform>
            <numerusform>%n rapports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) saved</source>
        <translation>
            <numerusform>%n rapport enregistré</numerusform>
            <numerusform>%n rapports enregistrés</numerusform>
        </translation>
    </message>
    <message>
        <source>A photo that is being read</source>
        <translation>Photo en cours de lecture</translation>
    </message>
    <message>
        <source>A report stands here from the engineer’s arrival on. Choose another filter.</source>
        <translation>Un rapport figure ici dès l’arrivée de l’ingénieur. Choisissez un autre filtre.</translation>
    </message>
    <message>
        <source>A visit is planned in the calendar, or on its case with Log a visit. It stands here on its day.</source>
        <translation>Une visite se planifie dans le calendrier, ou dans sa demande avec Consigner une visite. Elle figure ici le jour venu.</translation>
    </message>
    <message>
        <source>A visit is planned in the calendar, or on its case.</source>
        <translation>Une visite se planifie dans le calendrier, ou dans sa demande.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Ajouter un contrôle</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Ajouter une pièce</translation>
    </message>
    <message>
        <source>Add photos or files</source>
        <translation>Ajouter des photos ou des fichiers</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Un autre jour</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Arrival set to now.</source>
        <translation>Arrivée notée à l’instant.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Assign one of its cases to the engineer, then it comes with the next exchange.</source>
        <translation>Attribuez une de ses demandes à l’ingénieur : il arrivera au prochain échange.</translation>
    </message>
    <message>
        <source>Attach as a file</source>
        <translation>Joindre comme fichier</translation>
    </message>
    <message>
        <source>Back to the day</source>
        <translation>Revenir à la journée</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mauvais</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Filiale</translation>
    </message>
    <message>
        <source>Bring: {what} ({client})</source>
        <translation>À apporter : {what} ({client})</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Cancel visit</source>
        <translation>Annuler la visite</translation>
    </message>
    <message>
        <source>Cancel visit {number}?</source>
        <translation>Annuler la visite {number} ?</translation>
    </message>
    <message>
        <source>Cancel visit…</source>
        <translation>Annuler la visite…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Caption of photo “{name}”</source>
        <translation>Légende de la photo « {name} »</translation>
    </message>
    <message>
        <source>Case created.</source>
        <translation>Dossier créé.</translation>
    </message>
    <message>
        <source>Case {cases} can be closed</source>
        <translation>Le dossier {cases} peut être clos</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Cases of the visit changed</source>
        <translation>Dossiers de la visite modifiés</translation>
    </message>
    <message>
        <source>Cases of visit {number}</source>
        <translation>Dossiers de la visite {number}</translation>
    </message>
    <message>
        <source>Cases {cases} can be closed</source>
        <translation>Les dossiers {cases} peuvent être clos</translation>
    </message>
    <message>
        <source>Change cases…</source>
        <translation>Modifier les dossiers…</translation>
    </message>
    <message>
        <source>Change visit {number}</source>
        <translation>Modifier la visite {number}</translation>
    </message>
    <message>
        <source>Changed since: {parts}.</source>
        <translation>Modifié depuis : {parts}.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Choose a client from the list.</source>
        <translation>Choisissez un client dans la liste.</translation>
    </message>
    <message>
        <source>Choose a time and press N to plan a visit for it.</source>
        <translation>Choisissez une heure et appuyez sur N pour y planifier une visite.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Choisir des fichiers…</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Faites un choix.</translation>
    </message>
    <message>
        <source>Choose the client first.</source>
        <translation>Choisissez d’abord le client.</translation>
    </message>
    <message>
        <source>Choose who goes.</source>
        <translation>Choisissez qui s’y rend.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear the signature?</source>
        <translation>Effacer la signature ?</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Client and site</source>
        <translation>Client et site</translation>
    </message>
    <message>
        <source>Client’s acceptance</source>
        <translation>Accord du client</translation>
    </message>
    <message>
        <source>Client’s remark</source>
        <translation>Remarque du client</translation>
    </message>
    <message>
        <source>Client’s signature</source>
        <translation>Signature du client</translation>
    </message>
    <message>
        <source>Client’s suggestions</source>
        <translation>Suggestions du client</translation>
    </message>
    <message>
        <source>Closes the report as it is signed.</source>
        <translation>Clôt le rapport tel qu’il est signé.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>Créer le dossier</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>Jour et heure</translation>
    </message>
    <message>
        <source>Departure set to now.</source>
        <translation>Départ noté à l’instant.</translation>
    </message>
    <message>
        <source>Distance there and back, km</source>
        <translation>Distance aller-retour, km</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Draft discarded.</source>
        <translation>Brouillon supprimé.</translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation>Brouillon enregistré&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Drop photos</source>
        <translation>Déposer des photos</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Technicien</translation>
    </message>
    <message>
        <source>Every branch</source>
        <translation>Toutes les filiales</translation>
    </message>
    <message>
        <source>Every engineer</source>
        <translation>Tous les ingénieurs</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Tous les mois</translation>
    </message>
    <message>
        <source>Every recommendation has its case, or there is none yet</source>
        <translation>Chaque recommandation a son dossier, ou il n’y en a pas encore</translation>
    </message>
    <message>
        <source>Expected duration</source>
        <translation>Durée prévue</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>Fichier {name}</translation>
    </message>
    <message>
        <source>Find a case of the client</source>
        <translation>Trouver un dossier du client</translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Terminer la visite</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Finished. On site until {moment}. The report stays as signed.</source>
        <translation>Terminée. Sur place jusqu’à {moment}. Le rapport reste tel que signé.</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Suites</translation>
    </message>
    <message>
        <source>For these cases</source>
        <translation>Pour ces demandes</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>It is a holiday.</source>
        <translation>C’est un jour férié.</translation>
    </message>
    <message>
        <source>It was left unfinished. To begin anew, discard it below.</source>
        <translation>Il était resté inachevé. Pour recommencer, supprimez-le ci-dessous.</translation>
    </message>
    <message>
        <source>Its cases are told the reason. Taken back, the visit stands as it was planned.</source>
        <translation>Le motif est noté dans ses demandes. Si l’annulation est reprise, la visite reste planifiée comme avant.</translation>
    </message>
    <message>
        <source>Job or role</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Keep cases</source>
        <translation>Garder les dossiers</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>La garder</translation>
    </message>
    <message>
        <source>Keep plan</source>
        <translation>Garder le plan</translation>
    </message>
    <message>
        <source>Keep the signature</source>
        <translation>Enregistrer la signature</translation>
    </message>
    <message>
        <source>Kilometres, there and back</source>
        <translation>Kilomètres aller et retour</translation>
    </message>
    <message>
        <source>Last saved {time}.</source>
        <translation>Dernier enregistrement à {time}.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Let the client sign anew?</source>
        <translation>Faire signer le client à nouveau ?</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillée</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Make a case from a recommendation</source>
        <translation>Créer un dossier d’une recommandation</translation>
    </message>
    <message>
        <source>Make sure that the client expects a visit.</source>
        <translation>Assurez-vous que le client attend une visite.</translation>
    </message>
    <message>
        <source>Minutes on site</source>
        <translation>Minutes sur place</translation>
    </message>
    <message>
        <source>Minutes on the road, there and back</source>
        <translation>Minutes de route aller et retour</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>Avancer</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>Reculer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No open case of the client is called so.</source>
        <translation>Aucun dossier ouvert du client ne porte ce nom.</translation>
    </message>
    <message>
        <source>No open case. The visit is then for none.</source>
        <translation>Aucune demande ouverte. La visite n’est alors liée à aucune.</translation>
    </message>
    <message>
        <source>No report matches</source>
        <translation>Aucun rapport ne correspond</translation>
    </message>
    <message>
        <source>No site in particular</source>
        <translation>Aucun site particulier</translation>
    </message>
    <message>
        <source>No visits on this day</source>
        <translation>Aucune visite ce jour-là</translation>
    </message>
    <message>
        <source>No visits today</source>
        <translation>Aucune visite aujourd’hui</translation>
    </message>
    <message>
        <source>Not in the report.</source>
        <translation>Absent du rapport.</translation>
    </message>
    <message>
        <source>Notes of update {version}</source>
        <translation>Notes de la mise à jour {version}</translation>
    </message>
    <message>
        <source>Nothing covers a visit.</source>
        <translation>Rien ne couvre une visite.</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Sur place</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open recommendations</source>
        <translation>Recommandations ouvertes</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>Ouvrir l’original</translation>
    </message>
    <message>
        <source>Open the visit to copy it or to put it into a revision.</source>
        <translation>Ouvrez la visite pour le copier ou le reprendre dans une révision.</translation>
    </message>
    <message numerus="yes">
        <source>Overlaps with %n visit(s).</source>
        <translation>
            <numerusform>Chevauche %n visite.</numerusform>
            <numerusform>Chevauche %n visites.</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of a case’s number or title</source>
        <translation>Partie du numéro ou du titre d’un dossier</translation>
    </message>
    <message>
        <source>Part of a client’s name</source>
        <translation>Partie du nom d’un client</translation>
    </message>
    <message>
        <source>Part of a name or a code</source>
        <translation>Partie d’un nom ou d’un code</translation>
    </message>
    <message>
        <source>Pass to product management</source>
        <translation>Transmettre à la gestion du produit</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Pen, mouse or touch</source>
        <translation>Stylet, souris ou doigt</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Photo “{name}”</source>
        <translation>Photo « {name} »</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>Photos et fichiers</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>Planifier une visite</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>Plan modifié</translation>
    </message>
    <message>
        <source>Plan visit</source>
        <translation>Planifier la visite</translation>
    </message>
    <message>
        <source>Plan visit…</source>
        <translation>Planifier une visite…</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>Problèmes constatés</translation>
    </message>
    <message>
        <source>Put into the report</source>
        <translation>Reprendre dans le rapport</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Accueilli par</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Recommandation</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Recommandations</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>Retirer cette pièce</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>Réviser</translation>
    </message>
    <message>
        <source>Revise the report</source>
        <translation>Réviser le rapport</translation>
    </message>
    <message>
        <source>Revise…</source>
        <translation>Réviser…</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>Révision {number}</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Enregistrer en CSV…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save the list of reports</source>
        <translation>Enregistrer la liste des rapports</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>Enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>Dites en quelques mots pourquoi.</translation>
    </message>
    <message>
        <source>Set the arrival to now</source>
        <translation>Noter l’arrivée maintenant</translation>
    </message>
    <message>
        <source>Set to now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Sets the departure to now and closes the report as it is signed.</source>
        <translation>Note le départ à l’instant et clôt le rapport tel qu’il est signé.</translation>
    </message>
    <message>
        <source>Sign anew</source>
        <translation>Signer à nouveau</translation>
    </message>
    <message>
        <source>Sign anew…</source>
        <translation>Signer à nouveau…</translation>
    </message>
    <message>
        <source>Sign in the box: what is there is too short.</source>
        <translation>Signez dans le cadre : le tracé est trop court.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Signed {moment}. The report is bound to it as it stands.</source>
        <translation>Signé {moment}. La signature vaut pour le rapport tel quel.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Spare parts</source>
        <translation>Pièces de rechange</translation>
    </message>
    <message>
        <source>Spare parts, updates, papers to be signed</source>
        <translation>Pièces, mises à jour, documents à signer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Still missing: {parts}.</source>
        <translation>Il manque encore : {parts}.</translation>
    </message>
    <message>
        <source>Still on site: set the departure to now</source>
        <translation>Encore sur place : noter le départ maintenant</translation>
    </message>
    <message>
        <source>System health</source>
        <translation>État du système</translation>
    </message>
    <message>
        <source>Take out of the report</source>
        <translation>Retirer du rapport</translation>
    </message>
    <message>
        <source>Take photos…</source>
        <translation>Prendre des photos…</translation>
    </message>
    <message>
        <source>Take the photo out of the report</source>
        <translation>Retirer la photo du rapport</translation>
    </message>
    <message>
        <source>Take {name} out of the report</source>
        <translation>Retirer {name} du rapport</translation>
    </message>
    <message>
        <source>Taken out of the report.</source>
        <translation>Retiré du rapport.</translation>
    </message>
    <message>
        <source>The branch is closed at this time.</source>
        <translation>La filiale est fermée à cette heure.</translation>
    </message>
    <message>
        <source>The branch is closed on this day.</source>
        <translation>La filiale est fermée ce jour-là.</translation>
    </message>
    <message>
        <source>The cases can be closed</source>
        <translation>Les dossiers peuvent être clos</translation>
    </message>
    <message>
        <source>The client has not signed this report.</source>
        <translation>Le client n’a pas signé ce rapport.</translation>
    </message>
    <message>
        <source>The client has signed for these cases.</source>
        <translation>Le client a signé pour ces dossiers.</translation>
    </message>
    <message>
        <source>The client’s cases are being read…</source>
        <translation>Lecture des dossiers du client…</translation>
    </message>
    <message>
        <source>The report is a later revision.</source>
        <translation>Le rapport est une révision postérieure.</translation>
    </message>
    <message>
        <source>The report is not complete.</source>
        <translation>Le rapport n’est pas complet.</translation>
    </message>
    <message>
        <source>The rest is kept on this computer, above its report.</source>
        <translation>Le reste est conservé sur cet ordinateur, au-dessus de son rapport.</translation>
    </message>
    <message>
        <source>The signature no longer stands.</source>
        <translation>La signature ne vaut plus.</translation>
    </message>
    <message>
        <source>The signature that is there stays in the history until there is another.</source>
        <translation>La signature présente reste dans l’historique jusqu’à la suivante.</translation>
    </message>
    <message>
        <source>This client is not on {engineer}’s computer.</source>
        <translation>Ce client n’est pas sur l’ordinateur de {engineer}.</translation>
    </message>
    <message>
        <source>This is needed before the visit can be finished.</source>
        <translation>Nécessaire pour terminer la visite.</translation>
    </message>
    <message>
        <source>This is needed for a case.</source>
        <translation>Nécessaire pour un dossier.</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>Cette heure est passée.</translation>
    </message>
    <message>
        <source>Tick the cases that this visit is for. Each change is noted on the case.</source>
        <translation>Cochez les dossiers pour lesquels cette visite a lieu. Chaque changement est noté dans le dossier.</translation>
    </message>
    <message>
        <source>Times of {zone}</source>
        <translation>Heures de {zone}</translation>
    </message>
    <message>
        <source>Title of the case</source>
        <translation>Titre du dossier</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Trajet</translation>
    </message>
    <message>
        <source>Travel there and back, minutes</source>
        <translation>Trajet aller-retour, minutes</translation>
    </message>
    <message>
        <source>Visit cancelled</source>
        <translation>Visite annulée</translation>
    </message>
    <message>
        <source>Visit finished.</source>
        <translation>Visite terminée.</translation>
    </message>
    <message>
        <source>Visit moved</source>
        <translation>Visite déplacée</translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation>Visite planifiée</translation>
    </message>
    <message>
        <source>Visit report {number}</source>
        <translation>Rapport de visite {number}</translation>
    </message>
    <message>
        <source>Visit reports</source>
        <translation>Rapports de visite</translation>
    </message>
    <message>
        <source>Visit {number} was closed before all you typed was saved.</source>
        <translation>La visite {number} a été clôturée avant que tout ce que vous avez saisi soit enregistré.</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>Visites du jour</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>À suivre</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Semaine suivante</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Semaine précédente</translation>
    </message>
    <message>
        <source>Week of visits</source>
        <translation>Semaine de visites</translation>
    </message>
    <message>
        <source>What to bring and prepare</source>
        <translation>À apporter et à préparer</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Ce qui a été contrôlé</translation>
    </message>
    <message>
        <source>What was chosen and typed is kept as a draft</source>
        <translation>Les choix et la saisie sont gardés en brouillon</translation>
    </message>
    <message>
        <source>What was drawn is thrown away, and the client draws again.</source>
        <translation>Le tracé est effacé et le client signe à nouveau.</translation>
    </message>
    <message>
        <source>What was signed is kept. The client signs the revision once more before it is finished.</source>
        <translation>Ce qui a été signé est conservé. Le client signe la révision avant qu’elle soit terminée.</translation>
    </message>
    <message>
        <source>What was used or left</source>
        <translation>Ce qui a été utilisé ou laissé</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who received you?</source>
        <translation>Qui vous a accueilli ?</translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <translation>Motif de l’annulation</translation>
    </message>
    <message>
        <source>Why it is revised</source>
        <translation>Pourquoi il est révisé</translation>
    </message>
    <message>
        <source>With a remark</source>
        <translation>Avec une remarque</translation>
    </message>
    <message>
        <source>With open recommendations</source>
        <translation>Avec recommandations ouvertes</translation>
    </message>
    <message>
        <source>With others the report is signed once more.</source>
        <translation>Avec d’autres, le rapport est signé une nouvelle fois.</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Travail effectué</translation>
    </message>
    <message>
        <source>Work done as asked</source>
        <translation>Travail effectué comme demandé</translation>
    </message>
    <message>
        <source>Write the name of who signs.</source>
        <translation>Indiquez le nom du signataire.</translation>
    </message>
    <message>
        <source>You typed this while the visit was being cancelled. It is kept here on this computer. Copy what you need.</source>
        <translation>Vous l’avez saisi pendant qu’on annulait la visite. Ce texte est conservé ici, sur cet ordinateur. Copiez ce dont vous avez besoin.</translation>
    </message>
    <message>
        <source>You typed this while the visit was being closed. It is open again, so you can put it in.</source>
        <translation>Vous l’avez saisi pendant qu’on clôturait la visite. Elle est de nouveau ouverte&#xa0;: vous pouvez le reprendre.</translation>
    </message>
    <message>
        <source>You typed this while the visit was being finished. It is kept here on this computer. Copy what you need, or revise the report to put it in.</source>
        <translation>Vous l’avez saisi pendant qu’on terminait la visite. Ce texte est conservé ici, sur cet ordinateur. Copiez ce dont vous avez besoin, ou révisez le rapport pour le reprendre.</translation>
    </message>
    <message>
        <source>Your draft is back.</source>
        <translation>Votre brouillon est de retour.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>as you type.</source>
        <translation>au fil de la saisie.</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>being revised</source>
        <translation>en révision</translation>
    </message>
    <message>
        <source>cases opened from this visit</source>
        <translation>dossiers issus de cette visite</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <translation>pour {moment}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>in their own words</source>
        <translation>dans ses propres mots</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>left</source>
        <translation>parti</translation>
    </message>
    <message>
        <source>linked to {cases}</source>
        <translation>lié à {cases}</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>none used</source>
        <translation>aucune utilisée</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>non signé</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>sur place</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>une par ligne</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prévue</translation>
    </message>
    <message>
        <source>signed by {name}</source>
        <translation>signé par {name}</translation>
    </message>
    <message>
        <source>still on site</source>
        <translation>encore sur place</translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>le premier</numerusform>
            <numerusform>les %n premiers</numerusform>
        </translation>
    </message>
    <message>
        <source>there and back</source>
        <translation>aller et retour</translation>
    </message>
    <message>
        <source>{act} on {case}</source>
        <translation>{act} sur {case}</translation>
    </message>
    <message>
        <source>{count} bad</source>
        <translation>{count} mauvais</translation>
    </message>
    <message>
        <source>{count} good</source>
        <translation>{count} bons</translation>
    </message>
    <message>
        <source>{count} to watch</source>
        <translation>{count} à suivre</translation>
    </message>
    <message>
        <source>{first} {first_month} – {last} {last_month} {year}</source>
        <translation>{first} {first_month} – {last} {last_month} {year}</translation>
    </message>
    <message>
        <source>{first} – {last} {month} {year}</source>
        <translation>{first} – {last} {month} {year}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{number}, revision {revision}</source>
        <translation>{number}, révision {revision}</translation>
    </message>
    <message>
        <source>{title}, sorted downwards</source>
        <translation>{title}, tri décroissant</translation>
    </message>
    <message>
        <source>{title}, sorted upwards</source>
        <translation>{title}, tri croissant</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{weekday} {day} {month}</translation>
    </message>
    <message>
        <source>– will be sent when you are back online.</source>
        <translation>– sera envoyé dès que vous serez de nouveau en ligne.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>%n business day(s)</source>
        <translation>
            <numerusform>%n jour ouvré</numerusform>
            <numerusform>%n jours ouvrés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n business hour(s)</source>
        <translation>
            <numerusform>%n heure ouvrée</numerusform>
            <numerusform>%n heures ouvrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier clock(s) are over</source>
        <translation>
            <numerusform>%n délai antérieur est terminé</numerusform>
            <numerusform>%n délais antérieurs sont terminés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier day(s)</source>
        <translation>
            <numerusform>%n jour antérieur</numerusform>
            <numerusform>%n jours antérieurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>After-hours support isn’t part of the plan.</source>
        <translation>Le forfait ne comprend pas le support hors horaires.</translation>
    </message>
    <message>
        <source>Agreed with the customer</source>
        <translation>Convenu avec le client</translation>
    </message>
    <message>
        <source>Agreed {moment}.</source>
        <translation>Convenu {moment}.</translation>
    </message>
    <message>
        <source>Calendar: {place}</source>
        <translation>Calendrier&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Clocks of this case</source>
        <translation>Délais de ce dossier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy as plain text for a reply</source>
        <translation>Copier en texte brut pour une réponse</translation>
    </message>
    <message>
        <source>Counted round the clock.</source>
        <translation>Compté 24 heures sur 24.</translation>
    </message>
    <message>
        <source>Due {moment}</source>
        <translation>Due {moment}</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Expliquer</translation>
    </message>
    <message>
        <source>Explain: {clock}</source>
        <translation>Expliquer&#xa0;: {clock}</translation>
    </message>
    <message>
        <source>Given {moment}</source>
        <translation>Donnée {moment}</translation>
    </message>
    <message>
        <source>Logged outside the open hours: counted from the next opening, {moment}.</source>
        <translation>Enregistré hors des heures d’ouverture&#xa0;: compté dès la prochaine ouverture, {moment}.</translation>
    </message>
    <message>
        <source>Logged outside the open hours: counted round the clock, {times} times as long.</source>
        <translation>Enregistré hors des heures d’ouverture&#xa0;: compté 24 heures sur 24, délai multiplié par {times}.</translation>
    </message>
    <message>
        <source>Only open hours count, {length} on a working day.</source>
        <translation>Seules les heures d’ouverture comptent, {length} par jour ouvré.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Rule {number} of “{policy}”, version {version}</source>
        <translation>Règle {number} de «&#xa0;{policy}&#xa0;», version {version}</translation>
    </message>
    <message>
        <source>Severity {code}</source>
        <translation>Sévérité {code}</translation>
    </message>
    <message>
        <source>Show all clocks</source>
        <translation>Afficher tous les délais</translation>
    </message>
    <message>
        <source>The case was logged.</source>
        <translation>Le dossier a été enregistré.</translation>
    </message>
    <message>
        <source>The case was reactivated and gets a new first response.</source>
        <translation>Le dossier a été réactivé et a droit à une nouvelle première réponse.</translation>
    </message>
    <message>
        <source>The case was reactivated on day {day} of {of}. A reactivated case gets a new first response.</source>
        <translation>Le dossier a été réactivé au jour {day} sur {of}. Un dossier réactivé a droit à une nouvelle première réponse.</translation>
    </message>
    <message>
        <source>The clock started</source>
        <translation>Début du délai</translation>
    </message>
    <message>
        <source>The customer said {claimed}, support verified {verified}.</source>
        <translation>Le client a dit {claimed}, le support a vérifié {verified}.</translation>
    </message>
    <message>
        <source>The customer was last told how the case stands.</source>
        <translation>Le client a eu la dernière nouvelle du dossier.</translation>
    </message>
    <message>
        <source>The customer’s own severity; nobody has verified it yet.</source>
        <translation>La sévérité donnée par le client&#x202f;; personne ne l’a encore vérifiée.</translation>
    </message>
    <message>
        <source>The first response was given.</source>
        <translation>La première réponse a été donnée.</translation>
    </message>
    <message>
        <source>The open hours up to the agreed moment.</source>
        <translation>Les heures d’ouverture jusqu’au moment convenu.</translation>
    </message>
    <message>
        <source>The time of the next update was agreed.</source>
        <translation>La date de la prochaine nouvelle a été convenue.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Verified by support.</source>
        <translation>Vérifiée par le support.</translation>
    </message>
    <message>
        <source>Was due {moment}</source>
        <translation>Était due {moment}</translation>
    </message>
    <message>
        <source>Why has the first response no deadline?</source>
        <translation>Pourquoi la première réponse n’a-t-elle pas d’échéance&#x202f;?</translation>
    </message>
    <message>
        <source>Why has the next update no deadline?</source>
        <translation>Pourquoi la prochaine nouvelle n’a-t-elle pas d’échéance&#x202f;?</translation>
    </message>
    <message>
        <source>Why is the first response due {moment}?</source>
        <translation>Pourquoi la première réponse est-elle due {moment}&#x202f;?</translation>
    </message>
    <message>
        <source>Why is the next update due {moment}?</source>
        <translation>Pourquoi la prochaine nouvelle est-elle due {moment}&#x202f;?</translation>
    </message>
    <message>
        <source>Why was the first response due {moment}?</source>
        <translation>Pourquoi la première réponse était-elle due {moment}&#x202f;?</translation>
    </message>
    <message>
        <source>Why was the next update due {moment}?</source>
        <translation>Pourquoi la prochaine nouvelle était-elle due {moment}&#x202f;?</translation>
    </message>
    <message>
        <source>Work on the case went on.</source>
        <translation>Le travail sur le dossier a repris.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>compté</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restant</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>paused {length}</source>
        <translation>pause {length}</translation>
    </message>
    <message>
        <source>{amount} business day</source>
        <translation>{amount} jour ouvré</translation>
    </message>
    <message>
        <source>{amount} business hour</source>
        <translation>{amount} heure ouvrée</translation>
    </message>
    <message>
        <source>{amount} day</source>
        <translation>{amount} jour</translation>
    </message>
    <message>
        <source>{amount} hour</source>
        <translation>{amount} heure</translation>
    </message>
    <message>
        <source>{amount} of support time</source>
        <translation>{amount} de temps de support</translation>
    </message>
    <message>
        <source>{amount} of support time, pauses not counted</source>
        <translation>{amount} de temps de support, hors pauses</translation>
    </message>
    <message>
        <source>{counted} counted</source>
        <translation>Compté&#xa0;: {counted}</translation>
    </message>
    <message>
        <source>{counted} counted, {late}</source>
        <translation>Compté&#xa0;: {counted}, {late}</translation>
    </message>
    <message>
        <source>{counted} counted, {left} left</source>
        <translation>Compté&#xa0;: {counted}, reste {left}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#xa0;h</translation>
    </message>
    <message>
        <source>{stage}, since {start}.</source>
        <translation>{stage}, depuis {start}.</translation>
    </message>
    <message>
        <source>{stage}, {start}–{end}.</source>
        <translation>{stage}, {start}–{end}.</translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation>{weekday} {day}</translation>
    </message>
    <message>
        <source>“{policy}”, version {version}</source>
        <translation>«&#xa0;{policy}&#xa0;», version {version}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Choose one from the list, or begin a new one.</source>
        <translation>Choisissez-en un dans la liste, ou commencez-en un nouveau.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>Aucun dossier n’est ouvert</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>Recherche&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Action annulée.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Tous les dossiers</translation>
    </message>
    <message>
        <source>All open cases</source>
        <translation>Dossiers ouverts</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Acheté</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Breaching soon</source>
        <translation>Échéances proches</translation>
    </message>
    <message>
        <source>Central support</source>
        <translation>Support central</translation>
    </message>
    <message>
        <source>Certified partner</source>
        <translation>Partenaire certifié</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>Consultant</translation>
    </message>
    <message>
        <source>Developer liaison</source>
        <translation>Liaison avec les développeurs</translation>
    </message>
    <message>
        <source>Due within 2 hours</source>
        <translation>Dans les 2 heures</translation>
    </message>
    <message>
        <source>Field engineer</source>
        <translation>Ingénieur de terrain</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Première réponse</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Facturé</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Plus tard aujourd’hui</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Chef de service</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Tenu</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqué</translation>
    </message>
    <message>
        <source>My open cases</source>
        <translation>Mes dossiers ouverts</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Plus récents</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Next update</source>
        <translation>Prochaine nouvelle</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Sans échéance</translation>
    </message>
    <message>
        <source>No severity</source>
        <translation>Sans sévérité</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Non couvert</translation>
    </message>
    <message>
        <source>Not covered, to be settled</source>
        <translation>Non couvert, à régler</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Paid incident</source>
        <translation>Incident payé</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Season ticket</source>
        <translation>Carnet d’incidents</translation>
    </message>
    <message>
        <source>Service contract</source>
        <translation>Contrat de service</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Réglé</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Sévérité</translation>
    </message>
    <message>
        <source>Severity 1, critical</source>
        <translation>Sévérité 1, critique</translation>
    </message>
    <message>
        <source>Severity 2, high</source>
        <translation>Sévérité 2, haute</translation>
    </message>
    <message>
        <source>Severity 3, medium</source>
        <translation>Sévérité 3, moyenne</translation>
    </message>
    <message>
        <source>Severity 4, low</source>
        <translation>Sévérité 4, basse</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Support officer</source>
        <translation>Chargé de support</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non attribués</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Used again after a merge was undone</source>
        <translation>Réutilisé après l’annulation d’une fusion</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>En attente du client</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Garantie</translation>
    </message>
    <message>
        <source>Warranty, first year</source>
        <translation>Garantie, première année</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>bureau</translation>
    </message>
    <message>
        <source>duplicate of</source>
        <translation>doublon de</translation>
    </message>
    <message>
        <source>email</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>suite de</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>internet</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>fusionné dans</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>portal</source>
        <translation>portail</translation>
    </message>
    <message>
        <source>related</source>
        <translation>lié</translation>
    </message>
    <message>
        <source>remote session</source>
        <translation>session à distance</translation>
    </message>
    <message>
        <source>same cause</source>
        <translation>même cause</translation>
    </message>
    <message>
        <source>split from</source>
        <translation>scission de</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visite</translation>
    </message>
    <message>
        <source>{said}: {more}</source>
        <translation>{said}&#xa0;: {more}</translation>
    </message>
</context>
</TS>
