<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>CrossEarth</name>
    <message>
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <source> min</source>
      <translation> min</translation>
    </message>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>&amp;Area</source>
      <translation>&amp;Zone</translation>
    </message>
    <message>
      <source>&amp;Continue Download ({size} are here)</source>
      <translation>Reprendre le télé&amp;chargement ({size} déjà reçus)</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Copier</translation>
    </message>
    <message>
      <source>&amp;Device</source>
      <translation>Pé&amp;riphérique</translation>
    </message>
    <message>
      <source>&amp;Draw</source>
      <translation>&amp;Dessiner</translation>
    </message>
    <message>
      <source>&amp;Draw Points</source>
      <translation>&amp;Tirer les points</translation>
    </message>
    <message>
      <source>&amp;Duplicate…</source>
      <translation>&amp;Dupliquer…</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Exporter…</translation>
    </message>
    <message>
      <source>&amp;How Many?</source>
      <translation>Com&amp;bien ?</translation>
    </message>
    <message>
      <source>&amp;Input</source>
      <translation>&amp;Source</translation>
    </message>
    <message>
      <source>&amp;Keep the engine ready for</source>
      <translation>&amp;Garder le moteur prêt pendant</translation>
    </message>
    <message>
      <source>&amp;Label Points</source>
      <translation>Rense&amp;igner les points</translation>
    </message>
    <message>
      <source>&amp;Learn</source>
      <translation>&amp;Apprendre</translation>
    </message>
    <message>
      <source>&amp;Map</source>
      <translation>&amp;Carte</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>&amp;Nom</translation>
    </message>
    <message>
      <source>&amp;Open Folder</source>
      <translation>Ouvrir le do&amp;ssier</translation>
    </message>
    <message>
      <source>&amp;Open the accuracy report</source>
      <translation>&amp;Ouvrir le rapport d'exactitude</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>&amp;Pause</translation>
    </message>
    <message>
      <source>&amp;Points</source>
      <translation>&amp;Points</translation>
    </message>
    <message>
      <source>&amp;Python</source>
      <translation>&amp;Python</translation>
    </message>
    <message>
      <source>&amp;Quick adapt</source>
      <translation>Adaptation ra&amp;pide</translation>
    </message>
    <message>
      <source>&amp;Raster</source>
      <translation>&amp;Raster</translation>
    </message>
    <message>
      <source>&amp;Remove Engine Environment…</source>
      <translation>S&amp;upprimer l'environnement du moteur…</translation>
    </message>
    <message>
      <source>&amp;Rename…</source>
      <translation>&amp;Renommer…</translation>
    </message>
    <message>
      <source>&amp;Repair the Engine</source>
      <translation>Ré&amp;parer le moteur</translation>
    </message>
    <message>
      <source>&amp;Samples</source>
      <translation>Échantillon&amp;s</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>&amp;Entraîner</translation>
    </message>
    <message>
      <source>&amp;Try Again</source>
      <translation>&amp;Réessayer</translation>
    </message>
    <message>
      <source>&amp;Try All Anew</source>
      <translation>&amp;Tout réessayer</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Vue</translation>
    </message>
    <message>
      <source>1</source>
      <translation>1</translation>
    </message>
    <message>
      <source>1 candidate.</source>
      <translation>1 candidat.</translation>
    </message>
    <message>
      <source>1 object</source>
      <translation>1 objet</translation>
    </message>
    <message>
      <source>1 piece of the layer “{layer}” could not be fetched ({reason}): the map has a hole there.</source>
      <translation>1 morceau de la couche « {layer} » n'a pas pu être récupéré ({reason}) : la carte y a un trou.</translation>
    </message>
    <message>
      <source>1 place is similar enough.</source>
      <translation>1 endroit est assez similaire.</translation>
    </message>
    <message>
      <source>1 place.</source>
      <translation>1 endroit.</translation>
    </message>
    <message>
      <source>1 polygon crosses itself and will be repaired.</source>
      <translation>1 polygone est auto-intersectant et sera réparé.</translation>
    </message>
    <message>
      <source>1 sample has no class.</source>
      <translation>1 échantillon n'a pas de classe.</translation>
    </message>
    <message>
      <source>1 sample lies outside the raster.</source>
      <translation>1 échantillon se trouve hors du raster.</translation>
    </message>
    <message>
      <source>1 tensor of the file serves training only and was left out: {names}.</source>
      <translation>1 tenseur du fichier ne sert qu'à l'entraînement et a été ignoré : {names}.</translation>
    </message>
    <message>
      <source>1 window</source>
      <translation>1 fenêtre</translation>
    </message>
    <message>
      <source>1 window in {time} on {device} ({precision}), batch {batch}</source>
      <translation>1 fenêtre en {time} sur {device} ({precision}), lot de {batch}</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>Intervalle à 95 %</translation>
    </message>
    <message>
      <source>[Temporary file]</source>
      <translation>[Fichier temporaire]</translation>
    </message>
    <message>
      <source>A cluster computes what one model sees; bands alone, and several models at once, are for this computer: change “Compute on”.</source>
      <translation>Un cluster calcule ce que voit un seul modèle ; les bandes seules, et plusieurs modèles à la fois, se calculent sur cet ordinateur : modifiez « Calculer sur ».</translation>
    </message>
    <message>
      <source>A cluster helps to adapt quickly; the recipe full trains on this computer: change “Compute on”.</source>
      <translation>Un cluster aide à l'adaptation rapide ; la méthode full s'exécute sur cet ordinateur : modifiez « Calculer sur ».</translation>
    </message>
    <message>
      <source>A cluster makes the map of a raster and a model; a map that is there, and imagery that is spoiled, are judged on this computer. Leave “Compute on” empty.</source>
      <translation>Un cluster produit la carte d'un raster et d'un modèle ; une carte existante et des images dégradées sont évaluées sur cet ordinateur. Laissez « Calculer sur » vide.</translation>
    </message>
    <message>
      <source>A cluster of dask: the address of its scheduler, or the file that it has written. The panel then offers to compute maps there, under Advanced parameters. Nothing is sent unless that is chosen.</source>
      <translation>Un cluster dask : l'adresse de son ordonnanceur, ou le fichier qu'il a écrit. Le panneau propose alors d'y calculer les cartes, dans les Paramètres avancés. Rien n'est envoyé tant que ce choix n'est pas fait.</translation>
    </message>
    <message>
      <source>A command cannot use the selection in {layer}. Save the selected polygons to a file first.</source>
      <translation>Une commande ne peut pas utiliser la sélection de {layer}. Enregistrez d'abord les polygones sélectionnés dans un fichier.</translation>
    </message>
    <message>
      <source>A compact model learns one raster from a large model, to map it sooner.</source>
      <translation>Un modèle compact apprend d'un grand modèle à cartographier un raster, pour le faire plus vite.</translation>
    </message>
    <message>
      <source>A constraint in pip's settings forbids a version that the engine was tested with; the log names it. Take it out for the set-up (PIP_CONSTRAINT or pip's configuration file), or choose a Python that has the packages under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Une contrainte dans la configuration de pip interdit une version avec laquelle le moteur a été testé ; le journal l'indique. Retirez-la pour l'installation (PIP_CONSTRAINT ou fichier de configuration de pip), ou choisissez un Python disposant des paquets dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>a CRS of its own</source>
      <translation>un SCR propre</translation>
    </message>
    <message>
      <source>A disc is a sample, of which {shown} of {all} are shown.</source>
      <translation>Un disque représente un échantillon ; {shown} sur {all} sont affichés.</translation>
    </message>
    <message>
      <source>A disc is a sample.</source>
      <translation>Un disque représente un échantillon.</translation>
    </message>
    <message>
      <source>A file cannot be read or written: {reason}.</source>
      <translation>Impossible de lire ou d'écrire un fichier : {reason}.</translation>
    </message>
    <message>
      <source>a file of it cannot be read, or lies elsewhere.</source>
      <translation>un de ses fichiers ne peut pas être lu, ou se trouve ailleurs.</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the archive of the standalone Python under its own name. It is fetched if no Python of this computer will do, and checked by its SHA-256 wherever it comes from. Empty: where it is published.</source>
      <translation>Un dossier ou une adresse web contenant l'archive du Python autonome sous son propre nom. Elle est récupérée si aucun Python de cet ordinateur ne convient, et contrôlée par son SHA-256 d'où qu'elle vienne. Vide : là où elle est publiée.</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the published files under their own names, for instance on a computer without internet. Empty: where they are published.</source>
      <translation>Un dossier ou une adresse web contenant les fichiers publiés sous leur propre nom, par exemple sur un ordinateur sans Internet. Vide : là où ils sont publiés.</translation>
    </message>
    <message>
      <source>A folder that the computers of a cluster see, too: they write there what they have computed, until it is fetched. Nothing stays there.</source>
      <translation>Un dossier que les ordinateurs d'un cluster voient aussi : ils y écrivent ce qu'ils ont calculé, jusqu'à sa récupération. Rien n'y reste.</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}) without a driver that lets programs compute on it. Install the driver of its maker and start the computer anew to use the card.</source>
      <translation>Une carte graphique est présente ({card}), mais sans pilote permettant aux programmes d'y calculer. Installez le pilote du fabricant et redémarrez l'ordinateur pour utiliser la carte.</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}); the engine was installed without its support: this {library} computes on processors only. To use the card, add {package} under Settings ▸ Options ▸ CrossEarth; the page on graphics cards in the documentation says more.</source>
      <translation>Une carte graphique est présente ({card}) ; le moteur a été installé sans sa prise en charge : cette version de {library} ne calcule que sur le processeur. Pour utiliser la carte, ajoutez {package} dans Préférences ▸ Options ▸ CrossEarth ; la page de la documentation sur les cartes graphiques en dit plus.</translation>
    </message>
    <message>
      <source>A large model, or one that looks several times, maps some windows spread over the raster; a compact model learns from what it says there and is stored as a new model, to map the whole raster with. It knows the classes of its teacher, and this raster.

Every fifth window is held out: the report says how well the new model agrees with its teacher there, whether it learned anything, and from how many windows on all of it costs at most a fifth of a map by the teacher. How good the teacher itself is, it does not say.</source>
      <translation>Un grand modèle, ou un modèle qui regarde plusieurs fois, cartographie quelques fenêtres réparties sur le raster ; un modèle compact apprend de ses réponses et est enregistré comme nouveau modèle, avec lequel cartographier tout le raster. Il connaît les classes de son enseignant, et ce raster.

Une fenêtre sur cinq est réservée à la validation : le rapport indique à quel point le nouveau modèle y concorde avec son enseignant, s'il a appris quelque chose, et à partir de combien de fenêtres le tout coûte au plus un cinquième d'une carte par l'enseignant. Il ne dit rien de la qualité de l'enseignant lui-même.</translation>
    </message>
    <message>
      <source>A live preview needs a raster that is a file that the engine can open.</source>
      <translation>L'aperçu en direct exige un raster qui soit un fichier que le moteur peut ouvrir.</translation>
    </message>
    <message>
      <source>a mask</source>
      <translation>un masque</translation>
    </message>
    <message>
      <source>A model of this name was there: it is kept as an earlier round.</source>
      <translation>Un modèle de ce nom existait : il est conservé comme itération précédente.</translation>
    </message>
    <message>
      <source>A package that arrived is not the one that was tested: its SHA-256 is another. It was not installed. Try again; if that does not help, ask who runs the index, the mirror or the folder that the packages come from.</source>
      <translation>Un paquet reçu n'est pas celui qui a été testé : son SHA-256 est différent. Il n'a pas été installé. Réessayez ; si cela ne suffit pas, adressez-vous au responsable de l'index, du miroir ou du dossier dont proviennent les paquets.</translation>
    </message>
    <message>
      <source>A page to read and to print: the map, the area of each class, and how it was made.</source>
      <translation>Une page à lire et à imprimer : la carte, la surface de chaque classe, et la façon dont elle a été produite.</translation>
    </message>
    <message>
      <source>A page with all maps, and with the areas of all together.</source>
      <translation>Une page avec toutes les cartes, et les surfaces de l'ensemble.</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}, and the map will be poorer. Take finer imagery, or say which size of pixels the model is to see (GSD).</source>
      <translation>Un pixel du raster mesure {size} m ; {model} a été entraîné pour {sizes}. Le raster est {change}, et la carte sera moins bonne. Prenez des images plus fines, ou indiquez quelle taille de pixel le modèle doit voir (GSD).</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}: the map has no finer details than that.</source>
      <translation>Un pixel du raster mesure {size} m ; {model} a été entraîné pour {sizes}. Le raster est {change} : la carte n'a pas de détails plus fins.</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has onnxruntime, numpy and rasterio, for instance on a computer without internet. Empty: the one that the panel sets up.</source>
      <translation>Un Python 3.10 ou plus récent disposant de onnxruntime, numpy et rasterio, par exemple sur un ordinateur sans Internet. Vide : celui que le panneau installe.</translation>
    </message>
    <message>
      <source>A raster of percent on the pixels of the map. Empty: that which was made with the map, if it lies beside it.</source>
      <translation>Un raster de pourcentages sur les pixels de la carte. Vide : celui produit avec la carte, s'il se trouve à côté.</translation>
    </message>
    <message>
      <source>A raster that says by how much each pixel's class leads over the next, in percent: near 0 the map is undecided.</source>
      <translation>Un raster indiquant de combien la classe de chaque pixel devance la suivante, en pourcentage : près de 0, la carte est indécise.</translation>
    </message>
    <message>
      <source>A raster that says how unlike the imagery of the model's training each place is: how much of such imagery is less unusual, in percent. From 95 on nothing on the map is to be trusted unchecked.</source>
      <translation>Un raster indiquant à quel point chaque endroit diffère des images d'entraînement du modèle : la part de ces images qui est moins atypique, en pourcentage. À partir de 95, rien sur la carte n'est fiable sans vérification.</translation>
    </message>
    <message>
      <source>A raster with the probability of each pixel's class, in percent: low values show where to check the map.</source>
      <translation>Un raster contenant la probabilité de la classe de chaque pixel, en pourcentage : les valeurs faibles montrent où vérifier la carte.</translation>
    </message>
    <message>
      <source>A raster with the probability of every class, in percent, a band for each.</source>
      <translation>Un raster contenant la probabilité de toutes les classes, en pourcentage, une bande pour chacune.</translation>
    </message>
    <message>
      <source>A review maps one date: look at the map that several dates give, and draw where it is wrong.</source>
      <translation>La vérification cartographie une seule date : regardez la carte obtenue avec plusieurs dates, et dessinez là où elle est fausse.</translation>
    </message>
    <message>
      <source>A run that is canceled still writes its map: the rest has no class.</source>
      <translation>Une exécution annulée écrit quand même sa carte : le reste n'a pas de classe.</translation>
    </message>
    <message>
      <source>A standalone Python of a fixed version, checked by its SHA-256, for the engine only. It comes from where it is published, or from the mirror or folder under Settings &gt; Options &gt; CrossEarth or in the environment variable CROSSEARTH_PYTHON_URL.</source>
      <translation>Un Python autonome d'une version fixe, contrôlé par son SHA-256, pour le moteur uniquement. Il provient de là où il est publié, ou du miroir ou dossier indiqué dans Préférences &gt; Options &gt; CrossEarth ou dans la variable d'environnement CROSSEARTH_PYTHON_URL.</translation>
    </message>
    <message>
      <source>a window of {size} px</source>
      <translation>une fenêtre de {size} px</translation>
    </message>
    <message>
      <source>About the model</source>
      <translation>À propos du modèle</translation>
    </message>
    <message>
      <source>about {size} from {index}: onnxruntime, rasterio, scikit-learn. Each file is the one that was tested, or is refused.</source>
      <translation>environ {size} depuis {index} : onnxruntime, rasterio, scikit-learn. Chaque fichier est celui qui a été testé, sinon il est refusé.</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Exactitude</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>exactitude</translation>
    </message>
    <message>
      <source>Accuracy (JSON)</source>
      <translation>Exactitude (JSON)</translation>
    </message>
    <message>
      <source>Accuracy and area of each class</source>
      <translation>Exactitude et surface de chaque classe</translation>
    </message>
    <message>
      <source>Accuracy of each class</source>
      <translation>Exactitude de chaque classe</translation>
    </message>
    <message>
      <source>Accuracy of {name}</source>
      <translation>Exactitude de {name}</translation>
    </message>
    <message>
      <source>accuracy,validation,confusion matrix,kappa,iou,f1,precision,recall,area estimation</source>
      <translation>exactitude,précision,validation,matrice de confusion,kappa,iou,f1,rappel,estimation de surface</translation>
    </message>
    <message>
      <source>Across: confidence; upwards: how much of it is right; a disc is as large as what has this confidence. On the diagonal, confidence is what it says; below, the model is too sure. It holds for places like those that were drawn: elsewhere confidence can be far too high.</source>
      <translation>En abscisse : la confiance ; en ordonnée : la part qui est juste ; la taille d'un disque correspond à la quantité ayant cette confiance. Sur la diagonale, la confiance dit vrai ; en dessous, le modèle est trop sûr de lui. Cela vaut pour des endroits semblables à ceux qui ont été dessinés : ailleurs, la confiance peut être beaucoup trop élevée.</translation>
    </message>
    <message>
      <source>active learning,uncertainty,uncertain,review,where to draw,samples,confidence</source>
      <translation>apprentissage actif,active learning,incertitude,incertain,vérifier,où dessiner,échantillons,confiance</translation>
    </message>
    <message>
      <source>Adapt</source>
      <translation>Adapter</translation>
    </message>
    <message>
      <source>Adapt a model to polygons</source>
      <translation>Adapter un modèle à des polygones</translation>
    </message>
    <message>
      <source>Adapt Now</source>
      <translation>Adapter maintenant</translation>
    </message>
    <message>
      <source>Adaptation of the model “{name}”</source>
      <translation>Adaptation du modèle « {name} »</translation>
    </message>
    <message>
      <source>Adapter</source>
      <translation>Adaptateur</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>Ajouter une classe</translation>
    </message>
    <message>
      <source>Add a polygon layer to the project.</source>
      <translation>Ajoutez une couche de polygones au projet.</translation>
    </message>
    <message>
      <source>Add a raster layer to the project, or choose a file with “…”.</source>
      <translation>Ajoutez une couche raster au projet, ou choisissez un fichier avec « … ».</translation>
    </message>
    <message>
      <source>Add at least two classes.</source>
      <translation>Ajoutez au moins deux classes.</translation>
    </message>
    <message>
      <source>Add to the engine</source>
      <translation>Ajouter au moteur</translation>
    </message>
    <message>
      <source>Add, {size}…</source>
      <translation>Ajouter, {size}…</translation>
    </message>
    <message>
      <source>Add-ons</source>
      <translation>Compléments</translation>
    </message>
    <message>
      <source>added; twice as much is taken off the contrast</source>
      <translation>ajouté ; le double est retiré du contraste</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avancé</translation>
    </message>
    <message>
      <source>Advanced parameters</source>
      <translation>Paramètres avancés</translation>
    </message>
    <message>
      <source>aerial imagery</source>
      <translation>images aériennes</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <source>After, {unit}</source>
      <translation>Après, {unit}</translation>
    </message>
    <message>
      <source>Against {map}</source>
      <translation>Par rapport à {map}</translation>
    </message>
    <message>
      <source>Agreement with the teacher (JSON)</source>
      <translation>Concordance avec l'enseignant (JSON)</translation>
    </message>
    <message>
      <source>Agreement with the teacher on {windows} windows held out: {share}; before: {before}</source>
      <translation>Concordance avec l'enseignant sur {windows} fenêtres de validation : {share} ; auparavant : {before}</translation>
    </message>
    <message>
      <source>Align rasters of other dates</source>
      <translation>Aligner les rasters d'autres dates</translation>
    </message>
    <message>
      <source>Align to the grid of the map</source>
      <translation>Aligner sur la grille de la carte</translation>
    </message>
    <message>
      <source>Aligned to the grid of the map</source>
      <translation>Aligné sur la grille de la carte</translation>
    </message>
    <message>
      <source>All are those of the map, not of the points. Below each: its 95 % interval, and ± of the normal approximation, which is too short for rare classes.</source>
      <translation>Toutes ces valeurs sont celles de la carte, et non des points. Sous chacune : son intervalle à 95 %, et le ± de l'approximation normale, trop court pour les classes rares.</translation>
    </message>
    <message>
      <source>all bands</source>
      <translation>toutes les bandes</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Toutes les classes</translation>
    </message>
    <message>
      <source>All figures (JSON)</source>
      <translation>Tous les indicateurs (JSON)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>All of the map that lies outside of them counts as {name}, as asked.</source>
      <translation>Tout ce qui, sur la carte, se trouve en dehors est compté comme {name}, comme demandé.</translation>
    </message>
    <message>
      <source>All packages come from it, and nothing from the network; so does a standalone Python, if its archive lies there and none of this computer will do. dev.py wheelhouse fills such a folder. What it has for adapting or PyTorch is installed, too.</source>
      <translation>Tous les paquets en proviennent, et rien du réseau ; de même pour un Python autonome, si son archive s'y trouve et qu'aucun de cet ordinateur ne convient. dev.py wheelhouse remplit un tel dossier. Ce qu'il contient pour l'adaptation ou PyTorch est aussi installé.</translation>
    </message>
    <message>
      <source>All pixels of band {bands} have one value, {value}: the model learns nothing from that. Choose other bands (BANDS), or say that the value is no data (NODATA {value}).</source>
      <translation>Tous les pixels de la bande {bands} ont une seule valeur, {value} : le modèle n'en tire rien. Choisissez d'autres bandes (BANDS), ou indiquez que la valeur signifie l'absence de données (NODATA {value}).</translation>
    </message>
    <message>
      <source>All pixels that the map has of {names} would not make the accuracy there as sure as asked; the margins below are what can be had.</source>
      <translation>Même tous les pixels de la carte classés {names} ne donneraient pas l'exactitude avec la certitude demandée ; les marges ci-dessous sont les meilleures possibles.</translation>
    </message>
    <message>
      <source>All that are known</source>
      <translation>Tous ceux qui sont connus</translation>
    </message>
    <message>
      <source>All that has changed (JSON)</source>
      <translation>Tout ce qui a changé (JSON)</translation>
    </message>
    <message>
      <source>All that is known of the run (JSON)</source>
      <translation>Tout ce qui est connu de l'exécution (JSON)</translation>
    </message>
    <message>
      <source>All that is known of the runs (JSON)</source>
      <translation>Tout ce qui est connu des exécutions (JSON)</translation>
    </message>
    <message>
      <source>All {count} places are done, and the model is adapted to the {samples} samples.</source>
      <translation>Les {count} endroits sont tous traités, et le modèle est adapté aux échantillons ({samples}).</translation>
    </message>
    <message>
      <source>All {count} places are done, {samples} samples drawn. Adapt now.</source>
      <translation>Les {count} endroits sont tous traités, échantillons dessinés : {samples}. Adaptez maintenant.</translation>
    </message>
    <message>
      <source>Also on imagery that is spoiled</source>
      <translation>Également sur images dégradées</translation>
    </message>
    <message>
      <source>An earlier round is being brought back.</source>
      <translation>Une itération précédente est en cours de rétablissement.</translation>
    </message>
    <message>
      <source>An encoder for {imagery}: it turns images into features, but knows no classes. It has to be adapted to polygons of your own first.</source>
      <translation>Un encodeur pour {imagery} : il transforme les images en descripteurs, mais ne connaît aucune classe. Il doit d'abord être adapté à vos propres polygones.</translation>
    </message>
    <message>
      <source>an index of several bands</source>
      <translation>un indice de plusieurs bandes</translation>
    </message>
    <message>
      <source>Another map</source>
      <translation>Une autre carte</translation>
    </message>
    <message>
      <source>Another map of the same place: the same points tell which of the two is better, and whether chance alone can explain it</source>
      <translation>Une autre carte du même lieu : les mêmes points indiquent laquelle des deux est la meilleure, et si le hasard seul peut l'expliquer</translation>
    </message>
    <message>
      <source>Another program held a file of the engine, as virus scanners do. Wait a minute, then try again. If that does not help, have the scanner leave out the data folder that Settings &gt; Options &gt; CrossEarth shows.</source>
      <translation>Un autre programme retenait un fichier du moteur, comme le font les antivirus. Attendez une minute, puis réessayez. Si cela ne suffit pas, excluez de l'antivirus le dossier de données affiché dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Another program held a file. Trying again…</source>
      <translation>Un autre programme retenait un fichier. Nouvel essai…</translation>
    </message>
    <message>
      <source>Another QGIS is installing the engine right now. Wait until it has finished.</source>
      <translation>Un autre QGIS est en train d'installer le moteur. Attendez qu'il ait terminé.</translation>
    </message>
    <message>
      <source>Another tool is chosen. Press Go On for the keys.</source>
      <translation>Un autre outil est choisi. Cliquez sur Continuer pour réactiver les touches.</translation>
    </message>
    <message>
      <source>Another tool is chosen; the maps stay hidden. Press Go On for the keys.</source>
      <translation>Un autre outil est choisi ; les cartes restent masquées. Cliquez sur Continuer pour réactiver les touches.</translation>
    </message>
    <message>
      <source>any time: Settings &gt; Options &gt; CrossEarth</source>
      <translation>à tout moment : Préférences &gt; Options &gt; CrossEarth</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Surface</translation>
    </message>
    <message>
      <source>Area ({unit})</source>
      <translation>Surface ({unit})</translation>
    </message>
    <message>
      <source>Area mapped</source>
      <translation>Surface cartographiée</translation>
    </message>
    <message>
      <source>Area of each class</source>
      <translation>Surface de chaque classe</translation>
    </message>
    <message>
      <source>Area of the maps that can be measured</source>
      <translation>Surface des cartes mesurables</translation>
    </message>
    <message>
      <source>area of the polygons</source>
      <translation>zone des polygones</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>Zone à classer</translation>
    </message>
    <message>
      <source>Area, {unit}</source>
      <translation>Aire, {unit}</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>Surfaces</translation>
    </message>
    <message>
      <source>Areas are counted pixels of the two maps, not estimates: what either map has wrong counts as change, and small changes may be nothing but errors. For areas with error bars draw random points on the map of changes (crossearth sample), say at each what has become of what, and give them to crossearth evaluate.</source>
      <translation>Les surfaces sont des pixels comptés sur les deux cartes, et non des estimations : toute erreur de l'une des cartes est comptée comme changement, et de petits changements peuvent n'être que des erreurs. Pour des surfaces avec marges d'erreur, tirez des points aléatoires sur la carte des changements (crossearth sample), indiquez pour chacun ce qui est devenu quoi, et fournissez-les à crossearth evaluate.</translation>
    </message>
    <message>
      <source>Areas in the plane of the raster's CRS, which is true here within 1 %.</source>
      <translation>Surfaces dans le plan du SCR du raster, exactes ici à 1 % près.</translation>
    </message>
    <message>
      <source>Areas of all maps together</source>
      <translation>Surfaces de toutes les cartes réunies</translation>
    </message>
    <message>
      <source>Areas of the maps that can be measured</source>
      <translation>Surfaces des cartes mesurables</translation>
    </message>
    <message>
      <source>Areas on the ellipsoid, since the raster's CRS distorts them here.</source>
      <translation>Surfaces sur l'ellipsoïde, car le SCR du raster les déforme ici.</translation>
    </message>
    <message>
      <source>Areas or places whose class is known; a point speaks of the pixel that it lies in. A dozen areas of each class, spread over the raster, are a good start. Any CRS.</source>
      <translation>Zones ou endroits dont la classe est connue ; un point vaut pour le pixel dans lequel il se trouve. Une douzaine de zones par classe, réparties sur le raster, constituent un bon début. SCR quelconque.</translation>
    </message>
    <message>
      <source>as asked</source>
      <translation>comme demandé</translation>
    </message>
    <message>
      <source>As JSON: {"water": "#0000ff"}. Classes that are not named keep the colour that the model gives them, or get one.</source>
      <translation>En JSON : {"water": "#0000ff"}. Les classes non citées gardent la couleur que le modèle leur donne, ou en reçoivent une.</translation>
    </message>
    <message>
      <source>as ONNX the encoder computes something else; it was not kept.</source>
      <translation>en ONNX, l'encodeur calcule autre chose ; il n'a pas été conservé.</translation>
    </message>
    <message>
      <source>As suits the raster</source>
      <translation>Selon le raster</translation>
    </message>
    <message>
      <source>As the file says</source>
      <translation>Du fichier</translation>
    </message>
    <message>
      <source>as the only one</source>
      <translation>seule bande présente</translation>
    </message>
    <message>
      <source>As the recipe says</source>
      <translation>Par méthode</translation>
    </message>
    <message>
      <source>as they are</source>
      <translation>telles quelles</translation>
    </message>
    <message>
      <source>asked for, but bands have hardly moved</source>
      <translation>demandé, mais les bandes n'ont guère dérivé</translation>
    </message>
    <message>
      <source>Asking QGIS and the engine…</source>
      <translation>Interrogation de QGIS et du moteur…</translation>
    </message>
    <message>
      <source>assemble</source>
      <translation>assemblage</translation>
    </message>
    <message>
      <source>At {count} points {this} alone is right, at {other_count} {other} alone; the others tell nothing of which is better.</source>
      <translation>Points où {this} est seule juste : {count} ; où {other} est seule juste : {other_count} ; les autres ne disent pas laquelle est la meilleure.</translation>
    </message>
    <message>
      <source>Attribution</source>
      <translation>Attribution</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Auto</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Average over flips and rotations</source>
      <translation>Miroirs et rotations</translation>
    </message>
    <message>
      <source>Averaged over sizes</source>
      <translation>Moyenne sur plusieurs tailles</translation>
    </message>
    <message>
      <source>Averaged over turns and flips</source>
      <translation>Moyenne sur rotations et miroirs</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Back (B)</source>
      <translation>Précédent (B)</translation>
    </message>
    <message>
      <source>Back to Round {number}</source>
      <translation>Revenir à l'itération {number}</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Réseau de base (backbone)</translation>
    </message>
    <message>
      <source>Band {band} alone stands for {names} and {last}: a model that was made for colours sees a grey picture. Expect a poorer map, or choose imagery in colours.</source>
      <translation>La bande {band} tient lieu à elle seule de {names} et {last} : un modèle conçu pour les couleurs voit une image en niveaux de gris. Attendez-vous à une carte moins bonne, ou choisissez des images en couleurs.</translation>
    </message>
    <message>
      <source>Band {band} holds nothing but 0 and {value}, as a mask does that says where there is data, and nothing marks it as one: where it is 0, the raster is classified all the same. If it is one, mark it as alpha (gdal_translate -colorinterp_{band} alpha) and take the new file.</source>
      <translation>La bande {band} ne contient que 0 et {value}, comme un masque qui indique où il y a des données, et rien ne la signale comme tel : là où elle vaut 0, le raster est classé quand même. Si c'est un masque, déclarez-la comme alpha (gdal_translate -colorinterp_{band} alpha) et utilisez le nouveau fichier.</translation>
    </message>
    <message>
      <source>Band {band} says that it is alpha, and {share} of its values lie between 0 and the largest: it looks like data. Only where it is 0 the raster is taken to be without data. If the band is imagery, ask for it (BANDS), or take its name of alpha away.</source>
      <translation>La bande {band} se déclare alpha, et {share} de ses valeurs se situent entre 0 et la plus grande : elle ressemble à des données. Le raster n'est considéré sans données que là où elle vaut 0. Si la bande fait partie de l'image, demandez-la (BANDS), ou retirez-lui la mention alpha.</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, and it holds nothing but 0 and {value}, as a mask does. Choose the bands if this is wrong (BANDS): the model sees no imagery in it.</source>
      <translation>La bande {band} tient lieu de {wanted} et ne contient que 0 et {value}, comme un masque. Choisissez les bandes si c'est faux (BANDS) : le modèle n'y voit aucune image.</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, but it seems to be {meaning} ({by}). Choose the bands if this is wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>La bande {band} tient lieu de {wanted}, mais semble correspondre à : {meaning} ({by}). Choisissez les bandes si c'est faux (BANDS) : le modèle prendrait l'une pour l'autre.</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <source>Bands alone, of any number</source>
      <translation>Bandes seules, en nombre quelconque</translation>
    </message>
    <message>
      <source>Bands for the model, in its order</source>
      <translation>Bandes pour le modèle, dans son ordre</translation>
    </message>
    <message>
      <source>Bands have hardly moved: nothing to match</source>
      <translation>Les bandes n'ont guère dérivé : rien à harmoniser</translation>
    </message>
    <message>
      <source>Bands {bands} of the raster hold the same values everywhere: the model sees no colours, and the map will be poorer. Choose others (BANDS) if there are any.</source>
      <translation>Les bandes {bands} du raster ont les mêmes valeurs partout : le modèle ne voit pas de couleurs, et la carte sera moins bonne. Choisissez-en d'autres (BANDS) s'il y en a.</translation>
    </message>
    <message>
      <source>bands {names}</source>
      <translation>bandes {names}</translation>
    </message>
    <message>
      <source>Base model</source>
      <translation>Modèle de départ</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Devient</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}) and closes {closed:.0%} of the gap to the teacher.</source>
      <translation>Avant l'apprentissage, l'élève concordait sur {before:.1%} : la distillation apporte {gain:+.1f} points ({low:+.1f} à {high:+.1f}) et comble {closed:.0%} de l'écart avec l'enseignant.</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}).</source>
      <translation>Avant l'apprentissage, l'élève concordait sur {before:.1%} : la distillation apporte {gain:+.1f} points ({low:+.1f} à {high:+.1f}).</translation>
    </message>
    <message>
      <source>Before, {unit}</source>
      <translation>Avant, {unit}</translation>
    </message>
    <message>
      <source>Begin Anew</source>
      <translation>Recommencer</translation>
    </message>
    <message>
      <source>Beside each map: {file} beside {map}.</source>
      <translation>À côté de chaque carte : {file} à côté de {map}.</translation>
    </message>
    <message>
      <source>Best after step</source>
      <translation>Meilleur après l'étape</translation>
    </message>
    <message>
      <source>Bias</source>
      <translation>Biais</translation>
    </message>
    <message>
      <source>Bias of numbers</source>
      <translation>Biais des nombres</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>Bilinéaire</translation>
    </message>
    <message>
      <source>block {block}: {times} of {all} times</source>
      <translation>bloc {block} : {times} fois sur {all}</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>bleu</translation>
    </message>
    <message>
      <source>Bright, low contrast</source>
      <translation>Clair, peu contrasté</translation>
    </message>
    <message>
      <source>Bring the model's values back</source>
      <translation>Rétablir les valeurs du modèle</translation>
    </message>
    <message>
      <source>Brings a published model to this computer.</source>
      <translation>Récupère un modèle publié sur cet ordinateur.</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>Bâtiments</translation>
    </message>
    <message>
      <source>Burn scars</source>
      <translation>Zones brûlées</translation>
    </message>
    <message>
      <source>by colour</source>
      <translation>d'après la couleur</translation>
    </message>
    <message>
      <source>By how much neighbouring windows overlap. By default the model's own. More overlap hides joins better and takes longer.</source>
      <translation>De combien les fenêtres voisines se recouvrent. Par défaut, la valeur du modèle. Un recouvrement plus grand masque mieux les raccords et prend plus de temps.</translation>
    </message>
    <message>
      <source>By its CRS</source>
      <translation>D'après le SCR</translation>
    </message>
    <message>
      <source>By its CRS a pixel of the raster measures {own} m; the {said} m that were given (PIXEL_SIZE) are for rasters without one and were not used.</source>
      <translation>D'après son SCR, un pixel du raster mesure {own} m ; les {said} m indiqués (PIXEL_SIZE) ne valent que pour les rasters sans SCR et n'ont pas été utilisés.</translation>
    </message>
    <message>
      <source>By its unit, {unit}, the elevation of the raster is in feet, and {model} takes metres: multiply it by 0.3048 first, for instance with the raster calculator.</source>
      <translation>D'après son unité, {unit}, l'altitude du raster est en pieds, et {model} attend des mètres : multipliez-la d'abord par 0.3048, par exemple avec la calculatrice raster.</translation>
    </message>
    <message>
      <source>by name</source>
      <translation>d'après le nom</translation>
    </message>
    <message>
      <source>by order</source>
      <translation>d'après l'ordre</translation>
    </message>
    <message>
      <source>By the colours that the file states, bands {bands} of the raster are {names}; by their names, {called}, they are others, whatever the sensor. Choose the bands if the colours are wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>D'après les couleurs déclarées dans le fichier, les bandes {bands} du raster sont {names} ; d'après leurs noms, {called}, ce sont d'autres bandes, quel que soit le capteur. Choisissez les bandes si les couleurs sont fausses (BANDS) : le modèle prendrait l'une pour l'autre.</translation>
    </message>
    <message>
      <source>By the name of the file</source>
      <translation>D'après le nom du fichier</translation>
    </message>
    <message>
      <source>By the raster</source>
      <translation>D'après le raster</translation>
    </message>
    <message>
      <source>by wavelength</source>
      <translation>d'après la longueur d'onde</translation>
    </message>
    <message>
      <source>By {source}, the darkest of the raster is a reflectance of {low}, which is below 0: what is added to the numbers of such products was perhaps taken off them already. If so, say so: STRETCH 0,10000.</source>
      <translation>D'après {source}, le point le plus sombre du raster a une réflectance de {low}, inférieure à 0 : ce qui est ajouté aux valeurs de ces produits a peut-être déjà été retiré. Si c'est le cas, indiquez-le : STRETCH 0,10000.</translation>
    </message>
    <message>
      <source>By {source}, {added} was added to the numbers of the raster. {model} takes numbers as they are, and by its means it was trained without that. If so, import it again with the range that it takes (VALUES 0,10000).</source>
      <translation>D'après {source}, {added} a été ajouté aux valeurs du raster. {model} prend les valeurs telles quelles et, d'après ses moyennes, a été entraîné sans cet ajout. Si c'est le cas, importez-le de nouveau avec la plage qu'il attend (VALUES 0,10000).</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>octets</translation>
    </message>
    <message>
      <source>C&amp;luster</source>
      <translation>C&amp;luster</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Canceled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <source>Canceled: the map holds what was done until then.</source>
      <translation>Annulé : la carte contient ce qui était fait jusque-là.</translation>
    </message>
    <message>
      <source>Canceled; finished maps stay.</source>
      <translation>Annulé ; les cartes terminées restent.</translation>
    </message>
    <message>
      <source>Canceled; no model was made.</source>
      <translation>Annulé ; aucun modèle n'a été produit.</translation>
    </message>
    <message>
      <source>Canceled; nothing was measured.</source>
      <translation>Annulé ; rien n'a été mesuré.</translation>
    </message>
    <message>
      <source>Canceled; nothing was written.</source>
      <translation>Annulé ; rien n'a été écrit.</translation>
    </message>
    <message>
      <source>Canceled; the map is a temporary one still.</source>
      <translation>Annulé ; la carte reste temporaire.</translation>
    </message>
    <message>
      <source>Canceled; what is done is kept for the same run to go on from.</source>
      <translation>Annulé ; ce qui est fait est conservé pour que la même exécution puisse reprendre.</translation>
    </message>
    <message>
      <source>Canceling…</source>
      <translation>Annulation…</translation>
    </message>
    <message>
      <source>Candidates</source>
      <translation>Candidats</translation>
    </message>
    <message>
      <source>Candidates from {threshold} %</source>
      <translation>Candidats à partir de {threshold} %</translation>
    </message>
    <message>
      <source>Candidates – {name}</source>
      <translation>Candidats – {name}</translation>
    </message>
    <message>
      <source>canvas</source>
      <translation>canevas</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>Carte graphique</translation>
    </message>
    <message>
      <source>Certif&amp;icates</source>
      <translation>Certif&amp;icats</translation>
    </message>
    <message>
      <source>Change between two land-cover maps, {date}</source>
      <translation>Changement entre deux cartes d'occupation du sol, {date}</translation>
    </message>
    <message>
      <source>change detection,from-to matrix,transition,land cover change,difference,gain,loss</source>
      <translation>détection de changement,matrice de transition,transition,changement d'occupation du sol,différence,gain,perte</translation>
    </message>
    <message>
      <source>Change – {before} → {after}</source>
      <translation>Changement – {before} → {after}</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Changé</translation>
    </message>
    <message>
      <source>Changed (0 to 1)</source>
      <translation>Changé (0 à 1)</translation>
    </message>
    <message>
      <source>Changed: {percent} % of where both maps have a class. These are counted pixels, not estimates: what either map has wrong counts as change.</source>
      <translation>Changé : {percent} % de la zone où les deux cartes ont une classe. Ce sont des pixels comptés, et non des estimations : toute erreur de l'une des cartes est comptée comme changement.</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>Changements</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Vérifié</translation>
    </message>
    <message>
      <source>Checking the installation…</source>
      <translation>Vérification de l'installation…</translation>
    </message>
    <message>
      <source>checkpoint,weights,hugging face,mirror,offline</source>
      <translation>checkpoint,poids,hugging face,miroir,hors ligne,modèle</translation>
    </message>
    <message>
      <source>checkpoint,weights,pth,safetensors,onnx,stac,convert</source>
      <translation>checkpoint,poids,pth,safetensors,onnx,stac,convertir</translation>
    </message>
    <message>
      <source>Checkpoints ({patterns})</source>
      <translation>Checkpoints ({patterns})</translation>
    </message>
    <message>
      <source>Checks a file and stores it as a model that runs at once:
- a CrossEarth checkpoint (.pth, .safetensors), read without executing anything in it; one of a DINOv2 backbone becomes a model to be adapted first
- an encoder for other sensors (.pth, .pt), to be adapted first
- an ONNX file, with the keys of Deepness, with ours, or without any
- a STAC item of the Machine Learning Model extension (.json) beside its weights, or the folder of one

What the file does not tell is assumed and said, unless you tell it under the advanced parameters.</source>
      <translation>Contrôle un fichier et l'enregistre comme modèle utilisable aussitôt :
- un checkpoint CrossEarth (.pth, .safetensors), lu sans rien exécuter de son contenu ; celui d'un réseau de base DINOv2 devient un modèle à adapter d'abord
- un encodeur pour d'autres capteurs (.pth, .pt), à adapter d'abord
- un fichier ONNX, avec les clés de Deepness, avec les nôtres, ou sans aucune
- un item STAC de l'extension Machine Learning Model (.json) à côté de ses poids, ou son dossier

Ce que le fichier n'indique pas est supposé et signalé, sauf si vous le précisez dans les paramètres avancés.</translation>
    </message>
    <message>
      <source>Choose a Folder with a Standalone Python</source>
      <translation>Choisir un dossier contenant un Python autonome</translation>
    </message>
    <message>
      <source>Choose a Folder with Certificates</source>
      <translation>Choisir un dossier de certificats</translation>
    </message>
    <message>
      <source>Choose a Folder with Published Models</source>
      <translation>Choisir un dossier de modèles publiés</translation>
    </message>
    <message>
      <source>Choose a layer of polygons or points that have a number.</source>
      <translation>Choisissez une couche de polygones ou de points ayant un nombre.</translation>
    </message>
    <message>
      <source>Choose a layer of sample polygons or points, or create one with the button beside it.</source>
      <translation>Choisissez une couche de polygones ou de points d'échantillons, ou créez-en une avec le bouton à côté.</translation>
    </message>
    <message>
      <source>Choose a layer of samples, or create one.</source>
      <translation>Choisissez une couche d'échantillons, ou créez-en une.</translation>
    </message>
    <message>
      <source>Choose a Model File</source>
      <translation>Choisir un fichier de modèle</translation>
    </message>
    <message>
      <source>Choose a model file</source>
      <translation>Choisir un fichier de modèle</translation>
    </message>
    <message>
      <source>Choose a model file (.onnx, model.json) or a model folder</source>
      <translation>Choisir un fichier de modèle (.onnx, model.json) ou un dossier de modèle</translation>
    </message>
    <message>
      <source>Choose a Model Folder</source>
      <translation>Choisir un dossier de modèle</translation>
    </message>
    <message>
      <source>Choose a model.</source>
      <translation>Choisissez un modèle.</translation>
    </message>
    <message>
      <source>Choose a Python with the Engine's Packages</source>
      <translation>Choisir un Python contenant les paquets du moteur</translation>
    </message>
    <message>
      <source>Choose a Raster File</source>
      <translation>Choisir un fichier raster</translation>
    </message>
    <message>
      <source>Choose a raster file</source>
      <translation>Choisir un fichier raster</translation>
    </message>
    <message>
      <source>Choose a raster file that is not in the project</source>
      <translation>Choisir un fichier raster qui n'est pas dans le projet</translation>
    </message>
    <message>
      <source>Choose a Scheduler File</source>
      <translation>Choisir un fichier d'ordonnanceur</translation>
    </message>
    <message>
      <source>Choose groups in the table one by one, to see what they are</source>
      <translation>Choisissez les groupes un par un dans le tableau pour voir ce qu'ils sont</translation>
    </message>
    <message>
      <source>Choose the field that holds the class.</source>
      <translation>Choisissez le champ qui contient la classe.</translation>
    </message>
    <message>
      <source>Choose the map to judge.</source>
      <translation>Choisissez la carte à évaluer.</translation>
    </message>
    <message>
      <source>Choose two different maps.</source>
      <translation>Choisissez deux cartes différentes.</translation>
    </message>
    <message>
      <source>Choosing places</source>
      <translation>Choix des endroits</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Classe</translation>
    </message>
    <message>
      <source>Class &amp;field</source>
      <translation>C&amp;hamp de classe</translation>
    </message>
    <message>
      <source>Class outside of the reference</source>
      <translation>Classe hors de la référence</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Raster de classes</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>classe {number}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Classes and their keys</source>
      <translation>Classes et leurs touches</translation>
    </message>
    <message>
      <source>Classes are weighted by how much of each there is likely to be on the ground that was looked at, not by how much of each was drawn. One polygon more of each is counted than was held out, taken for any of them alike: few without an error do not show that there is none.</source>
      <translation>Les classes sont pondérées selon leur fréquence probable sur le terrain examiné, et non selon la quantité dessinée de chacune. Pour chacune, on compte un polygone de plus qu'il n'en a été réservé à la validation, attribué à parts égales à toutes les classes : quelques polygones sans erreur ne montrent pas qu'il n'y en a aucune.</translation>
    </message>
    <message>
      <source>Classes before and after</source>
      <translation>Classes avant et après</translation>
    </message>
    <message>
      <source>Classes found</source>
      <translation>Classes trouvées</translation>
    </message>
    <message>
      <source>Classes to teach</source>
      <translation>Classes à apprendre</translation>
    </message>
    <message>
      <source>Classes whose polygons get right angles, with commas between them, such as building. Their neighbours keep the shared edges; what is round or has no two main directions stays as it is. Empty: none.</source>
      <translation>Classes dont les polygones reçoivent des angles droits, séparées par des virgules, par exemple building. Leurs voisins gardent les bords communs ; ce qui est rond ou n'a pas deux directions principales reste tel quel. Vide : aucune.</translation>
    </message>
    <message>
      <source>Classes, such as water and forest; or numbers, such as heights or shares of cover</source>
      <translation>Des classes, comme eau et forêt ; ou des nombres, comme des hauteurs ou des taux de couverture</translation>
    </message>
    <message>
      <source>Classify Objects…</source>
      <translation>Classer des objets…</translation>
    </message>
    <message>
      <source>Classify the objects of a layer</source>
      <translation>Classer les objets d'une couche</translation>
    </message>
    <message>
      <source>Click in the map where there is a {name}.</source>
      <translation>Cliquez dans la carte sur un endroit de classe « {name} ».</translation>
    </message>
    <message>
      <source>Click one or a few objects first.</source>
      <translation>Cliquez d'abord sur un ou plusieurs objets.</translation>
    </message>
    <message>
      <source>Click the corners of a {name} in the map; a right click ends the polygon.</source>
      <translation>Cliquez dans la carte sur les sommets d'un polygone « {name} » ; un clic droit termine le polygone.</translation>
    </message>
    <message>
      <source>Click what you look for in the map; a right click ends</source>
      <translation>Cliquez dans la carte sur ce que vous cherchez ; un clic droit termine</translation>
    </message>
    <message>
      <source>Clouds</source>
      <translation>Nuages</translation>
    </message>
    <message>
      <source>Clouds and shadows</source>
      <translation>Nuages et ombres</translation>
    </message>
    <message>
      <source>Coarsest pixel of the rasters, m</source>
      <translation>Pixel le plus grossier des rasters, m</translation>
    </message>
    <message>
      <source>coastal aerosol</source>
      <translation>aérosols côtiers</translation>
    </message>
    <message>
      <source>Collects what others need to know to find a fault: versions, the computer and its devices, how the engine was installed, changed settings, environment variables, models and the end of the log. Your name, the name of the computer, your home folder, passwords and what follows in web addresses are left out. Read it before you send it.

It works without an engine, too.</source>
      <translation>Rassemble ce dont d'autres ont besoin pour trouver une anomalie : versions, ordinateur et périphériques, mode d'installation du moteur, paramètres modifiés, variables d'environnement, modèles et fin du journal. Votre nom, le nom de l'ordinateur, votre dossier personnel, les mots de passe et la suite des adresses web sont retirés. Relisez-le avant de l'envoyer.

Fonctionne aussi sans moteur.</translation>
    </message>
    <message>
      <source>Colours of the classes</source>
      <translation>Couleurs des classes</translation>
    </message>
    <message>
      <source>comes with the plugin, nothing to download</source>
      <translation>fourni avec l'extension, rien à télécharger</translation>
    </message>
    <message>
      <source>Compare two maps</source>
      <translation>Comparer deux cartes</translation>
    </message>
    <message>
      <source>Compare two maps: what has become of what, and how much</source>
      <translation>Comparer deux cartes : ce que chaque chose est devenue, et sur quelle surface</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>Comparé</translation>
    </message>
    <message>
      <source>Compared with another raster, pixel by pixel, wherever both have a class.</source>
      <translation>Comparaison avec un autre raster, pixel par pixel, partout où les deux ont une classe.</translation>
    </message>
    <message>
      <source>Compared with the map</source>
      <translation>Comparé avec la carte</translation>
    </message>
    <message>
      <source>Compared with {count} points of a random sample within {strata} strata: each counts for the part of its stratum that it stands for. Error bars hold if the points are those that were drawn, and whoever labelled them did not look at a map.</source>
      <translation>Comparaison avec {count} points d'un échantillon aléatoire dans {strata} strates : chacun compte pour la part de sa strate qu'il représente. Les marges d'erreur sont valables si les points sont ceux qui ont été tirés, et si la personne qui les a renseignés n'a pas regardé de carte.</translation>
    </message>
    <message>
      <source>Compared with {count} points: each counts as much as any other.</source>
      <translation>Comparaison avec {count} points : chacun compte autant que les autres.</translation>
    </message>
    <message>
      <source>Compared with {count} points: each with the pixel that it lies in.</source>
      <translation>Comparaison avec {count} points : chacun avec le pixel dans lequel il se trouve.</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each pixel in them counts.</source>
      <translation>Comparaison avec {count} polygones : chacun de leurs pixels compte.</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each, once, with the mean of the pixels in it. Polygons that somebody has chosen are no random sample: the figures hold for places like these.</source>
      <translation>Comparaison avec {count} polygones : chacun, une seule fois, avec la moyenne de ses pixels. Des polygones choisis par quelqu'un ne sont pas un échantillon aléatoire : les indicateurs valent pour des endroits semblables.</translation>
    </message>
    <message>
      <source>Compares a map with polygons, points or a raster that say what is really there: confusion matrix, overall accuracy, kappa, and precision, recall, F1 and IoU of each class.

From the random points of “Draw sample points on a map”, filled in by eye, it also estimates the true area of each class with its 95 % confidence interval (Olofsson and others, 2014).

Give a map; or a model and a raster, which is then mapped first. With another map the same points also tell which of the two is better, and how sure that is.

Example: MAP map.tif, AGAINST other-map.tif, REFERENCE points.gpkg, CLASS_FIELD reference.</source>
      <translation>Compare une carte à des polygones, des points ou un raster qui indiquent ce qui est réellement présent : matrice de confusion, exactitude globale, kappa, et précision, rappel, F1 et IoU de chaque classe.

À partir des points aléatoires de « Tirer des points d'échantillonnage sur une carte », renseignés visuellement, il estime aussi la surface réelle de chaque classe avec son intervalle de confiance à 95 % (Olofsson et al., 2014).

Indiquez une carte ; ou un modèle et un raster, qui est alors cartographié d'abord. Avec une autre carte, les mêmes points indiquent aussi laquelle des deux est la meilleure, et avec quelle certitude.

Exemple : MAP map.tif, AGAINST other-map.tif, REFERENCE points.gpkg, CLASS_FIELD reference.</translation>
    </message>
    <message>
      <source>Compares two class rasters pixel by pixel: a raster with a class for each change that there is, such as “forest → building”, and the area of each, as a table and, if you like, as a page. The maps may be of any program; classes are matched by the names in their legends, and where there are none, by their values.

Areas are counted pixels: what either map has wrong counts as change. For areas with error bars draw sample points on the map of changes, say at each what has become of what, and give both to “Measure the accuracy of a map”.

Example: BEFORE map-2020.tif, AFTER map-2024.tif, OUTPUT change.tif. Maps whose pixels are not the same are refused; with ALIGN=before the second one is brought to the pixels of the first, each of which gets the class of the nearest.</source>
      <translation>Compare deux rasters de classes pixel par pixel : un raster comportant une classe pour chaque changement existant, par exemple « forêt → bâtiment », et la surface de chacun, sous forme de tableau et, si vous le souhaitez, de page. Les cartes peuvent provenir de n'importe quel programme ; les classes sont appariées d'après les noms de leurs légendes et, à défaut, d'après leurs valeurs.

Les surfaces sont des pixels comptés : toute erreur de l'une des cartes est comptée comme changement. Pour des surfaces avec marges d'erreur, tirez des points d'échantillonnage sur la carte des changements, indiquez pour chacun ce qui est devenu quoi, et fournissez les deux à « Mesurer l'exactitude d'une carte ».

Exemple : BEFORE map-2020.tif, AFTER map-2024.tif, OUTPUT change.tif. Les cartes dont les pixels diffèrent sont refusées ; avec ALIGN=before, la seconde est ramenée aux pixels de la première, dont chacun reçoit la classe du plus proche.</translation>
    </message>
    <message>
      <source>Comparing the maps</source>
      <translation>Comparaison des cartes</translation>
    </message>
    <message>
      <source>Comparing with the reference</source>
      <translation>Comparaison avec la référence</translation>
    </message>
    <message>
      <source>Completing the files</source>
      <translation>Finalisation des fichiers</translation>
    </message>
    <message>
      <source>Compute on</source>
      <translation>Calculer sur</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>Calcul</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confiance</translation>
    </message>
    <message>
      <source>Confidence of the map</source>
      <translation>Confiance de la carte</translation>
    </message>
    <message>
      <source>Confidence – {name}</source>
      <translation>Confiance – {name}</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>Confusion</translation>
    </message>
    <message>
      <source>Confusion by area</source>
      <translation>Confusion par surface</translation>
    </message>
    <message>
      <source>Connecting to download {model}…</source>
      <translation>Connexion pour télécharger {model}…</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Sommaire</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copié</translation>
    </message>
    <message>
      <source>Copy all lines, to paste in a report</source>
      <translation>Copier toutes les lignes, à coller dans un rapport</translation>
    </message>
    <message>
      <source>Copy as &amp;Python Command</source>
      <translation>Copier comme commande &amp;Python</translation>
    </message>
    <message>
      <source>Copy as &amp;qgis_process Command</source>
      <translation>Copier comme commande &amp;qgis_process</translation>
    </message>
    <message>
      <source>Copy Log</source>
      <translation>Copier le journal</translation>
    </message>
    <message>
      <source>Copy this into a report of a fault. Names, your home folder and passwords have been left out; read it before you send it. Nothing is sent by itself.</source>
      <translation>Copiez ceci dans un rapport d'anomalie. Les noms, votre dossier personnel et les mots de passe ont été retirés ; relisez-le avant de l'envoyer. Rien n'est envoyé automatiquement.</translation>
    </message>
    <message>
      <source>Cores</source>
      <translation>Cœurs</translation>
    </message>
    <message>
      <source>Corruptions and strengths of REOBench (Li and others, 2025, arXiv 2505.16793), of which the first strength of brightness and contrast changes nothing. Of what is no bytes, 0.5 and 99.5 % of the values stand for black and white; where its values are stretched for the model by what they are like, haze and brightness are taken away again, as they are in any run. Turned, shrunk and shifted imagery is told to the model as if it were not; its map is put back in place before it is compared.</source>
      <translation>Dégradations et intensités de REOBench (Li et al., 2025, arXiv 2505.16793), dont la première intensité de luminosité et contraste ne change rien. Pour ce qui n'est pas en octets, 0,5 et 99,5 % des valeurs tiennent lieu de noir et de blanc ; là où les valeurs sont étirées pour le modèle d'après leur distribution, la brume et la luminosité sont de nouveau retirées, comme dans toute exécution. Les images tournées, réduites et décalées sont présentées au modèle comme si elles ne l'étaient pas ; sa carte est remise en place avant la comparaison.</translation>
    </message>
    <message>
      <source>Costs (JSON)</source>
      <translation>Coûts (JSON)</translation>
    </message>
    <message>
      <source>Course of the training</source>
      <translation>Déroulement de l'entraînement</translation>
    </message>
    <message>
      <source>Create a layer to draw samples in</source>
      <translation>Créer une couche où dessiner des échantillons</translation>
    </message>
    <message>
      <source>Creates the Python environment that the engine runs in, in the user data folder. QGIS's own Python is not changed. Needed once, and after an update of the plugin that asks for it; an environment that is complete is left as it is.

The panel does the same with a button. This is for machines without a window: qgis_process run crossearth:setupengine</source>
      <translation>Crée l'environnement Python dans lequel le moteur s'exécute, dans le dossier de données de l'utilisateur. Le Python de QGIS n'est pas modifié. Nécessaire une fois, et après une mise à jour de l'extension qui le demande ; un environnement complet est laissé tel quel.

Le panneau fait la même chose d'un clic. Cet algorithme est destiné aux machines sans interface graphique : qgis_process run crossearth:setupengine</translation>
    </message>
    <message>
      <source>Creating the environment with {python}…</source>
      <translation>Création de l'environnement avec {python}…</translation>
    </message>
    <message>
      <source>CrossEarth Diagnostics</source>
      <translation>Diagnostic de CrossEarth</translation>
    </message>
    <message>
      <source>CrossEarth Help</source>
      <translation>Aide de CrossEarth</translation>
    </message>
    <message>
      <source>CRS after, as asked</source>
      <translation>SCR après, comme demandé</translation>
    </message>
    <message>
      <source>CRS as asked</source>
      <translation>SCR comme demandé</translation>
    </message>
    <message>
      <source>CRS before, as asked</source>
      <translation>SCR avant, comme demandé</translation>
    </message>
    <message>
      <source>CRS of the other map, as asked</source>
      <translation>SCR de l'autre carte, comme demandé</translation>
    </message>
    <message>
      <source>CRS of the raster</source>
      <translation>SCR du raster</translation>
    </message>
    <message>
      <source>CRS of the reference, as asked</source>
      <translation>SCR de la référence, comme demandé</translation>
    </message>
    <message>
      <source>Ctrl+C copies the table or the selected rows</source>
      <translation>Ctrl+C copie le tableau ou les lignes sélectionnées</translation>
    </message>
    <message>
      <source>Ctrl+Return runs, Esc cancels</source>
      <translation>Ctrl+Entrée exécute, Échap annule</translation>
    </message>
    <message>
      <source>Cubic</source>
      <translation>Cubique</translation>
    </message>
    <message>
      <source>Curves of the training</source>
      <translation>Courbes d'entraînement</translation>
    </message>
    <message>
      <source>Data folder</source>
      <translation>Dossier de données</translation>
    </message>
    <message>
      <source>Dataset it was trained on</source>
      <translation>Jeu de données d'entraînement</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Dates that stand for those that the model has learned</source>
      <translation>Dates qui remplacent celles que le modèle a apprises</translation>
    </message>
    <message>
      <source>De&amp;lete…</source>
      <translation>&amp;Supprimer…</translation>
    </message>
    <message>
      <source>decibels</source>
      <translation>décibels</translation>
    </message>
    <message>
      <source>degrees</source>
      <translation>degrés</translation>
    </message>
    <message>
      <source>Delete a Model</source>
      <translation>Supprimer un modèle</translation>
    </message>
    <message>
      <source>Delete the model “{name}” and its earlier rounds? Maps that it has made stay, but no more can be made with it. This cannot be undone.</source>
      <translation>Supprimer le modèle « {name} » et ses itérations précédentes ? Les cartes qu'il a produites restent, mais il ne pourra plus en produire. Cette action est irréversible.</translation>
    </message>
    <message>
      <source>Delete the packages that the panel has downloaded. Models and maps stay.</source>
      <translation>Supprime les paquets téléchargés par le panneau. Les modèles et les cartes restent.</translation>
    </message>
    <message>
      <source>Delete {folder}?

Models and maps stay. The panel can set the engine up again.</source>
      <translation>Supprimer {folder} ?

Les modèles et les cartes restent. Le panneau peut réinstaller le moteur.</translation>
    </message>
    <message>
      <source>Deleting the model {name}</source>
      <translation>Suppression du modèle {name}</translation>
    </message>
    <message>
      <source>density</source>
      <translation>densité</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>Écart-type</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <source>Device that computes</source>
      <translation>Périphérique de calcul</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnostic</translation>
    </message>
    <message>
      <source>Diagnostics…</source>
      <translation>Diagnostic…</translation>
    </message>
    <message>
      <source>Distill a model</source>
      <translation>Distiller un modèle</translation>
    </message>
    <message>
      <source>distillation,teacher,student,compress,fast,train,machine learning,deep learning</source>
      <translation>distillation,enseignant,élève,compresser,rapide,entraîner,apprentissage automatique,apprentissage profond</translation>
    </message>
    <message>
      <source>Distilling took {distilling}, of which the teacher {lessons_time} for {lessons} windows, {teacher_s} s each. A map of this raster takes the teacher {teacher_windows} or {teacher_time}, the new model {student_windows} or {student_time}, at {student_s} s each: together with distilling {share} % of a map by the teacher.</source>
      <translation>La distillation a pris {distilling}, dont {lessons_time} pour l'enseignant sur {lessons} fenêtres, {teacher_s} s chacune. Une carte de ce raster demande à l'enseignant {teacher_windows}, soit {teacher_time}, et au nouveau modèle {student_windows}, soit {student_time}, à raison de {student_s} s chacune : avec la distillation, cela fait {share} % d'une carte par l'enseignant.</translation>
    </message>
    <message>
      <source>Divides a raster into groups by what a model sees of it, or by its bands alone (k-means). What a group is, is for you to say: name the groups on the page Adapt, and they become samples of classes.

Groups are numbered from the darkest to the brightest. The same seed gives the same map. What the model sees is kept: another number of groups takes a few seconds.

Example: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.</source>
      <translation>Divise un raster en groupes d'après ce qu'un modèle y voit, ou d'après ses seules bandes (k-moyennes). C'est à vous de dire ce qu'est un groupe : nommez les groupes sur la page Adapter, et ils deviennent des échantillons de classes.

Les groupes sont numérotés du plus sombre au plus clair. La même graine donne la même carte. Ce que voit le modèle est conservé : un autre nombre de groupes ne prend que quelques secondes.

Exemple : INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.</translation>
    </message>
    <message>
      <source>Do&amp;wnload ({size})</source>
      <translation>Té&amp;lécharger ({size})</translation>
    </message>
    <message>
      <source>Does for many rasters what crossearth:segment does for one. The model is loaded once; a raster that fails is reported and does not stop the others. Each map has the name of its raster; the report sums them up.</source>
      <translation>Fait pour plusieurs rasters ce que crossearth:segment fait pour un seul. Le modèle est chargé une fois ; un raster en échec est signalé et n'arrête pas les autres. Chaque carte porte le nom de son raster ; le rapport en fait la synthèse.</translation>
    </message>
    <message>
      <source>Done once. CrossEarth computes in a program of its own, with its own Python packages: QGIS and its Python stay as they are, and your imagery never leaves this computer.</source>
      <translation>À faire une seule fois. CrossEarth calcule dans un programme à part, avec ses propres paquets Python : QGIS et son Python restent inchangés, et vos images ne quittent jamais cet ordinateur.</translation>
    </message>
    <message>
      <source>Double-click to change the colour</source>
      <translation>Double-cliquer pour modifier la couleur</translation>
    </message>
    <message>
      <source>doubtful</source>
      <translation>douteuse</translation>
    </message>
    <message>
      <source>Doubtful, not in the sums</source>
      <translation>Douteuses, hors totaux</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Téléchargement</translation>
    </message>
    <message>
      <source>Download &amp;from</source>
      <translation>Télécharger &amp;depuis</translation>
    </message>
    <message>
      <source>Download a published model</source>
      <translation>Télécharger un modèle publié</translation>
    </message>
    <message>
      <source>Download a Python if none of this computer will do</source>
      <translation>Télécharger un Python si aucun de cet ordinateur ne convient</translation>
    </message>
    <message>
      <source>Download Python</source>
      <translation>Télécharger Python</translation>
    </message>
    <message>
      <source>Download PyTorch</source>
      <translation>Télécharger PyTorch</translation>
    </message>
    <message>
      <source>Download the model “{model}” first.</source>
      <translation>Téléchargez d'abord le modèle « {model} ».</translation>
    </message>
    <message>
      <source>Download {size} and add {name} to the engine in
{folder}?</source>
      <translation>Télécharger {size} et ajouter {name} au moteur dans
{folder} ?</translation>
    </message>
    <message>
      <source>Downloading Python {version} from {host}…</source>
      <translation>Téléchargement de Python {version} depuis {host}…</translation>
    </message>
    <message>
      <source>Downloading {name}: {size}…</source>
      <translation>Téléchargement de {name} : {size}…</translation>
    </message>
    <message>
      <source>Downloads a model that its authors published, checks it, and makes it ready to run: one of CrossEarth's, or one for clouds and their shadows, which comes in a Python package of which nothing is installed. Cancelling pauses: what has arrived is kept, and the next run goes on from there. QGIS's proxy is used.

A computer without internet takes the files from a folder or a mirror: copy them there, with a file SHA256SUMS as sha256sum writes it, and name the place.</source>
      <translation>Télécharge un modèle publié par ses auteurs, le contrôle et le rend prêt à l'emploi : l'un de ceux de CrossEarth, ou un modèle pour les nuages et leurs ombres, fourni dans un paquet Python dont rien n'est installé. Annuler met en pause : les données reçues sont conservées, et l'exécution suivante reprend à cet endroit. Le proxy de QGIS est utilisé.

Un ordinateur sans Internet prend les fichiers dans un dossier ou sur un miroir : copiez-les-y, avec un fichier SHA256SUMS tel que l'écrit sha256sum, et indiquez l'emplacement.</translation>
    </message>
    <message>
      <source>Downloads the packages that the engine computes with.</source>
      <translation>Télécharge les paquets avec lesquels le moteur calcule.</translation>
    </message>
    <message>
      <source>Draw sample points on a map</source>
      <translation>Tirer des points d'échantillonnage sur une carte</translation>
    </message>
    <message>
      <source>Draw sample points on the map, or choose some that you have.</source>
      <translation>Tirez des points d'échantillonnage sur la carte, ou choisissez-en que vous avez déjà.</translation>
    </message>
    <message>
      <source>Draw samples of at least two classes: choose one and press Draw.</source>
      <translation>Dessinez des échantillons d'au moins deux classes : choisissez-en une et appuyez sur Dessiner.</translation>
    </message>
    <message>
      <source>Draw samples of the chosen class</source>
      <translation>Dessiner des échantillons de la classe choisie</translation>
    </message>
    <message>
      <source>Drawing polygons</source>
      <translation>Tracé des polygones</translation>
    </message>
    <message>
      <source>Draws random points on a class map, so many in each class as Olofsson and others (2014) recommend. Look at the imagery at each point and fill its field “reference” with the class that is really there; what the map says is hidden on purpose. “Measure the accuracy of a map” then estimates accuracies and areas with their confidence intervals, of this map and of any other of the same place: each point carries the class that it was drawn from, and how large that is.</source>
      <translation>Tire des points aléatoires sur une carte de classes, autant par classe que le recommandent Olofsson et al. (2014). Regardez l'image à chaque point et renseignez son champ « reference » avec la classe réellement présente ; ce que dit la carte est masqué à dessein. « Mesurer l'exactitude d'une carte » estime ensuite les exactitudes et les surfaces avec leurs intervalles de confiance, pour cette carte et pour toute autre du même lieu : chaque point porte la classe dans laquelle il a été tiré, et la taille de celle-ci.</translation>
    </message>
    <message>
      <source>Draws random points on the map, so many in each class, into a layer of their own</source>
      <translation>Tire des points aléatoires sur la carte, tant par classe, dans une couche à part</translation>
    </message>
    <message>
      <source>Driver of the device</source>
      <translation>Pilote du périphérique</translation>
    </message>
    <message>
      <source>Duplicate a Model</source>
      <translation>Dupliquer un modèle</translation>
    </message>
    <message>
      <source>Duplicating the model {name}</source>
      <translation>Duplication du modèle {name}</translation>
    </message>
    <message>
      <source>Duration (s)</source>
      <translation>Durée (s)</translation>
    </message>
    <message>
      <source>Each class</source>
      <translation>Par classe</translation>
    </message>
    <message>
      <source>Each counts alike: the figures are those of the map if the points are a random sample of it.</source>
      <translation>Chacun compte autant : les indicateurs sont ceux de la carte si les points en sont un échantillon aléatoire.</translation>
    </message>
    <message>
      <source>Each counts for as much of the ground as it stands for in its stratum: the figures are those of the map.</source>
      <translation>Chacun compte pour la surface de terrain qu'il représente dans sa strate : les indicateurs sont ceux de la carte.</translation>
    </message>
    <message>
      <source>Each map is named after its raster; the style lies beside it.</source>
      <translation>Chaque carte porte le nom de son raster ; le style se trouve à côté.</translation>
    </message>
    <message>
      <source>Each sample counts once: of a polygon, the mean of what is mapped in it is compared with its number. No number is mapped beyond the least and the largest of the samples.</source>
      <translation>Chaque échantillon compte une fois : pour un polygone, la moyenne de ce qui y est cartographié est comparée à son nombre. Aucun nombre n'est cartographié au-delà du plus petit et du plus grand des échantillons.</translation>
    </message>
    <message>
      <source>Earlier rounds</source>
      <translation>Itérations précédentes</translation>
    </message>
    <message>
      <source>Earth-style injection</source>
      <translation>Injection Earth-style</translation>
    </message>
    <message>
      <source>Edge of a square, an odd number: each pixel takes the class that most in the square have, which smooths outlines. By default none.</source>
      <translation>Côté d'un carré, un nombre impair : chaque pixel prend la classe la plus fréquente dans le carré, ce qui lisse les contours. Par défaut, aucun.</translation>
    </message>
    <message>
      <source>Edge of the square that the model sees at once. By default the model's own; of several that are as good, the one with which this raster takes the least time. Smaller windows need less memory.</source>
      <translation>Côté du carré que le modèle voit en une fois. Par défaut, celui du modèle ; s'il en existe plusieurs aussi bons, celui avec lequel ce raster prend le moins de temps. Des fenêtres plus petites demandent moins de mémoire.</translation>
    </message>
    <message>
      <source>Edge of what the network looks at at once.</source>
      <translation>Côté de ce que le réseau regarde en une fois.</translation>
    </message>
    <message>
      <source>either it or {file} has no CRS: they cannot be laid over each other.</source>
      <translation>l'un des deux, ce fichier ou {file}, n'a pas de SCR : ils ne peuvent pas être superposés.</translation>
    </message>
    <message>
      <source>Empty: of an embedding raster its own vectors, of any other the model that comes with the plugin. Else the id of a model, its path, or bands for none.</source>
      <translation>Vide : pour un raster d'embeddings, ses propres vecteurs, pour tout autre, le modèle fourni avec l'extension. Sinon, l'identifiant d'un modèle, son chemin, ou bands pour aucun.</translation>
    </message>
    <message>
      <source>Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the map; certificates, and what it calls your folders, are in QGIS's options.</source>
      <translation>Vide : cet ordinateur. Ou l'adresse ou le fichier d'ordonnanceur d'un cluster dont les ordinateurs voient le raster et le dossier de la carte ; les certificats, et les noms qu'il donne à vos dossiers, sont dans les options de QGIS.</translation>
    </message>
    <message>
      <source>Empty: what the least number of points gives.</source>
      <translation>Vide : ce que donne le nombre minimal de points.</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Terminer</translation>
    </message>
    <message>
      <source>Ends the training and keeps the best model so far</source>
      <translation>Met fin à l'entraînement et conserve le meilleur modèle obtenu jusqu'ici</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Moteur de calcul</translation>
    </message>
    <message>
      <source>enlarged to {size} m</source>
      <translation>agrandi (pixels de {size} m)</translation>
    </message>
    <message>
      <source>Environments made with {python} lack {modules}, which the engine needs. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Aux environnements créés avec {python} il manque {modules}, dont le moteur a besoin. Installez Python depuis python.org, ou choisissez-en un autre dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Error bar ±</source>
      <translation>Marge ±</translation>
    </message>
    <message>
      <source>Estimated from the points, not counted on the map</source>
      <translation>Estimée à partir des points, et non comptée sur la carte</translation>
    </message>
    <message>
      <source>Estimated, {unit}</source>
      <translation>Estimée, {unit}</translation>
    </message>
    <message>
      <source>Estimates accuracies and areas with their error bars, by the points that are labelled</source>
      <translation>Estime les exactitudes et les surfaces avec leurs marges d'erreur, à partir des points renseignés</translation>
    </message>
    <message>
      <source>Exact test of McNemar (1947) at the points where one of the maps alone is right; of a stratified sample the exact permutation test of matched pairs (Fisher 1935), in which each point counts for the part of its stratum that it stands for. The 95 % interval of the difference is made as those of the shares (Fay and Kim 2017).</source>
      <translation>Test exact de McNemar (1947) aux points où une seule des cartes est juste ; pour un échantillon stratifié, test de permutation exact sur données appariées (Fisher 1935), où chaque point compte pour la part de sa strate qu'il représente. L'intervalle à 95 % de la différence est construit comme ceux des proportions (Fay et Kim 2017).</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>Attendue</translation>
    </message>
    <message>
      <source>Expected accuracy</source>
      <translation>Exactitude attendue</translation>
    </message>
    <message>
      <source>Export a model</source>
      <translation>Exporter un modèle</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Emprise</translation>
    </message>
    <message>
      <source>extent</source>
      <translation>emprise</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>En échec</translation>
    </message>
    <message>
      <source>Faster ways</source>
      <translation>Calcul plus rapide</translation>
    </message>
    <message>
      <source>Feature maps</source>
      <translation>Cartes de descripteurs</translation>
    </message>
    <message>
      <source>Features that are no polygons are left out: {count}.</source>
      <translation>Entités ignorées car ce ne sont pas des polygones : {count}.</translation>
    </message>
    <message>
      <source>Features that are no polygons or points are left out: {count}.</source>
      <translation>Entités ignorées car ce ne sont ni des polygones ni des points : {count}.</translation>
    </message>
    <message>
      <source>fetched and run by the makers of this plugin</source>
      <translation>récupéré et exécuté par les auteurs de cette extension</translation>
    </message>
    <message>
      <source>Fetching the layer: block {done} of {total}</source>
      <translation>Récupération de la couche : bloc {done} sur {total}</translation>
    </message>
    <message>
      <source>Fetching {width} × {height} pixels of {layer}, {size} m each, into a temporary file of {bytes}.</source>
      <translation>Récupération de {width} × {height} pixels de {layer}, de {size} m chacun, dans un fichier temporaire de {bytes}.</translation>
    </message>
    <message>
      <source>Few pixels of the class {name} are drawn ({count}), and it takes {share} of the map. So few say little of it. Check by random points of the map (“Draw sample points on a map”), draw more of {name}, and of what it is confused with.</source>
      <translation>Peu de pixels de la classe {name} sont dessinés ({count}), alors qu'elle occupe {share} de la carte. C'est trop peu pour en dire grand-chose. Vérifiez la carte à l'aide de points aléatoires (« Tirer des points d'échantillonnage sur une carte »), et dessinez davantage de {name} et de ce avec quoi cette classe est confondue.</translation>
    </message>
    <message>
      <source>Few samples of: {names}. With {fewest} or more of a class, some can be held out to measure the accuracy.</source>
      <translation>Peu d'échantillons de : {names}. À partir de {fewest} par classe, certains peuvent être réservés à la validation pour mesurer l'exactitude.</translation>
    </message>
    <message>
      <source>Field of the classes</source>
      <translation>Champ de classe</translation>
    </message>
    <message>
      <source>Field of the numbers</source>
      <translation>Champ des nombres</translation>
    </message>
    <message>
      <source>Field with the class or number</source>
      <translation>Champ contenant la classe ou le nombre</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Parcelles agricoles</translation>
    </message>
    <message>
      <source>Fields of lists or bytes are not in the copy: {fields}.</source>
      <translation>Les champs de listes ou d'octets ne figurent pas dans la copie : {fields}.</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>Indicateurs</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Fichiers</translation>
    </message>
    <message>
      <source>Files of a model are being copied or deleted. Try again when that is done.</source>
      <translation>Des fichiers d'un modèle sont en cours de copie ou de suppression. Réessayez ensuite.</translation>
    </message>
    <message>
      <source>Find Groups</source>
      <translation>Trouver des groupes</translation>
    </message>
    <message>
      <source>Find groups of pixels that are alike</source>
      <translation>Trouver des groupes de pixels semblables</translation>
    </message>
    <message>
      <source>Find Places</source>
      <translation>Trouver des endroits</translation>
    </message>
    <message>
      <source>Find places to review</source>
      <translation>Trouver les endroits à vérifier</translation>
    </message>
    <message>
      <source>Find similar places</source>
      <translation>Trouver des endroits similaires</translation>
    </message>
    <message>
      <source>Finds</source>
      <translation>Détecte</translation>
    </message>
    <message>
      <source>Finds the places where a map is least certain, most undecided or least like what the model was trained on, spread over the area. They are points with these fields: rank, reason (confidence, lead or unfamiliarity), value (what that is there, percent), class_id and class_name (what the map says).

Draw a sample at each and adapt the model to them.

Give a map that was made with its confidence, its lead or its unfamiliarity; or a model and a raster, which is then mapped first.

Example: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.</source>
      <translation>Trouve les endroits où une carte est le moins sûre, le plus indécise ou le plus différente de ce sur quoi le modèle a été entraîné, répartis sur la zone. Ce sont des points dotés des champs : rank (rang), reason (motif : confidence, lead ou unfamiliarity), value (sa valeur à cet endroit, en pourcentage), class_id et class_name (ce qu'indique la carte).

Dessinez un échantillon à chaque endroit et adaptez-y le modèle.

Indiquez une carte produite avec sa confiance, son avance ou sa dissemblance ; ou un modèle et un raster, qui est alors cartographié d'abord.

Exemple : RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.</translation>
    </message>
    <message>
      <source>Fits a model to polygons drawn on imagery and stores it as a new model, which can be chosen at once. Some of the polygons are held out, whole ones, to measure how good the new model is where it has not been taught.

quick fits a small head on what the model sees; it takes seconds to a minute. full trains the model itself, which takes much longer and needs PyTorch. Cancelling keeps the best model so far.

A field of numbers, such as heights or shares of cover, makes a model whose maps tell these: choose “Numbers, not classes”.</source>
      <translation>Ajuste un modèle à des polygones dessinés sur des images et l'enregistre comme nouveau modèle, utilisable aussitôt. Certains polygones, entiers, sont réservés à la validation, pour mesurer la qualité du nouveau modèle là où il n'a rien appris.

quick ajuste une petite tête sur ce que voit le modèle, en quelques secondes à une minute. full entraîne le modèle lui-même, ce qui prend beaucoup plus de temps et nécessite PyTorch. Annuler conserve le meilleur modèle obtenu jusque-là.

Un champ de nombres, comme des hauteurs ou des taux de couverture, donne un modèle dont les cartes indiquent ces nombres : choisissez « Des nombres, pas des classes ».</translation>
    </message>
    <message>
      <source>Fits a small head on what the model sees: seconds to a minute</source>
      <translation>Ajuste une petite tête sur ce que voit le modèle : de quelques secondes à une minute</translation>
    </message>
    <message>
      <source>Floods</source>
      <translation>Inondations</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Folder for the cluster</source>
      <translation>Dossier pour le cluster</translation>
    </message>
    <message>
      <source>Folder for the maps</source>
      <translation>Dossier des cartes</translation>
    </message>
    <message>
      <source>Folder for the model</source>
      <translation>Dossier pour le modèle</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Dossier du modèle</translation>
    </message>
    <message>
      <source>Folder with the Engine's Packages</source>
      <translation>Dossier contenant les paquets du moteur</translation>
    </message>
    <message>
      <source>Folder with the packages</source>
      <translation>Dossier des paquets</translation>
    </message>
    <message>
      <source>Folders &amp;there</source>
      <translation>Dossiers dis&amp;tants</translation>
    </message>
    <message>
      <source>For imagery of another date or sensor than the model was trained on: bands whose values have moved are brought back to those of the training before the model sees them. Where none has moved, nothing is changed. The model must know its values: the bundled one does, and those that are adapted here.</source>
      <translation>Pour des images d'une autre date ou d'un autre capteur que celles de l'entraînement : les bandes dont les valeurs ont dérivé sont ramenées à celles de l'entraînement avant que le modèle les voie. Si aucune n'a dérivé, rien n'est modifié. Le modèle doit connaître ses valeurs : celui qui est fourni les connaît, de même que ceux adaptés ici.</translation>
    </message>
    <message>
      <source>Forget the object clicked last</source>
      <translation>Oublier le dernier objet cliqué</translation>
    </message>
    <message>
      <source>Forget what was found; each model is tried at its next run</source>
      <translation>Oublier les résultats ; chaque modèle est essayé à sa prochaine exécution</translation>
    </message>
    <message>
      <source>Form of candidates</source>
      <translation>Forme des candidats</translation>
    </message>
    <message>
      <source>Frequency ones (Earth-Adapter)</source>
      <translation>Modules fréquentiels (Earth-Adapter)</translation>
    </message>
    <message>
      <source>From 0 to 1, 0.85 where nothing is known: one number, or one for each class that the map has, with commas between them. The nearer to 0.5, the more points.</source>
      <translation>De 0 à 1, 0.85 si rien n'est connu : un nombre, ou un pour chaque classe de la carte, séparés par des virgules. Plus c'est proche de 0.5, plus il faut de points.</translation>
    </message>
    <message>
      <source>From a &amp;Folder…</source>
      <translation>Depuis un &amp;dossier…</translation>
    </message>
    <message>
      <source>From what to what</source>
      <translation>De quoi en quoi</translation>
    </message>
    <message>
      <source>From {address}</source>
      <translation>Depuis {address}</translation>
    </message>
    <message>
      <source>From {windows} of the teacher's on it is a fifth at most.</source>
      <translation>À partir de {windows} de l'enseignant, c'est un cinquième au plus.</translation>
    </message>
    <message>
      <source>Full training</source>
      <translation>Entraînement complet</translation>
    </message>
    <message>
      <source>Gained</source>
      <translation>Gagné</translation>
    </message>
    <message>
      <source>Gaps in stripes</source>
      <translation>Lacunes en rayures</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>Flou gaussien</translation>
    </message>
    <message>
      <source>Gaussian noise</source>
      <translation>Bruit gaussien</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>GeoPackage with the map as polygons, without gaps between neighbours, each with its class and area.</source>
      <translation>GeoPackage contenant la carte sous forme de polygones, sans vides entre voisins, chacun avec sa classe et sa surface.</translation>
    </message>
    <message>
      <source>GeoTIFF (*.tif *.tiff)</source>
      <translation>GeoTIFF (*.tif *.tiff)</translation>
    </message>
    <message>
      <source>GeoTIFF for the class map. Empty: a file beside the project, named after raster and model. No map takes the name of another: the next one gets a number</source>
      <translation>GeoTIFF de la carte des classes. Vide : un fichier à côté du projet, nommé d'après le raster et le modèle. Aucune carte ne prend le nom d'une autre : la suivante reçoit un numéro</translation>
    </message>
    <message>
      <source>GeoTIFF of class numbers, with colours, class names and areas in the file and a style beside it.</source>
      <translation>GeoTIFF de numéros de classes, avec les couleurs, les noms de classes et les surfaces dans le fichier et un style à côté.</translation>
    </message>
    <message>
      <source>Get Python fr&amp;om</source>
      <translation>&amp;Obtenir Python depuis</translation>
    </message>
    <message>
      <source>Give each parcel or building of a layer the class it has on a map</source>
      <translation>Attribuer à chaque parcelle ou bâtiment d'une couche la classe qu'il a sur une carte</translation>
    </message>
    <message>
      <source>Give either a map, or a raster and the model that maps it.</source>
      <translation>Indiquez soit une carte, soit un raster et le modèle qui le cartographie.</translation>
    </message>
    <message>
      <source>Give either polygons or points, or a raster, as reference.</source>
      <translation>Indiquez comme référence soit des polygones ou des points, soit un raster.</translation>
    </message>
    <message>
      <source>Gives each object of a layer, such as parcels or outlines of buildings, the class that most of its pixels have on a map. The result is a copy of the layer with all its fields and these: class_id, class_name, share (percent of the pixels that have this class), confidence (their mean, percent, where it is known) and pixels.

Give a map; or a model and a raster, which is then mapped first.

Example: OBJECTS parcels.gpkg, MAP map.tif, OUTPUT classified.gpkg. Objects with a small share or confidence are those to look at.</source>
      <translation>Attribue à chaque objet d'une couche, par exemple des parcelles ou des emprises de bâtiments, la classe de la plupart de ses pixels sur une carte. Le résultat est une copie de la couche avec tous ses champs et ceux-ci : class_id, class_name, share (pourcentage de pixels ayant cette classe), confidence (leur confiance moyenne, en pourcentage, si elle est connue) et pixels.

Indiquez une carte ; ou un modèle et un raster, qui est alors cartographié d'abord.

Exemple : OBJECTS parcels.gpkg, MAP map.tif, OUTPUT classified.gpkg. Les objets à vérifier sont ceux dont la part ou la confiance est faible.</translation>
    </message>
    <message>
      <source>Gives each parcel or building its class on a map, as fields of a copy.</source>
      <translation>Attribue à chaque parcelle ou bâtiment sa classe sur une carte, dans les champs d'une copie.</translation>
    </message>
    <message>
      <source>Gives names and colours to the classes. Empty: the dataset of the published file of this name; of other files the classes are numbered.</source>
      <translation>Donne leurs noms et leurs couleurs aux classes. Vide : le jeu de données du fichier publié sous ce nom ; pour d'autres fichiers, les classes sont numérotées.</translation>
    </message>
    <message>
      <source>Giving small patches to their neighbours</source>
      <translation>Rattachement des petits îlots à leurs voisins</translation>
    </message>
    <message>
      <source>Giving the objects their classes</source>
      <translation>Attribution des classes aux objets</translation>
    </message>
    <message>
      <source>Go Back</source>
      <translation>Revenir</translation>
    </message>
    <message>
      <source>Go from point to point, key by key; the maps are hidden meanwhile, so that they do not lead you</source>
      <translation>Passer d'un point à l'autre au clavier ; les cartes sont masquées pendant ce temps, pour ne pas vous influencer</translation>
    </message>
    <message>
      <source>Go On</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <source>Goes on where the training of this name was stopped.</source>
      <translation>Reprend là où l'entraînement de ce nom a été arrêté.</translation>
    </message>
    <message>
      <source>Goes to</source>
      <translation>Destination</translation>
    </message>
    <message>
      <source>Going back to round {number} of the model {name}</source>
      <translation>Retour à l'itération {number} du modèle {name}</translation>
    </message>
    <message>
      <source>green</source>
      <translation>vert</translation>
    </message>
    <message>
      <source>Grid of the map</source>
      <translation>Grille de la carte</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Groupes</translation>
    </message>
    <message>
      <source>Groups without samples</source>
      <translation>Groupes sans échantillons</translation>
    </message>
    <message>
      <source>Half of its 95 % interval: 0.05 is ± 5 %.</source>
      <translation>La moitié de son intervalle à 95 % : 0.05 correspond à ± 5 %.</translation>
    </message>
    <message>
      <source>Half the size, and scores that differ a little. ONNX models are copied as they are.</source>
      <translation>Deux fois plus petit, avec des scores légèrement différents. Les modèles ONNX sont copiés tels quels.</translation>
    </message>
    <message>
      <source>Haze</source>
      <translation>Brume</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Tête</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Help on this page</source>
      <translation>Aide sur cette page</translation>
    </message>
    <message>
      <source>Holds authority.pem, cert.pem and key.pem, with which the cluster knows you and you know the cluster. Needed for other computers.</source>
      <translation>Contient authority.pem, cert.pem et key.pem, grâce auxquels le cluster vous reconnaît et vous reconnaissez le cluster. Nécessaire pour d'autres ordinateurs.</translation>
    </message>
    <message>
      <source>Holds the engine's environment and your models. The environment variable CROSSEARTH_HOME moves it.</source>
      <translation>Contient l'environnement du moteur et vos modèles. La variable d'environnement CROSSEARTH_HOME permet de le déplacer.</translation>
    </message>
    <message>
      <source>Holds the published files under their own names. Empty: the one in the options, else where the models are published; a package comes from the index that pip is set to.</source>
      <translation>Contient les fichiers publiés sous leur propre nom. Vide : celui des options, sinon là où les modèles sont publiés ; un paquet provient de l'index configuré pour pip.</translation>
    </message>
    <message>
      <source>How it was made</source>
      <translation>Mode de production</translation>
    </message>
    <message>
      <source>How many points make the accuracy of a map sure.</source>
      <translation>Combien de points il faut pour connaître de façon sûre l'exactitude d'une carte.</translation>
    </message>
    <message>
      <source>How many processor cores the engine may use. Fewer leave more for other programs.</source>
      <translation>Nombre de cœurs du processeur que le moteur peut utiliser. Moins il y en a, plus il en reste aux autres programmes.</translation>
    </message>
    <message>
      <source>How similar a place is at least that the canvas shows</source>
      <translation>Similarité minimale d'un endroit pour que le canevas le montre</translation>
    </message>
    <message>
      <source>How sure the overall accuracy is to be: half of its 95 % interval</source>
      <translation>Certitude voulue pour l'exactitude globale : la moitié de son intervalle à 95 %</translation>
    </message>
    <message>
      <source>How they were made</source>
      <translation>Mode de production</translation>
    </message>
    <message>
      <source>How to cite</source>
      <translation>Comment citer</translation>
    </message>
    <message>
      <source>However large the raster, it is more than a fifth of that: the new model itself takes too long.</source>
      <translation>Quelle que soit la taille du raster, c'est plus d'un cinquième : le nouveau modèle lui-même prend trop de temps.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
      <source>Id of the model</source>
      <translation>Identifiant du modèle</translation>
    </message>
    <message>
      <source>If a map by this model takes too long, a compact one can learn from it on a part of the raster.</source>
      <translation>Si une carte prend trop de temps avec ce modèle, un modèle compact peut apprendre de lui sur une partie du raster.</translation>
    </message>
    <message>
      <source>If the class {name} of the reference is all that is none of the others, give it as the background (BACKGROUND).</source>
      <translation>Si la classe {name} de la référence correspond à tout ce qui n'appartient à aucune des autres, déclarez-la comme arrière-plan (BACKGROUND).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Imagery spoiled</source>
      <translation>Images dégradées</translation>
    </message>
    <message>
      <source>Images without labels (DINOv2)</source>
      <translation>Images non annotées (DINOv2)</translation>
    </message>
    <message>
      <source>Import a model</source>
      <translation>Importer un modèle</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: nir, red.</source>
      <translation>Dans l'ordre du réseau, séparés par des virgules : nir, red.</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: water, trees.</source>
      <translation>Dans l'ordre du réseau, séparés par des virgules : eau, arbres.</translation>
    </message>
    <message>
      <source>In the paper</source>
      <translation>Dans l'article</translation>
    </message>
    <message>
      <source>In their order</source>
      <translation>Dans leur ordre</translation>
    </message>
    <message>
      <source>in {count} of {all} samples</source>
      <translation>dans {count} échantillons sur {all}</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>Raster source</translation>
    </message>
    <message>
      <source>input: that of the raster. model: that which the model sees, a smaller map of a raster that is finer than the model was trained for.</source>
      <translation>input : celle du raster. model : celle que voit le modèle, soit une carte plus petite si le raster est plus fin que ce pour quoi le modèle a été entraîné.</translation>
    </message>
    <message>
      <source>install,repair,update,python,environment</source>
      <translation>installer,réparer,mettre à jour,python,environnement</translation>
    </message>
    <message>
      <source>Installing the packages of the engine…</source>
      <translation>Installation des paquets du moteur…</translation>
    </message>
    <message>
      <source>Installing {name}…</source>
      <translation>Installation de {name}…</translation>
    </message>
    <message>
      <source>IoU</source>
      <translation>IoU</translation>
    </message>
    <message>
      <source>Is in round {number}.</source>
      <translation>Itération actuelle : {number}.</translation>
    </message>
    <message>
      <source>Is in round {number}. Others kept: {size} of {limit}.</source>
      <translation>Itération actuelle : {number}. Autres conservées : {size} sur {limit}.</translation>
    </message>
    <message>
      <source>it does not lie on the pixels of the map {file}.</source>
      <translation>les pixels ne coïncident pas avec ceux de la carte {file}.</translation>
    </message>
    <message>
      <source>it has more than {most} different values: it is no class raster.</source>
      <translation>il y a plus de {most} valeurs différentes : ce n'est pas un raster de classes.</translation>
    </message>
    <message>
      <source>it has no field {field}. Its fields are: {fields}.</source>
      <translation>le champ {field} n'existe pas. Champs présents : {fields}.</translation>
    </message>
    <message>
      <source>it has no pixels with data where {file} has some. Check its position and its CRS.</source>
      <translation>aucun pixel ne contient de données là où {file} en a. Vérifiez la position et le SCR.</translation>
    </message>
    <message>
      <source>it has no pixels with data. Check its position and its CRS.</source>
      <translation>aucun pixel ne contient de données. Vérifiez la position et le SCR.</translation>
    </message>
    <message>
      <source>It has to be downloaded first, {size}.</source>
      <translation>Il faut d'abord le télécharger, {size}.</translation>
    </message>
    <message>
      <source>it has {count} bands, as an image has; it is no class raster.</source>
      <translation>le nombre de bandes est de {count}, comme pour une image ; ce n'est pas un raster de classes.</translation>
    </message>
    <message>
      <source>it has {count} different values and seems to be an image. If they are classes, give it a colour table.</source>
      <translation>il y a {count} valeurs différentes et cela semble être une image. S'il s'agit de classes, ajoutez une table de couleurs.</translation>
    </message>
    <message>
      <source>it holds lines, which cover no pixel. Give them a width first (in QGIS: Vector, Geoprocessing Tools, Buffer).</source>
      <translation>il s'agit de lignes, qui ne couvrent aucun pixel. Donnez-leur d'abord une largeur (dans QGIS : Vecteur, Outils de géotraitement, Tampon).</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a class.</source>
      <translation>il n'y a aucun polygone ou point doté d'une surface et d'une classe.</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a number.</source>
      <translation>il n'y a aucun polygone ou point doté d'une surface et d'un nombre.</translation>
    </message>
    <message>
      <source>it holds no polygon with an area and a class.</source>
      <translation>il n'y a aucun polygone doté d'une surface et d'une classe.</translation>
    </message>
    <message>
      <source>it holds no polygons or points.</source>
      <translation>il n'y a ni polygones ni points.</translation>
    </message>
    <message>
      <source>it holds no polygons.</source>
      <translation>il n'y a pas de polygones.</translation>
    </message>
    <message>
      <source>it is a map of numbers, and has no classes.</source>
      <translation>c'est une carte de nombres, sans classes.</translation>
    </message>
    <message>
      <source>it is empty.</source>
      <translation>le contenu est vide.</translation>
    </message>
    <message>
      <source>It is kept among your models, and maps other rasters into the same groups. Empty: none is kept.</source>
      <translation>Il est conservé parmi vos modèles et cartographie d'autres rasters avec les mêmes groupes. Vide : aucun n'est conservé.</translation>
    </message>
    <message>
      <source>it is no encoder: of a window it gives numbers of shape {shape}.</source>
      <translation>ce n'est pas un encodeur : pour une fenêtre, il donne des nombres de forme {shape}.</translation>
    </message>
    <message>
      <source>it is {value} % sure.</source>
      <translation>il en est sûr à {value} %.</translation>
    </message>
    <message>
      <source>it leads by {value} %.</source>
      <translation>son avance est de {value} %.</translation>
    </message>
    <message>
      <source>it takes {own} bands, and you name {given}.</source>
      <translation>nombre de bandes attendues : {own} ; indiquées : {given}.</translation>
    </message>
    <message>
      <source>it takes {own} bands, and {name} {given}.</source>
      <translation>nombre de bandes attendues : {own} ; {name} : {given}.</translation>
    </message>
    <message>
      <source>it tells {own} classes apart, but {name} has {given} ({classes}). Choose another dataset (DATASET), or name the classes (CLASSES).</source>
      <translation>il distingue {own} classes, mais {name} en a {given} ({classes}). Choisissez un autre jeu de données (DATASET), ou nommez les classes (CLASSES).</translation>
    </message>
    <message>
      <source>it tells {own} classes apart; a map holds at most {most}.</source>
      <translation>il distingue {own} classes ; une carte en contient au plus {most}.</translation>
    </message>
    <message>
      <source>Items of {list} without a raster among their assets are left out: {names} ({count} in all).</source>
      <translation>Items de {list} ignorés car sans raster parmi leurs assets : {names} ({count} en tout).</translation>
    </message>
    <message>
      <source>Items of {list} without the asset {asset} are left out: {names} ({count} in all).</source>
      <translation>Items de {list} ignorés car sans l'asset {asset} : {names} ({count} en tout).</translation>
    </message>
    <message>
      <source>its checksum is known; not run by us</source>
      <translation>sa somme de contrôle est connue ; non exécuté par nos soins</translation>
    </message>
    <message>
      <source>Its classes do not matter. The id of a model, its path, or bands for none: then colour and texture of the raster's own bands are grouped, whichever they are.</source>
      <translation>Ses classes n'ont pas d'importance. L'identifiant d'un modèle, son chemin, ou bands pour aucun : la couleur et la texture des bandes du raster servent alors au regroupement, quelles que soient ces bandes.</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the first raster and the day. A model that was adapted under this name before is kept as an earlier round.</source>
      <translation>Son identifiant en est tiré. Vide : d'après le premier raster et le jour. Un modèle déjà adapté sous ce nom est conservé comme itération précédente.</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the raster. A model that was made under this name before is kept as an earlier round.</source>
      <translation>Son identifiant en est tiré. Vide : d'après le raster. Un modèle déjà créé sous ce nom est conservé comme itération précédente.</translation>
    </message>
    <message>
      <source>Its own description is read when it runs; classes and colours come with the result.</source>
      <translation>Sa propre description est lue à l'exécution ; les classes et les couleurs accompagnent le résultat.</translation>
    </message>
    <message>
      <source>its pixels are complex numbers.</source>
      <translation>les pixels sont des nombres complexes.</translation>
    </message>
    <message>
      <source>its wavelength</source>
      <translation>sa longueur d'onde</translation>
    </message>
    <message>
      <source>its weights tell {own} classes apart, its metadata has {given}.</source>
      <translation>ses poids distinguent {own} classes, ses métadonnées en ont {given}.</translation>
    </message>
    <message>
      <source>Its weights, SHA-256</source>
      <translation>Ses poids, SHA-256</translation>
    </message>
    <message>
      <source>Join of windows</source>
      <translation>Raccord des fenêtres</translation>
    </message>
    <message>
      <source>k-means,kmeans,cluster,clustering,unsupervised,isodata,classification,groups,features</source>
      <translation>k-moyennes,k-means,kmeans,cluster,partitionnement,non supervisée,isodata,classification,groupes,descripteurs</translation>
    </message>
    <message>
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <source>Keep all models of the file</source>
      <translation>Conserver tous les modèles du fichier</translation>
    </message>
    <message>
      <source>Keep all {count} models of the file</source>
      <translation>Conserver les {count} modèles du fichier</translation>
    </message>
    <message>
      <source>Keep Candidates</source>
      <translation>Conserver les candidats</translation>
    </message>
    <message>
      <source>Keep the finished part on cancel</source>
      <translation>Garder la partie terminée</translation>
    </message>
    <message>
      <source>Keep the map with all that was made beside it: a temporary one goes when QGIS closes, a preview when the next one comes</source>
      <translation>Conserver la carte avec tout ce qui a été créé à côté : une carte temporaire disparaît à la fermeture de QGIS, un aperçu à l'arrivée du suivant</translation>
    </message>
    <message>
      <source>Keep This Map</source>
      <translation>Conserver cette carte</translation>
    </message>
    <message>
      <source>Keep This Map…</source>
      <translation>Conserver cette carte…</translation>
    </message>
    <message>
      <source>Keeping the best model so far…</source>
      <translation>Conservation du meilleur modèle obtenu jusqu'ici…</translation>
    </message>
    <message>
      <source>Keeping the map {name}</source>
      <translation>Enregistrement de la carte {name}</translation>
    </message>
    <message>
      <source>kernel, pixels</source>
      <translation>noyau, pixels</translation>
    </message>
    <message>
      <source>Kinds of change</source>
      <translation>Types de changement</translation>
    </message>
    <message>
      <source>Label the points first.</source>
      <translation>Renseignez d'abord les points.</translation>
    </message>
    <message>
      <source>Land cover</source>
      <translation>Occupation du sol</translation>
    </message>
    <message>
      <source>Land-cover map by {model}, {date}</source>
      <translation>Carte d'occupation du sol par {model}, {date}</translation>
    </message>
    <message>
      <source>Land-cover map of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>Carte d'occupation du sol de {name}, produite avec CrossEarth pour QGIS {version} et le modèle {model} (SHA-256 {digest}…), {date}.</translation>
    </message>
    <message>
      <source>Land-cover maps by {model}, {date}</source>
      <translation>Cartes d'occupation du sol par {model}, {date}</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Couche</translation>
    </message>
    <message>
      <source>layer of objects</source>
      <translation>couche d'objets</translation>
    </message>
    <message>
      <source>Layers made by CrossEarth are left out; a right click offers them, too.</source>
      <translation>Les couches produites par CrossEarth sont omises ; un clic droit les propose aussi.</translation>
    </message>
    <message>
      <source>Lead</source>
      <translation>Avance</translation>
    </message>
    <message>
      <source>Lead of the map</source>
      <translation>Avance de la carte</translation>
    </message>
    <message>
      <source>Lead – {name}</source>
      <translation>Avance – {name}</translation>
    </message>
    <message>
      <source>Least</source>
      <translation>Minimum</translation>
    </message>
    <message>
      <source>Least distance between two places</source>
      <translation>Distance minimale entre deux endroits</translation>
    </message>
    <message>
      <source>Least number of points of a class</source>
      <translation>Nombre minimal de points par classe</translation>
    </message>
    <message>
      <source>Least similarity</source>
      <translation>Similarité minimale</translation>
    </message>
    <message>
      <source>Least similarity of candidates</source>
      <translation>Similarité minimale des candidats</translation>
    </message>
    <message>
      <source>Libraries</source>
      <translation>Bibliothèques</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <source>Licence of the model</source>
      <translation>Licence du modèle</translation>
    </message>
    <message>
      <source>Limits the run to a rectangle. Empty: the whole raster.</source>
      <translation>Limite l'exécution à un rectangle. Vide : le raster entier.</translation>
    </message>
    <message>
      <source>Limits the run to polygons: outside of them nothing is computed or written.</source>
      <translation>Limite l'exécution à des polygones : en dehors, rien n'est calculé ni écrit.</translation>
    </message>
    <message>
      <source>Little confidence, little lead of the class over the next one, or unlike the training. all: those that are known of the map; of a model the first two.</source>
      <translation>Confiance faible, faible avance de la classe sur la suivante, ou différence avec l'entraînement. all : ceux qui sont connus pour la carte ; pour un modèle, les deux premiers.</translation>
    </message>
    <message>
      <source>Live preview</source>
      <translation>Aperçu en direct</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Journal</translation>
    </message>
    <message>
      <source>Look Again</source>
      <translation>Revoir</translation>
    </message>
    <message>
      <source>Look for other places; the samples that are drawn stay</source>
      <translation>Chercher d'autres endroits ; les échantillons dessinés restent</translation>
    </message>
    <message>
      <source>Looking at the raster</source>
      <translation>Examen du raster</translation>
    </message>
    <message>
      <source>Looking for graphics cards</source>
      <translation>Recherche de cartes graphiques</translation>
    </message>
    <message>
      <source>Looks at the imagery window by window with a trained model and writes a raster of classes, styled and with the area of each class. Everything is computed on this computer, or on a cluster if you choose one; the imagery is sent nowhere.

The raster may be of any size. Limit the run to an extent or to polygons to try a model out. Pixels without data stay without a class.</source>
      <translation>Examine les images fenêtre par fenêtre avec un modèle entraîné et écrit un raster de classes, stylisé et avec la surface de chaque classe. Tout est calculé sur cet ordinateur, ou sur un cluster si vous en choisissez un ; les images ne sont envoyées nulle part.

Le raster peut avoir n'importe quelle taille. Limitez l'exécution à une emprise ou à des polygones pour essayer un modèle. Les pixels sans données restent sans classe.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Perte</translation>
    </message>
    <message>
      <source>Loss on held-out polygons</source>
      <translation>Perte sur les polygones de validation</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Perdu</translation>
    </message>
    <message>
      <source>M&amp;easure</source>
      <translation>&amp;Mesurer</translation>
    </message>
    <message>
      <source>Made with CrossEarth for QGIS, engine {version}. One file: it loads nothing and runs no script.</source>
      <translation>Produit avec CrossEarth pour QGIS, moteur {version}. Un seul fichier : il ne charge rien et n'exécute aucun script.</translation>
    </message>
    <message>
      <source>Majority filter</source>
      <translation>Filtre majoritaire</translation>
    </message>
    <message>
      <source>Majority window, pixels</source>
      <translation>Fenêtre du filtre majoritaire, pixels</translation>
    </message>
    <message>
      <source>Make a map, or add a raster of classes to the project.</source>
      <translation>Produisez une carte, ou ajoutez au projet un raster de classes.</translation>
    </message>
    <message>
      <source>Make an earlier round the model again; the one that is the model now is kept</source>
      <translation>Faire d'une itération précédente le modèle actuel ; celle qui l'est maintenant est conservée</translation>
    </message>
    <message>
      <source>Make no map that would be doubtful</source>
      <translation>Ne pas produire de carte douteuse</translation>
    </message>
    <message>
      <source>Makes a folder of maps from many rasters, with one report.</source>
      <translation>Produit un dossier de cartes à partir de nombreux rasters, avec un seul rapport.</translation>
    </message>
    <message>
      <source>Makes a map of classes from imagery with a trained model.</source>
      <translation>Produit une carte de classes à partir d'images avec un modèle entraîné.</translation>
    </message>
    <message>
      <source>Makes a map of groups of pixels that are alike, without any samples.</source>
      <translation>Produit une carte de groupes de pixels semblables, sans aucun échantillon.</translation>
    </message>
    <message>
      <source>Makes a model out of a file that you have.</source>
      <translation>Crée un modèle à partir d'un fichier que vous avez.</translation>
    </message>
    <message>
      <source>Manage Models…</source>
      <translation>Gérer les modèles…</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Carte</translation>
    </message>
    <message>
      <source>Map after</source>
      <translation>Carte après</translation>
    </message>
    <message>
      <source>Map and field hold amounts, such as heights. Maps and models made here say so themselves.</source>
      <translation>La carte et le champ contiennent des quantités, comme des hauteurs. Les cartes et les modèles produits ici l'indiquent eux-mêmes.</translation>
    </message>
    <message>
      <source>Map before</source>
      <translation>Carte avant</translation>
    </message>
    <message>
      <source>Map of changes</source>
      <translation>Carte des changements</translation>
    </message>
    <message>
      <source>Map of the new model: {text}</source>
      <translation>Carte du nouveau modèle : {text}</translation>
    </message>
    <message>
      <source>Map of {name}</source>
      <translation>Carte de {name}</translation>
    </message>
    <message>
      <source>Map of {name} by {model}, {date}</source>
      <translation>Carte de {name} par {model}, {date}</translation>
    </message>
    <message>
      <source>Map of {quantity} of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>Carte de {quantity} de {name}, produite avec CrossEarth pour QGIS {version} et le modèle {model} (SHA-256 {digest}…), {date}.</translation>
    </message>
    <message>
      <source>Map on or off (M)</source>
      <translation>Carte oui/non (M)</translation>
    </message>
    <message>
      <source>Map to judge</source>
      <translation>Carte à évaluer</translation>
    </message>
    <message>
      <source>Map what the canvas shows at once, wherever you go; no file comes of it</source>
      <translation>Cartographier aussitôt ce que montre le canevas, où que vous alliez ; aucun fichier n'est créé</translation>
    </message>
    <message>
      <source>map {path}</source>
      <translation>carte {path}</translation>
    </message>
    <message>
      <source>Mapped, {unit}</source>
      <translation>Cartographiée, {unit}</translation>
    </message>
    <message>
      <source>Mapping spoiled imagery</source>
      <translation>Cartographie des images dégradées</translation>
    </message>
    <message>
      <source>Maps</source>
      <translation>Cartes</translation>
    </message>
    <message>
      <source>Maps made: {done}, there already: {skipped}, doubtful: {doubtful}, failed: {failed}. {time}</source>
      <translation>Cartes produites : {done}, déjà présentes : {skipped}, douteuses : {doubtful}, en échec : {failed}. {time}</translation>
    </message>
    <message>
      <source>Maps of earlier runs are no imagery and are left out: {names}.</source>
      <translation>Les cartes d'exécutions antérieures ne sont pas des images et sont ignorées : {names}.</translation>
    </message>
    <message>
      <source>Maps of {name} by {model}, {date}</source>
      <translation>Cartes de {name} par {model}, {date}</translation>
    </message>
    <message>
      <source>Maps whose pixels are not the same are refused; or are brought to the pixels of one of them, each of which gets the class of the other map's nearest.</source>
      <translation>Les cartes dont les pixels diffèrent sont refusées, ou ramenées aux pixels de l'une d'elles, dont chacun reçoit la classe du plus proche de l'autre carte.</translation>
    </message>
    <message>
      <source>Margin of error of the overall accuracy (±)</source>
      <translation>Marge d'erreur de l'exactitude globale (±)</translation>
    </message>
    <message>
      <source>Margin of error of the user's accuracy of each class (±)</source>
      <translation>Marge d'erreur de l'exactitude utilisateur de chaque classe (±)</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Masque</translation>
    </message>
    <message>
      <source>Masked image modelling</source>
      <translation>Modélisation d'images masquées</translation>
    </message>
    <message>
      <source>Match to the training imagery</source>
      <translation>Harmoniser les valeurs</translation>
    </message>
    <message>
      <source>Matched to the training imagery</source>
      <translation>Harmonisé avec les images d'entraînement</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Mean absolute error</source>
      <translation>Erreur absolue moyenne</translation>
    </message>
    <message>
      <source>Mean F1</source>
      <translation>F1 moyen</translation>
    </message>
    <message>
      <source>Mean IoU</source>
      <translation>IoU moyenne</translation>
    </message>
    <message>
      <source>Mean IoU (0 to 1)</source>
      <translation>IoU moyenne (0 à 1)</translation>
    </message>
    <message>
      <source>Mean IoU on held-out polygons</source>
      <translation>IoU moyenne sur les polygones de validation</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}, {kept} % of the {clean} on the raster as it is.</source>
      <translation>L'IoU moyenne sur les classes de la référence est, toutes cartes confondues, de {mean}, soit {kept} % de la valeur de {clean} obtenue sur le raster tel quel.</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}.</source>
      <translation>L'IoU moyenne sur les classes de la référence est, toutes cartes confondues, de {mean}.</translation>
    </message>
    <message>
      <source>Mean IoU, not measured here</source>
      <translation>IoU moyenne, non mesurée ici</translation>
    </message>
    <message>
      <source>Measure the accuracy of a map</source>
      <translation>Mesurer l'exactitude d'une carte</translation>
    </message>
    <message>
      <source>Memory on {device} does not suffice: fewer patches at once now ({count}), whose gradients are added up.</source>
      <translation>La mémoire de {device} est insuffisante : moins d'imagettes à la fois désormais ({count}), dont les gradients sont additionnés.</translation>
    </message>
    <message>
      <source>Merge and rename classes</source>
      <translation>Fusionner et renommer les classes</translation>
    </message>
    <message>
      <source>Merged classes</source>
      <translation>Classes fusionnées</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>mètres</translation>
    </message>
    <message>
      <source>Middle of each band before and after that</source>
      <translation>Valeur centrale de chaque bande avant et après</translation>
    </message>
    <message>
      <source>Minimum mapping unit</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Model file</source>
      <translation>Fichier de modèle</translation>
    </message>
    <message>
      <source>Model File…</source>
      <translation>Fichier de modèle…</translation>
    </message>
    <message>
      <source>Model Folder…</source>
      <translation>Dossier de modèle…</translation>
    </message>
    <message>
      <source>Model pixel size</source>
      <translation>Pixel du modèle</translation>
    </message>
    <message>
      <source>Model that maps the raster</source>
      <translation>Modèle qui cartographie le raster</translation>
    </message>
    <message>
      <source>Model to start from</source>
      <translation>Modèle de départ</translation>
    </message>
    <message>
      <source>Model whose view is compared</source>
      <translation>Modèle servant à la comparaison</translation>
    </message>
    <message>
      <source>Model whose view is grouped</source>
      <translation>Modèle servant au regroupement</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <source>Models (*.onnx *.safetensors *.json)</source>
      <translation>Modèles (*.onnx *.safetensors *.json)</translation>
    </message>
    <message>
      <source>Models ({patterns})</source>
      <translation>Modèles ({patterns})</translation>
    </message>
    <message>
      <source>More than there are classes: several may become one later.</source>
      <translation>Plus qu'il n'y a de classes : plusieurs peuvent n'en former qu'une par la suite.</translation>
    </message>
    <message>
      <source>More workers that cannot take part either: {count}.</source>
      <translation>Autres workers qui ne peuvent pas participer non plus : {count}.</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>Mosaïque</translation>
    </message>
    <message>
      <source>Most</source>
      <translation>Maximum</translation>
    </message>
    <message>
      <source>Most values of the raster are not what {model} takes, which is {takes}: they are {low} to {high} by {source}. Say which numbers stand for the ends of its range (STRETCH MIN,MAX), or choose another raster.</source>
      <translation>La plupart des valeurs du raster ne sont pas ce que {model} attend, à savoir : {takes}. Elles vont de {low} à {high} d'après {source}. Indiquez quels nombres correspondent aux bornes de sa plage (STRETCH MIN,MAX), ou choisissez un autre raster.</translation>
    </message>
    <message>
      <source>Motion blur</source>
      <translation>Flou de bougé</translation>
    </message>
    <message>
      <source>N next, B back, S cannot be told, U undo, Esc ends</source>
      <translation>N suivant, B précédent, S indéterminable, U annuler, Échap terminer</translation>
    </message>
    <message>
      <source>N next, B back, S skip, U undo, M map on or off, Esc ends</source>
      <translation>N suivant, B précédent, S ignorer, U annuler, M carte oui/non, Échap terminer</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Name a folder that the computers of the cluster see, too: they write there what they have computed.</source>
      <translation>Indiquez un dossier que les ordinateurs du cluster voient aussi : ils y écrivent ce qu'ils ont calculé.</translation>
    </message>
    <message>
      <source>Name of a class, such as other: all of the map outside of the polygons counts as it, and a reference raster's pixels without a class. If the map has no such class, all classes that the reference does not name are one with it. Footprints of buildings, for example, need it: without it, only recall can be told from a reference that lacks classes of the map.</source>
      <translation>Nom d'une classe, par exemple autre : tout ce qui, sur la carte, est hors des polygones lui est attribué, ainsi que les pixels sans classe d'un raster de référence. Si la carte n'a pas cette classe, toutes les classes que la référence ne nomme pas lui sont assimilées. Les emprises de bâtiments, par exemple, en ont besoin : sans elle, une référence à laquelle manquent des classes de la carte ne permet de donner que le rappel.</translation>
    </message>
    <message>
      <source>Name of a model of the groups</source>
      <translation>Nom d'un modèle des groupes</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Nom du périphérique</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>Nom du modèle</translation>
    </message>
    <message>
      <source>Name of the new model</source>
      <translation>Nom du nouveau modèle</translation>
    </message>
    <message>
      <source>Name the field of the reference that holds the class.</source>
      <translation>Indiquez le champ de la référence qui contient la classe.</translation>
    </message>
    <message>
      <source>Name:</source>
      <translation>Nom :</translation>
    </message>
    <message>
      <source>named by its authors; neither fetched nor run by the makers of this plugin</source>
      <translation>désigné par ses auteurs ; ni récupéré ni exécuté par les auteurs de cette extension</translation>
    </message>
    <message>
      <source>Names of the bands</source>
      <translation>Noms des bandes</translation>
    </message>
    <message>
      <source>Names of the classes</source>
      <translation>Noms des classes</translation>
    </message>
    <message>
      <source>Names of the classes after</source>
      <translation>Noms des classes après</translation>
    </message>
    <message>
      <source>Names of the classes before</source>
      <translation>Noms des classes avant</translation>
    </message>
    <message>
      <source>Names of the other map's classes</source>
      <translation>Noms des classes de l'autre carte</translation>
    </message>
    <message>
      <source>Names of the reference's classes</source>
      <translation>Noms des classes de la référence</translation>
    </message>
    <message>
      <source>near infrared</source>
      <translation>proche infrarouge</translation>
    </message>
    <message>
      <source>Nearest neighbour</source>
      <translation>Plus proche voisin</translation>
    </message>
    <message>
      <source>Needed for the published checkpoints of CrossEarth and for full adaptation; the bundled model needs none. Where there is an NVIDIA card, it is the build for it: a download of up to 3 GB, without one of 200 MB.</source>
      <translation>Nécessaire pour les checkpoints publiés de CrossEarth et pour l'adaptation complète ; le modèle fourni n'en a pas besoin. En présence d'une carte NVIDIA, c'est la version prévue pour elle : un téléchargement pouvant atteindre 3 Go, contre 200 Mo sans carte.</translation>
    </message>
    <message>
      <source>Neither has a CRS, by which the one could be brought to the other.</source>
      <translation>Aucun des deux n'a de SCR permettant de ramener l'un sur l'autre.</translation>
    </message>
    <message>
      <source>Net</source>
      <translation>Solde</translation>
    </message>
    <message>
      <source>Net, %</source>
      <translation>Solde, %</translation>
    </message>
    <message>
      <source>Network pixel, m</source>
      <translation>Pixel du réseau, m</translation>
    </message>
    <message>
      <source>never chosen</source>
      <translation>jamais choisi</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Nouveau</translation>
    </message>
    <message>
      <source>New classes and the model's classes that they are made of: built=building,road; green=vegetation. Classes that are not named stay.</source>
      <translation>Nouvelles classes et classes du modèle qui les composent : bâti=building,road; vert=vegetation. Les classes non citées restent.</translation>
    </message>
    <message>
      <source>New Layer for Samples</source>
      <translation>Nouvelle couche d'échantillons</translation>
    </message>
    <message>
      <source>New Layer of Points…</source>
      <translation>Nouvelle couche de points…</translation>
    </message>
    <message>
      <source>New Layer of Polygons…</source>
      <translation>Nouvelle couche de polygones…</translation>
    </message>
    <message>
      <source>New sample points</source>
      <translation>Nouveaux points d'échantillonnage</translation>
    </message>
    <message>
      <source>Next (N)</source>
      <translation>Suivant (N)</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons of at least two classes.</source>
      <translation>Aucune exactitude n'a été mesurée : il faut deux polygones par classe, pour au moins deux classes.</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons or points.</source>
      <translation>Aucune exactitude n'a été mesurée : il faut deux polygones ou points.</translation>
    </message>
    <message>
      <source>No areas are estimated: that takes points drawn at random on the map (“Draw sample points on a map”), and polygons or another map are none.</source>
      <translation>Aucune surface n'est estimée : il faut pour cela des points tirés au hasard sur la carte (« Tirer des points d'échantillonnage sur une carte »), ce que ne sont ni des polygones ni une autre carte.</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values.</source>
      <translation>Aucune classe de la référence ({names}) ne figure sur la carte ({classes}). Est-ce bien le champ qui contient la classe ? Sinon, donnez aux classes les noms ou les valeurs de la carte.</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values. Is {near} meant?</source>
      <translation>Aucune classe de la référence ({names}) ne figure sur la carte ({classes}). Est-ce bien le champ qui contient la classe ? Sinon, donnez aux classes les noms ou les valeurs de la carte. S'agit-il de {near} ?</translation>
    </message>
    <message>
      <source>No CRS tells how large the pixels are, and those of one map may be larger than those of another.</source>
      <translation>Aucun SCR n'indique la taille des pixels, et ceux d'une carte peuvent être plus grands que ceux d'une autre.</translation>
    </message>
    <message>
      <source>No CRS: it is not known where the raster lies.</source>
      <translation>Pas de SCR : on ne sait pas où se trouve le raster.</translation>
    </message>
    <message>
      <source>No figures and no areas can be told: each stratum needs a labelled point, and better 50, but {names} has none, and what is not known takes {share} of the map. Say what is there at some of its points.</source>
      <translation>Ni indicateurs ni surfaces ne peuvent être donnés : chaque strate a besoin d'un point renseigné, et plutôt de 50, mais {names} n'en a aucun, et ce qui est inconnu occupe {share} de la carte. Indiquez ce qui se trouve à certains de ses points.</translation>
    </message>
    <message>
      <source>No map was made of {path}, for it would be doubtful. {doubts}</source>
      <translation>Aucune carte n'a été produite à partir de {path}, car elle serait douteuse. {doubts}</translation>
    </message>
    <message>
      <source>No map was made with the new model: its raster is not in the project any more. Choose another one.</source>
      <translation>Aucune carte n'a été produite avec le nouveau modèle : son raster n'est plus dans le projet. Choisissez-en un autre.</translation>
    </message>
    <message>
      <source>No map was made: all rasters have failed or are doubtful.</source>
      <translation>Aucune carte n'a été produite : tous les rasters ont échoué ou sont douteux.</translation>
    </message>
    <message>
      <source>No model here knows these {count} bands: their names do not tell what they show, or their pixels are of another size. Start from the bands alone.</source>
      <translation>Aucun modèle ici ne connaît ces {count} bandes : leurs noms n'indiquent pas ce qu'elles montrent, ou leurs pixels ont une autre taille. Partez des bandes seules.</translation>
    </message>
    <message>
      <source>No other raster in the project</source>
      <translation>Aucun autre raster dans le projet</translation>
    </message>
    <message>
      <source>No point of the stratum {names} has a class: the figures hold for the rest of the map.</source>
      <translation>Aucun point de la strate {names} n'a de classe : les indicateurs valent pour le reste de la carte.</translation>
    </message>
    <message>
      <source>No program of this computer opens {address}. The address is on the clipboard.</source>
      <translation>Aucun programme de cet ordinateur n'ouvre {address}. L'adresse est dans le presse-papiers.</translation>
    </message>
    <message>
      <source>No Python from {minimum} to {maximum} was found on this computer. Install one, or choose one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Aucun Python de {minimum} à {maximum} n'a été trouvé sur cet ordinateur. Installez-en un, ou choisissez-en un dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>No Python of this computer will do for the engine; the log says why. Python {version} can be downloaded from {host} ({size}), once, into
{folder}

Only the engine uses it. Download it now?</source>
      <translation>Aucun Python de cet ordinateur ne convient au moteur ; le journal dit pourquoi. Python {version} peut être téléchargé depuis {host} ({size}), une seule fois, dans
{folder}

Seul le moteur l'utilise. Le télécharger maintenant ?</translation>
    </message>
    <message>
      <source>No sample could be held out, so nothing shows that {model} helps here: the bands alone are taken. Draw more samples, in more places.</source>
      <translation>Aucun échantillon n'a pu être réservé à la validation ; rien ne montre donc que {model} apporte quelque chose ici : seules les bandes sont utilisées. Dessinez davantage d'échantillons, à davantage d'endroits.</translation>
    </message>
    <message>
      <source>Nodata value</source>
      <translation>Valeur nodata</translation>
    </message>
    <message>
      <source>Nodata value of the other map</source>
      <translation>Valeur nodata de l'autre carte</translation>
    </message>
    <message>
      <source>Nodata value of the reference</source>
      <translation>Valeur nodata de la référence</translation>
    </message>
    <message>
      <source>NoData values</source>
      <translation>Valeurs NoData</translation>
    </message>
    <message>
      <source>none of its points has a class in the field {field} yet.</source>
      <translation>aucun de ses points n'a encore de classe dans le champ {field}.</translation>
    </message>
    <message>
      <source>North</source>
      <translation>Nord</translation>
    </message>
    <message>
      <source>Not all of {model} is taken: on the polygons held out it has a mean IoU of {all}, and what is taken {taken}. With all of it much more of the map would become {names}, of which few pixels are drawn. Draw more of it.</source>
      <translation>{model} n'est pas utilisé en entier : sur les polygones de validation, son IoU moyenne est de {all}, et celle de la partie utilisée de {taken}. Avec le tout, une part bien plus grande de la carte deviendrait {names}, dont peu de pixels sont dessinés. Dessinez-en davantage.</translation>
    </message>
    <message>
      <source>Not at all</source>
      <translation>Pas du tout</translation>
    </message>
    <message>
      <source>Not enough memory on {device} for one window of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Mémoire insuffisante sur {device} pour une fenêtre de {window} pixels. Fermez les autres programmes qui l'utilisent, ou relancez avec des options moins gourmandes : {options}.</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to load {model}. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Mémoire insuffisante sur {device} pour charger {model}. Fermez les autres programmes qui l'utilisent, ou relancez avec des options moins gourmandes : {options}.</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to train on a single patch of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Mémoire insuffisante sur {device} pour entraîner sur une seule imagette de {window} pixels. Fermez les autres programmes qui l'utilisent, ou relancez avec des options moins gourmandes : {options}.</translation>
    </message>
    <message>
      <source>Not enough memory to compute windows side by side: one by one now.</source>
      <translation>Mémoire insuffisante pour calculer des fenêtres en parallèle : désormais une par une.</translation>
    </message>
    <message>
      <source>Not enough memory: fewer windows at once now ({count}).</source>
      <translation>Mémoire insuffisante : moins de fenêtres à la fois désormais ({count}).</translation>
    </message>
    <message>
      <source>Not measured, for lack of a second polygon: {names}. What of it the model takes for another class does not count in that one's figures.</source>
      <translation>Non mesurées, faute d'un second polygone : {names}. Ce que le modèle y prend pour une autre classe ne compte pas dans les indicateurs de celle-ci.</translation>
    </message>
    <message>
      <source>not taken: it saves too little time</source>
      <translation>non retenu : le gain de temps est trop faible</translation>
    </message>
    <message>
      <source>not taken: the trial did not come to its end</source>
      <translation>non retenu : l'essai n'est pas allé à son terme</translation>
    </message>
    <message>
      <source>not taken: too many pixels change their class</source>
      <translation>non retenu : trop de pixels changent de classe</translation>
    </message>
    <message>
      <source>not taken: {reason}</source>
      <translation>non retenu : {reason}</translation>
    </message>
    <message>
      <source>Nothing can be downloaded through the SOCKS proxy {host}. Choose an HTTP proxy under Settings &gt; Options &gt; Network. Without one, models can be taken from a folder, and another Python with the engine's packages be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Rien ne peut être téléchargé par le proxy SOCKS {host}. Choisissez un proxy HTTP dans Préférences &gt; Options &gt; Réseau. À défaut, les modèles peuvent être pris dans un dossier, et un autre Python disposant des paquets du moteur peut être choisi dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Nothing downloaded</source>
      <translation>Aucun téléchargement</translation>
    </message>
    <message>
      <source>Nothing in the field “{field}” says what is there.</source>
      <translation>Rien dans le champ « {field} » n'indique ce qui est présent.</translation>
    </message>
    <message>
      <source>Nothing in the raster is named as {names}, of the {count} bands that {model} was trained on: it is shown their mean instead, which tells it nothing. If the raster has them, say which its bands are (BANDS), or name them in the file.</source>
      <translation>Rien dans le raster ne porte les noms {names}, parmi les {count} bandes sur lesquelles {model} a été entraîné : il reçoit à la place leur moyenne, qui ne lui apprend rien. Si le raster les contient, indiquez quelles sont ses bandes (BANDS), ou nommez-les dans le fichier.</translation>
    </message>
    <message>
      <source>Nothing shows that the classes can be told apart here: of the pixels held out, {recall} of a class are right on average, and a map of one class would have {guessed}. The overall accuracy does not show that. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>Rien ne montre que les classes peuvent être distinguées ici : parmi les pixels de validation d'une classe, {recall} en moyenne sont justes, contre {guessed} avec une carte d'une seule classe. L'exactitude globale ne le montre pas. Choisissez d'autres bandes ou un autre raster, ou des classes qui s'y distinguent.</translation>
    </message>
    <message>
      <source>Nothing shows that the numbers can be told here: on the samples held out, what is mapped is no better than their mean (R² {r2}). Choose other bands or another raster.</source>
      <translation>Rien ne montre que les nombres peuvent être estimés ici : sur les échantillons de validation, ce qui est cartographié ne vaut pas mieux que leur moyenne (R² {r2}). Choisissez d'autres bandes ou un autre raster.</translation>
    </message>
    <message>
      <source>Nothing tells how sure the map {file} is. Make it again with {flags} ({names} in QGIS), or give a model and a raster.</source>
      <translation>Rien n'indique à quel point la carte {file} est sûre. Produisez-la de nouveau avec {flags} ({names} dans QGIS), ou indiquez un modèle et un raster.</translation>
    </message>
    <message>
      <source>Nothing tells how the pixels were scaled that {model} was trained with: they are divided by {divisor}. If that is wrong, the map is: import the model again and say how (MEAN, STD; 0 and 1 for a network that takes them as they are).</source>
      <translation>Rien n'indique comment étaient mis à l'échelle les pixels avec lesquels {model} a été entraîné : ils sont divisés par {divisor}. Si c'est faux, la carte l'est aussi : importez de nouveau le modèle et précisez comment (MEAN, STD ; 0 et 1 pour un réseau qui les prend tels quels).</translation>
    </message>
    <message>
      <source>Nothing tells of which date {path} is: neither a STAC Item beside it, nor its tags, nor its name. Set the date in the layer's properties: Temporal, a fixed time range of one day.</source>
      <translation>Rien n'indique la date de {path} : ni un item STAC à côté, ni ses métadonnées, ni son nom. Définissez la date dans les propriétés de la couche : Temporel, plage de temps fixe d'une journée.</translation>
    </message>
    <message>
      <source>Nothing tells what the numbers of the raster measure ({low} to {high}), and {model} takes {takes}: {one} was taken for 1. If that is wrong, the map is; say which numbers stand for 0 and 1, for instance STRETCH 0,10000, for Sentinel-2 since 2022 1000,11000, for Landsat Collection 2 7272.73,43636.36.</source>
      <translation>Rien n'indique ce que mesurent les valeurs du raster ({low} à {high}), et {model} attend : {takes} ; {one} a été pris comme 1. Si c'est faux, la carte l'est aussi ; indiquez quels nombres correspondent à 0 et 1, par exemple STRETCH 0,10000, pour Sentinel-2 depuis 2022 1000,11000, pour Landsat Collection 2 7272.73,43636.36.</translation>
    </message>
    <message>
      <source>Nothing tells which bands {model} was made for: it is given the raster's bands {bands}, in this order. If that is wrong, say which (BANDS), or import the model with their names.</source>
      <translation>Rien n'indique pour quelles bandes {model} a été conçu : il reçoit les bandes {bands} du raster, dans cet ordre. Si c'est faux, indiquez lesquelles (BANDS), ou importez le modèle avec leurs noms.</translation>
    </message>
    <message>
      <source>Nothing tells which of the {count} bands of the raster are {names}: bands {bands} were taken, in their order. If these are others, say which (BANDS); the map is of no use otherwise.</source>
      <translation>Rien n'indique lesquelles des {count} bandes du raster sont {names} : les bandes {bands} ont été prises, dans leur ordre. Si ce sont d'autres bandes, indiquez lesquelles (BANDS) ; sinon, la carte est inutilisable.</translation>
    </message>
    <message>
      <source>Nothing varies in band {bands} of the raster, or there is no data in it: the model does without. If it needs more, say which bands it gets (BANDS).</source>
      <translation>Rien ne varie dans la bande {bands} du raster, ou elle ne contient pas de données : le modèle s'en passe. S'il lui en faut davantage, indiquez quelles bandes il reçoit (BANDS).</translation>
    </message>
    <message>
      <source>Nothing was tried on this computer yet.</source>
      <translation>Rien n'a encore été essayé sur cet ordinateur.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Number &amp;field</source>
      <translation>C&amp;hamp des nombres</translation>
    </message>
    <message>
      <source>Number of candidates</source>
      <translation>Nombre de candidats</translation>
    </message>
    <message>
      <source>Number of groups</source>
      <translation>Nombre de groupes</translation>
    </message>
    <message>
      <source>Number of objects</source>
      <translation>Nombre d'objets</translation>
    </message>
    <message>
      <source>Number of places</source>
      <translation>Nombre d'endroits</translation>
    </message>
    <message>
      <source>Number of points</source>
      <translation>Nombre de points</translation>
    </message>
    <message>
      <source>Number of sample points for {name}</source>
      <translation>Nombre de points d'échantillonnage pour {name}</translation>
    </message>
    <message>
      <source>Number of windows</source>
      <translation>Nombre de fenêtres</translation>
    </message>
    <message>
      <source>numbered classes</source>
      <translation>classes numérotées</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Nombres</translation>
    </message>
    <message>
      <source>Numbers of the reference are taken as values of the map's classes: {names}.</source>
      <translation>Les numéros de la référence sont interprétés comme valeurs des classes de la carte : {names}.</translation>
    </message>
    <message>
      <source>Numbers separated by commas. Empty: as segmenting would take them.</source>
      <translation>Nombres séparés par des virgules. Vide : comme pour la segmentation.</translation>
    </message>
    <message>
      <source>Numbers with commas between them, such as 3,2,1, for every raster. Empty: by the colours that each file names, else the first ones.</source>
      <translation>Nombres séparés par des virgules, par exemple 3,2,1, pour chaque raster. Vide : d'après les couleurs indiquées dans chaque fichier, sinon les premières.</translation>
    </message>
    <message>
      <source>Numbers, not classes</source>
      <translation>Des nombres, pas des classes</translation>
    </message>
    <message>
      <source>Numbers: {name}</source>
      <translation>Nombres : {name}</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objets</translation>
    </message>
    <message>
      <source>Objects that are sought</source>
      <translation>Objets recherchés</translation>
    </message>
    <message>
      <source>Objects that cover no more than a pixel: {count}. What a network sees of a pixel is mostly what lies around it. Draw the whole object, or a point where it is widest.</source>
      <translation>Objets ne couvrant pas plus d'un pixel : {count}. Ce qu'un réseau voit d'un pixel est surtout ce qui l'entoure. Dessinez l'objet entier, ou un point là où il est le plus large.</translation>
    </message>
    <message>
      <source>Objects that do not lie on the raster are left out: {count}.</source>
      <translation>Objets ignorés car situés hors du raster : {count}.</translation>
    </message>
    <message>
      <source>Objects with their classes</source>
      <translation>Objets avec leurs classes</translation>
    </message>
    <message>
      <source>Objects without a class: {count} of {total}. The map has none there, or they have no geometry.</source>
      <translation>Objets sans classe : {count} sur {total}. La carte n'en a pas à cet endroit, ou ils n'ont pas de géométrie.</translation>
    </message>
    <message>
      <source>observed</source>
      <translation>observé</translation>
    </message>
    <message>
      <source>Of a raster and a model. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the report.</source>
      <translation>Pour un raster et un modèle. Vide : cet ordinateur. Ou l'adresse ou le fichier d'ordonnanceur d'un cluster dont les ordinateurs voient le raster et le dossier du rapport.</translation>
    </message>
    <message>
      <source>of a size that the server does not say</source>
      <translation>d'une taille que le serveur n'indique pas</translation>
    </message>
    <message>
      <source>Of polygons: how much simpler their outlines are than the steps of pixels. In pixels where the raster has no CRS; 0 keeps the steps. By default one and a half pixels, or half a pixel of the model.</source>
      <translation>Pour les polygones : de combien leurs contours sont simplifiés par rapport aux marches des pixels. En pixels si le raster n'a pas de SCR ; 0 garde les marches. Par défaut, un pixel et demi, ou un demi-pixel du modèle.</translation>
    </message>
    <message>
      <source>Of the numbers that the model computes with. auto: fp32, so that a map does not depend on where it was made, unless a trial on the processor found OpenVINO, an add-on, or bf16 as good. The others are faster, where the device knows them.</source>
      <translation>Précision des nombres avec lesquels le modèle calcule. auto : fp32, afin qu'une carte ne dépende pas de l'endroit où elle a été produite, sauf si un essai sur le processeur a montré qu'OpenVINO, un complément, ou bf16 convient aussi bien. Les autres sont plus rapides, si le périphérique les connaît.</translation>
    </message>
    <message>
      <source>of the place</source>
      <translation>du lieu</translation>
    </message>
    <message>
      <source>of the points</source>
      <translation>des points</translation>
    </message>
    <message>
      <source>of the points on both maps</source>
      <translation>des points présents sur les deux cartes</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed draws the same points.</source>
      <translation>Graine des nombres aléatoires : la même graine tire les mêmes points.</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same map.</source>
      <translation>Graine des nombres aléatoires : la même graine donne la même carte.</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same model.</source>
      <translation>Graine des nombres aléatoires : la même graine donne le même modèle.</translation>
    </message>
    <message>
      <source>Of the recipe full: at most so many; it ends when the model no longer improves.</source>
      <translation>Pour la méthode full : nombre maximal ; l'entraînement se termine quand le modèle ne s'améliore plus.</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches are covered, and the network also learns to rebuild them. auto: for CrossEarth's networks.</source>
      <translation>Pour la méthode full : des parties des imagettes d'entraînement sont masquées, et le réseau apprend aussi à les reconstituer. auto : pour les réseaux de CrossEarth.</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches take the look of other imagery, so that colours count less. auto: for CrossEarth's networks.</source>
      <translation>Pour la méthode full : des parties des imagettes d'entraînement prennent l'aspect d'autres images, afin que les couleurs comptent moins. auto : pour les réseaux de CrossEarth.</translation>
    </message>
    <message>
      <source>Of the recipe full: what learns in CrossEarth's backbone. gate: of three small modules in every block those that say most, chosen anew every 100 steps.</source>
      <translation>Pour la méthode full : ce qui apprend dans le réseau de base de CrossEarth. gate : parmi trois petits modules de chaque bloc, les plus pertinents, choisis de nouveau toutes les 100 étapes.</translation>
    </message>
    <message>
      <source>Of the recipe quick. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the rasters; the new model is fitted here, of what they have computed.</source>
      <translation>Pour la méthode quick. Vide : cet ordinateur. Ou l'adresse ou le fichier d'ordonnanceur d'un cluster dont les ordinateurs voient les rasters ; le nouveau modèle est ajusté ici, à partir de ce qu'ils ont calculé.</translation>
    </message>
    <message>
      <source>Of the same place: by the same points it is said which of the two maps is better, and whether chance alone can explain it (exact paired test of McNemar).</source>
      <translation>Du même lieu : les mêmes points indiquent laquelle des deux cartes est la meilleure, et si le hasard seul peut l'expliquer (test apparié exact de McNemar).</translation>
    </message>
    <message>
      <source>Of the stratum {names} one point only is labelled. Intervals allow for that; ± of the normal approximation needs two points of each stratum and is left out.</source>
      <translation>Un seul point de la strate {names} est renseigné. Les intervalles en tiennent compte ; le ± de l'approximation normale exige deux points par strate et est omis.</translation>
    </message>
    <message>
      <source>Of the {count} reference polygons, the model {model} was adapted to {known}: it has seen them, and the figures flatter it. Judge it by other polygons, or by random points (“Draw sample points on a map”); how well it does on polygons that were held out stands in the model's own accuracy report.</source>
      <translation>Sur les {count} polygones de référence, le modèle {model} a été adapté à {known} : il les a déjà vus, et les indicateurs le flattent. Évaluez-le avec d'autres polygones, ou avec des points aléatoires (« Tirer des points d'échantillonnage sur une carte ») ; ses résultats sur les polygones de validation figurent dans son propre rapport d'exactitude.</translation>
    </message>
    <message>
      <source>of what both maps cover</source>
      <translation>de ce que couvrent les deux cartes</translation>
    </message>
    <message>
      <source>Of what is so, the share that the map has (recall)</source>
      <translation>Parmi ce qui l'est vraiment, la part que la carte a trouvée (rappel)</translation>
    </message>
    <message>
      <source>Of what the map calls so, the share that is (precision)</source>
      <translation>Parmi ce que la carte désigne ainsi, la part qui l'est vraiment (précision)</translation>
    </message>
    <message>
      <source>Of what was compared</source>
      <translation>De ce qui a été comparé</translation>
    </message>
    <message>
      <source>Of what was held out, the model is sure by {confidence} in the mean, and right by {accuracy}. Expected calibration error (ECE): {ece}.</source>
      <translation>Sur les données de validation, le modèle est en moyenne sûr à {confidence}, et juste à {accuracy}. Erreur de calibration attendue (ECE) : {ece}.</translation>
    </message>
    <message>
      <source>Of {total} points both maps have a class at {count} only: the comparison goes by these, and says nothing of the rest of the place.</source>
      <translation>Sur {total} points, les deux cartes n'ont une classe qu'en {count} d'entre eux : la comparaison se fonde sur ceux-ci et ne dit rien du reste du lieu.</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Désactivé</translation>
    </message>
    <message>
      <source>Offer Layers Made by CrossEarth, Too</source>
      <translation>Proposer aussi les couches produites par CrossEarth</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Activé</translation>
    </message>
    <message>
      <source>On spoiled imagery: mean IoU {mean}, where it is {clean} on the raster as it is</source>
      <translation>Sur images dégradées : IoU moyenne {mean}, contre {clean} sur le raster tel quel</translation>
    </message>
    <message>
      <source>On the dashed line predicted and observed are the same.</source>
      <translation>Sur la ligne en tirets, valeurs prédites et observées sont égales.</translation>
    </message>
    <message>
      <source>On {count} windows that nothing was learned from, the new model gives {share:.1%} of the pixels the class that the teacher gives them (95 % interval {low:.1%} to {high:.1%}, by drawing the windows anew).</source>
      <translation>Sur {count} fenêtres dont rien n'a été appris, le nouveau modèle donne à {share:.1%} des pixels la classe que leur donne l'enseignant (intervalle à 95 % : {low:.1%} à {high:.1%}, par nouveau tirage des fenêtres).</translation>
    </message>
    <message>
      <source>On {date} there is no data for {share} of what the other dates show: there the result has none, either.</source>
      <translation>Le {date}, il n'y a pas de données pour {share} de ce que montrent les autres dates : le résultat n'en a pas non plus à ces endroits.</translation>
    </message>
    <message>
      <source>On {share} of where the map after has a class the map before has none: nothing is said of it.</source>
      <translation>Sur {share} de la zone où la carte après a une classe, la carte avant n'en a pas : rien n'en est dit.</translation>
    </message>
    <message>
      <source>On {share} of where the map before has a class the map after has none: nothing is said of it.</source>
      <translation>Sur {share} de la zone où la carte avant a une classe, la carte après n'en a pas : rien n'en est dit.</translation>
    </message>
    <message>
      <source>One map has numbers where the other has names, and is taken at them: {classes}. If they mean something else, nearly all of it counts as changed: name them (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Une carte a des numéros là où l'autre a des noms, et est interprétée d'après eux : {classes}. S'ils désignent autre chose, presque tout est compté comme changé : nommez-les (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>One of the engine's packages is not offered, in the version that was tested, for this Python or this computer, or the mirror or folder that is set here lacks it. The log names it; another Python can be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>L'un des paquets du moteur n'est pas proposé, dans la version testée, pour ce Python ou cet ordinateur, ou manque sur le miroir ou dans le dossier configuré ici. Le journal indique lequel ; un autre Python peut être choisi dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>one of this computer; if none will do, you are asked to download one</source>
      <translation>l'un de ceux de cet ordinateur ; si aucun ne convient, il vous est proposé d'en télécharger un</translation>
    </message>
    <message>
      <source>One virtual raster of all maps, without those that are doubtful. The maps have to be in one CRS and on one grid of pixels.</source>
      <translation>Un raster virtuel de toutes les cartes, sans celles qui sont douteuses. Les cartes doivent être dans un même SCR et sur une même grille de pixels.</translation>
    </message>
    <message>
      <source>Only pixels inside these polygons are classified; everything else is skipped, which also saves time.</source>
      <translation>Seuls les pixels situés dans ces polygones sont classés ; tout le reste est ignoré, ce qui fait aussi gagner du temps.</translation>
    </message>
    <message>
      <source>Only the map after, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Seule la carte après, {file}, contient {classes} : tout cela est compté comme changé. Si l'autre carte emploie un autre nom, donnez le même nom aux deux (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>Only the map before, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Seule la carte avant, {file}, contient {classes} : tout cela est compté comme changé. Si l'autre carte emploie un autre nom, donnez le même nom aux deux (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>only {share} of the labels of the exported network are those of the model; nothing was written.</source>
      <translation>seulement {share} des classes attribuées par le réseau exporté sont celles du modèle ; rien n'a été écrit.</translation>
    </message>
    <message>
      <source>ONNX file</source>
      <translation>Fichier ONNX</translation>
    </message>
    <message>
      <source>ONNX Runtime for NVIDIA cards</source>
      <translation>ONNX Runtime pour cartes NVIDIA</translation>
    </message>
    <message>
      <source>onnx,deepness,stac,share,weights,convert</source>
      <translation>onnx,deepness,stac,partager,poids,convertir</translation>
    </message>
    <message>
      <source>Open Report</source>
      <translation>Ouvrir le rapport</translation>
    </message>
    <message>
      <source>openvino has ONNX models, such as the bundled one, run in less time on the processor, if a trial shows that it does; torch is PyTorch for the processor, on Apple's chips for the GPU, too; torch-cuda takes its place on computers with an NVIDIA card; onnxruntime-gpu has ONNX models, such as the bundled one, run on such a card.</source>
      <translation>openvino fait calculer plus vite les modèles ONNX, comme celui fourni, sur le processeur, si un essai le confirme ; torch est PyTorch pour le processeur, et aussi pour le GPU sur les puces Apple ; torch-cuda le remplace sur les ordinateurs dotés d'une carte NVIDIA ; onnxruntime-gpu fait calculer les modèles ONNX, comme celui fourni, sur une telle carte.</translation>
    </message>
    <message>
      <source>OpenVINO: maps in less time without a graphics card</source>
      <translation>OpenVINO : des cartes plus rapides sans carte graphique</translation>
    </message>
    <message>
      <source>Or a raster that a model maps</source>
      <translation>Ou un raster à cartographier par un modèle</translation>
    </message>
    <message>
      <source>Or a reference raster of classes</source>
      <translation>Ou un raster de classes de référence</translation>
    </message>
    <message>
      <source>Othe&amp;r map</source>
      <translation>Aut&amp;re carte</translation>
    </message>
    <message>
      <source>Other computers</source>
      <translation>Autres ordinateurs</translation>
    </message>
    <message>
      <source>Other dates of the same place</source>
      <translation>Autres dates du même lieu</translation>
    </message>
    <message>
      <source>Other dates of the same place: rasters of the project that are one input with this one, such as crops in other seasons</source>
      <translation>Autres dates du même lieu : rasters du projet qui forment une seule source avec celui-ci, par exemple des cultures en d'autres saisons</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>Autres</translation>
    </message>
    <message>
      <source>Others on this computer can read {key}, with which they can run anything on the cluster: {command} keeps it to you. Where that changes nothing, as on some network drives, copy the folder to a disk of this computer.</source>
      <translation>D'autres utilisateurs de cet ordinateur peuvent lire {key} et donc exécuter n'importe quoi sur le cluster : {command} vous en réserve l'accès. Si cela ne change rien, comme sur certains lecteurs réseau, copiez le dossier sur un disque de cet ordinateur.</translation>
    </message>
    <message>
      <source>Outline tolerance</source>
      <translation>Tolérance des contours</translation>
    </message>
    <message>
      <source>Outlines</source>
      <translation>Contours</translation>
    </message>
    <message>
      <source>Outlines of them, or a point in each.</source>
      <translation>Leurs contours, ou un point dans chacun.</translation>
    </message>
    <message>
      <source>Output file</source>
      <translation>Fichier en sortie</translation>
    </message>
    <message>
      <source>Output resolution</source>
      <translation>Résolution en sortie</translation>
    </message>
    <message>
      <source>Overall accuracy</source>
      <translation>Exactitude globale</translation>
    </message>
    <message>
      <source>Overall accuracy (0 to 1)</source>
      <translation>Exactitude globale (0 à 1)</translation>
    </message>
    <message>
      <source>Overall accuracy {accuracy}, kappa {kappa}, mean IoU {iou}</source>
      <translation>Exactitude globale {accuracy}, kappa {kappa}, IoU moyenne {iou}</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %</source>
      <translation>Exactitude globale {share} %</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %, {low} to {high} % (95 %)</source>
      <translation>Exactitude globale {share} %, de {low} à {high} % (95 %)</translation>
    </message>
    <message>
      <source>Overall accuracy, less that of the other map</source>
      <translation>Exactitude globale, moins celle de l'autre carte</translation>
    </message>
    <message>
      <source>Overlap, pixels</source>
      <translation>Recouvrement, pixels</translation>
    </message>
    <message>
      <source>p-value of the difference</source>
      <translation>Valeur p de la différence</translation>
    </message>
    <message>
      <source>panchromatic</source>
      <translation>panchromatique</translation>
    </message>
    <message>
      <source>part {number}</source>
      <translation>partie {number}</translation>
    </message>
    <message>
      <source>Patches at once</source>
      <translation>Imagettes à la fois</translation>
    </message>
    <message>
      <source>Patches that are smaller take the class of their largest neighbour. In pixels where the raster has no CRS. By default nothing is removed.</source>
      <translation>Les îlots plus petits prennent la classe de leur plus grand voisin. En pixels si le raster n'a pas de SCR. Par défaut, rien n'est supprimé.</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept, and the next download goes on there.</source>
      <translation>En pause ; les données reçues sont conservées, et le prochain téléchargement reprend à cet endroit.</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept.</source>
      <translation>En pause ; les données reçues sont conservées.</translation>
    </message>
    <message>
      <source>Percent</source>
      <translation>Pourcentage</translation>
    </message>
    <message>
      <source>Percent of what has a class; pixels without data do not count.</source>
      <translation>Pourcentage de ce qui a une classe ; les pixels sans données ne comptent pas.</translation>
    </message>
    <message>
      <source>Percent of where both maps have a class.</source>
      <translation>Pourcentage de la zone où les deux cartes ont une classe.</translation>
    </message>
    <message>
      <source>Pixel of the map</source>
      <translation>Pixel de la carte</translation>
    </message>
    <message>
      <source>Pixel of the raster, m</source>
      <translation>Pixel du raster, m</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Taille du pixel</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Pixels</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>pixels</translation>
    </message>
    <message>
      <source>Pixels and area per class (JSON)</source>
      <translation>Pixels et surface par classe (JSON)</translation>
    </message>
    <message>
      <source>Pixels of all maps together</source>
      <translation>Pixels de toutes les cartes réunies</translation>
    </message>
    <message>
      <source>Pixels of reference</source>
      <translation>Pixels de référence</translation>
    </message>
    <message>
      <source>pixels scaled from 0–255 to 0–1</source>
      <translation>pixels ramenés de 0–255 à 0–1</translation>
    </message>
    <message>
      <source>Pixels with a number</source>
      <translation>Pixels avec un nombre</translation>
    </message>
    <message>
      <source>Pixels with several points have the mean of their numbers: {count}.</source>
      <translation>Les pixels contenant plusieurs points reçoivent la moyenne de leurs nombres : {count}.</translation>
    </message>
    <message>
      <source>Pixels with these values are left out, instead of those that the file marks: values or ranges with commas between them, such as 0 or -9999..-9000,255; 2:0 for band 2 alone; none, if all are data. Of bytes, in all bands at once. By default as the layer shows it.</source>
      <translation>Les pixels ayant ces valeurs sont ignorés, à la place de ceux que le fichier signale : valeurs ou plages séparées par des virgules, par exemple 0 ou -9999..-9000,255 ; 2:0 pour la bande 2 seule ; none si toutes les valeurs sont des données. Pour des octets, dans toutes les bandes à la fois. Par défaut, comme la couche l'affiche.</translation>
    </message>
    <message>
      <source>Pixels without a CRS. Empty: as the area has room.</source>
      <translation>En pixels s'il n'y a pas de SCR. Vide : selon la place disponible dans la zone.</translation>
    </message>
    <message>
      <source>pixels, both ways</source>
      <translation>pixels, dans les deux sens</translation>
    </message>
    <message>
      <source>Place {number} of {count}. The model says {name}; {reason}</source>
      <translation>Endroit {number} sur {count}. Le modèle indique {name} ; {reason}</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Endroits</translation>
    </message>
    <message>
      <source>Places to review</source>
      <translation>Endroits à vérifier</translation>
    </message>
    <message>
      <source>plan</source>
      <translation>plan</translation>
    </message>
    <message>
      <source>Plan sample points</source>
      <translation>Planifier les points d'échantillonnage</translation>
    </message>
    <message>
      <source>Point at objects</source>
      <translation>Désigner des objets</translation>
    </message>
    <message>
      <source>Point at one or a few objects, and get a raster that says of every pixel how similar it is to the most similar of them, percent. Places that are similar enough can be written as outlines or points.

What a model sees is compared, not colours alone; of an embedding raster its own vectors are. It is kept: with other objects or another threshold the answer comes within seconds.

Example: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70.</source>
      <translation>Désignez un ou quelques objets, et obtenez un raster indiquant pour chaque pixel sa similarité avec le plus semblable d'entre eux, en pourcentage. Les endroits assez similaires peuvent être écrits sous forme de contours ou de points.

C'est ce que voit un modèle qui est comparé, et pas seulement les couleurs ; pour un raster d'embeddings, ce sont ses propres vecteurs. Le tout est conservé : avec d'autres objets ou un autre seuil, la réponse vient en quelques secondes.

Exemple : INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70.</translation>
    </message>
    <message>
      <source>Point {number} of {count}, {done} done.</source>
      <translation>Point {number} sur {count}, traités : {done}.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Points</translation>
    </message>
    <message>
      <source>points</source>
      <translation>points</translation>
    </message>
    <message>
      <source>Points in all</source>
      <translation>Nombre total de points</translation>
    </message>
    <message>
      <source>points in it are labelled: {count}. Choose another file, or remove this one.</source>
      <translation>des points y sont déjà renseignés : {count}. Choisissez un autre fichier, ou supprimez celui-ci.</translation>
    </message>
    <message>
      <source>Points of no stratum, as if added by hand, are left out: {count}.</source>
      <translation>Points ignorés car sans strate, comme s'ils avaient été ajoutés à la main : {count}.</translation>
    </message>
    <message>
      <source>Points of one place were held out together.</source>
      <translation>Les points d'un même endroit ont été réservés ensemble à la validation.</translation>
    </message>
    <message>
      <source>Points of reference</source>
      <translation>Points de référence</translation>
    </message>
    <message>
      <source>Points or polygons of what is sought; of a layer in which some are selected, only these if you say so. Any CRS.</source>
      <translation>Points ou polygones de ce qui est recherché ; dans une couche où certains sont sélectionnés, ceux-ci uniquement si vous le demandez. SCR quelconque.</translation>
    </message>
    <message>
      <source>Points say nothing of what lies between them: the background is for polygons.</source>
      <translation>Les points ne disent rien de ce qui se trouve entre eux : l'arrière-plan est réservé aux polygones.</translation>
    </message>
    <message>
      <source>Points that a class gets at least, where there are enough in all</source>
      <translation>Nombre minimal de points par classe, s'il y en a assez au total</translation>
    </message>
    <message>
      <source>Points that are labelled</source>
      <translation>Points renseignés</translation>
    </message>
    <message>
      <source>Points that do not lie in their stratum on this map, which they were drawn on: {count}. If they were moved, each speaks of another place than it stands for, and figures and areas are wrong: put them back. The same map, count and seed draw the same points.</source>
      <translation>Points qui ne se trouvent pas dans leur strate sur cette carte, sur laquelle ils ont été tirés : {count}. S'ils ont été déplacés, chacun décrit un autre lieu que celui qu'il représente, et les indicateurs et les surfaces sont faux : remettez-les en place. La même carte, le même nombre et la même graine donnent les mêmes points.</translation>
    </message>
    <message>
      <source>Points that lie on the pixel of another point: {count}. Each of them counts, so that figures and areas are wrong: remove the copies, and of labels that contradict each other all but one.</source>
      <translation>Points situés sur le pixel d'un autre point : {count}. Chacun compte, si bien que les indicateurs et les surfaces sont faux : supprimez les copies et, en cas de classes contradictoires, n'en gardez qu'une.</translation>
    </message>
    <message>
      <source>Points where one of the maps has no class are left out: {count}.</source>
      <translation>Points ignorés car l'une des cartes n'y a pas de classe : {count}.</translation>
    </message>
    <message>
      <source>Points where the map has no class are left out: {count}.</source>
      <translation>Points ignorés car la carte n'y a pas de classe : {count}.</translation>
    </message>
    <message>
      <source>Points without a class yet are left out: {count}.</source>
      <translation>Points ignorés car encore sans classe : {count}.</translation>
    </message>
    <message>
      <source>Points without a place are left out: {count}.</source>
      <translation>Points ignorés car sans position : {count}.</translation>
    </message>
    <message>
      <source>Polygon layer</source>
      <translation>Couche de polygones</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>Polygons and points where the map has no number are left out: {count}.</source>
      <translation>Polygones et points ignorés car la carte n'y a pas de nombre : {count}.</translation>
    </message>
    <message>
      <source>Polygons and points without a number are left out: {count}.</source>
      <translation>Polygones et points ignorés car sans nombre : {count}.</translation>
    </message>
    <message>
      <source>Polygons drawn</source>
      <translation>Polygones dessinés</translation>
    </message>
    <message>
      <source>Polygons of a layer</source>
      <translation>Polygones d'une couche</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: what they share is left out. Places: {count}.</source>
      <translation>Des polygones de classes différentes se chevauchent : leur partie commune est ignorée. Endroits : {count}.</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: {pairs}.</source>
      <translation>Des polygones de classes différentes se chevauchent : {pairs}.</translation>
    </message>
    <message>
      <source>Polygons of different numbers overlap: what they share is left out. Places: {count}.</source>
      <translation>Des polygones de nombres différents se chevauchent : leur partie commune est ignorée. Endroits : {count}.</translation>
    </message>
    <message>
      <source>Polygons or points whose class you know, in a layer with a field for the class</source>
      <translation>Polygones ou points dont vous connaissez la classe, dans une couche dotée d'un champ pour la classe</translation>
    </message>
    <message>
      <source>Polygons outside the raster are left out: {count}.</source>
      <translation>Polygones ignorés car situés hors du raster : {count}.</translation>
    </message>
    <message>
      <source>Polygons that somebody has chosen are no random sample: the figures hold for places like these, and no areas are estimated from them. Random points (crossearth sample) can tell both.</source>
      <translation>Des polygones choisis par quelqu'un ne sont pas un échantillon aléatoire : les indicateurs valent pour des endroits semblables, et aucune surface n'en est estimée. Des points aléatoires (crossearth sample) peuvent donner les deux.</translation>
    </message>
    <message>
      <source>Polygons without a class are left out: {count}.</source>
      <translation>Polygones ignorés car sans classe : {count}.</translation>
    </message>
    <message>
      <source>Polygons without an area are left out: {count}.</source>
      <translation>Polygones ignorés car sans surface : {count}.</translation>
    </message>
    <message>
      <source>Polygons – {name}</source>
      <translation>Polygones – {name}</translation>
    </message>
    <message>
      <source>Post-processing</source>
      <translation>Post-traitement</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Précision</translation>
    </message>
    <message>
      <source>Precision (user's)</source>
      <translation>Précision (utilisateur)</translation>
    </message>
    <message>
      <source>Precision of the numbers</source>
      <translation>Précision numérique</translation>
    </message>
    <message>
      <source>Precision: how much of what was mapped as the class is of it. Recall: how much of the class was found. IoU: their common part divided by all of both.</source>
      <translation>Précision : parmi ce qui est cartographié dans la classe, la part qui lui appartient vraiment. Rappel : la part de la classe qui a été trouvée. IoU : leur partie commune divisée par l'ensemble des deux.</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>prédit</translation>
    </message>
    <message>
      <source>Predicted against observed</source>
      <translation>Prédit en fonction de l'observé</translation>
    </message>
    <message>
      <source>Predicted and observed</source>
      <translation>Valeurs prédites et observées</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>Préparation…</translation>
    </message>
    <message>
      <source>Probabilities</source>
      <translation>Probabilités</translation>
    </message>
    <message>
      <source>Probabilities – {name}</source>
      <translation>Probabilités – {name}</translation>
    </message>
    <message>
      <source>Processes</source>
      <translation>Processus</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Processeur</translation>
    </message>
    <message>
      <source>Processor &amp;cores</source>
      <translation>&amp;Cœurs du processeur</translation>
    </message>
    <message>
      <source>Producer's</source>
      <translation>Product.</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progression</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>Python</source>
      <translation>Python</translation>
    </message>
    <message>
      <source>Python that makes the environment</source>
      <translation>Python qui crée l'environnement</translation>
    </message>
    <message>
      <source>Python {version} lacks the module venv or ensurepip. On Debian and Ubuntu install it with: sudo apt install python{version}-venv</source>
      <translation>Il manque à Python {version} le module venv ou ensurepip. Sous Debian et Ubuntu, installez-le avec : sudo apt install python{version}-venv</translation>
    </message>
    <message>
      <source>PyTorch for NVIDIA cards</source>
      <translation>PyTorch pour cartes NVIDIA</translation>
    </message>
    <message>
      <source>PyTorch of this kind is at download.pytorch.org only, which could not be reached. Check the internet connection, or set the engine up from a folder that another computer has filled.</source>
      <translation>Cette variante de PyTorch n'existe que sur download.pytorch.org, qui n'a pas pu être joint. Vérifiez la connexion Internet, ou installez le moteur depuis un dossier rempli par un autre ordinateur.</translation>
    </message>
    <message>
      <source>QGIS deletes the map and all that is made beside it when it closes, unless you keep it with a button that the result has then</source>
      <translation>À sa fermeture, QGIS supprime la carte et tout ce qui est créé à côté, sauf si vous la conservez avec le bouton qui accompagne alors le résultat</translation>
    </message>
    <message>
      <source>quality</source>
      <translation>qualité</translation>
    </message>
    <message>
      <source>Quick</source>
      <translation>Rapide</translation>
    </message>
    <message>
      <source>quick: a small head on the frozen model, in seconds. full: the model itself is trained.</source>
      <translation>quick : une petite tête sur le modèle figé, en quelques secondes. full : le modèle lui-même est entraîné.</translation>
    </message>
    <message>
      <source>R&amp;un</source>
      <translation>E&amp;xécuter</translation>
    </message>
    <message>
      <source>radar backscatter</source>
      <translation>rétrodiffusion radar</translation>
    </message>
    <message>
      <source>Random points on a map, to be checked by eye.</source>
      <translation>Points aléatoires sur une carte, à contrôler visuellement.</translation>
    </message>
    <message>
      <source>random points,stratified sample,validation,accuracy,reference</source>
      <translation>points aléatoires,échantillon stratifié,validation,exactitude,référence</translation>
    </message>
    <message>
      <source>Raster</source>
      <translation>Raster</translation>
    </message>
    <message>
      <source>Raster band for {name}</source>
      <translation>Bande du raster pour {name}</translation>
    </message>
    <message>
      <source>Raster layers</source>
      <translation>Couches raster</translation>
    </message>
    <message>
      <source>Raster pixel size</source>
      <translation>Pixel du raster</translation>
    </message>
    <message>
      <source>Raster that is to be mapped</source>
      <translation>Raster à cartographier</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Rasters</translation>
    </message>
    <message>
      <source>Rasters (*.tif *.tiff *.vrt *.jp2 *.img);;All files (*)</source>
      <translation>Rasters (*.tif *.tiff *.vrt *.jp2 *.img);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>Rasters of the same place at other times, such as crops in other seasons: all dates are one input. A date is that of the layer's temporal range, if it has a fixed one, else of the file's tags or of its name. Where one date has no data, the result has none.</source>
      <translation>Rasters du même lieu à d'autres moments, par exemple des cultures en d'autres saisons : toutes les dates forment une seule source. La date est celle de la plage temporelle de la couche, si elle est fixe, sinon celle des métadonnées du fichier ou de son nom. Là où une date n'a pas de données, le résultat n'en a pas.</translation>
    </message>
    <message>
      <source>Rasters that the polygons were drawn on</source>
      <translation>Rasters sur lesquels les polygones ont été dessinés</translation>
    </message>
    <message>
      <source>Rasters whose pixels are not those of the first are refused; or are brought to them by this resampling.</source>
      <translation>Les rasters dont les pixels ne sont pas ceux du premier sont refusés, ou ramenés à ceux-ci par ce ré-échantillonnage.</translation>
    </message>
    <message>
      <source>Re&amp;view</source>
      <translation>Vér&amp;ifier</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>Motifs</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <source>Recall (producer's)</source>
      <translation>Rappel (producteur)</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>Méthode</translation>
    </message>
    <message>
      <source>red</source>
      <translation>rouge</translation>
    </message>
    <message>
      <source>red edge</source>
      <translation>red edge</translation>
    </message>
    <message>
      <source>reduced to {size} m</source>
      <translation>réduit (pixels de {size} m)</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Référence</translation>
    </message>
    <message>
      <source>Reference polygons or points</source>
      <translation>Polygones ou points de référence</translation>
    </message>
    <message>
      <source>reference raster</source>
      <translation>raster de référence</translation>
    </message>
    <message>
      <source>reflectance, 0 to 1</source>
      <translation>réflectance, de 0 à 1</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>Fiabilité</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Suppression</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Supprimer la classe</translation>
    </message>
    <message>
      <source>Remove Engine Environment</source>
      <translation>Supprimer l'environnement du moteur</translation>
    </message>
    <message>
      <source>Remove from the engine</source>
      <translation>Supprimer du moteur</translation>
    </message>
    <message>
      <source>Remove the chosen class; one with polygons stays</source>
      <translation>Supprimer la classe choisie ; une classe ayant des polygones reste</translation>
    </message>
    <message>
      <source>Remove {name} from the engine?</source>
      <translation>Supprimer {name} du moteur ?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Supprimer…</translation>
    </message>
    <message>
      <source>Removing the CrossEarth engine</source>
      <translation>Suppression du moteur CrossEarth</translation>
    </message>
    <message>
      <source>Removing {name}…</source>
      <translation>Suppression de {name}…</translation>
    </message>
    <message>
      <source>Rename a Model</source>
      <translation>Renommer un modèle</translation>
    </message>
    <message>
      <source>Rename, duplicate, export and delete your own models</source>
      <translation>Renommer, dupliquer, exporter et supprimer vos propres modèles</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Report (HTML)</source>
      <translation>Rapport (HTML)</translation>
    </message>
    <message>
      <source>report,bug,fault,versions,log</source>
      <translation>rapport,bogue,anomalie,versions,journal</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Réinitialiser</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <source>Resume an interrupted run</source>
      <translation>Reprendre l'exécution</translation>
    </message>
    <message>
      <source>Resume an interrupted training</source>
      <translation>Reprendre un entraînement interrompu</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>Angles droits</translation>
    </message>
    <message>
      <source>Right angles for classes</source>
      <translation>Angles droits pour les classes</translation>
    </message>
    <message>
      <source>RMSE of numbers</source>
      <translation>RMSE des nombres</translation>
    </message>
    <message>
      <source>Roads</source>
      <translation>Routes</translation>
    </message>
    <message>
      <source>Rotation</source>
      <translation>Rotation</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Itération</translation>
    </message>
    <message>
      <source>Round of the model</source>
      <translation>Itération du modèle</translation>
    </message>
    <message>
      <source>round {number}</source>
      <translation>itération {number}</translation>
    </message>
    <message>
      <source>Round {number} cannot be brought back: {reason}</source>
      <translation>L'itération {number} ne peut pas être rétablie : {reason}</translation>
    </message>
    <message>
      <source>Round {number} is the model “{id}” again.</source>
      <translation>L'itération {number} est de nouveau le modèle « {id} ».</translation>
    </message>
    <message>
      <source>R² of numbers</source>
      <translation>R² des nombres</translation>
    </message>
    <message>
      <source>R² {r2}, RMSE {rmse}, bias {bias}</source>
      <translation>R² {r2}, RMSE {rmse}, biais {bias}</translation>
    </message>
    <message>
      <source>R²: 1 less the sum of the squared errors divided by that of the squared differences from the mean. RMSE: the root of the mean squared error. Bias: the mean of predicted less observed. All but R² are in the unit of the numbers. Intervals: percentiles of a bootstrap that draws whole samples anew (Efron and Tibshirani 1993), of ten and more; where samples lie close together they are too short.</source>
      <translation>R² : 1 moins la somme des carrés des erreurs divisée par celle des carrés des écarts à la moyenne. RMSE : la racine de l'erreur quadratique moyenne. Biais : la moyenne de prédit moins observé. Tous sauf R² sont dans l'unité des nombres. Intervalles : percentiles d'un bootstrap qui tire de nouveau au sort des échantillons entiers (Efron et Tibshirani 1993), à partir de dix ; là où les échantillons sont proches les uns des autres, ils sont trop courts.</translation>
    </message>
    <message>
      <source>Salt and pepper</source>
      <translation>Poivre et sel</translation>
    </message>
    <message>
      <source>Same classes</source>
      <translation>Classes identiques</translation>
    </message>
    <message>
      <source>same: the very same dates. order: others, one after the other. season: for each the one at most 45 days from it, whatever the year.</source>
      <translation>same : exactement les mêmes dates. order : d'autres, l'une après l'autre. season : pour chacune, celle qui en est distante de 45 jours au plus, quelle que soit l'année.</translation>
    </message>
    <message>
      <source>Sample of {name}</source>
      <translation>Échantillon de {name}</translation>
    </message>
    <message>
      <source>Sample points</source>
      <translation>Points d'échantillonnage</translation>
    </message>
    <message>
      <source>Sample points of this place, drawn on this map or on any other one</source>
      <translation>Points d'échantillonnage de ce lieu, tirés sur cette carte ou sur une autre</translation>
    </message>
    <message>
      <source>Sample points on {name}</source>
      <translation>Points d'échantillonnage sur {name}</translation>
    </message>
    <message>
      <source>Sample points – {name}</source>
      <translation>Points d'échantillonnage – {name}</translation>
    </message>
    <message>
      <source>Sample polygons or points</source>
      <translation>Polygones ou points d'échantillons</translation>
    </message>
    <message>
      <source>sample size,number of points,stratified sample,accuracy,confidence</source>
      <translation>taille de l'échantillon,nombre de points,échantillon stratifié,exactitude,confiance</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Échantillons</translation>
    </message>
    <message>
      <source>satellite imagery, 1 m or finer</source>
      <translation>images satellite, 1 m ou plus fin</translation>
    </message>
    <message>
      <source>Save &amp;to</source>
      <translation>&amp;Enregistrer dans</translation>
    </message>
    <message>
      <source>Save the Class Map</source>
      <translation>Enregistrer la carte des classes</translation>
    </message>
    <message>
      <source>Says how good a map or a model is, and how sure that is.</source>
      <translation>Indique la qualité d'une carte ou d'un modèle, et avec quelle certitude.</translation>
    </message>
    <message>
      <source>Says how many points are needed to tell the accuracy of a map to ± 5 %, or as you like, and how they are shared out among its classes (Cochran; Olofsson and others, 2014): in proportion to area, with a least number for each class.

Then draw as many with “Draw sample points on a map”.</source>
      <translation>Indique combien de points sont nécessaires pour donner l'exactitude d'une carte à ± 5 % près, ou à la marge voulue, et comment ils se répartissent entre ses classes (Cochran ; Olofsson et al., 2014) : en proportion de la surface, avec un nombre minimal par classe.

Tirez-en ensuite autant avec « Tirer des points d'échantillonnage sur une carte ».</translation>
    </message>
    <message>
      <source>Says how many points that takes, and fills in their number below</source>
      <translation>Indique combien de points il faut, et reporte leur nombre ci-dessous</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Échelle</translation>
    </message>
    <message>
      <source>Scale and offset of the raster were not applied: without them its values ({low} to {high}) are in the range that {model} takes, {takes}, and with them they are not.</source>
      <translation>L'échelle et le décalage du raster n'ont pas été appliqués : sans eux, ses valeurs ({low} à {high}) sont dans la plage attendue par {model} ({takes}), et avec eux elles n'y sont pas.</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>Barre d'échelle</translation>
    </message>
    <message>
      <source>Scales</source>
      <translation>Échelles</translation>
    </message>
    <message>
      <source>Scales that the teacher looks at</source>
      <translation>Échelles auxquelles l'enseignant regarde</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Seed of the random numbers</source>
      <translation>Graine des nombres aléatoires</translation>
    </message>
    <message>
      <source>seen as it is</source>
      <translation>vu tel quel</translation>
    </message>
    <message>
      <source>Segment a raster</source>
      <translation>Segmenter un raster</translation>
    </message>
    <message>
      <source>Segment many rasters</source>
      <translation>Segmenter plusieurs rasters</translation>
    </message>
    <message>
      <source>segmentation,classification,land cover,land use,deep learning,ai,machine learning,semantic,imagery,aerial,satellite,drone,foundation model</source>
      <translation>segmentation,classification,occupation du sol,utilisation du sol,apprentissage profond,ia,apprentissage automatique,sémantique,images,aérien,satellite,drone,modèle de fondation</translation>
    </message>
    <message>
      <source>Select at least one polygon of {layer}.</source>
      <translation>Sélectionnez au moins un polygone de {layer}.</translation>
    </message>
    <message>
      <source>Selected &amp;features only</source>
      <translation>Entités sélectionnées &amp;uniquement</translation>
    </message>
    <message>
      <source>selected of {layer}</source>
      <translation>sélection de {layer}</translation>
    </message>
    <message>
      <source>Self-crossing polygons are repaired: {count}.</source>
      <translation>Polygones auto-intersectants réparés : {count}.</translation>
    </message>
    <message>
      <source>Semantic ones (adapter beside the MLP)</source>
      <translation>Modules sémantiques (adaptateur à côté du MLP)</translation>
    </message>
    <message>
      <source>Set &amp;Up the Engine</source>
      <translation>&amp;Installer le moteur de calcul</translation>
    </message>
    <message>
      <source>set of objects</source>
      <translation>jeu d'objets</translation>
    </message>
    <message>
      <source>set of points</source>
      <translation>jeu de points</translation>
    </message>
    <message>
      <source>set of polygons</source>
      <translation>jeu de polygones</translation>
    </message>
    <message>
      <source>Set Up the Engine</source>
      <translation>Installer le moteur de calcul</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Installer le moteur de calcul</translation>
    </message>
    <message>
      <source>Setting up the CrossEarth engine</source>
      <translation>Installation du moteur CrossEarth</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>Installation</translation>
    </message>
    <message>
      <source>Several dates are of one place: choose one raster that the polygons were drawn on, and its other dates.</source>
      <translation>Plusieurs dates concernent un même lieu : choisissez un seul raster sur lequel les polygones ont été dessinés, et ses autres dates.</translation>
    </message>
    <message>
      <source>Share of the area, %; rows: reference, columns: map. Kappa, F1 and IoU are of this matrix.</source>
      <translation>Part de la surface, % ; lignes : référence, colonnes : carte. Kappa, F1 et IoU sont ceux de cette matrice.</translation>
    </message>
    <message>
      <source>share of the pixels</source>
      <translation>part des pixels</translation>
    </message>
    <message>
      <source>share of white</source>
      <translation>part de blanc</translation>
    </message>
    <message>
      <source>Share that is right</source>
      <translation>Part juste</translation>
    </message>
    <message>
      <source>share {number} of the windows</source>
      <translation>lot de fenêtres {number}</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Décalage</translation>
    </message>
    <message>
      <source>short-wave infrared</source>
      <translation>infrarouge à ondes courtes</translation>
    </message>
    <message>
      <source>Show how well both models agree in the web browser</source>
      <translation>Montrer dans le navigateur web à quel point les deux modèles concordent</translation>
    </message>
    <message>
      <source>Show the chosen group only</source>
      <translation>N'afficher que le groupe choisi</translation>
    </message>
    <message>
      <source>Show the report of this run in the web browser</source>
      <translation>Afficher le rapport de cette exécution dans le navigateur web</translation>
    </message>
    <message>
      <source>Show what has become of what in the web browser</source>
      <translation>Montrer dans le navigateur web ce que chaque chose est devenue</translation>
    </message>
    <message>
      <source>Shows every window to the model in several orientations. Often a little better, and several times slower.</source>
      <translation>Montre chaque fenêtre au modèle dans plusieurs orientations. Résultat souvent un peu meilleur, mais plusieurs fois plus lent.</translation>
    </message>
    <message>
      <source>Shows the imagery to the model in several sizes, such as 0.75,1,1.5, and takes the average. Each one takes a run. By default as it is.</source>
      <translation>Montre les images au modèle à plusieurs tailles, par exemple 0.75,1,1.5, et prend la moyenne. Chacune demande un passage. Par défaut, telles quelles.</translation>
    </message>
    <message>
      <source>Shows what the new model makes of the part of the raster in view</source>
      <translation>Montre ce que le nouveau modèle fait de la partie visible du raster</translation>
    </message>
    <message>
      <source>Similar places</source>
      <translation>Endroits similaires</translation>
    </message>
    <message>
      <source>similar places</source>
      <translation>endroits similaires</translation>
    </message>
    <message>
      <source>Similarity</source>
      <translation>Similarité</translation>
    </message>
    <message>
      <source>similarity,similar,search,find more like this,few-shot,example,cosine,embedding</source>
      <translation>similarité,similaire,rechercher,trouver les semblables,few-shot,exemple,cosinus,embedding</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <source>Size, pixels</source>
      <translation>Taille, pixels</translation>
    </message>
    <message>
      <source>Sizes that the teacher sees the imagery in, of which the average is learned, such as 0.75, 1, 1.5.</source>
      <translation>Tailles auxquelles l'enseignant voit les images, et dont la moyenne est apprise, par exemple 0.75, 1, 1.5.</translation>
    </message>
    <message>
      <source>Skip (S)</source>
      <translation>Ignorer (S)</translation>
    </message>
    <message>
      <source>Skipped.</source>
      <translation>Ignoré.</translation>
    </message>
    <message>
      <source>Smallest patch</source>
      <translation>Îlot minimal</translation>
    </message>
    <message>
      <source>Smoothing the map</source>
      <translation>Lissage de la carte</translation>
    </message>
    <message>
      <source>Some files hold several models, such as those for clouds: all of them are made ready to run, and not the chosen one alone.</source>
      <translation>Certains fichiers contiennent plusieurs modèles, comme ceux pour les nuages : tous sont rendus prêts à l'emploi, et pas seulement celui choisi.</translation>
    </message>
    <message>
      <source>Some workers compute on {device}, and others on {other}: what they see is not the same to the last digit, and the model would be of both. Name a device that all have (DEVICE cpu), or leave out the others.</source>
      <translation>Certains workers calculent sur {device}, d'autres sur {other} : leurs résultats diffèrent dans les dernières décimales, et le modèle serait un mélange des deux. Indiquez un périphérique que tous possèdent (DEVICE cpu), ou excluez les autres.</translation>
    </message>
    <message>
      <source>Spatial modules that learned (LoRA)</source>
      <translation>Modules spatiaux ayant appris (LoRA)</translation>
    </message>
    <message>
      <source>Spread over the raster. More teach more, and take the teacher longer; a raster that has fewer is looked at whole.</source>
      <translation>Réparties sur le raster. Plus il y en a, plus l'élève apprend, mais plus l'enseignant met de temps ; un raster qui en a moins est examiné en entier.</translation>
    </message>
    <message>
      <source>STAC Collection</source>
      <translation>Collection STAC</translation>
    </message>
    <message>
      <source>STAC Collections (*.json)</source>
      <translation>Collections STAC (*.json)</translation>
    </message>
    <message>
      <source>Standard deviation</source>
      <translation>Écart-type</translation>
    </message>
    <message>
      <source>standard deviation</source>
      <translation>écart-type</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Partir de</translation>
    </message>
    <message>
      <source>Start from this</source>
      <translation>Partir de celui-ci</translation>
    </message>
    <message>
      <source>Starting the engine…</source>
      <translation>Démarrage du moteur…</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Démarrage…</translation>
    </message>
    <message>
      <source>Step {done} of {total}</source>
      <translation>Étape {done} sur {total}</translation>
    </message>
    <message>
      <source>Step {done} of {total}, {time} left</source>
      <translation>Étape {done} sur {total}, reste {time}</translation>
    </message>
    <message>
      <source>Steps taken</source>
      <translation>Étapes effectuées</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stopped after {done} of {total} steps: this is the best model until then.</source>
      <translation>Arrêté après {done} étapes sur {total} : voici le meilleur modèle obtenu jusque-là.</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command goes on.</source>
      <translation>Arrêté avec {finished} rasters terminés sur {total}. Ce qui est fait reste acquis ; la même commande poursuit.</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command with RESUME goes on.</source>
      <translation>Arrêté avec {finished} rasters terminés sur {total}. Ce qui est fait reste acquis ; la même commande avec RESUME poursuit.</translation>
    </message>
    <message>
      <source>Stopped: the best model so far is kept.</source>
      <translation>Arrêté : le meilleur modèle obtenu jusqu'ici est conservé.</translation>
    </message>
    <message>
      <source>Stops the download; what has arrived is kept</source>
      <translation>Interrompt le téléchargement ; les données reçues sont conservées</translation>
    </message>
    <message>
      <source>Stratified estimator of Stehman (2014), which is that of Olofsson et al. (2014) where the strata are the classes of this map. 95 % intervals are mid-p intervals for stratified samples (Fay and Kim 2017), which hold for rare classes and where no point is wrong. ± is half of the interval of the paper, a normal approximation: too short for rare classes, and none where no point is wrong.</source>
      <translation>Estimateur stratifié de Stehman (2014), qui est celui d'Olofsson et al. (2014) lorsque les strates sont les classes de cette carte. Les intervalles à 95 % sont des intervalles mid-p pour échantillons stratifiés (Fay et Kim 2017), valables pour les classes rares et lorsqu'aucun point n'est faux. Le ± est la moitié de l'intervalle de l'article, une approximation normale : trop court pour les classes rares, et nul lorsqu'aucun point n'est faux.</translation>
    </message>
    <message>
      <source>Strengths</source>
      <translation>Intensités</translation>
    </message>
    <message>
      <source>Stretch</source>
      <translation>Étirement</translation>
    </message>
    <message>
      <source>stripes in {frame}² pixels, of one pixel more</source>
      <translation>rayures dans {frame}² pixels, chacune plus large d'un pixel</translation>
    </message>
    <message>
      <source>Student</source>
      <translation>Élève</translation>
    </message>
    <message>
      <source>Sums over the maps: where maps overlap, ground counts as often as it was mapped.</source>
      <translation>Totaux sur les cartes : là où des cartes se chevauchent, le terrain compte autant de fois qu'il a été cartographié.</translation>
    </message>
    <message>
      <source>Take back a sample of {name}</source>
      <translation>Retirer un échantillon de {name}</translation>
    </message>
    <message>
      <source>Take back what was drawn last, as long as the edits of the layer have not been saved</source>
      <translation>Annuler le dernier tracé, tant que les modifications de la couche n'ont pas été enregistrées</translation>
    </message>
    <message>
      <source>Take these settings elsewhere: a terminal, a script, the Processing dialog</source>
      <translation>Réutiliser ces paramètres ailleurs : un terminal, un script, la boîte de dialogue de traitement</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>retenu</translation>
    </message>
    <message>
      <source>Takes up what a run with the same settings and the same output has left, and leaves what is done so far when it is interrupted itself.</source>
      <translation>Reprend ce qu'une exécution ayant les mêmes paramètres et la même sortie a laissé, et laisse ce qui est déjà fait si elle est elle-même interrompue.</translation>
    </message>
    <message>
      <source>taper: the middle of a window counts more than its edge, which hides joins. average: all count the same, as in the publication of CrossEarth.</source>
      <translation>taper : le centre d'une fenêtre compte plus que son bord, ce qui masque les raccords. average : tout compte autant, comme dans la publication de CrossEarth.</translation>
    </message>
    <message>
      <source>Tapered</source>
      <translation>Dégressif</translation>
    </message>
    <message>
      <source>Teach a Faster Model…</source>
      <translation>Former un modèle plus rapide…</translation>
    </message>
    <message>
      <source>Teacher</source>
      <translation>Enseignant</translation>
    </message>
    <message>
      <source>Teacher looks in eight ways</source>
      <translation>L'enseignant regarde de huit façons</translation>
    </message>
    <message>
      <source>Teaches a model the classes of polygons that you drew.</source>
      <translation>Apprend à un modèle les classes de polygones que vous avez dessinés.</translation>
    </message>
    <message>
      <source>Temporary file</source>
      <translation>Fichier temporaire</translation>
    </message>
    <message>
      <source>terrain</source>
      <translation>relief</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <translation>Texte (*.txt)</translation>
    </message>
    <message>
      <source>That did not work: {reason}</source>
      <translation>L'opération a échoué : {reason}</translation>
    </message>
    <message>
      <source>That mean IoU, 0 to 1, by strength, 1 to 5. Dashed: on the raster as it is.</source>
      <translation>Cette IoU moyenne, de 0 à 1, selon l'intensité, de 1 à 5. En tirets : sur le raster tel quel.</translation>
    </message>
    <message>
      <source>The accuracies “{text}” are not understood. Write numbers from 0 to 1 with commas between them, such as 0.9, 0.7.</source>
      <translation>Les exactitudes « {text} » ne sont pas comprises. Écrivez des nombres de 0 à 1 séparés par des virgules, par exemple 0.9, 0.7.</translation>
    </message>
    <message>
      <source>The asked area does not touch the layer “{layer}”.</source>
      <translation>La zone demandée ne touche pas la couche « {layer} ».</translation>
    </message>
    <message>
      <source>The bands are embeddings of {name}: they are read as the values that their authors publish, and what is made of them has to name them: {attribution}</source>
      <translation>Les bandes sont des embeddings de {name} : elles sont lues comme les valeurs publiées par leurs auteurs, et ce qui en est tiré doit les citer : {attribution}</translation>
    </message>
    <message>
      <source>The bands “{text}” are not understood. Write whole numbers with commas between them, such as 3,2,1.</source>
      <translation>Les bandes « {text} » ne sont pas comprises. Écrivez des nombres entiers séparés par des virgules, par exemple 3,2,1.</translation>
    </message>
    <message>
      <source>The certificate of {host} is not trusted ({reason}): a proxy or virus scanner may open secure connections. Ask for its certificate file and add it under Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
      <translation>Le certificat de {host} n'est pas approuvé ({reason}) : un proxy ou un antivirus ouvre peut-être les connexions sécurisées. Demandez son fichier de certificat et ajoutez-le dans Préférences &gt; Options &gt; Authentification &gt; Gestion des Certificats, puis réessayez.</translation>
    </message>
    <message>
      <source>The certificate {file} is valid from {begin} on, and the clock of this computer says {now}: set the clock.</source>
      <translation>Le certificat {file} est valable à partir du {begin}, et l'horloge de cet ordinateur indique {now} : réglez l'horloge.</translation>
    </message>
    <message>
      <source>The certificate {file} was valid until {end}, and the clock of this computer says {now}: make new ones for all computers, or set the clock.</source>
      <translation>Le certificat {file} était valable jusqu'au {end}, et l'horloge de cet ordinateur indique {now} : créez-en de nouveaux pour tous les ordinateurs, ou réglez l'horloge.</translation>
    </message>
    <message>
      <source>The certificates in {folder} cannot be used: {reason}.</source>
      <translation>Impossible d'utiliser les certificats de {folder} : {reason}.</translation>
    </message>
    <message>
      <source>The certificates that dask's settings name cannot be used: {reason}.</source>
      <translation>Impossible d'utiliser les certificats désignés dans les paramètres de dask : {reason}.</translation>
    </message>
    <message>
      <source>The class {name} has few pixels ({count}): draw more of it, {least} are a small start.</source>
      <translation>La classe {name} a peu de pixels ({count}) : dessinez-en davantage, {least} est un minimum pour commencer.</translation>
    </message>
    <message>
      <source>The class {name} has no pixel whose centre lies in one of its polygons and is valid: it is left out. Draw larger polygons.</source>
      <translation>La classe {name} n'a aucun pixel valide dont le centre se trouve dans l'un de ses polygones : elle est ignorée. Dessinez des polygones plus grands.</translation>
    </message>
    <message>
      <source>The class {name} has only one polygon: its accuracy cannot be measured. Draw another one elsewhere.</source>
      <translation>La classe {name} n'a qu'un seul polygone : son exactitude ne peut pas être mesurée. Dessinez-en un autre ailleurs.</translation>
    </message>
    <message>
      <source>The class “{name}” has samples; delete or rename them first.</source>
      <translation>La classe « {name} » a des échantillons ; supprimez-les ou renommez-les d'abord.</translation>
    </message>
    <message>
      <source>The classes cannot be told apart here: of the very pixels that were learned from, {recall} of a class are right on average, and a map of one class would have {guessed}. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>Les classes ne peuvent pas être distinguées ici : même parmi les pixels qui ont servi à l'apprentissage, {recall} en moyenne sont justes pour une classe, contre {guessed} avec une carte d'une seule classe. Choisissez d'autres bandes ou un autre raster, ou des classes qui s'y distinguent.</translation>
    </message>
    <message>
      <source>The classes to merge “{text}” are not understood. Write each new class once, with those that it is made of: built=building,road; green=vegetation.</source>
      <translation>Les classes à fusionner « {text} » ne sont pas comprises. Écrivez chaque nouvelle classe une seule fois, avec celles qui la composent : bâti=building,road; vert=vegetation.</translation>
    </message>
    <message>
      <source>The classes {names} are learned as classes of their own, though they differ in how they are written only. If they are one, write them alike.</source>
      <translation>Les classes {names} sont apprises comme des classes distinctes, bien qu'elles ne diffèrent que par leur graphie. S'il s'agit d'une seule classe, écrivez-les de la même façon.</translation>
    </message>
    <message>
      <source>The classes “{text}” are not understood. Write values and names with commas between them, such as 1=water, 2=forest.</source>
      <translation>Les classes « {text} » ne sont pas comprises. Écrivez des valeurs et des noms séparés par des virgules, par exemple 1=eau, 2=forêt.</translation>
    </message>
    <message>
      <source>The cluster writes the map beside the report while it is judged: choose a file for the report, in a folder that its computers see.</source>
      <translation>Le cluster écrit la carte à côté du rapport pendant son évaluation : choisissez un fichier pour le rapport, dans un dossier que ses ordinateurs voient.</translation>
    </message>
    <message>
      <source>The colours must be a JSON object, not {text}.</source>
      <translation>Les couleurs doivent être un objet JSON, et non {text}.</translation>
    </message>
    <message>
      <source>The command is on the clipboard.</source>
      <translation>La commande est dans le presse-papiers.</translation>
    </message>
    <message>
      <source>The command is on the clipboard. It is for the Command Prompt (cmd), not for PowerShell.</source>
      <translation>La commande est dans le presse-papiers. Elle est destinée à l'invite de commandes (cmd), pas à PowerShell.</translation>
    </message>
    <message>
      <source>The compact model that learns, by its id or path: an ONNX model, such as the included one.</source>
      <translation>Le modèle compact qui apprend, par son identifiant ou son chemin : un modèle ONNX, tel que celui fourni.</translation>
    </message>
    <message>
      <source>the connection ended too early</source>
      <translation>la connexion s'est terminée trop tôt</translation>
    </message>
    <message>
      <source>The CrossEarth engine is damaged ({reason}). Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Le moteur CrossEarth est endommagé ({reason}). Réinstallez-le dans le panneau CrossEarth (Raster &gt; CrossEarth) ou avec l'algorithme crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CrossEarth engine is not installed yet. Set it up, once, in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Le moteur CrossEarth n'est pas encore installé. Installez-le, une seule fois, dans le panneau CrossEarth (Raster &gt; CrossEarth) ou avec l'algorithme crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CrossEarth engine was installed for another version of the plugin. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Le moteur CrossEarth a été installé pour une autre version de l'extension. Réinstallez-le dans le panneau CrossEarth (Raster &gt; CrossEarth) ou avec l'algorithme crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CRS does not tell what the pixels of the raster measure: it is a local one, or the coordinates of the raster are none of it. Areas are given in pixels only, and the model sees the raster as it is. If it is the wrong CRS, say which is right (CRS); if you know how large pixels are, say so (PIXEL_SIZE).</source>
      <translation>Le SCR n'indique pas ce que mesurent les pixels du raster : c'est un système local, ou les coordonnées du raster n'y sont pas valables. Les surfaces sont données en pixels seulement, et le modèle voit le raster tel quel. Si le SCR est faux, indiquez le bon (CRS) ; si vous connaissez la taille des pixels, indiquez-la (PIXEL_SIZE).</translation>
    </message>
    <message>
      <source>The device {device} cannot be used. {reason} Available: {available}.</source>
      <translation>Le périphérique {device} ne peut pas être utilisé. {reason} Disponibles : {available}.</translation>
    </message>
    <message>
      <source>The device {device} failed: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>Échec du périphérique {device} : {reason}. Relancez l'exécution ; en cas de nouvel échec, mettez à jour le pilote de la carte graphique, ou calculez sur le processeur (DEVICE cpu).</translation>
    </message>
    <message>
      <source>The device {device} has failed and cannot be used any more by the engine, which starts anew for the next run: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>Le périphérique {device} est tombé en panne et n'est plus utilisable par le moteur, qui redémarrera à la prochaine exécution : {reason}. Relancez l'exécution ; en cas de nouvel échec, mettez à jour le pilote de la carte graphique, ou calculez sur le processeur (DEVICE cpu).</translation>
    </message>
    <message>
      <source>The device {device} is not available. Available: {available}.</source>
      <translation>Le périphérique {device} n'est pas disponible. Disponibles : {available}.</translation>
    </message>
    <message>
      <source>The disk became full. Free some space, then set the engine up again.</source>
      <translation>Le disque est plein. Libérez de l'espace, puis réinstallez le moteur.</translation>
    </message>
    <message>
      <source>The disk is full: {path} could not be completed and was removed. Free some space.</source>
      <translation>Le disque est plein : {path} n'a pas pu être terminé et a été supprimé. Libérez de l'espace.</translation>
    </message>
    <message>
      <source>The download from {host} broke off ({reason}). Check the internet connection, and the proxy under Settings &gt; Options &gt; Network, then try again: it goes on where it was.</source>
      <translation>Le téléchargement depuis {host} s'est interrompu ({reason}). Vérifiez la connexion Internet, et le proxy dans Préférences &gt; Options &gt; Réseau, puis réessayez : il reprendra là où il en était.</translation>
    </message>
    <message>
      <source>The download of {file} broke off at {done} of {total}: {reason}. What has arrived is kept; download it again to go on from there.</source>
      <translation>Le téléchargement de {file} s'est interrompu à {done} sur {total} : {reason}. Les données reçues sont conservées ; relancez le téléchargement pour reprendre à cet endroit.</translation>
    </message>
    <message>
      <source>The download was refused because of its certificate: a proxy or virus scanner may open secure connections. Ask for its certificate file and name it in the environment variable PIP_CERT.</source>
      <translation>Le téléchargement a été refusé à cause de son certificat : un proxy ou un antivirus ouvre peut-être les connexions sécurisées. Demandez son fichier de certificat et indiquez-le dans la variable d'environnement PIP_CERT.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>Le moteur</translation>
    </message>
    <message>
      <source>The engine cannot be started with {python}: {reason}. Set it up again.</source>
      <translation>Le moteur ne peut pas être démarré avec {python} : {reason}. Réinstallez-le.</translation>
    </message>
    <message>
      <source>The engine could not be installed. The log says what went wrong.</source>
      <translation>Le moteur n'a pas pu être installé. Le journal indique ce qui a échoué.</translation>
    </message>
    <message>
      <source>The engine could not be set up: {reason}</source>
      <translation>Impossible d'installer le moteur : {reason}</translation>
    </message>
    <message>
      <source>The engine crashed inside a native library (exit code {code}). The log has the details; setting the engine up again often helps.</source>
      <translation>Le moteur a planté dans une bibliothèque native (code de sortie {code}). Voir le journal pour les détails ; réinstaller le moteur résout souvent le problème.</translation>
    </message>
    <message>
      <source>The engine did not answer within {seconds} seconds. Try again; set it up again if this persists.</source>
      <translation>Le moteur n'a pas répondu dans un délai de {seconds} secondes. Réessayez ; réinstallez-le si le problème persiste.</translation>
    </message>
    <message>
      <source>The engine did not start. Set it up again if this persists. {reason}</source>
      <translation>Le moteur n'a pas démarré. Réinstallez-le si le problème persiste. {reason}</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly (exit code {code}). The log has the details.</source>
      <translation>Le moteur s'est arrêté de façon inattendue (code de sortie {code}). Voir le journal pour les détails.</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly. The log has the details.</source>
      <translation>Le moteur s'est arrêté de façon inattendue. Voir le journal pour les détails.</translation>
    </message>
    <message>
      <source>The engine environment has been removed.</source>
      <translation>L'environnement du moteur a été supprimé.</translation>
    </message>
    <message>
      <source>The engine failed: {reason}</source>
      <translation>Échec du moteur : {reason}</translation>
    </message>
    <message>
      <source>The engine is of version {version}, which this plugin cannot talk to. Restart QGIS after an update of the plugin.</source>
      <translation>Le moteur est en version {version}, avec laquelle cette extension ne peut pas communiquer. Redémarrez QGIS après une mise à jour de l'extension.</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>Le moteur est prêt.</translation>
    </message>
    <message>
      <source>The engine lacks a system library. Install the Microsoft Visual C++ Redistributable (x64), then run again.</source>
      <translation>Il manque au moteur une bibliothèque système. Installez Microsoft Visual C++ Redistributable (x64), puis relancez.</translation>
    </message>
    <message>
      <source>The engine needs {needed} MB in {folder}, but only {free} MB are free. Free some space, or name another folder in the environment variable CROSSEARTH_HOME.</source>
      <translation>Le moteur a besoin de {needed} Mo dans {folder}, mais seuls {free} Mo sont libres. Libérez de l'espace, ou indiquez un autre dossier dans la variable d'environnement CROSSEARTH_HOME.</translation>
    </message>
    <message>
      <source>The engine sent something that the plugin does not understand, and was stopped. Set the engine up again if this persists.</source>
      <translation>Le moteur a envoyé un message que l'extension ne comprend pas et a été arrêté. Réinstallez-le si le problème persiste.</translation>
    </message>
    <message>
      <source>The engine stays in memory between runs, so that the next one starts at once; after this time without work it ends.</source>
      <translation>Le moteur reste en mémoire entre les exécutions, pour que la suivante démarre aussitôt ; après cette durée d'inactivité, il s'arrête.</translation>
    </message>
    <message>
      <source>The engine was killed by the system, probably because memory ran out. Close other programs or use a smaller window, then run again.</source>
      <translation>Le moteur a été arrêté par le système, probablement faute de mémoire. Fermez d'autres programmes ou choisissez une fenêtre plus petite, puis relancez.</translation>
    </message>
    <message>
      <source>The engine was stopped. Nothing was written.</source>
      <translation>Le moteur a été arrêté. Rien n'a été écrit.</translation>
    </message>
    <message>
      <source>The engine works.</source>
      <translation>Le moteur fonctionne.</translation>
    </message>
    <message>
      <source>The engine's Python</source>
      <translation>Le Python du moteur</translation>
    </message>
    <message>
      <source>The engine's Python {path} does not exist. Correct it under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Le Python du moteur {path} n'existe pas. Corrigez-le dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The engine's Python {python} was chosen by you and is left as it is. Install or remove {packages} there yourself.</source>
      <translation>Vous avez choisi vous-même le Python du moteur {python}, qui est laissé tel quel. Installez-y ou supprimez-y {packages} vous-même.</translation>
    </message>
    <message>
      <source>The environment is made with this one and no other. Without it, the first one of this computer is taken whose environments work.</source>
      <translation>L'environnement est créé avec celui-ci et aucun autre. Sinon, le premier de cet ordinateur dont les environnements fonctionnent est utilisé.</translation>
    </message>
    <message>
      <source>The environment that the panel sets up</source>
      <translation>L'environnement installé par le panneau</translation>
    </message>
    <message>
      <source>The environment variable {variable} names {path}, which is not a file. Correct it or unset it, then restart QGIS.</source>
      <translation>La variable d'environnement {variable} désigne {path}, qui n'est pas un fichier. Corrigez-la ou supprimez-la, puis redémarrez QGIS.</translation>
    </message>
    <message>
      <source>The extent is for a model and a raster: a map is taken whole.</source>
      <translation>L'emprise vaut pour un modèle et un raster : une carte est prise en entier.</translation>
    </message>
    <message>
      <source>The field has more than {most} different values: choose the one that holds the class.</source>
      <translation>Le champ a plus de {most} valeurs différentes : choisissez celui qui contient la classe.</translation>
    </message>
    <message>
      <source>The field holds amounts, such as heights or shares of cover: the model tells a number of each pixel.</source>
      <translation>Le champ contient des quantités, comme des hauteurs ou des taux de couverture : le modèle donne un nombre pour chaque pixel.</translation>
    </message>
    <message>
      <source>The field that holds the class of each polygon</source>
      <translation>Le champ qui contient la classe de chaque polygone</translation>
    </message>
    <message>
      <source>The field {field} holds whole numbers only, {count} different ones. If they are codes of classes, what lies between two of them means nothing: adapt to classes instead.</source>
      <translation>Le champ {field} ne contient que des nombres entiers, dont {count} différents. Si ce sont des codes de classes, ce qui se trouve entre deux d'entre eux n'a pas de sens : adaptez plutôt à des classes.</translation>
    </message>
    <message>
      <source>The field {field} says what the map had where a point was drawn, and no truth. Name the field with what is there ({reference}).</source>
      <translation>Le champ {field} indique ce que la carte avait à l'endroit où un point a été tiré, et non la vérité. Indiquez le champ contenant ce qui s'y trouve ({reference}).</translation>
    </message>
    <message>
      <source>The field “{field}” of {layer} cannot hold the class “{name}”. Take a number where it holds numbers, or choose a field of text.</source>
      <translation>Le champ « {field} » de {layer} ne peut pas contenir la classe « {name} ». Prenez un nombre s'il contient des nombres, ou choisissez un champ de texte.</translation>
    </message>
    <message>
      <source>The figures go beside it as JSON, too.</source>
      <translation>Les indicateurs sont aussi écrits à côté en JSON.</translation>
    </message>
    <message>
      <source>The file does not tell everything; assumed were: {aspects}. If that is wrong, import it again with the advanced parameters.</source>
      <translation>Le fichier n'indique pas tout ; ont été supposés : {aspects}. Si c'est faux, importez-le de nouveau avec les paramètres avancés.</translation>
    </message>
    <message>
      <source>The file of the DINOv2 backbone, where the checkpoint holds only the rest.</source>
      <translation>Le fichier du réseau de base DINOv2, si le checkpoint ne contient que le reste.</translation>
    </message>
    <message>
      <source>The file {path} is damaged: its SHA-256 is not the one in its metadata.</source>
      <translation>Le fichier {path} est endommagé : son SHA-256 n'est pas celui de ses métadonnées.</translation>
    </message>
    <message>
      <source>The file {path} is not what was written to it: {reason}. What lay there before is as it was. The disk, or the connection to it, may be damaged: take another folder.</source>
      <translation>Le fichier {path} ne correspond pas à ce qui y a été écrit : {reason}. Ce qui s'y trouvait auparavant est intact. Le disque, ou la connexion qui y mène, est peut-être endommagé : choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>The file {path} was changed, replaced or removed while it was being read: the result would be of both. Nothing was written. Run it again when no other program writes to the file.</source>
      <translation>Le fichier {path} a été modifié, remplacé ou supprimé pendant sa lecture : le résultat mélangerait les deux versions. Rien n'a été écrit. Relancez l'exécution quand aucun autre programme n'écrit dans ce fichier.</translation>
    </message>
    <message>
      <source>The files of the model “{model}” are not on disk.</source>
      <translation>Les fichiers du modèle « {model} » ne sont pas sur le disque.</translation>
    </message>
    <message>
      <source>The folder of the project cannot be written to</source>
      <translation>Impossible d'écrire dans le dossier du projet</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be deleted ({reason}). Close other QGIS windows that use the engine, then try again.</source>
      <translation>Le dossier {folder} ne peut pas être supprimé ({reason}). Fermez les autres fenêtres de QGIS qui utilisent le moteur, puis réessayez.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be written ({reason}). Make it writable, or name another one in the environment variable CROSSEARTH_HOME.</source>
      <translation>Impossible d'écrire dans le dossier {folder} ({reason}). Rendez-le accessible en écriture, ou indiquez-en un autre dans la variable d'environnement CROSSEARTH_HOME.</translation>
    </message>
    <message>
      <source>The folder {folder} does not have {file}. Put it there, or correct the folder under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Le dossier {folder} ne contient pas {file}. Placez-le à cet endroit, ou corrigez le dossier dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The folder {folder} has no {file}: {files} are needed.</source>
      <translation>Le dossier {folder} ne contient pas {file}. Fichiers nécessaires : {files}.</translation>
    </message>
    <message>
      <source>The folder {folder} lacks {packages}. On a computer with a network, dev.py wheelhouse fills such a folder.</source>
      <translation>Il manque au dossier {folder} : {packages}. Sur un ordinateur relié au réseau, dev.py wheelhouse remplit un tel dossier.</translation>
    </message>
    <message>
      <source>The folder {folder} will be made.</source>
      <translation>Le dossier {folder} sera créé.</translation>
    </message>
    <message>
      <source>The GSD must be more than 0 m, not {gsd}.</source>
      <translation>La taille de pixel (GSD) doit être supérieure à 0 m, et non {gsd}.</translation>
    </message>
    <message>
      <source>The id of the model in the catalogue.</source>
      <translation>L'identifiant du modèle dans le catalogue.</translation>
    </message>
    <message>
      <source>The id {id} may hold small letters, digits, dots and hyphens only.</source>
      <translation>L'identifiant {id} ne peut contenir que des minuscules, des chiffres, des points et des traits d'union.</translation>
    </message>
    <message>
      <source>The imagery is resampled to it on the way into the model. By default the raster's pixel size where the model was trained for it, else the nearest that it was trained for.</source>
      <translation>Les images y sont ré-échantillonnées à l'entrée du modèle. Par défaut, la taille de pixel du raster si le modèle a été entraîné pour elle, sinon la plus proche pour laquelle il l'a été.</translation>
    </message>
    <message>
      <source>The imagery, as files, with the same bands each.</source>
      <translation>Les images, sous forme de fichiers, ayant toutes les mêmes bandes.</translation>
    </message>
    <message>
      <source>The imagery: aerial, drone or satellite. What is not a file, such as a web map, is fetched first, at the pixel size of the model and for the asked extent.</source>
      <translation>Les images : aériennes, drone ou satellite. Ce qui n'est pas un fichier, comme une carte web, est d'abord récupéré, à la taille de pixel du modèle et pour l'emprise demandée.</translation>
    </message>
    <message>
      <source>The included model learns from this one on windows that are spread over the raster, and maps the raster in its place</source>
      <translation>Le modèle fourni apprend de celui-ci sur des fenêtres réparties sur le raster, et cartographie le raster à sa place</translation>
    </message>
    <message>
      <source>The installation of the CrossEarth engine was interrupted. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>L'installation du moteur CrossEarth a été interrompue. Réinstallez-le dans le panneau CrossEarth (Raster &gt; CrossEarth) ou avec l'algorithme crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The installation was ended from outside: by the system, which does that where memory is short, or by another program. Nothing was lost. Close what takes much memory, then try again.</source>
      <translation>L'installation a été interrompue de l'extérieur : par le système, qui le fait quand la mémoire manque, ou par un autre programme. Rien n'a été perdu. Fermez ce qui consomme beaucoup de mémoire, puis réessayez.</translation>
    </message>
    <message>
      <source>The interval reaches over 0 all the same: it also allows for what the few points of some classes may have missed. More points will tell.</source>
      <translation>L'intervalle englobe quand même 0 : il tient aussi compte de ce que les points peu nombreux de certaines classes ont pu manquer. Davantage de points permettront de trancher.</translation>
    </message>
    <message>
      <source>The key {key} has a password, and nobody is asked for it: name one without.</source>
      <translation>La clé {key} est protégée par un mot de passe, qui ne peut pas être demandé : indiquez-en une sans mot de passe.</translation>
    </message>
    <message>
      <source>The layer has fewer bands ({available}) than the model takes ({names}): one stands for several. Expect a poorer map.</source>
      <translation>La couche a moins de bandes ({available}) que le modèle n'en prend ({names}) : l'une en représente plusieurs. Attendez-vous à une carte moins bonne.</translation>
    </message>
    <message>
      <source>The layer has fields of the names of the new ones, which are called {fields} in the copy.</source>
      <translation>La couche a des champs portant les noms des nouveaux, qui s'appellent {fields} dans la copie.</translation>
    </message>
    <message>
      <source>The layer has no CRS: areas can only be counted in pixels. Set its CRS first.</source>
      <translation>La couche n'a pas de SCR : les surfaces ne peuvent être comptées qu'en pixels. Définissez d'abord son SCR.</translation>
    </message>
    <message>
      <source>The layer is a picture in numbered colours: its colours are seen as red, green and blue. If the numbers stand for classes, it is a map already and no imagery.</source>
      <translation>La couche est une image à couleurs numérotées : ses couleurs sont vues comme rouge, vert et bleu. Si les numéros désignent des classes, c'est déjà une carte et non une image.</translation>
    </message>
    <message>
      <source>The layer with what is there says no CRS: its coordinates are taken to be in {crs}, as those of {file}. If they are in another one, give the layer its CRS.</source>
      <translation>La couche décrivant ce qui est présent n'indique pas de SCR : ses coordonnées sont supposées être en {crs}, comme celles de {file}. Si ce n'est pas le cas, attribuez à la couche son SCR.</translation>
    </message>
    <message>
      <source>The layer {layer} has no field with numbers. Choose another one.</source>
      <translation>La couche {layer} n'a pas de champ contenant des nombres. Choisissez-en une autre.</translation>
    </message>
    <message>
      <source>The layer {path} cannot be used: {reason}</source>
      <translation>Impossible d'utiliser la couche {path} : {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” ({provider}) is not a file that the engine can open. Save the part you need as GeoTIFF first: Layer &gt; Save As…, with raw data or a rendered image.</source>
      <translation>La couche « {layer} » ({provider}) n'est pas un fichier que le moteur peut ouvrir. Enregistrez d'abord en GeoTIFF la partie dont vous avez besoin : Couche &gt; Enregistrer sous…, avec les données brutes ou une image rendue.</translation>
    </message>
    <message>
      <source>The layer “{layer}” can be fetched at any resolution, and the model does not say which it is made for. Give the pixel size that the model sees (GSD).</source>
      <translation>La couche « {layer} » peut être récupérée à n'importe quelle résolution, et le modèle n'indique pas pour laquelle il est conçu. Indiquez la taille de pixel que voit le modèle (GSD).</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be changed. {reason}</source>
      <translation>La couche « {layer} » ne peut pas être modifiée. {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be copied: {reason}</source>
      <translation>La couche « {layer} » ne peut pas être copiée : {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be fetched: {reason}</source>
      <translation>La couche « {layer} » ne peut pas être récupérée : {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be read: its source is missing or damaged.</source>
      <translation>La couche « {layer} » ne peut pas être lue : sa source est manquante ou endommagée.</translation>
    </message>
    <message>
      <source>The layer “{layer}” has no band {bands}: its bands are numbered from 1 to {available}.</source>
      <translation>La couche « {layer} » n'a pas de bande {bands} : ses bandes sont numérotées de 1 à {available}.</translation>
    </message>
    <message>
      <source>The layer “{layer}” hides pixels in how it is drawn (Properties ▸ Transparency: colours, or a transparency band). They are mapped all the same. Values that are no data belong into “Additional no data value” there.</source>
      <translation>La couche « {layer} » masque des pixels à l'affichage (Propriétés ▸ Transparence : couleurs, ou bande de transparence). Ils sont cartographiés quand même. Les valeurs qui ne sont pas des données doivent y figurer dans « Valeur nulle supplémentaire ».</translation>
    </message>
    <message>
      <source>The layer “{layer}” is in memory only, so a command cannot use it. Save it to a file first.</source>
      <translation>La couche « {layer} » n'existe qu'en mémoire ; une commande ne peut pas l'utiliser. Enregistrez-la d'abord dans un fichier.</translation>
    </message>
    <message>
      <source>The layer “{layer}” is {width} × {height} pixels of {size} m in the asked area: too much to fetch. Limit the run to an extent or to polygons.</source>
      <translation>La couche « {layer} » fait {width} × {height} pixels de {size} m dans la zone demandée : c'est trop pour être récupéré. Limitez l'exécution à une emprise ou à des polygones.</translation>
    </message>
    <message>
      <source>The layer “{layer}” needs {needed} of temporary files in {folder}, but only {free} are free. Limit the run to a smaller area.</source>
      <translation>La couche « {layer} » nécessite {needed} de fichiers temporaires dans {folder}, mais seuls {free} sont libres. Limitez l'exécution à une zone plus petite.</translation>
    </message>
    <message>
      <source>The layer “{layer}” shows nothing in the asked area.</source>
      <translation>La couche « {layer} » ne montre rien dans la zone demandée.</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are coarser than the {low} to {high} m that the model is made for. They are enlarged for it: this takes longer, and the map will be poorer.</source>
      <translation>Les pixels de la couche ({size} m) sont plus grossiers que les {low} à {high} m pour lesquels le modèle est conçu. Ils sont agrandis en conséquence : le calcul sera plus long et la carte moins bonne.</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are finer than the {low} to {high} m that the model is made for. They are reduced for it: the map has no finer details than that.</source>
      <translation>Les pixels de la couche ({size} m) sont plus fins que les {low} à {high} m pour lesquels le modèle est conçu. Ils sont réduits en conséquence : la carte n'a pas de détails plus fins.</translation>
    </message>
    <message>
      <source>The layers “{one}” and “{other}” are read otherwise than their files say, and not in the same way: set the same CRS and the same values without data on all dates, or none.</source>
      <translation>Les couches « {one} » et « {other} » ne sont pas lues comme l'indiquent leurs fichiers, ni de la même façon entre elles : définissez le même SCR et les mêmes valeurs nodata pour toutes les dates, ou pour aucune.</translation>
    </message>
    <message>
      <source>The legend of a map has changed since. Measure again for its classes as they are called now.</source>
      <translation>La légende d'une carte a changé depuis. Mesurez de nouveau pour utiliser les noms actuels de ses classes.</translation>
    </message>
    <message>
      <source>The live preview is off: it would hide the map {name}.</source>
      <translation>L'aperçu en direct est désactivé : il masquerait la carte {name}.</translation>
    </message>
    <message>
      <source>The majority filter needs an odd number of pixels, not {count}.</source>
      <translation>Le filtre majoritaire exige un nombre impair de pixels, et non {count}.</translation>
    </message>
    <message>
      <source>The map cannot be kept there: {reason}</source>
      <translation>La carte ne peut pas être enregistrée là : {reason}</translation>
    </message>
    <message>
      <source>The map has fewer pixels with a class ({pixels}) than the {asked} points that were asked for: each of them is a point.</source>
      <translation>La carte a moins de pixels avec une classe ({pixels}) que les {asked} points demandés : chacun d'eux est un point.</translation>
    </message>
    <message>
      <source>The map has no class on {share} of the reference's pixels: they are left out. If no class means something else there, such as all that is no building, the figures are too good: give it a value of its own on the map.</source>
      <translation>La carte n'a pas de classe sur {share} des pixels de la référence : ils sont ignorés. Si l'absence de classe y signifie autre chose, par exemple tout ce qui n'est pas un bâtiment, les indicateurs sont trop bons : donnez-lui une valeur propre sur la carte.</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong.</source>
      <translation>La carte n'a pas de classe {name} (ses classes : {classes}) : tout ce qui en relève est compté comme faux.</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong. Is {near} meant?</source>
      <translation>La carte n'a pas de classe {name} (ses classes : {classes}) : tout ce qui en relève est compté comme faux. S'agit-il de {near} ?</translation>
    </message>
    <message>
      <source>The map has room for fewer places than the {asked} that were asked for: {count}.</source>
      <translation>La carte offre de la place pour moins d'endroits que les {asked} demandés : {count}.</translation>
    </message>
    <message>
      <source>The map has {count} classes ({names}), and {given} expected accuracies were given: give one for all of them, or one for each in this order.</source>
      <translation>La carte a {count} classes ({names}), et {given} exactitudes attendues ont été indiquées : donnez-en une pour toutes, ou une pour chacune dans cet ordre.</translation>
    </message>
    <message>
      <source>The map has {pixels} pixels with a class, and not all of them would make it as sure as asked. Ask for less.</source>
      <translation>La carte a {pixels} pixels avec une classe, et même tous ensemble ils ne donneraient pas la certitude demandée. Demandez moins.</translation>
    </message>
    <message>
      <source>The map is being copied to {path}…</source>
      <translation>Copie de la carte vers {path}…</translation>
    </message>
    <message>
      <source>The map is better than the other one: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>La carte est meilleure que l'autre : si les deux étaient aussi bonnes, une différence aussi grande surviendrait par hasard avec une probabilité de {chance} %.</translation>
    </message>
    <message>
      <source>The map is kept: {path}</source>
      <translation>La carte est conservée : {path}</translation>
    </message>
    <message>
      <source>The map is partial: the run was canceled, and this is what it had finished.</source>
      <translation>La carte est partielle : l'exécution a été annulée, et voici ce qu'elle avait terminé.</translation>
    </message>
    <message>
      <source>The map is right on {share} %, the other one on {other_share} %: a difference of {difference} percentage points, {low} to {high} (95 %).</source>
      <translation>La carte est juste sur {share} %, l'autre sur {other_share} % : une différence de {difference} points de pourcentage, de {low} à {high} (95 %).</translation>
    </message>
    <message>
      <source>The map to judge: a raster of classes</source>
      <translation>La carte à évaluer : un raster de classes</translation>
    </message>
    <message>
      <source>The map {file} has no class {name} (its classes: {classes}): all of it counts as wrong there. If it calls the class something else, give the classes of its layer's legend the names of the other map's.</source>
      <translation>La carte {file} n'a pas de classe {name} (ses classes : {classes}) : tout ce qui en relève y est compté comme faux. Si elle nomme cette classe autrement, donnez aux classes de la légende de sa couche les noms de l'autre carte.</translation>
    </message>
    <message>
      <source>The map “{map}” is doubtful and left out of the sums.</source>
      <translation>La carte « {map} » est douteuse et exclue des totaux.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready, out of view: zoom to its layer.</source>
      <translation>La carte « {name} » est prête, hors de la vue : zoomez sur sa couche.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready.</source>
      <translation>La carte « {name} » est prête.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready: {path}. The project of the run is not open any more.</source>
      <translation>La carte « {name} » est prête : {path}. Le projet de l'exécution n'est plus ouvert.</translation>
    </message>
    <message>
      <source>The map, coloured by class</source>
      <translation>La carte, colorée par classe</translation>
    </message>
    <message>
      <source>The map, coloured by number</source>
      <translation>La carte, colorée par nombre</translation>
    </message>
    <message>
      <source>The maps are shown again.</source>
      <translation>Les cartes sont de nouveau affichées.</translation>
    </message>
    <message>
      <source>The maps for a catalogue, without those that are doubtful: where and when they are of, and their classes.</source>
      <translation>Les cartes pour un catalogue, sans celles qui sont douteuses : leur lieu, leur date et leurs classes.</translation>
    </message>
    <message>
      <source>The maps have no class in common: {before} before, {after} after. Give them the same names (BEFORE_CLASSES or AFTER_CLASSES VALUE=NAME,…).</source>
      <translation>Les cartes n'ont aucune classe en commun : {before} avant, {after} après. Donnez-leur les mêmes noms (BEFORE_CLASSES ou AFTER_CLASSES VALEUR=NOM,…).</translation>
    </message>
    <message>
      <source>The maps have {share} of the smaller one in common, and what lies elsewhere is not compared. Are they of one place?</source>
      <translation>Les cartes ont en commun {share} de la plus petite, et ce qui se trouve ailleurs n'est pas comparé. Concernent-elles le même lieu ?</translation>
    </message>
    <message>
      <source>The maps {path} and {other} do not lie on one grid. {reason} Say on whose grid to compare them (Align to the grid of the map, ALIGN): each pixel then gets the class of the other map's nearest one.</source>
      <translation>Les cartes {path} et {other} ne partagent pas la même grille. {reason} Indiquez sur quelle grille les comparer (« Aligner sur la grille de la carte », ALIGN) : chaque pixel reçoit alors la classe du pixel le plus proche de l'autre carte.</translation>
    </message>
    <message>
      <source>The mask {path} cannot be used: {reason}</source>
      <translation>Impossible d'utiliser le masque {path} : {reason}</translation>
    </message>
    <message>
      <source>The middle of what you see; zoom in for all of it.</source>
      <translation>Le centre de ce que vous voyez ; zoomez pour tout voir.</translation>
    </message>
    <message>
      <source>The model cannot be described so: {reason}.</source>
      <translation>Le modèle ne peut pas être décrit ainsi : {reason}.</translation>
    </message>
    <message>
      <source>The model has learned other dates. These stand for them: {dates}. What has grown earlier or later than in the year that it learned may get another class.</source>
      <translation>Le modèle a appris d'autres dates. Celles-ci les remplacent : {dates}. Ce qui a poussé plus tôt ou plus tard que l'année apprise peut recevoir une autre classe.</translation>
    </message>
    <message>
      <source>The model has learned the dates {dates}: tick the other ones in the list beside the raster.</source>
      <translation>Le modèle a appris les dates {dates} : cochez les autres dans la liste à côté du raster.</translation>
    </message>
    <message>
      <source>The model has learned the dates {learned}; there is no raster of {missing} (given: {given}). Give one of each date (DATES), or say which dates stand for others: DATES_AS=order takes one after the other, DATES_AS=season the same time of another year.</source>
      <translation>Le modèle a appris les dates {learned} ; il n'y a pas de raster pour {missing} (fournies : {given}). Fournissez un raster par date (DATES), ou indiquez quelles dates en remplacent d'autres : DATES_AS=order les prend l'une après l'autre, DATES_AS=season prend la même saison d'une autre année.</translation>
    </message>
    <message>
      <source>The model has mapped the raster anew, spoiled in twelve ways and five strengths; each map is compared in the same way.</source>
      <translation>Le modèle a cartographié de nouveau le raster, dégradé de douze façons et à cinq intensités ; chaque carte est comparée de la même manière.</translation>
    </message>
    <message>
      <source>The model has not learned these dates, and does without: {dates}.</source>
      <translation>Le modèle n'a pas appris ces dates et s'en passe : {dates}.</translation>
    </message>
    <message>
      <source>The model is a CrossEarth network:</source>
      <translation>Le modèle est un réseau CrossEarth :</translation>
    </message>
    <message>
      <source>The model maps the raster sixty times more, spoiled in twelve ways and five strengths: noise, blur, haze, clouds, gaps, JPEG, turned, shrunk and others, as in the benchmark REOBench. The report shows what is left of the accuracy. It takes sixty times as long as the map.</source>
      <translation>Le modèle cartographie le raster soixante fois de plus, dégradé de douze façons et à cinq intensités : bruit, flou, brume, nuages, lacunes, JPEG, rotation, réduction et autres, comme dans le banc d'essai REOBench. Le rapport montre ce qui reste de l'exactitude. Cela prend soixante fois le temps de la carte.</translation>
    </message>
    <message>
      <source>The model needs {needed} bands ({names}), but the choice is {given}; the raster {path} has {available}. Say which band of the raster stands for which of the model, such as {example}: one may stand for several, and what calls itself alpha is data when it is named.</source>
      <translation>Le modèle a besoin de {needed} bandes ({names}), or la sélection en compte {given} ; le raster {path} en a {available}. Indiquez quelle bande du raster correspond à quelle bande du modèle, par exemple {example} : une même bande peut en représenter plusieurs, et une bande déclarée alpha est traitée comme des données si elle est citée.</translation>
    </message>
    <message>
      <source>The model that you start from knows no classes: adapt it once, then review.</source>
      <translation>Le modèle de départ ne connaît aucune classe : adaptez-le une fois, puis vérifiez.</translation>
    </message>
    <message>
      <source>The model to learn from, by its id or path. It may be the student's own model, if it looks several times.</source>
      <translation>Le modèle dont l'élève apprend, par son identifiant ou son chemin. Ce peut être le modèle de l'élève lui-même, s'il regarde plusieurs fois.</translation>
    </message>
    <message>
      <source>The model {model} is sent to workers that lack it: {count}.</source>
      <translation>Le modèle {model} est envoyé aux workers qui ne l'ont pas : {count}.</translation>
    </message>
    <message>
      <source>The model {path} cannot be loaded: {reason}</source>
      <translation>Impossible de charger le modèle {path} : {reason}</translation>
    </message>
    <message>
      <source>The model {path} cannot be used: {reason}</source>
      <translation>Impossible d'utiliser le modèle {path} : {reason}</translation>
    </message>
    <message>
      <source>The model “{id}” has no classes yet: adapt it first.</source>
      <translation>Le modèle « {id} » n'a pas encore de classes : adaptez-le d'abord.</translation>
    </message>
    <message>
      <source>The model “{id}” has the classes {names}.</source>
      <translation>Le modèle « {id} » a les classes {names}.</translation>
    </message>
    <message>
      <source>The model “{id}” is ready; made in {time}.</source>
      <translation>Le modèle « {id} » est prêt ; produit en {time}.</translation>
    </message>
    <message>
      <source>The model “{id}” tells numbers: {names}.</source>
      <translation>Le modèle « {id} » donne des nombres : {names}.</translation>
    </message>
    <message>
      <source>The model “{id}”, round {number}, was made in {time}.</source>
      <translation>Le modèle « {id} », itération {number}, a été produit en {time}.</translation>
    </message>
    <message>
      <source>The model “{model}” has to be downloaded first: in the CrossEarth panel, or with the algorithm crossearth:downloadmodel.</source>
      <translation>Le modèle « {model} » doit d'abord être téléchargé : dans le panneau CrossEarth, ou avec l'algorithme crossearth:downloadmodel.</translation>
    </message>
    <message>
      <source>The model “{model}” is being downloaded already.</source>
      <translation>Le modèle « {model} » est déjà en cours de téléchargement.</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet. Adapt it to polygons of your own first, then take the model that comes of it.</source>
      <translation>Le modèle « {model} » ne connaît encore aucune classe. Adaptez-le d'abord à vos propres polygones, puis utilisez le modèle qui en résulte.</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet; it has to be adapted first.</source>
      <translation>Le modèle « {model} » ne connaît encore aucune classe ; il faut d'abord l'adapter.</translation>
    </message>
    <message>
      <source>The model “{model}” needs {needed} bands ({names}), but {given} were given; the layer has {available}. Choose which band stands for which input of the model.</source>
      <translation>Le modèle « {model} » a besoin de {needed} bandes ({names}), mais {given} ont été indiquées ; la couche en a {available}. Choisissez quelle bande correspond à chaque entrée du modèle.</translation>
    </message>
    <message>
      <source>The model “{model}” of this project is not on this computer. Choose another one, or bring it here and open the project again.</source>
      <translation>Le modèle « {model} » de ce projet n'est pas sur cet ordinateur. Choisissez-en un autre, ou copiez-le ici et rouvrez le projet.</translation>
    </message>
    <message>
      <source>The model “{name}” is ready.</source>
      <translation>Le modèle « {name} » est prêt.</translation>
    </message>
    <message>
      <source>The model's own</source>
      <translation>Valeur du modèle</translation>
    </message>
    <message>
      <source>The model: it decides the classes and fills the options below</source>
      <translation>Le modèle : il détermine les classes et remplit les options ci-dessous</translation>
    </message>
    <message>
      <source>The network of CrossEarth without a trained head: it knows imagery, but no classes. It has to be adapted to polygons of your own first.</source>
      <translation>Le réseau de CrossEarth sans tête entraînée : il connaît les images, mais aucune classe. Il doit d'abord être adapté à vos propres polygones.</translation>
    </message>
    <message>
      <source>The network sees pixels of {size} m; {model} was trained for {sizes} and may be unreliable here. Leave GSD out, and the nearest of these is taken.</source>
      <translation>Le réseau voit des pixels de {size} m ; {model} a été entraîné pour {sizes} et peut être peu fiable ici. Sans GSD, la taille la plus proche de celles-ci est utilisée.</translation>
    </message>
    <message>
      <source>The network's only score lies between {low} and {high}, as percent or bytes do, and was taken for what a sigmoid makes a share of: above 0 is the second class. If that is wrong, so is the map: export the network again with shares of one.</source>
      <translation>L'unique score du réseau est compris entre {low} et {high}, comme des pourcentages ou des octets, et a été interprété comme une valeur qu'une sigmoïde transforme en proportion : au-dessus de 0, c'est la deuxième classe. Si c'est faux, la carte l'est aussi : exportez de nouveau le réseau avec des proportions de zéro à un.</translation>
    </message>
    <message>
      <source>The network's scores are shares of one for each class by itself, and do not sum to one: confidence, lead and probabilities are shares of their sum, which says less.</source>
      <translation>Les scores du réseau sont des proportions propres à chaque classe, dont la somme ne fait pas un : confiance, avance et probabilités sont des parts de leur somme, ce qui est moins parlant.</translation>
    </message>
    <message>
      <source>The new model agrees no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>Sur des fenêtres qui n'ont pas servi à l'apprentissage, le nouveau modèle ne concorde pas mieux avec l'enseignant que l'élève auparavant. Cartographiez avec l'élève d'origine, ou faites examiner plus de fenêtres à l'enseignant (WINDOWS).</translation>
    </message>
    <message>
      <source>The new model may agree no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>Sur des fenêtres qui n'ont pas servi à l'apprentissage, le nouveau modèle ne concorde peut-être pas mieux avec l'enseignant que l'élève auparavant. Cartographiez avec l'élève d'origine, ou faites examiner plus de fenêtres à l'enseignant (WINDOWS).</translation>
    </message>
    <message>
      <source>The numbers of the points (id) have gaps: {count} are not there. If they were removed by what is there, or because it is hard to tell, figures and areas are wrong: put them back. Points that nobody can tell stay, without a class.</source>
      <translation>La numérotation des points (id) a des lacunes : {count} manquants. S'ils ont été supprimés à cause de ce qui s'y trouve, ou parce que c'est difficile à dire, les indicateurs et les surfaces sont faux : rétablissez-les. Les points que personne ne peut déterminer restent, sans classe.</translation>
    </message>
    <message>
      <source>The one is in {own}, the other in {other}.</source>
      <translation>Les SCR diffèrent : {own} et {other}.</translation>
    </message>
    <message>
      <source>The other is right</source>
      <translation>L'autre est juste</translation>
    </message>
    <message>
      <source>The other is wrong</source>
      <translation>L'autre est fausse</translation>
    </message>
    <message>
      <source>The other map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>L'autre carte est meilleure : si les deux étaient aussi bonnes, une différence aussi grande surviendrait par hasard avec une probabilité de {chance} %.</translation>
    </message>
    <message>
      <source>The outlines of these objects cross themselves: no. {numbers} of the layer. What they enclose is counted; check these objects.</source>
      <translation>Les contours de ces objets se croisent : n° {numbers} de la couche. Ce qu'ils délimitent est compté ; vérifiez ces objets.</translation>
    </message>
    <message>
      <source>The output {path} cannot be written: {reason}</source>
      <translation>Impossible d'écrire la sortie {path} : {reason}</translation>
    </message>
    <message>
      <source>The output {path} is itself an input. Choose another file.</source>
      <translation>La sortie {path} est elle-même une source. Choisissez un autre fichier.</translation>
    </message>
    <message>
      <source>The overall accuracy that you expect; the nearer to 50 %, the more points</source>
      <translation>L'exactitude globale que vous attendez ; plus elle est proche de 50 %, plus il faut de points</translation>
    </message>
    <message>
      <source>The overlap of {overlap} pixels must be smaller than the window of {window}.</source>
      <translation>Le recouvrement de {overlap} pixels doit être inférieur à la fenêtre de {window}.</translation>
    </message>
    <message>
      <source>The packages could not be downloaded. Check the internet connection, then try again.</source>
      <translation>Les paquets n'ont pas pu être téléchargés. Vérifiez la connexion Internet, puis réessayez.</translation>
    </message>
    <message>
      <source>The path of a file of the engine became longer than this computer takes. Name a shorter folder in the environment variable CROSSEARTH_HOME, for instance C:\crossearth, then restart QGIS.</source>
      <translation>Le chemin d'un fichier du moteur dépasse la longueur admise par cet ordinateur. Indiquez un dossier plus court dans la variable d'environnement CROSSEARTH_HOME, par exemple C:\crossearth, puis redémarrez QGIS.</translation>
    </message>
    <message>
      <source>The pixel size that it was trained for.</source>
      <translation>La taille de pixel pour laquelle il a été entraîné.</translation>
    </message>
    <message>
      <source>The pixels of one map are {times} times as long as those of the other: along edges of what has stayed, the finer map shows change that is none.</source>
      <translation>Les pixels d'une carte sont {times} fois plus longs que ceux de l'autre : le long des bords de ce qui est resté inchangé, la carte la plus fine montre des changements qui n'en sont pas.</translation>
    </message>
    <message>
      <source>The pixels of the one lie between those of the other, shifted by {right} of a pixel along rows and {down} along columns.</source>
      <translation>Les pixels de l'un tombent entre ceux de l'autre, décalés de {right} pixel le long des lignes et de {down} le long des colonnes.</translation>
    </message>
    <message>
      <source>The pixels of the one measure {own}, those of the other {other} (in units of the CRS).</source>
      <translation>Les tailles de pixel diffèrent : {own} et {other} (en unités du SCR).</translation>
    </message>
    <message>
      <source>the place is unlike the training ({value} %).</source>
      <translation>l'endroit diffère des données d'entraînement ({value} %).</translation>
    </message>
    <message>
      <source>The places where a map is least sure, for you to look there next.</source>
      <translation>Les endroits où une carte est le moins sûre, pour y regarder en priorité.</translation>
    </message>
    <message>
      <source>The point is not in the layer “{layer}” any more.</source>
      <translation>Le point n'est plus dans la couche « {layer} ».</translation>
    </message>
    <message>
      <source>The points do not say which strata they were drawn from, nor how large these are (fields stratum and stratum_px or stratum_m2): the figures hold for these points only, and are wrong for the map if some classes have more points than their area asks for. No areas are estimated. Draw points with “Draw sample points on a map”, which writes these fields; for points that it drew without them, draw once more with the same map, count and seed into another file, and join the fields by id.</source>
      <translation>Les points n'indiquent ni dans quelles strates ils ont été tirés, ni la taille de celles-ci (champs stratum et stratum_px ou stratum_m2) : les indicateurs ne valent que pour ces points, et sont faux pour la carte si certaines classes ont plus de points que leur surface ne l'exige. Aucune surface n'est estimée. Tirez des points avec « Tirer des points d'échantillonnage sur une carte », qui écrit ces champs ; pour des points tirés ainsi mais sans eux, refaites un tirage avec la même carte, le même nombre et la même graine dans un autre fichier, et joignez les champs par id.</translation>
    </message>
    <message>
      <source>The points do not tell the overall accuracy.</source>
      <translation>Les points ne permettent pas de donner l'exactitude globale.</translation>
    </message>
    <message>
      <source>The points have changed since. Measure again for what they say now.</source>
      <translation>Les points ont changé depuis. Mesurez de nouveau pour savoir ce qu'ils indiquent maintenant.</translation>
    </message>
    <message>
      <source>The points have no field “{field}” any more. Undo that, or choose other points.</source>
      <translation>Les points n'ont plus de champ « {field} ». Annulez cette modification, ou choisissez d'autres points.</translation>
    </message>
    <message>
      <source>The points have nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>Les points n'ont rien de ce que la carte appelle {names} : on peut dire quelle part de leurs classes la carte trouve (rappel), mais pas ce que la carte prend à tort pour elles. Il n'y a donc ni précision, ni F1, ni IoU, ni kappa, ni exactitude globale. Ajoutez des points sur tout ce qui est présent.</translation>
    </message>
    <message>
      <source>The points have one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>Les points n'ont qu'une classe, {name} : on peut dire quelle part de leurs classes la carte trouve (rappel), mais pas ce que la carte prend à tort pour elles. Il n'y a donc ni précision, ni F1, ni IoU, ni kappa, ni exactitude globale. Ajoutez des points sur tout ce qui est présent.</translation>
    </message>
    <message>
      <source>The points of strata that take {share} of the map that they were drawn on are missing: no figures can be told. Use all points that “Draw sample points on a map” has drawn, those without a class, too.</source>
      <translation>Les points des strates qui occupent {share} de la carte sur laquelle ils ont été tirés manquent : aucun indicateur ne peut être donné. Utilisez tous les points tirés par « Tirer des points d'échantillonnage sur une carte », y compris ceux sans classe.</translation>
    </message>
    <message>
      <source>The points of the stratum {name} carry different sizes in their field {field}: they come from several samples. Judge by one sample at a time.</source>
      <translation>Les points de la strate {name} portent des tailles différentes dans leur champ {field} : ils proviennent de plusieurs échantillons. Évaluez avec un seul échantillon à la fois.</translation>
    </message>
    <message>
      <source>The polygons are in {own} and {file} in {other}: they are reprojected.</source>
      <translation>SCR des polygones : {own} ; SCR de {file} : {other}. Les polygones sont reprojetés.</translation>
    </message>
    <message>
      <source>The polygons cannot be brought into the raster's CRS {crs}. Check the CRS of both layers.</source>
      <translation>Les polygones ne peuvent pas être convertis dans le SCR {crs} du raster. Vérifiez le SCR des deux couches.</translation>
    </message>
    <message>
      <source>The polygons have no field “{field}”. Choose the one with the class.</source>
      <translation>Les polygones n'ont pas de champ « {field} ». Choisissez celui qui contient la classe.</translation>
    </message>
    <message>
      <source>The polygons span only {share} of the map, and all of the rest counts as the background. If they were drawn on a part of the map only, judge the map of that part alone.</source>
      <translation>Les polygones ne s'étendent que sur {share} de la carte, et tout le reste est compté comme arrière-plan. S'ils n'ont été dessinés que sur une partie de la carte, évaluez uniquement la carte de cette partie.</translation>
    </message>
    <message>
      <source>The precision {precision} is not available for this model on {device}. Available: {available}.</source>
      <translation>La précision numérique {precision} n'est pas disponible pour ce modèle sur {device}. Disponibles : {available}.</translation>
    </message>
    <message>
      <source>The preview goes on when the engine is free.</source>
      <translation>L'aperçu reprendra quand le moteur sera libre.</translation>
    </message>
    <message>
      <source>The project has not been saved yet</source>
      <translation>Le projet n'a pas encore été enregistré</translation>
    </message>
    <message>
      <source>The project is no file</source>
      <translation>Le projet n'est pas un fichier</translation>
    </message>
    <message>
      <source>The proxy refused the download. Check the proxy under Settings &gt; Options &gt; Network.</source>
      <translation>Le proxy a refusé le téléchargement. Vérifiez le proxy dans Préférences &gt; Options &gt; Réseau.</translation>
    </message>
    <message>
      <source>The proxy wants a user name and a password, or other ones. Enter them under Settings &gt; Options &gt; Network, then try again.</source>
      <translation>Le proxy demande un nom d'utilisateur et un mot de passe, ou d'autres que ceux fournis. Saisissez-les dans Préférences &gt; Options &gt; Réseau, puis réessayez.</translation>
    </message>
    <message>
      <source>The Python of this computer cannot open secure connections: it lacks the module ssl. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Le Python de cet ordinateur ne peut pas ouvrir de connexions sécurisées : il lui manque le module ssl. Installez Python depuis python.org, ou choisissez-en un autre dans Préférences &gt; Options &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by.</source>
      <translation>Le raster n'a pas de SCR permettant de mesurer.</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by: areas are given in pixels only, and the model sees it as it is. If you know how large its pixels are, say so (PIXEL_SIZE).</source>
      <translation>Le raster n'a pas de SCR permettant de mesurer : les surfaces sont données en pixels seulement, et le modèle le voit tel quel. Si vous connaissez la taille de ses pixels, indiquez-la (PIXEL_SIZE).</translation>
    </message>
    <message>
      <source>The raster has no more than {count} different values: it looks like a map of classes and not like imagery, of which the model makes one. Choose the imagery itself.</source>
      <translation>Le raster n'a pas plus de {count} valeurs différentes : il ressemble à une carte de classes et non à une image dont le modèle tire une carte. Choisissez l'image elle-même.</translation>
    </message>
    <message>
      <source>The raster holds bytes, and {model} takes reflectance: 255 was taken for 1. A picture for the eye is no reflectance; take the imagery as it was delivered, or say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>Le raster contient des octets, et {model} attend de la réflectance : 255 a été pris comme 1. Une image destinée à l'œil n'est pas de la réflectance ; prenez les images telles que livrées, ou indiquez quels nombres correspondent à 0 et 1 (STRETCH).</translation>
    </message>
    <message>
      <source>The raster is a picture in numbered colours: its colour table makes the bands 1 red, 2 green and 3 blue of it. If the numbers stand for classes and not for colours, it is a map already, and no imagery for a model.</source>
      <translation>Le raster est une image à couleurs numérotées : sa table de couleurs donne les bandes 1 rouge, 2 vert et 3 bleu. Si les numéros désignent des classes et non des couleurs, c'est déjà une carte, et non une image pour un modèle.</translation>
    </message>
    <message>
      <source>The raster is out of view.</source>
      <translation>Le raster est hors de la vue.</translation>
    </message>
    <message>
      <source>The raster itself says that {own} is a reflectance of 0, {source} says {other}: what the raster says was taken. If that is wrong, say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>Le raster lui-même indique que {own} correspond à une réflectance de 0, {source} indique {other} : la valeur du raster a été retenue. Si c'est faux, indiquez quels nombres correspondent à 0 et 1 (STRETCH).</translation>
    </message>
    <message>
      <source>The raster stores numbers of {bits} bits, but none is above {high}: they look like bytes and were stretched as if they were not. If they are, say so (STRETCH 0,255).</source>
      <translation>Le raster stocke des nombres de {bits} bits, mais aucun ne dépasse {high} : ils ressemblent à des octets et ont été étirés comme s'ils n'en étaient pas. Si ce sont des octets, indiquez-le (STRETCH 0,255).</translation>
    </message>
    <message>
      <source>The raster that was mapped</source>
      <translation>Le raster cartographié</translation>
    </message>
    <message>
      <source>The raster that was mapped, bands {bands}</source>
      <translation>Le raster cartographié, bandes {bands}</translation>
    </message>
    <message>
      <source>The raster to classify. Follows the active layer until you choose one.</source>
      <translation>Le raster à classer. Suit la couche active jusqu'à ce que vous en choisissiez un.</translation>
    </message>
    <message>
      <source>The raster {path} cannot be divided into {groups} groups: {pixels} of its pixels were looked at, and the number of different ones among them is {different}. Ask for fewer groups (3 at least), or take a larger area or other bands.</source>
      <translation>Le raster {path} ne peut pas être divisé en {groups} groupes : {pixels} de ses pixels ont été examinés, et le nombre de valeurs différentes parmi eux est de {different}. Demandez moins de groupes (3 au moins), ou prenez une zone plus grande ou d'autres bandes.</translation>
    </message>
    <message>
      <source>The raster {path} cannot be read: {reason}</source>
      <translation>Impossible de lire le raster {path} : {reason}</translation>
    </message>
    <message>
      <source>The raster {path} cannot be used: {reason}</source>
      <translation>Impossible d'utiliser le raster {path} : {reason}</translation>
    </message>
    <message>
      <source>The raster {path} did not arrive whole from its server ({reason}). Check the network and run it again; if it fails again, download the file: it may be damaged there.</source>
      <translation>Le raster {path} n'a pas été reçu en entier de son serveur ({reason}). Vérifiez le réseau et relancez l'exécution ; en cas de nouvel échec, téléchargez le fichier : il est peut-être endommagé sur le serveur.</translation>
    </message>
    <message>
      <source>The raster {path} has no valid pixels in the asked area: everything is nodata.</source>
      <translation>Le raster {path} n'a aucun pixel valide dans la zone demandée : tout y est nodata.</translation>
    </message>
    <message>
      <source>The raster {path} has pixels of type {dtype}, which no model knows. Make real numbers of them first, for instance their magnitude with the raster calculator.</source>
      <translation>Le raster {path} contient des pixels de type {dtype}, qu'aucun modèle ne connaît. Convertissez-les d'abord en nombres réels, par exemple en leur module avec la calculatrice raster.</translation>
    </message>
    <message>
      <source>The raster's band that the model takes as its band “{name}”</source>
      <translation>La bande du raster que le modèle utilise comme bande « {name} »</translation>
    </message>
    <message>
      <source>The redder, the more similar. Slide until the canvas shows what you look for, then keep the candidates.</source>
      <translation>Plus c'est rouge, plus c'est similaire. Déplacez le curseur jusqu'à ce que le canevas montre ce que vous cherchez, puis conservez les candidats.</translation>
    </message>
    <message>
      <source>The reference has nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>La référence n'a rien de ce que la carte appelle {names} : on peut dire quelle part de ses classes la carte trouve (rappel), mais pas ce que la carte prend à tort pour elles. Il n'y a donc ni précision, ni F1, ni IoU, ni kappa, ni exactitude globale. Ajoutez des endroits de tout ce qui est présent ; ou, si tout ce qui se trouve hors des polygones de la référence est autre chose, indiquez-le : BACKGROUND other.</translation>
    </message>
    <message>
      <source>The reference has one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>La référence n'a qu'une classe, {name} : on peut dire quelle part de ses classes la carte trouve (rappel), mais pas ce que la carte prend à tort pour elles. Il n'y a donc ni précision, ni F1, ni IoU, ni kappa, ni exactitude globale. Ajoutez des endroits de tout ce qui est présent ; ou, si tout ce qui se trouve hors des polygones de la référence est autre chose, indiquez-le : BACKGROUND other.</translation>
    </message>
    <message>
      <source>The reference has {count} classes. Is it the field that holds the class?</source>
      <translation>La référence a {count} classes. Est-ce bien le champ qui contient la classe ?</translation>
    </message>
    <message>
      <source>The reference is itself a map, made by the model {model}: the figures say how far two maps agree, and not how good either is.</source>
      <translation>La référence est elle-même une carte, produite par le modèle {model} : les indicateurs disent à quel point deux cartes concordent, et non la qualité de l'une ou de l'autre.</translation>
    </message>
    <message>
      <source>The reference of all figures here is the teacher, {name}: how often the map is right they do not say. Measure that by polygons or points (crossearth evaluate).</source>
      <translation>La référence de tous ces indicateurs est l'enseignant, {name} : ils ne disent pas à quelle fréquence la carte est juste. Mesurez-le avec des polygones ou des points (crossearth evaluate).</translation>
    </message>
    <message>
      <source>The reference writes {spellings}: all are taken as the class {name}.</source>
      <translation>La référence contient {spellings} : toutes ces graphies sont assimilées à la classe {name}.</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>Le rapport</translation>
    </message>
    <message>
      <source>The result could not be uploaded to {path}: {reason}. It is finished and kept in {folder}; the same run with RESUME uploads it and computes nothing again.</source>
      <translation>Le résultat n'a pas pu être envoyé vers {path} : {reason}. Il est terminé et conservé dans {folder} ; la même exécution avec RESUME l'envoie sans rien recalculer.</translation>
    </message>
    <message>
      <source>The rows of the one are turned by {own}°, those of the other by {other}°.</source>
      <translation>Les orientations des lignes diffèrent : {own}° et {other}°.</translation>
    </message>
    <message>
      <source>The rows of the one run from the north, those of the other from the south.</source>
      <translation>Les lignes de l'un partent du nord, celles de l'autre du sud.</translation>
    </message>
    <message>
      <source>The run failed. The log has the details.</source>
      <translation>L'exécution a échoué. Voir le journal pour les détails.</translation>
    </message>
    <message>
      <source>The same</source>
      <translation>Les mêmes</translation>
    </message>
    <message>
      <source>The sample points are ready: {path}. The project of the run is not open any more.</source>
      <translation>Les points d'échantillonnage sont prêts : {path}. Le projet de l'exécution n'est plus ouvert.</translation>
    </message>
    <message>
      <source>The samples are being counted.</source>
      <translation>Comptage des échantillons en cours.</translation>
    </message>
    <message>
      <source>The samples cannot be saved to {path}: {reason}</source>
      <translation>Les échantillons ne peuvent pas être enregistrés dans {path} : {reason}</translation>
    </message>
    <message>
      <source>The scales “{text}” are not understood. Write numbers with commas between them, such as 0.75, 1, 1.5.</source>
      <translation>Les échelles « {text} » ne sont pas comprises. Écrivez des nombres séparés par des virgules, par exemple 0.75, 1, 1.5.</translation>
    </message>
    <message>
      <source>The scheduler has no workers yet: waiting for them…</source>
      <translation>L'ordonnanceur n'a pas encore de workers : attente…</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more. What is done is kept: when there is one again, the same run with RESUME goes on.</source>
      <translation>L'ordonnanceur {address} ne répond plus. Ce qui est fait est conservé : dès qu'un ordonnanceur est de nouveau disponible, la même exécution avec RESUME reprend.</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one, or on this computer. What is computed is kept.</source>
      <translation>L'ordonnanceur {address} ne répond plus : relancez l'exécution quand il y en aura un, ou sur cet ordinateur. Ce qui est calculé est conservé.</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one.</source>
      <translation>L'ordonnanceur {address} ne répond plus : relancez l'exécution quand il y en aura un.</translation>
    </message>
    <message>
      <source>The scheduler {address} is on another computer and does not use TLS: who reaches it can run anything on its workers. Start it with certificates (tls://).</source>
      <translation>L'ordonnanceur {address} est sur un autre ordinateur et n'utilise pas TLS : quiconque y accède peut exécuter n'importe quoi sur ses workers. Démarrez-le avec des certificats (tls://).</translation>
    </message>
    <message>
      <source>The scheduler {address} uses TLS, and no certificates are named. Say in QGIS's options in which folder they are.</source>
      <translation>L'ordonnanceur {address} utilise TLS, et aucun certificat n'est indiqué. Précisez dans les options de QGIS dans quel dossier ils se trouvent.</translation>
    </message>
    <message>
      <source>the server did not answer in time</source>
      <translation>le serveur n'a pas répondu à temps</translation>
    </message>
    <message>
      <source>The server has no imagery for 1 piece of the layer “{layer}”: the map has a hole there.</source>
      <translation>Le serveur n'a pas d'image pour 1 morceau de la couche « {layer} » : la carte y a un trou.</translation>
    </message>
    <message>
      <source>The server has no imagery for {count} pieces of the layer “{layer}”: the map has holes there.</source>
      <translation>Le serveur n'a pas d'image pour {count} morceaux de la couche « {layer} » : la carte y a des trous.</translation>
    </message>
    <message>
      <source>the server sent {kind} instead of a picture</source>
      <translation>le serveur a envoyé {kind} au lieu d'une image</translation>
    </message>
    <message>
      <source>The stretch “{text}” is not understood. Write none, two values such as 0,10000, or two percentages such as 2%,98%.</source>
      <translation>L'étirement « {text} » n'est pas compris. Écrivez none, deux valeurs telles que 0,10000, ou deux pourcentages tels que 2%,98%.</translation>
    </message>
    <message>
      <source>The student had none of these classes before: there is nothing to compare it with.</source>
      <translation>L'élève n'avait auparavant aucune de ces classes : il n'y a rien à quoi le comparer.</translation>
    </message>
    <message>
      <source>The sums are without {names}: no CRS tells how large the pixels are.</source>
      <translation>Les totaux ne comprennent pas {names} : aucun SCR n'indique la taille des pixels.</translation>
    </message>
    <message>
      <source>The sums are without {names}: these maps are doubtful.</source>
      <translation>Les totaux ne comprennent pas {names} : ces cartes sont douteuses.</translation>
    </message>
    <message>
      <source>The teacher looks at each window in all eight ways, and the student learns the average: no time is lost when it maps.</source>
      <translation>L'enseignant regarde chaque fenêtre de huit façons, et l'élève apprend la moyenne : aucun temps n'est perdu lorsqu'il cartographie.</translation>
    </message>
    <message>
      <source>The temporary file {path} cannot be written: {reason}</source>
      <translation>Impossible d'écrire le fichier temporaire {path} : {reason}</translation>
    </message>
    <message>
      <source>The training was stopped.</source>
      <translation>L'entraînement a été arrêté.</translation>
    </message>
    <message>
      <source>The values of band {bands} are not those that {model} was trained on: in band {band} half of the pixels lie below {middle}, where that was {trained}, and {low} to {high} held the middle half of them. Another date, another light, another sensor or haze does that, and the map will be poor. Bring the values back to those of the training (“Match to the training imagery”, MATCH), or adapt the model to this raster.</source>
      <translation>Les valeurs de la bande {bands} ne sont pas celles sur lesquelles {model} a été entraîné : dans la bande {band}, la moitié des pixels est inférieure à {middle}, alors que cette valeur était {trained} à l'entraînement, où la moitié centrale des pixels allait de {low} à {high}. Une autre date, un autre éclairage, un autre capteur ou de la brume peuvent l'expliquer, et la carte sera mauvaise. Ramenez les valeurs à celles de l'entraînement (« Harmoniser avec les images d'entraînement », MATCH), ou adaptez le modèle à ce raster.</translation>
    </message>
    <message>
      <source>The values that become the ends of what the model takes: two values (0,10000), two percentages of the whole raster (2%,98%), or none. By default bytes as they are; reflectance by the scale of the file or its product; others as the model says, else 2%,98%.</source>
      <translation>Les valeurs qui deviennent les bornes de ce que le modèle attend : deux valeurs (0,10000), deux pourcentages du raster entier (2%,98%), ou none. Par défaut, les octets tels quels ; la réflectance d'après l'échelle du fichier ou de son produit ; le reste selon le modèle, sinon 2%,98%.</translation>
    </message>
    <message>
      <source>The values without data “{text}” are not understood. Write values or ranges with commas between them, such as 0 or -9999..-9000,255, or none.</source>
      <translation>Les valeurs nodata « {text} » ne sont pas comprises. Écrivez des valeurs ou des plages séparées par des virgules, par exemple 0 ou -9999..-9000,255, ou none.</translation>
    </message>
    <message>
      <source>The values “{text}” are not understood. Write bytes, reflectance, dB, or two ends such as 0,10000.</source>
      <translation>Les valeurs « {text} » ne sont pas comprises. Écrivez bytes, reflectance, dB, ou deux bornes telles que 0,10000.</translation>
    </message>
    <message>
      <source>The whole raster</source>
      <translation>Le raster entier</translation>
    </message>
    <message>
      <source>The worker {worker} cannot keep the model that it was sent: {reason}.</source>
      <translation>Le worker {worker} ne peut pas conserver le modèle qui lui a été envoyé : {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} cannot write to the folder {folder}: {reason}.</source>
      <translation>Le worker {worker} ne peut pas écrire dans le dossier {folder} : {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} could not look: {reason}.</source>
      <translation>Le worker {worker} n'a pas pu vérifier : {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} does not see the folder {folder}, where the map is to be.</source>
      <translation>Le worker {worker} ne voit pas le dossier {folder}, où la carte doit être écrite.</translation>
    </message>
    <message>
      <source>The worker {worker} does not see what is here: {reason}</source>
      <translation>Le worker {worker} ne voit pas ce qui se trouve ici : {reason}</translation>
    </message>
    <message>
      <source>The worker {worker} gets nothing to do.</source>
      <translation>Le worker {worker} ne reçoit aucune tâche.</translation>
    </message>
    <message>
      <source>The worker {worker} has another model {model} than there is here, by the SHA-256 of its weights and its description.</source>
      <translation>Le worker {worker} a un modèle {model} différent de celui d'ici, d'après le SHA-256 de ses poids et sa description.</translation>
    </message>
    <message>
      <source>The worker {worker} has no engine of version {version} ({reason}).</source>
      <translation>Le worker {worker} n'a pas de moteur en version {version} ({reason}).</translation>
    </message>
    <message>
      <source>The worker {worker} has version {own} of the engine, and not {version}.</source>
      <translation>Le worker {worker} a la version {own} du moteur, et non {version}.</translation>
    </message>
    <message>
      <source>The worker {worker} lacks the model {model}.</source>
      <translation>Il manque au worker {worker} le modèle {model}.</translation>
    </message>
    <message>
      <source>The worker {worker} sees another raster {raster} than the one that is here.</source>
      <translation>Le worker {worker} voit un raster {raster} différent de celui d'ici.</translation>
    </message>
    <message>
      <source>The workers have written what they see to {folder}, and it is not seen here.</source>
      <translation>Les workers ont écrit ce qu'ils voient dans {folder}, qui n'est pas visible d'ici.</translation>
    </message>
    <message>
      <source>The workers write the map beside the report while it is judged: name one (REPORT) in a folder that they see.</source>
      <translation>Les workers écrivent la carte à côté du rapport pendant son évaluation : indiquez un rapport (REPORT) dans un dossier qu'ils voient.</translation>
    </message>
    <message>
      <source>The workers write what they see beside the new model: name a folder that they see (SCRATCH).</source>
      <translation>Les workers écrivent ce qu'ils voient à côté du nouveau modèle : indiquez un dossier qu'ils voient (SCRATCH).</translation>
    </message>
    <message>
      <source>The {area} does not touch the raster {path}. Check its position and its CRS.</source>
      <translation>Aucune intersection avec le raster {path} : {area}. Vérifiez la position et le SCR.</translation>
    </message>
    <message>
      <source>Then map the &amp;visible canvas</source>
      <translation>Puis cartographier la &amp;vue</translation>
    </message>
    <message>
      <source>There are fewer points than classes: none lies on {names}, and areas cannot be told for the whole map. Ask for {least} points at least, better 50 for each class.</source>
      <translation>Il y a moins de points que de classes : aucun ne se trouve sur {names}, et les surfaces ne peuvent pas être données pour toute la carte. Demandez au moins {least} points, et plutôt 50 par classe.</translation>
    </message>
    <message>
      <source>There are no polygons or points with a class in the field “{field}”. Draw some, and give each its class.</source>
      <translation>Il n'y a pas de polygones ou de points ayant une classe dans le champ « {field} ». Dessinez-en, et donnez à chacun sa classe.</translation>
    </message>
    <message>
      <source>There are no polygons or points with a number in the field “{field}”.</source>
      <translation>Il n'y a pas de polygones ou de points ayant un nombre dans le champ « {field} ».</translation>
    </message>
    <message>
      <source>There are no polygons to limit the run to: the layer, or the selection in it, is empty.</source>
      <translation>Il n'y a pas de polygones auxquels limiter l'exécution : la couche, ou sa sélection, est vide.</translation>
    </message>
    <message>
      <source>There can be 1 to {most} workers (local:N), not {count}.</source>
      <translation>Le nombre de workers peut aller de 1 à {most} (local:N), et non {count}.</translation>
    </message>
    <message>
      <source>There is a model {id} already. Choose another id (MODEL_ID), or remove it.</source>
      <translation>Il existe déjà un modèle {id}. Choisissez un autre identifiant (MODEL_ID), ou supprimez-le.</translation>
    </message>
    <message>
      <source>There is no cluster {text}: name the address of its scheduler, such as tls://host:8786, the file that it has written, or local:N for N workers here.</source>
      <translation>Il n'y a pas de cluster {text} : indiquez l'adresse de son ordonnanceur, par exemple tls://host:8786, le fichier qu'il a écrit, ou local:N pour N workers sur cet ordinateur.</translation>
    </message>
    <message>
      <source>There is no connection to {host}: {reason}. Check the network and the proxy settings, or take the file from a folder.</source>
      <translation>Pas de connexion à {host} : {reason}. Vérifiez le réseau et les paramètres du proxy, ou prenez le fichier dans un dossier.</translation>
    </message>
    <message>
      <source>There is no data anywhere in band {bands}. What is left out like that is not asked where the raster has data, and is 0 for the model. If it needs more, choose other bands (BANDS).</source>
      <translation>Il n'y a de données nulle part dans la bande {bands}. Une bande ainsi laissée de côté n'est pas prise en compte pour savoir où le raster a des données, et vaut 0 pour le modèle. S'il lui en faut davantage, choisissez d'autres bandes (BANDS).</translation>
    </message>
    <message>
      <source>There is no dataset {name}. Known are: {known}.</source>
      <translation>Il n'existe pas de jeu de données {name}. Sont connus : {known}.</translation>
    </message>
    <message>
      <source>There is no model “{model}”. Known models: {known}.</source>
      <translation>Il n'existe pas de modèle « {model} ». Modèles connus : {known}.</translation>
    </message>
    <message>
      <source>There is no place for the map: {reason}</source>
      <translation>Il n'y a pas de place pour la carte : {reason}</translation>
    </message>
    <message>
      <source>There is no raster there.</source>
      <translation>Il n'y a pas de raster à cet endroit.</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: it does not answer.</source>
      <translation>Il n'y a pas d'ordonnanceur dask à l'adresse {address} : pas de réponse.</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: {reason}.</source>
      <translation>Il n'y a pas d'ordonnanceur dask à l'adresse {address} : {reason}.</translation>
    </message>
    <message>
      <source>there is no such file.</source>
      <translation>ce fichier n'existe pas.</translation>
    </message>
    <message>
      <source>There is no {file} at {address}. Check the address.</source>
      <translation>Il n'y a pas de {file} à l'adresse {address}. Vérifiez l'adresse.</translation>
    </message>
    <message>
      <source>There is not enough memory for this on the computer. End other programs that use it, or ask for less: smaller windows, one thread, a smaller model.</source>
      <translation>La mémoire de l'ordinateur est insuffisante. Fermez les autres programmes qui l'utilisent, ou réduisez les besoins : fenêtres plus petites, un seul fil d'exécution, modèle plus petit.</translation>
    </message>
    <message>
      <source>There is not enough space on the disk of {folder}: {needed} are needed, {free} are free.</source>
      <translation>L'espace est insuffisant sur le disque de {folder} : {needed} nécessaires, {free} libres.</translation>
    </message>
    <message>
      <source>thermal infrared</source>
      <translation>infrarouge thermique</translation>
    </message>
    <message>
      <source>These points are there to judge maps: a model that has seen them cannot be judged by them any more.</source>
      <translation>Ces points servent à évaluer des cartes : un modèle qui les a vus ne peut plus être évalué avec eux.</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>Ces points ne disent pas quelle carte est la meilleure : si les deux étaient aussi bonnes, une différence aussi grande surviendrait par hasard avec une probabilité de {chance} %.</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come up {often} by chance (p = {p}). That does not say that they are equally good; more points may tell.</source>
      <translation>Ces points ne disent pas quelle carte est la meilleure : si les deux étaient aussi bonnes, une différence aussi grande surviendrait par hasard {often} (p = {p}). Cela ne signifie pas qu'elles sont aussi bonnes ; davantage de points permettront peut-être de trancher.</translation>
    </message>
    <message>
      <source>They are those of one part of the area, and what lies next to them was not learned from. Of all steps the one with the best mean IoU on them was kept, so the figures flatter a little. After that, the model learned from all for its last steps.</source>
      <translation>Ce sont ceux d'une partie de la zone, et ce qui les jouxte n'a pas servi à l'apprentissage. De toutes les étapes, celle ayant la meilleure IoU moyenne sur eux a été conservée ; les indicateurs sont donc légèrement flatteurs. Ensuite, le modèle a appris de tous durant ses dernières étapes.</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless a class lies nowhere else.</source>
      <translation>Ils ont été répartis en {count} parties d'après leur position, et chaque partie a été cartographiée par un modèle ajusté aux autres, sans ce qui jouxte la partie, sauf si une classe ne se trouve nulle part ailleurs.</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless all does.</source>
      <translation>Ils ont été répartis en {count} parties d'après leur position, et chaque partie a été cartographiée par un modèle ajusté aux autres, sans ce qui jouxte la partie, sauf si tout la jouxte.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Cet ordinateur</translation>
    </message>
    <message>
      <source>This holds for the place if the points were drawn at random, each pixel with the same chance; else for these points only.</source>
      <translation>Cela vaut pour le lieu si les points ont été tirés au hasard, chaque pixel avec la même chance ; sinon, pour ces points seulement.</translation>
    </message>
    <message>
      <source>This map goes to {folder}.</source>
      <translation>Cette carte sera enregistrée dans {folder}.</translation>
    </message>
    <message>
      <source>This map has a class on {share} of the area of the map that the points were drawn on: areas are estimated for what both have in common.</source>
      <translation>Cette carte a une classe sur {share} de la surface de la carte sur laquelle les points ont été tirés : les surfaces sont estimées pour ce que les deux ont en commun.</translation>
    </message>
    <message>
      <source>This map is right</source>
      <translation>Cette carte est juste</translation>
    </message>
    <message>
      <source>This map is wrong</source>
      <translation>Cette carte est fausse</translation>
    </message>
    <message>
      <source>This map takes about {time}. A compact model can learn from a part of it, and map the rest sooner.</source>
      <translation>Cette carte prend environ {time}. Un modèle compact peut apprendre d'une partie de celle-ci et cartographier le reste plus vite.</translation>
    </message>
    <message>
      <source>This model needs PyTorch: run it once first.</source>
      <translation>Ce modèle nécessite PyTorch : exécutez-le d'abord une fois.</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed yet: {name}, a download of {size}, once, into
{folder}

Download it now?</source>
      <translation>Cette opération nécessite PyTorch, qui n'est pas encore installé : {name}, un téléchargement de {size}, une seule fois, dans
{folder}

Le télécharger maintenant ?</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed: a download of up to 3 GB. The CrossEarth panel installs it on request; without a window: qgis_process run crossearth:setupengine --TORCH=true</source>
      <translation>Cette opération nécessite PyTorch, qui n'est pas installé : un téléchargement pouvant atteindre 3 Go. Le panneau CrossEarth l'installe à la demande ; sans interface graphique : qgis_process run crossearth:setupengine --TORCH=true</translation>
    </message>
    <message>
      <source>This needs the package {package}. Install it with: pip install {requirement}</source>
      <translation>Le paquet {package} est nécessaire. Installez-le avec : pip install {requirement}</translation>
    </message>
    <message>
      <source>This raster is unlike the imagery that {model} was trained on: {share} of the places that were looked at are as unusual as one in 20 is there. Classes may be wrong anywhere on it, and the confidence does not tell where. Check the map against the imagery, or adapt the model to a few polygons drawn on this raster (Adapt); Unfamiliarity among the outputs shows where it is unlike.</source>
      <translation>Ce raster diffère des images sur lesquelles {model} a été entraîné : {share} des endroits examinés ont un degré d'atypie qu'un endroit sur 20 seulement atteint dans ces images. Les classes peuvent y être fausses n'importe où, et la confiance n'indique pas où. Comparez la carte à l'image, ou adaptez le modèle à quelques polygones dessinés sur ce raster (Adapter) ; la sortie Dissemblance montre où il diffère.</translation>
    </message>
    <message>
      <source>This translation was made by a machine. Corrections are welcome.</source>
      <translation>Cette traduction a été faite par une machine. Les corrections sont les bienvenues.</translation>
    </message>
    <message>
      <source>Those of the same season</source>
      <translation>Celles de la même saison</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Fils d'exécution</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Durée</translation>
    </message>
    <message>
      <source>Time needed</source>
      <translation>Temps nécessaire</translation>
    </message>
    <message>
      <source>times the size</source>
      <translation>fois la taille</translation>
    </message>
    <message>
      <source>To be adapted first</source>
      <translation>À adapter d'abord</translation>
    </message>
    <message>
      <source>To be adapted first: it knows no classes yet</source>
      <translation>À adapter d'abord : ne connaît encore aucune classe</translation>
    </message>
    <message>
      <source>train,training,finetune,fine-tuning,samples,polygons,machine learning,deep learning</source>
      <translation>entraîner,entraînement,ajustement fin,fine-tuning,échantillons,polygones,apprentissage automatique,apprentissage profond</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>Entraîné sur</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entraînement</translation>
    </message>
    <message>
      <source>Training steps</source>
      <translation>Étapes d'entraînement</translation>
    </message>
    <message>
      <source>Trains the model itself: minutes to hours, for the best map</source>
      <translation>Entraîne le modèle lui-même : de quelques minutes à plusieurs heures, pour la meilleure carte</translation>
    </message>
    <message>
      <source>Trees</source>
      <translation>Arbres</translation>
    </message>
    <message>
      <source>Tri&amp;als…</source>
      <translation>Ess&amp;ais…</translation>
    </message>
    <message>
      <source>Trials</source>
      <translation>Essais</translation>
    </message>
    <message>
      <source>Trials on This Computer</source>
      <translation>Essais sur cet ordinateur</translation>
    </message>
    <message>
      <source>Trials on this computer: {count}. Something faster was found in {taken}.</source>
      <translation>Essais sur cet ordinateur : {count}. Solution plus rapide trouvée dans {taken}.</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>Essayé</translation>
    </message>
    <message>
      <source>Trying the engine on a small raster…</source>
      <translation>Essai du moteur sur un petit raster…</translation>
    </message>
    <message>
      <source>Two maps are compared by points (“Draw sample points on a map”): pixels of polygons or of another map stand together and are no sample, so that nothing tells how sure a difference is.</source>
      <translation>Deux cartes se comparent par des points (« Tirer des points d'échantillonnage sur une carte ») : les pixels de polygones ou d'une autre carte sont groupés et ne forment pas un échantillon, si bien que rien n'indique à quel point une différence est sûre.</translation>
    </message>
    <message>
      <source>Two outputs need two files, not one: {path}</source>
      <translation>Deux sorties nécessitent deux fichiers, pas un seul : {path}</translation>
    </message>
    <message>
      <source>Type another name to rename a class; give several the same name to merge them.</source>
      <translation>Saisissez un autre nom pour renommer une classe ; donnez le même nom à plusieurs classes pour les fusionner.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Undo (U)</source>
      <translation>Annuler (U)</translation>
    </message>
    <message>
      <source>Unfamiliarity</source>
      <translation>Dissemblance</translation>
    </message>
    <message>
      <source>Unfamiliarity of the map</source>
      <translation>Dissemblance de la carte</translation>
    </message>
    <message>
      <source>Unfamiliarity – {name}</source>
      <translation>Dissemblance – {name}</translation>
    </message>
    <message>
      <source>Unit: {unit}; rows: before, columns: after. What has stayed lies on the diagonal.</source>
      <translation>Unité : {unit} ; lignes : avant, colonnes : après. Ce qui est resté inchangé se trouve sur la diagonale.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Inconnue</translation>
    </message>
    <message>
      <source>Unlike the training imagery</source>
      <translation>Différent des images d'entraînement</translation>
    </message>
    <message>
      <source>unlike the training imagery</source>
      <translation>différent des images d'entraînement</translation>
    </message>
    <message>
      <source>Unpacking Python {version}…</source>
      <translation>Décompression de Python {version}…</translation>
    </message>
    <message>
      <source>Use the selected polygons and leave the others out</source>
      <translation>Utiliser les polygones sélectionnés et ignorer les autres</translation>
    </message>
    <message>
      <source>User's</source>
      <translation>Utilisateur</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valeurs</translation>
    </message>
    <message>
      <source>Values matched to the training imagery</source>
      <translation>Valeurs harmonisées avec les images d'entraînement</translation>
    </message>
    <message>
      <source>values of {ends}</source>
      <translation>valeurs de {ends}</translation>
    </message>
    <message>
      <source>Values stretched from</source>
      <translation>Valeurs étirées depuis</translation>
    </message>
    <message>
      <source>Values stretched: {ranges}</source>
      <translation>Valeurs étirées : {ranges}</translation>
    </message>
    <message>
      <source>Values that the model takes</source>
      <translation>Valeurs attendues par le modèle</translation>
    </message>
    <message>
      <source>Values were matched to the training imagery of {model}; {share} of the places that were looked at are still as unusual as one in 20 is there. Matching brings back brightness and contrast, and no detail, and makes noise stronger: check the map against the imagery.</source>
      <translation>Les valeurs ont été harmonisées avec les images d'entraînement de {model} ; {share} des endroits examinés ont encore un degré d'atypie qu'un endroit sur 20 seulement atteint dans ces images. L'harmonisation rétablit la luminosité et le contraste, mais pas les détails, et amplifie le bruit : comparez la carte à l'image.</translation>
    </message>
    <message>
      <source>Values without data</source>
      <translation>Valeurs nodata</translation>
    </message>
    <message>
      <source>Values without data after</source>
      <translation>Valeurs nodata après</translation>
    </message>
    <message>
      <source>Values without data before</source>
      <translation>Valeurs nodata avant</translation>
    </message>
    <message>
      <source>Versions, devices, settings and the last log, for a report of a fault.</source>
      <translation>Versions, périphériques, paramètres et dernier journal, pour un rapport d'anomalie.</translation>
    </message>
    <message>
      <source>Versions, settings and the log, to paste in a report of a fault</source>
      <translation>Versions, paramètres et journal, à coller dans un rapport d'anomalie</translation>
    </message>
    <message>
      <source>Virtual rasters (*.vrt)</source>
      <translation>Rasters virtuels (*.vrt)</translation>
    </message>
    <message>
      <source>Visible canvas</source>
      <translation>Canevas visible</translation>
    </message>
    <message>
      <source>Waiting for another run to end…</source>
      <translation>Attente de la fin d'une autre exécution…</translation>
    </message>
    <message>
      <source>Walk through the places where the model is least sure, key by key</source>
      <translation>Parcourir au clavier les endroits où le modèle est le moins sûr</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Eau</translation>
    </message>
    <message>
      <source>water vapour</source>
      <translation>vapeur d'eau</translation>
    </message>
    <message>
      <source>Web address or folder with the models</source>
      <translation>Adresse web ou dossier des modèles</translation>
    </message>
    <message>
      <source>Weights in half precision</source>
      <translation>Poids en demi-précision</translation>
    </message>
    <message>
      <source>Weights, SHA-256</source>
      <translation>Poids, SHA-256</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 less, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>Si les numéros de la référence étaient diminués de 1, {shifted} de celle-ci concorderait avec la carte, au lieu de {agree} : l'une semble numéroter ses classes à partir de 0, l'autre à partir de 1. Si c'est le cas, numérotez la référence comme la carte, ou donnez-lui les noms des classes de la carte.</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 more, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>Si les numéros de la référence étaient augmentés de 1, {shifted} de celle-ci concorderait avec la carte, au lieu de {agree} : l'une semble numéroter ses classes à partir de 0, l'autre à partir de 1. Si c'est le cas, numérotez la référence comme la carte, ou donnez-lui les noms des classes de la carte.</translation>
    </message>
    <message>
      <source>What a pixel of a photo or a scan measures on the ground, so that the model sees it in the size that it was trained for, and areas are in square metres. Where the raster has a CRS, that tells.</source>
      <translation>Ce que mesure au sol un pixel d'une photo ou d'un scan, pour que le modèle le voie à la taille pour laquelle il a été entraîné, et que les surfaces soient en mètres carrés. Si le raster a un SCR, celui-ci l'indique.</translation>
    </message>
    <message>
      <source>What Changed…</source>
      <translation>Changements…</translation>
    </message>
    <message>
      <source>What computes: auto takes the fastest that works. Or type a name, such as cuda:1.</source>
      <translation>Ce qui effectue le calcul : auto prend le plus rapide qui fonctionne. Ou saisissez un nom, tel que cuda:1.</translation>
    </message>
    <message>
      <source>What has changed between two maps, from what to what.</source>
      <translation>Ce qui a changé entre deux cartes, de quoi en quoi.</translation>
    </message>
    <message>
      <source>What has changed, coloured by what it has become</source>
      <translation>Ce qui a changé, coloré selon ce que c'est devenu</translation>
    </message>
    <message>
      <source>What is chosen is not trained itself: use “Quick adapt”.</source>
      <translation>Le modèle choisi ne peut pas être entraîné lui-même : utilisez « Adaptation rapide ».</translation>
    </message>
    <message>
      <source>What is subtracted from the values: one number, or one per band, separated by commas.</source>
      <translation>Ce qui est soustrait des valeurs : un nombre, ou un par bande, séparés par des virgules.</translation>
    </message>
    <message>
      <source>What is told as a warning, such as an unmarked border or bands that are not the model's, then ends the run before anything is computed.</source>
      <translation>Ce qui est signalé comme avertissement, par exemple un bord non déclaré ou des bandes qui ne sont pas celles du modèle, met alors fin à l'exécution avant tout calcul.</translation>
    </message>
    <message>
      <source>what it computes of a test window is no number: its weights are damaged.</source>
      <translation>ce qu'il calcule pour une fenêtre de test n'est pas un nombre : ses poids sont endommagés.</translation>
    </message>
    <message>
      <source>What looks at the imagery and knows the classes. The id of a model in the catalogue, or the path of a model's folder or ONNX file.</source>
      <translation>Ce qui regarde les images et connaît les classes. L'identifiant d'un modèle du catalogue, ou le chemin d'un dossier de modèle ou d'un fichier ONNX.</translation>
    </message>
    <message>
      <source>What of the raster the model maps; empty: all.</source>
      <translation>Ce que le modèle cartographie du raster ; vide : tout.</translation>
    </message>
    <message>
      <source>What people call it.</source>
      <translation>Le nom affiché aux utilisateurs.</translation>
    </message>
    <message>
      <source>What programs write where there is no class is taken for none in the field {field} ({texts}): {count}. If it is a class, give it another name.</source>
      <translation>Ce que les programmes écrivent en l'absence de classe est considéré comme tel dans le champ {field} ({texts}) : {count}. S'il s'agit d'une classe, donnez-lui un autre nom.</translation>
    </message>
    <message>
      <source>What scripts call it: small letters, digits, dots and hyphens. Empty: by the name of the file.</source>
      <translation>Le nom utilisé dans les scripts : minuscules, chiffres, points et traits d'union. Vide : d'après le nom du fichier.</translation>
    </message>
    <message>
      <source>What the canvas shows</source>
      <translation>Ce que montre le canevas</translation>
    </message>
    <message>
      <source>What the cluster calls folders of this computer, a line for each: the folder here, =, the folder there. Those that are called the same need no line.</source>
      <translation>Le nom que le cluster donne aux dossiers de cet ordinateur, une ligne pour chacun : le dossier ici, =, le dossier là-bas. Ceux qui portent le même nom n'ont pas besoin de ligne.</translation>
    </message>
    <message>
      <source>What the interrupted run left belongs to other data, another model or other options: the run starts anew.</source>
      <translation>Ce que l'exécution interrompue a laissé correspond à d'autres données, un autre modèle ou d'autres options : l'exécution repart de zéro.</translation>
    </message>
    <message>
      <source>What the interrupted run left is damaged or incomplete: the run starts anew.</source>
      <translation>Ce que l'exécution interrompue a laissé est endommagé ou incomplet : l'exécution repart de zéro.</translation>
    </message>
    <message>
      <source>What the network takes, in which mean and standard deviation are, too: bytes (0 to 255), reflectance (0 to 1), dB (decibels), or two ends such as 0,10000. Empty: what the mean looks like.</source>
      <translation>Ce que le réseau attend, et dans quoi sont aussi exprimés la moyenne et l'écart-type : bytes (octets, 0 à 255), reflectance (réflectance, 0 à 1), dB (décibels), ou deux bornes telles que 0,10000. Vide : d'après la moyenne.</translation>
    </message>
    <message>
      <source>What the new model will be called; empty: after raster and day. The same name again makes another round of the model, and the earlier ones are kept</source>
      <translation>Le nom du nouveau modèle ; vide : d'après le raster et le jour. Le même nom à nouveau crée une itération supplémentaire du modèle, et les précédentes sont conservées</translation>
    </message>
    <message>
      <source>What the panel offers first. Automatic takes the fastest device that works; a name such as cuda:1 can be typed.</source>
      <translation>Ce que le panneau propose en premier. Automatique prend le périphérique le plus rapide qui fonctionne ; un nom tel que cuda:1 peut être saisi.</translation>
    </message>
    <message>
      <source>What the teacher computes in. Less than fp32 is quicker where the device has it.</source>
      <translation>Précision dans laquelle calcule l'enseignant. Moins que fp32 est plus rapide si le périphérique le permet.</translation>
    </message>
    <message>
      <source>What they are then divided by: one number, or one per band, separated by commas.</source>
      <translation>Ce par quoi elles sont ensuite divisées : un nombre, ou un par bande, séparés par des virgules.</translation>
    </message>
    <message>
      <source>What was found cannot be deleted: {reason}.</source>
      <translation>Impossible de supprimer les résultats : {reason}.</translation>
    </message>
    <message>
      <source>What {host} has as {file} is another file than the one that was downloaded here earlier. If its authors have changed it, remove its line from {list}, and download it again.</source>
      <translation>Le fichier que {host} propose comme {file} n'est pas celui qui a été téléchargé ici auparavant. Si ses auteurs l'ont modifié, supprimez sa ligne de {list} et téléchargez-le de nouveau.</translation>
    </message>
    <message>
      <source>What {host} has as {file} is of {size}; the published file is of {expected}. Nothing was downloaded: check the address, or put a SHA256SUMS beside the file.</source>
      <translation>Le fichier que {host} propose comme {file} a une taille de {size} ; le fichier publié a une taille de {expected}. Rien n'a été téléchargé : vérifiez l'adresse, ou placez un fichier SHA256SUMS à côté.</translation>
    </message>
    <message>
      <source>What {host} sent as {file} is not what it announced: size or SHA-256 differ. It was removed; download it again, or from another address.</source>
      <translation>Ce que {host} a envoyé pour {file} ne correspond pas à ce qui était annoncé : la taille ou le SHA-256 diffère. Le fichier a été supprimé ; téléchargez-le de nouveau, ou depuis une autre adresse.</translation>
    </message>
    <message>
      <source>What {place} has as {file} is not the Python that was published: its SHA-256 is another one. What was fetched is deleted. Try again; if it stays so, the mirror, or a proxy on the way, changes files.</source>
      <translation>Le fichier que {place} propose comme {file} n'est pas le Python qui a été publié : son SHA-256 est différent. Ce qui a été récupéré est supprimé. Réessayez ; si le problème persiste, le miroir, ou un proxy intermédiaire, modifie les fichiers.</translation>
    </message>
    <message>
      <source>Whatever the file says. By default that of the layer, and of a file that is no layer its own.</source>
      <translation>Quoi que dise le fichier. Par défaut, celui de la couche ou, pour un fichier qui n'est pas une couche, le sien.</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Où</translation>
    </message>
    <message>
      <source>Where groups are found; the model is the one to start from</source>
      <translation>Où chercher les groupes ; le modèle est celui de départ</translation>
    </message>
    <message>
      <source>Where it has none, within its extent, counts as {name}, as asked.</source>
      <translation>Là où il n'en a pas, à l'intérieur de son emprise, il est compté comme {name}, comme demandé.</translation>
    </message>
    <message>
      <source>Where it is published</source>
      <translation>Là où il est publié</translation>
    </message>
    <message>
      <source>Where it looks like at a few points or polygons, without any classes.</source>
      <translation>Les endroits qui ressemblent à quelques points ou polygones, sans aucune classe.</translation>
    </message>
    <message>
      <source>Where samples were held out it is {sure} % sure and {right} % right.</source>
      <translation>Sur les échantillons de validation, il est sûr à {sure} % et juste à {right} %.</translation>
    </message>
    <message>
      <source>Where the legend of the layer does not say them: values and names, such as 1=water, 2=forest.</source>
      <translation>Si la légende de la couche ne les donne pas : valeurs et noms, par exemple 1=eau, 2=forêt.</translation>
    </message>
    <message>
      <source>Where the model is computed: auto, cpu, or a graphics card: gpu:0, gpu:1… What really ran, and why no better device, is written into the result.</source>
      <translation>Où le modèle est calculé : auto, cpu, ou une carte graphique : gpu:0, gpu:1… Ce qui a réellement servi, et pourquoi pas un meilleur périphérique, est inscrit dans le résultat.</translation>
    </message>
    <message>
      <source>Where there are enough in all: else all classes share alike.</source>
      <translation>S'il y en a assez au total ; sinon, toutes les classes se les partagent à parts égales.</translation>
    </message>
    <message>
      <source>Which bands stand for the model's inputs, for instance red, green, blue. Empty: by the colours that the file names, else the first ones. In scripts, and for qgis_process: 3,2,1.</source>
      <translation>Quelles bandes correspondent aux entrées du modèle, par exemple rouge, vert, bleu. Vide : d'après les couleurs indiquées dans le fichier, sinon les premières. Dans les scripts et pour qgis_process : 3,2,1.</translation>
    </message>
    <message>
      <source>Which map is better cannot be told: of {share} of the map that the points were drawn on no point has a class.</source>
      <translation>Impossible de dire quelle carte est la meilleure : sur {share} de la carte où les points ont été tirés, aucun point n'a de classe.</translation>
    </message>
    <message>
      <source>Which models OpenVINO or less precision was tried for, and what came of it</source>
      <translation>Pour quels modèles OpenVINO ou une précision numérique moindre ont été essayés, et avec quel résultat</translation>
    </message>
    <message>
      <source>Which part of the raster to classify</source>
      <translation>Partie du raster à classer</translation>
    </message>
    <message>
      <source>Whole layer</source>
      <translation>Couche entière</translation>
    </message>
    <message>
      <source>Whole polygons and points were held out, never single pixels.</source>
      <translation>Ce sont des polygones et des points entiers qui ont été réservés à la validation, jamais des pixels isolés.</translation>
    </message>
    <message>
      <source>Whole polygons were held out, never single pixels.</source>
      <translation>Ce sont des polygones entiers qui ont été réservés à la validation, jamais des pixels isolés.</translation>
    </message>
    <message>
      <source>Width of what the canvas shows of each point. The same at all, so that none is looked at more closely than others.</source>
      <translation>Largeur de ce que le canevas montre autour de chaque point. Identique partout, afin qu'aucun ne soit examiné de plus près que les autres.</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenêtre</translation>
    </message>
    <message>
      <source>Window blending</source>
      <translation>Fondu des fenêtres</translation>
    </message>
    <message>
      <source>Window overlap</source>
      <translation>Recouvrement</translation>
    </message>
    <message>
      <source>Window size</source>
      <translation>Taille de la fenêtre</translation>
    </message>
    <message>
      <source>Window {done} of {total}</source>
      <translation>Fenêtre {done} sur {total}</translation>
    </message>
    <message>
      <source>Window {done} of {total}, {time} left</source>
      <translation>Fenêtre {done} sur {total}, reste {time}</translation>
    </message>
    <message>
      <source>Window, pixels</source>
      <translation>Fenêtre, pixels</translation>
    </message>
    <message>
      <source>Windows</source>
      <translation>Fenêtres</translation>
    </message>
    <message>
      <source>Windows that the teacher looks at</source>
      <translation>Fenêtres examinées par l'enseignant</translation>
    </message>
    <message>
      <source>With Pictures, in the Web Browser</source>
      <translation>Avec images, dans le navigateur web</translation>
    </message>
    <message>
      <source>With precision auto the processor computes a model in another library, or in less precision, where that takes less time and 99.5 % of the pixels keep their class. That is tried once for each model, on windows of what you map, and holds from then on.</source>
      <translation>Avec la précision numérique auto, le processeur calcule un modèle dans une autre bibliothèque, ou avec moins de précision, là où cela prend moins de temps et où 99,5 % des pixels gardent leur classe. L'essai est fait une fois par modèle, sur des fenêtres de ce que vous cartographiez, et vaut ensuite pour toujours.</translation>
    </message>
    <message>
      <source>With PyTorch</source>
      <translation>Avec PyTorch</translation>
    </message>
    <message>
      <source>Without a network: takes the engine's packages from a folder that dev.py wheelhouse has filled.</source>
      <translation>Sans réseau : prend les paquets du moteur dans un dossier rempli par dev.py wheelhouse.</translation>
    </message>
    <message>
      <source>Without {names}: no CRS tells how large their pixels are.</source>
      <translation>Sans {names} : aucun SCR n'indique la taille de leurs pixels.</translation>
    </message>
    <message>
      <source>Without {names}: what is said of them below makes their maps doubtful.</source>
      <translation>Sans {names} : ce qui en est dit plus bas rend leurs cartes douteuses.</translation>
    </message>
    <message>
      <source>Write what the canvas shows as outlines or points in a layer</source>
      <translation>Enregistre ce que montre le canevas sous forme de contours ou de points dans une couche</translation>
    </message>
    <message>
      <source>Writes a model to a folder that others can use.</source>
      <translation>Écrit un modèle dans un dossier que d'autres peuvent utiliser.</translation>
    </message>
    <message>
      <source>Writes model.onnx, its description (model.json, a STAC item), its card (README.md) and its SHA-256 into a new or empty folder. The ONNX file alone tells classes, bands, window and pixel size, to this plugin and to Deepness. Import the folder on another computer with crossearth:importmodel.

The networks of CrossEarth are translated for that, which takes minutes, and compared with the original; ONNX models are copied.</source>
      <translation>Écrit model.onnx, sa description (model.json, un item STAC), sa fiche (README.md) et son SHA-256 dans un dossier nouveau ou vide. Le fichier ONNX seul indique les classes, les bandes, la fenêtre et la taille du pixel, à cette extension comme à Deepness. Importez le dossier sur un autre ordinateur avec crossearth:importmodel.

Les réseaux de CrossEarth sont convertis à cet effet, ce qui prend quelques minutes, et comparés à l'original ; les modèles ONNX sont copiés.</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>Écriture de la carte</translation>
    </message>
    <message>
      <source>yellow</source>
      <translation>jaune</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <source>You have said {name}.</source>
      <translation>Vous avez indiqué {name}.</translation>
    </message>
    <message>
      <source>Your Models</source>
      <translation>Vos modèles</translation>
    </message>
    <message>
      <source>Your models</source>
      <translation>Vos modèles</translation>
    </message>
    <message>
      <source>zonal statistics,majority,objects,parcels,fields,buildings,footprints,object-based</source>
      <translation>statistiques de zone,majorité,objets,parcelles,champs,bâtiments,emprises,orienté objet</translation>
    </message>
    <message>
      <source>{address} is not an address.</source>
      <translation>{address} n'est pas une adresse.</translation>
    </message>
    <message>
      <source>{archive} cannot be unpacked: {reason}</source>
      <translation>{archive} ne peut pas être décompressé : {reason}</translation>
    </message>
    <message>
      <source>{archive} holds what does not belong into it ({member}) and was not unpacked. Fetch it anew; if it comes from a mirror or a folder, tell whoever fills it.</source>
      <translation>{archive} contient un élément qui n'a pas à s'y trouver ({member}) et n'a pas été décompressé. Récupérez-le de nouveau ; s'il provient d'un miroir ou d'un dossier, signalez-le à la personne qui le remplit.</translation>
    </message>
    <message>
      <source>{band} from {number} ({reason})</source>
      <translation>{band} : bande {number} ({reason})</translation>
    </message>
    <message>
      <source>{benchmark}: not known</source>
      <translation>{benchmark} : inconnu</translation>
    </message>
    <message>
      <source>{better} is better than {worse}: were both equally good, as large a difference would come up {often} by chance (p = {p}).</source>
      <translation>{better} est meilleure que {worse} : si les deux étaient aussi bonnes, une différence aussi grande surviendrait par hasard {often} (p = {p}).</translation>
    </message>
    <message>
      <source>{card} is not used by {library}: it could be by {way}, of which nobody has shown yet that the maps are right.</source>
      <translation>{card} n'est pas utilisée par {library} : ce serait possible au moyen de {way}, mais personne n'a encore montré que les cartes produites sont alors justes.</translation>
    </message>
    <message>
      <source>{card} is not used: its driver {driver} is too old for {library}. Update the driver, or install {library} for an older CUDA.</source>
      <translation>{card} n'est pas utilisée : son pilote {driver} est trop ancien pour {library}. Mettez le pilote à jour, ou installez {library} pour une version plus ancienne de CUDA.</translation>
    </message>
    <message>
      <source>{card} is not used: its memory ({memory}) does not suffice now. End other programs that use it, or choose less precise numbers (PRECISION) or a smaller model (MODEL).</source>
      <translation>{card} n'est pas utilisée : sa mémoire ({memory}) est actuellement insuffisante. Fermez les autres programmes qui l'utilisent, ou choisissez des nombres moins précis (PRECISION) ou un modèle plus petit (MODEL).</translation>
    </message>
    <message>
      <source>{card} is not used: libraries that {library} needs for it are missing or do not fit ({reason}). Remove {package} under Settings ▸ Options ▸ CrossEarth and add it again; the page on graphics cards in the documentation says more.</source>
      <translation>{card} n'est pas utilisée : des bibliothèques dont {library} a besoin pour elle sont absentes ou incompatibles ({reason}). Supprimez {package} dans Préférences ▸ Options ▸ CrossEarth puis ajoutez-le de nouveau ; la page de la documentation sur les cartes graphiques en dit plus.</translation>
    </message>
    <message>
      <source>{card} is not used: the environment variable {variable} hides it from all programs. Take it away, or name the card in it, to use the card.</source>
      <translation>{card} n'est pas utilisée : la variable d'environnement {variable} la masque à tous les programmes. Supprimez-la, ou ajoutez-y la carte, pour utiliser celle-ci.</translation>
    </message>
    <message>
      <source>{card} is not used: the model cannot be computed on it in {precision}, only in {available}. Choose one of these (PRECISION) to use the card.</source>
      <translation>{card} n'est pas utilisée : le modèle ne peut pas y être calculé en {precision}, seulement en {available}. Choisissez l'une de ces précisions (PRECISION) pour utiliser la carte.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} computes wrong numbers on it. Update the driver of the card, or install another version of {library}.</source>
      <translation>{card} n'est pas utilisée : {library} y calcule des valeurs fausses. Mettez à jour le pilote de la carte, ou installez une autre version de {library}.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} did not come back from it within {seconds} seconds. Start the computer anew; if that does not help, update the driver of the card.</source>
      <translation>{card} n'est pas utilisée : {library} n'y a pas répondu dans un délai de {seconds} secondes. Redémarrez l'ordinateur ; si cela ne suffit pas, mettez à jour le pilote de la carte.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} fails on it ({reason}). Update the driver of the card; until it works, the processor does.</source>
      <translation>{card} n'est pas utilisée : {library} y échoue ({reason}). Mettez à jour le pilote de la carte ; en attendant, le processeur prend le relais.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards as new as this (compute capability {capability}; it has {known}). Install a newer {library}.</source>
      <translation>{card} n'est pas utilisée : {library} n'a pas de programmes pour une carte aussi récente (capacité de calcul {capability} ; disponibles : {known}). Installez une version plus récente de {library}.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards of its age (compute capability {capability}; it has {known}). An older {library} may have them; the page on graphics cards in the documentation says which.</source>
      <translation>{card} n'est pas utilisée : {library} n'a pas de programmes pour les cartes de cette génération (capacité de calcul {capability} ; disponibles : {known}). Une version plus ancienne de {library} peut en avoir ; la page de la documentation sur les cartes graphiques indique laquelle.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no way to compute on it with this system.</source>
      <translation>{card} n'est pas utilisée : {library} ne permet pas d'y calculer sur ce système.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} was made for such cards and does not find it ({reason}). Start the computer anew; if that does not help, install the card's driver again.</source>
      <translation>{card} n'est pas utilisée : {library} est prévu pour ce type de carte mais ne la trouve pas ({reason}). Redémarrez l'ordinateur ; si cela ne suffit pas, réinstallez le pilote de la carte.</translation>
    </message>
    <message>
      <source>{card}: builds for it can be added later under Settings &gt; Options</source>
      <translation>{card} : les versions adaptées peuvent être ajoutées plus tard dans Préférences &gt; Options</translation>
    </message>
    <message>
      <source>{card}: cannot be used</source>
      <translation>{card} : inutilisable</translation>
    </message>
    <message>
      <source>{count} bands</source>
      <translation>{count} bandes</translation>
    </message>
    <message>
      <source>{count} candidates.</source>
      <translation>{count} candidats.</translation>
    </message>
    <message>
      <source>{count} groups</source>
      <translation>{count} groupes</translation>
    </message>
    <message>
      <source>{count} groups. Say in the table what each is; groups of one name become one class. Delete what is typical of nothing, then adapt.</source>
      <translation>{count} groupes. Indiquez dans le tableau ce qu'est chacun ; les groupes de même nom forment une seule classe. Supprimez ceux qui ne sont typiques de rien, puis adaptez.</translation>
    </message>
    <message>
      <source>{count} objects</source>
      <translation>{count} objets</translation>
    </message>
    <message>
      <source>{count} pieces of the layer “{layer}” could not be fetched ({reason}): the map has holes there.</source>
      <translation>{count} morceaux de la couche « {layer} » n'ont pas pu être récupérés ({reason}) : la carte y a des trous.</translation>
    </message>
    <message>
      <source>{count} pixels</source>
      <translation>{count} pixels</translation>
    </message>
    <message>
      <source>{count} places are similar enough.</source>
      <translation>Endroits assez similaires : {count}.</translation>
    </message>
    <message>
      <source>{count} places.</source>
      <translation>{count} endroits.</translation>
    </message>
    <message>
      <source>{count} points tell the overall accuracy to ± {margin} percentage points.</source>
      <translation>{count} points donnent l'exactitude globale à ± {margin} points de pourcentage près.</translation>
    </message>
    <message>
      <source>{count} points, {least} of a class at least: overall accuracy {share} ± {margin}. In proportion to area and without a least number, Cochran's formula would ask for {formula}.</source>
      <translation>{count} points, au moins {least} par classe : exactitude globale {share} ± {margin}. En proportion de la surface et sans nombre minimal, la formule de Cochran en demanderait {formula}.</translation>
    </message>
    <message>
      <source>{count} polygons cross themselves and will be repaired.</source>
      <translation>{count} polygones sont auto-intersectants et seront réparés.</translation>
    </message>
    <message>
      <source>{count} rasters, land cover</source>
      <translation>{count} rasters, occupation du sol</translation>
    </message>
    <message>
      <source>{count} rasters, {name}</source>
      <translation>{count} rasters, {name}</translation>
    </message>
    <message>
      <source>{count} samples have no class.</source>
      <translation>{count} échantillons n'ont pas de classe.</translation>
    </message>
    <message>
      <source>{count} samples lie outside the raster.</source>
      <translation>{count} échantillons se trouvent hors du raster.</translation>
    </message>
    <message>
      <source>{count} tensors of the file serve training only and were left out: {names}.</source>
      <translation>{count} tenseurs du fichier ne servent qu'à l'entraînement et ont été ignorés : {names}.</translation>
    </message>
    <message>
      <source>{count} windows</source>
      <translation>{count} fenêtres</translation>
    </message>
    <message>
      <source>{count} windows in {time} on {device} ({precision}), batch {batch}</source>
      <translation>{count} fenêtres en {time} sur {device} ({precision}), lot de {batch}</translation>
    </message>
    <message>
      <source>{count}, {size}</source>
      <translation>{count}, {size}</translation>
    </message>
    <message>
      <source>{crs}; x {left} to {right}, y {bottom} to {top}</source>
      <translation>{crs} ; x {left} à {right}, y {bottom} à {top}</translation>
    </message>
    <message>
      <source>{done} of {count} places are done, of the raster {name}. Choose it to go on there.</source>
      <translation>Endroits traités : {done} sur {count}, sur le raster {name}. Choisissez ce raster pour y continuer.</translation>
    </message>
    <message>
      <source>{done} of {count} places are done.</source>
      <translation>Endroits traités : {done} sur {count}.</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled, {skipped} skipped.</source>
      <translation>Points renseignés : {done} sur {count}, ignorés : {skipped}.</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled.</source>
      <translation>Points renseignés : {done} sur {count}.</translation>
    </message>
    <message>
      <source>{done} of {planned}, {skipped} skipped</source>
      <translation>{done} sur {planned}, {skipped} ignorées</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} sur {total}</translation>
    </message>
    <message>
      <source>{done} of {total}, {time} left</source>
      <translation>{done} sur {total}, reste {time}</translation>
    </message>
    <message>
      <source>{done}, {skipped} skipped</source>
      <translation>{done}, {skipped} ignorées</translation>
    </message>
    <message>
      <source>{file} is given twice: nothing can differ there. Choose two maps.</source>
      <translation>{file} est indiqué deux fois : rien ne peut y différer. Choisissez deux cartes.</translation>
    </message>
    <message>
      <source>{file} is lost or was changed</source>
      <translation>{file} est manquant ou a été modifié</translation>
    </message>
    <message>
      <source>{file} says no CRS: its coordinates are taken to be in {crs}, as those of the layer with what is there. If they are in another one, give the raster its CRS.</source>
      <translation>{file} n'indique pas de SCR : ses coordonnées sont supposées être en {crs}, comme celles de la couche décrivant ce qui est présent. Si ce n'est pas le cas, attribuez au raster son SCR.</translation>
    </message>
    <message>
      <source>{file} was taken over by another run.</source>
      <translation>{file} a été repris par une autre exécution.</translation>
    </message>
    <message>
      <source>{first} or {second}</source>
      <translation>{first} ou {second}</translation>
    </message>
    <message>
      <source>{folder} (about {size})</source>
      <translation>{folder} (environ {size})</translation>
    </message>
    <message>
      <source>{host} does not give {file} (HTTP status {status}). Check the address of the mirror under Settings &gt; Options &gt; CrossEarth, if one is named there.</source>
      <translation>{host} ne fournit pas {file} (état HTTP {status}). Vérifiez l'adresse du miroir dans Préférences &gt; Options &gt; CrossEarth, si elle y est indiquée.</translation>
    </message>
    <message>
      <source>{host} does not send {file} ({status}). Try later, or take it from another address.</source>
      <translation>{host} n'envoie pas {file} ({status}). Réessayez plus tard, ou utilisez une autre adresse.</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{imagery}, without labels</source>
      <translation>{imagery}, sans annotations</translation>
    </message>
    <message>
      <source>{layer} is a map on a server: the run fetches the area first, at the pixel size of the model. See to it that its terms of use allow that.</source>
      <translation>{layer} est une carte sur un serveur : l'exécution récupère d'abord la zone, à la taille de pixel du modèle. Assurez-vous que ses conditions d'utilisation le permettent.</translation>
    </message>
    <message>
      <source>{least} to {most} px, overlap {overlap} px</source>
      <translation>{least} à {most} px, recouvrement {overlap} px</translation>
    </message>
    <message>
      <source>{library} cannot be loaded ({reason}). Set the engine up again; if that does not help, its packages do not suit this computer.</source>
      <translation>Impossible de charger {library} ({reason}). Réinstallez le moteur ; si cela ne suffit pas, ses paquets ne conviennent pas à cet ordinateur.</translation>
    </message>
    <message>
      <source>{library} cannot compute this network ({reason}). {other} can: choose the precision fp32.</source>
      <translation>{library} ne peut pas calculer ce réseau ({reason}). {other} le peut : choisissez la précision numérique fp32.</translation>
    </message>
    <message>
      <source>{library} did not answer within {seconds} seconds. Try again when the computer has less to do; if that does not help, set the engine up again.</source>
      <translation>{library} n'a pas répondu dans un délai de {seconds} secondes. Réessayez quand l'ordinateur sera moins occupé ; si cela ne suffit pas, réinstallez le moteur.</translation>
    </message>
    <message>
      <source>{library} is not installed. It comes when a model is first used that needs it.</source>
      <translation>{library} n'est pas installé. Il le sera lors de la première utilisation d'un modèle qui en a besoin.</translation>
    </message>
    <message>
      <source>{library}: works</source>
      <translation>{library} : fonctionne</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} à {high}</translation>
    </message>
    <message>
      <source>{low} to {high} m</source>
      <translation>{low} à {high} m</translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{model} as its authors published it, not on this computer yet.</source>
      <translation>{model} tel que publié par ses auteurs, pas encore sur cet ordinateur.</translation>
    </message>
    <message>
      <source>{model} takes decibels, and the values of the raster ({low} to {high}) look like backscatter that is not in decibels: take 10 times their decimal logarithm first, for instance with the raster calculator.</source>
      <translation>{model} attend des décibels, et les valeurs du raster ({low} à {high}) ressemblent à une rétrodiffusion qui n'est pas en décibels : prenez d'abord 10 fois leur logarithme décimal, par exemple avec la calculatrice raster.</translation>
    </message>
    <message>
      <source>{model} tells numbers ({name}), and no classes.</source>
      <translation>{model} donne des nombres ({name}) et non des classes.</translation>
    </message>
    <message>
      <source>{model} was made for pixels of {own} m and sees pixels of {size} m: the map will be poorer. With GSD {own} it is shown pixels of the size that it was made for.</source>
      <translation>{model} a été conçu pour des pixels de {own} m et voit des pixels de {size} m : la carte sera moins bonne. Avec GSD {own}, il reçoit des pixels de la taille pour laquelle il a été conçu.</translation>
    </message>
    <message>
      <source>{model} was trained on values around {mean}, plus or minus {std}; those of the raster are {low} to {high} (band {band}). Bands, units or scale do not belong together: check BANDS, say which numbers stand for the ends of the model's range (STRETCH), or what the model takes, at its import (VALUES).</source>
      <translation>{model} a été entraîné sur des valeurs autour de {mean}, plus ou moins {std} ; celles du raster vont de {low} à {high} (bande {band}). Les bandes, les unités ou l'échelle ne concordent pas : vérifiez BANDS, indiquez quels nombres correspondent aux bornes de la plage du modèle (STRETCH), ou précisez à l'import ce que le modèle attend (VALUES).</translation>
    </message>
    <message>
      <source>{model}: {progress}</source>
      <translation>{model} : {progress}</translation>
    </message>
    <message>
      <source>{name} copy</source>
      <translation>{name} (copie)</translation>
    </message>
    <message>
      <source>{name} is not offered for this computer ({computer}) with Python {version}: there is no build of {packages}. The page Setting up the engine has a table of what is.</source>
      <translation>{name} n'est pas proposé pour cet ordinateur ({computer}) avec Python {version} : il n'existe pas de version compilée de {packages}. La page « Setting up the engine » contient un tableau de ce qui existe.</translation>
    </message>
    <message>
      <source>{name} is there already: this map goes to {other}.</source>
      <translation>{name} existe déjà : cette carte sera enregistrée dans {other}.</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name} a été supprimé.</translation>
    </message>
    <message>
      <source>{name}, canceled after {time}: a part of the map</source>
      <translation>{name}, annulée après {time} : une partie de la carte</translation>
    </message>
    <message>
      <source>{name}, made in {time}</source>
      <translation>{name}, produite en {time}</translation>
    </message>
    <message>
      <source>{name}: 1 object</source>
      <translation>{name} : 1 objet</translation>
    </message>
    <message>
      <source>{name}: 1 point</source>
      <translation>{name} : 1 point</translation>
    </message>
    <message>
      <source>{name}: added</source>
      <translation>{name} : ajouté</translation>
    </message>
    <message>
      <source>{name}: at least {least}, not {value}.</source>
      <translation>{name} : au moins {least}, et non {value}.</translation>
    </message>
    <message>
      <source>{name}: at most {most}, not {value}.</source>
      <translation>{name} : au plus {most}, et non {value}.</translation>
    </message>
    <message>
      <source>{name}: from {least} to {most}, not {value}.</source>
      <translation>{name} : de {least} à {most}, et non {value}.</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}</source>
      <translation>{name} : IoU {iou}</translation>
    </message>
    <message>
      <source>{name}: no number</source>
      <translation>{name} : aucun nombre</translation>
    </message>
    <message>
      <source>{name}: this computer has an {card}</source>
      <translation>{name} : cet ordinateur a une carte {card}</translation>
    </message>
    <message>
      <source>{name}: {amount} ha, {percent} %</source>
      <translation>{name} : {amount} ha, {percent} %</translation>
    </message>
    <message>
      <source>{name}: {amount} pixels, {percent} %</source>
      <translation>{name} : {amount} pixels, {percent} %</translation>
    </message>
    <message>
      <source>{name}: {area} ha, {low} to {high} ha (95 %)</source>
      <translation>{name} : {area} ha, de {low} à {high} ha (95 %)</translation>
    </message>
    <message>
      <source>{name}: {area} pixels, {low} to {high} pixels (95 %)</source>
      <translation>{name} : {area} pixels, de {low} à {high} pixels (95 %)</translation>
    </message>
    <message>
      <source>{name}: {count} objects</source>
      <translation>{name} : {count} objets</translation>
    </message>
    <message>
      <source>{name}: {least} to {most}, mean {mean}</source>
      <translation>{name} : {least} à {most}, moyenne {mean}</translation>
    </message>
    <message>
      <source>{name}: {points} points</source>
      <translation>{name} : {points} points</translation>
    </message>
    <message>
      <source>{name}: {points} points, accuracy {share} ± {margin}</source>
      <translation>{name} : {points} points, exactitude {share} ± {margin}</translation>
    </message>
    <message>
      <source>{path} and {other} are both of {date}. Make one raster of those of one day.</source>
      <translation>{path} et {other} sont tous deux du {date}. Réunissez en un seul raster ceux d'un même jour.</translation>
    </message>
    <message>
      <source>{path} and {other} do not have the same pixels. {reason} Say how the one is to be brought to the pixels of the other, which is given first (ALIGN).</source>
      <translation>{path} et {other} n'ont pas les mêmes pixels. {reason} Indiquez comment ramener l'un aux pixels de l'autre, celui qui est donné en premier (ALIGN).</translation>
    </message>
    <message>
      <source>{path} and {other} do not lie over each other: several dates are of one place. Check which files are meant, and their CRS.</source>
      <translation>{path} et {other} ne se superposent pas : plusieurs dates doivent concerner un même lieu. Vérifiez les fichiers choisis et leur SCR.</translation>
    </message>
    <message>
      <source>{path} is no file of a scheduler (dask scheduler --scheduler-file).</source>
      <translation>{path} n'est pas un fichier d'ordonnanceur (dask scheduler --scheduler-file).</translation>
    </message>
    <message>
      <source>{path} is there already. Choose another name, or add it to the project and choose its layer.</source>
      <translation>{path} existe déjà. Choisissez un autre nom, ou ajoutez-le au projet et choisissez sa couche.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{percent} % of the asked area is empty in the layer “{layer}”, and QGIS was too busy to tell why: the map has holes there.</source>
      <translation>{percent} % de la zone demandée est vide dans la couche « {layer} », et QGIS était trop occupé pour dire pourquoi : la carte y a des trous.</translation>
    </message>
    <message>
      <source>{percent} %, {time} left</source>
      <translation>{percent} %, reste {time}</translation>
    </message>
    <message>
      <source>{product} is one band of percent in bytes, as segment --{product} writes it.</source>
      <translation>{product} doit être une bande de pourcentages en octets, telle que segment --{product} l'écrit.</translation>
    </message>
    <message>
      <source>{program} cannot be started: {reason}</source>
      <translation>{program} ne peut pas être démarré : {reason}</translation>
    </message>
    <message>
      <source>{program} does not answer.</source>
      <translation>{program} ne répond pas.</translation>
    </message>
    <message>
      <source>{python} cannot make the engine's environment: that takes a Python from {minimum} to {maximum} with its modules venv and ensurepip. Name another one, or none.</source>
      <translation>{python} ne peut pas créer l'environnement du moteur : il faut un Python de {minimum} à {maximum} avec ses modules venv et ensurepip. Indiquez-en un autre, ou aucun.</translation>
    </message>
    <message>
      <source>{python} lacks the package {package}, which the engine needs. Install it there, or let the CrossEarth panel set up an environment of its own.</source>
      <translation>Il manque à {python} le paquet {package}, dont le moteur a besoin. Installez-le, ou laissez le panneau CrossEarth créer son propre environnement.</translation>
    </message>
    <message>
      <source>{raster} distilled</source>
      <translation>{raster} distillé</translation>
    </message>
    <message>
      <source>{raster} – {count} groups</source>
      <translation>{raster} – {count} groupes</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{reason} Another device is tried now.</source>
      <translation>{reason} Essai d'un autre périphérique.</translation>
    </message>
    <message>
      <source>{reason} Nor can another Python be downloaded: {problem}</source>
      <translation>{reason} Un autre Python ne peut pas non plus être téléchargé : {problem}</translation>
    </message>
    <message>
      <source>{reason} Or have Python {version} downloaded from {host}: the CrossEarth panel asks for it; without a window: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</source>
      <translation>{reason} Ou faites télécharger Python {version} depuis {host} : le panneau CrossEarth le propose ; sans interface graphique : qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</translation>
    </message>
    <message>
      <source>{reason} The folder has no Python to try instead: dev.py wheelhouse --standalone-python puts one there.</source>
      <translation>{reason} Le dossier ne contient pas de Python à essayer à la place : dev.py wheelhouse --standalone-python en ajoute un.</translation>
    </message>
    <message>
      <source>{reason} The standalone Python {version} does not run on this computer, either.</source>
      <translation>{reason} Le Python autonome {version} ne fonctionne pas non plus sur cet ordinateur.</translation>
    </message>
    <message>
      <source>{reason}: the map goes beside the raster, to {folder}.</source>
      <translation>{reason} : la carte est enregistrée à côté du raster, dans {folder}.</translation>
    </message>
    <message>
      <source>{reason}: the map goes to {folder}.</source>
      <translation>{reason} : la carte est enregistrée dans {folder}.</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{share:.0%} of what is like it is less unusual</source>
      <translation>{share:.0%} de ce qui s'y apparente est moins atypique</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge are {value} in all bands. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>{share} des pixels au bord du raster valent {value} dans toutes les bandes. S'il s'agit d'absence de données, indiquez-le (NODATA {nodata}) : ils sont classés comme s'ils faisaient partie de l'image.</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge have one colour, {value}. If that is no data, draw polygons around the imagery and limit the run to them (MASK): it is classified as if it were imagery.</source>
      <translation>{share} des pixels au bord du raster ont une seule couleur, {value}. S'il s'agit d'absence de données, dessinez des polygones autour de l'image et limitez-y l'exécution (MASK) : ils sont classés comme s'ils faisaient partie de l'image.</translation>
    </message>
    <message>
      <source>{share} of the pixels are {value} in band {band}, far from all others ({low} to {high}), and nothing says that this is no data. If it is, say so (NODATA {nodata}): it is classified as if it were imagery, and it spoils the stretch of the values.</source>
      <translation>{share} des pixels valent {value} dans la bande {band}, loin de tous les autres ({low} à {high}), et rien n'indique qu'il s'agit d'absence de données. Si c'est le cas, indiquez-le (NODATA {nodata}) : ils sont classés comme s'ils faisaient partie de l'image et faussent l'étirement des valeurs.</translation>
    </message>
    <message>
      <source>{share} of the pixels lie in patches that are 0 in {bands}. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>{share} des pixels se trouvent dans des plages qui valent 0 dans {bands}. S'il s'agit d'absence de données, indiquez-le (NODATA {nodata}) : ils sont classés comme s'ils faisaient partie de l'image.</translation>
    </message>
    <message>
      <source>{share} of the values of band {band} lie beyond {low} to {high} and are cut off: the model cannot tell them apart. Say which values stand for the ends of its range (STRETCH).</source>
      <translation>{share} des valeurs de la bande {band} sont hors de la plage {low} à {high} et sont écrêtées : le modèle ne peut pas les distinguer. Indiquez quelles valeurs correspondent aux bornes de sa plage (STRETCH).</translation>
    </message>
    <message>
      <source>{size} MB of Python {version} are here</source>
      <translation>{size} Mo de Python {version} reçus</translation>
    </message>
    <message>
      <source>{size} px, overlap {overlap} px</source>
      <translation>{size} px, recouvrement {overlap} px</translation>
    </message>
    <message>
      <source>{size} to download</source>
      <translation>{size} à télécharger</translation>
    </message>
    <message>
      <source>{size}, not on disk</source>
      <translation>{size}, absent du disque</translation>
    </message>
    <message>
      <source>{size}, on disk</source>
      <translation>{size}, sur le disque</translation>
    </message>
    <message>
      <source>{stage}, {time} left</source>
      <translation>{stage}, reste {time}</translation>
    </message>
    <message>
      <source>{stage}…</source>
      <translation>{stage}…</translation>
    </message>
    <message>
      <source>{task} is given up: it was lost {count} times.</source>
      <translation>{task} : tâche abandonnée, perdue {count} fois.</translation>
    </message>
    <message>
      <source>{task} is not needed any more.</source>
      <translation>{task} : tâche devenue inutile.</translation>
    </message>
    <message>
      <source>{task} is tried again.</source>
      <translation>{task} : nouvel essai.</translation>
    </message>
    <message>
      <source>{task} of {file}</source>
      <translation>{task} de {file}</translation>
    </message>
    <message>
      <source>{task} was lost with its worker: {reason}.</source>
      <translation>{task} : tâche perdue avec son worker : {reason}.</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} it was stopped.</source>
      <translation>{task} : tâche perdue, arrêtée sur {worker}.</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} the engine ended with status {status}. The last it said: {words}</source>
      <translation>{task} : tâche perdue, car sur {worker} le moteur s'est arrêté avec l'état {status}. Son dernier message : {words}</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker}, {reason}</source>
      <translation>{task} : tâche perdue ; sur {worker}, {reason}</translation>
    </message>
    <message>
      <source>{text} does not say what workers call a folder: write both absolute, as in Z:\imagery=/data/imagery.</source>
      <translation>{text} n'indique pas comment les workers nomment un dossier : écrivez les deux chemins en absolu, comme dans Z:\imagery=/data/imagery.</translation>
    </message>
    <message>
      <source>{this} is right on {right} {where}, {other} on {other_right}: a difference of {difference} percentage points (95 % interval: {low} to {high}).</source>
      <translation>{this} est juste sur {right} {where}, {other} sur {other_right} : une différence de {difference} points de pourcentage (intervalle à 95 % : {low} à {high}).</translation>
    </message>
    <message>
      <source>{title}, canceled as you wished</source>
      <translation>{title}, annulé à votre demande</translation>
    </message>
    <message>
      <source>{unit}; rows: reference, columns: map.</source>
      <translation>{unit} ; lignes : référence, colonnes : carte.</translation>
    </message>
    <message>
      <source>{wall:.1f} s, {inference:.1f} s in the network</source>
      <translation>{wall:.1f} s, dont {inference:.1f} s dans le réseau</translation>
    </message>
    <message>
      <source>± (normal)</source>
      <translation>± (normale)</translation>
    </message>
    <message>
      <source>“Additional no data value” of the layer</source>
      <translation>« Valeur nulle supplémentaire » de la couche</translation>
    </message>
    <message>
      <source>“{label}”</source>
      <translation>« {label} »</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher, hardly more than the student did before ({before}). Map with the student as it was, or have the teacher look at more windows.</source>
      <translation>« {model} » donne à {share} des pixels de validation la classe de son enseignant, à peine plus que l'élève auparavant ({before}). Cartographiez avec l'élève d'origine, ou faites examiner plus de fenêtres à l'enseignant.</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>« {model} » donne à {share} des pixels de validation la classe de son enseignant. Une carte lui demande environ {time}, contre {teacher_time} à son enseignant.</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher; before it learned, {before}. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>« {model} » donne à {share} des pixels de validation la classe de son enseignant ; avant l'apprentissage, {before}. Une carte lui demande environ {time}, contre {teacher_time} à son enseignant.</translation>
    </message>
    <message>
      <source>“{model}” knows all {count} bands by their wavelengths.</source>
      <translation>« {model} » connaît les {count} bandes d'après leurs longueurs d'onde.</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster, and was made for pixels of {gsd} m; these are of {size} m.</source>
      <translation>« {model} » connaît {found} de ses {count} bandes dans ce raster, et a été conçu pour des pixels de {gsd} m ; ceux du raster font {size} m.</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster.</source>
      <translation>« {model} » connaît {found} de ses {count} bandes dans ce raster.</translation>
    </message>
    <message>
      <source>“{name}” becomes “{into}”</source>
      <translation>« {name} » devient « {into} »</translation>
    </message>
    <message>
      <source>“{name}” is now part of “{into}”. Undo takes it back until you save.</source>
      <translation>« {name} » fait maintenant partie de « {into} ». Annuler permet de revenir en arrière tant que vous n'avez pas enregistré.</translation>
    </message>
    <message>
      <source>“{text}” is not understood. Write one number, or one per band with commas between them, such as 123.7, 116.3, 103.5.</source>
      <translation>« {text} » n'est pas compris. Écrivez un nombre, ou un par bande séparés par des virgules, par exemple 123.7, 116.3, 103.5.</translation>
    </message>
    <message>
      <source>… and {count} more kinds of change.</source>
      <translation>… et {count} autres types de changement.</translation>
    </message>
  </context>
</TS>
