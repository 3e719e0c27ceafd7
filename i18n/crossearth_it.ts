<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
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
      <translation>&amp;Area</translation>
    </message>
    <message>
      <source>&amp;Continue Download ({size} are here)</source>
      <translation>&amp;Continua a scaricare ({size} già qui)</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Copia</translation>
    </message>
    <message>
      <source>&amp;Device</source>
      <translation>&amp;Dispositivo</translation>
    </message>
    <message>
      <source>&amp;Draw</source>
      <translation>&amp;Disegna</translation>
    </message>
    <message>
      <source>&amp;Draw Points</source>
      <translation>&amp;Estrai punti</translation>
    </message>
    <message>
      <source>&amp;Duplicate…</source>
      <translation>&amp;Duplica…</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Esporta…</translation>
    </message>
    <message>
      <source>&amp;How Many?</source>
      <translation>&amp;Quanti?</translation>
    </message>
    <message>
      <source>&amp;Input</source>
      <translation>&amp;Ingresso</translation>
    </message>
    <message>
      <source>&amp;Keep the engine ready for</source>
      <translation>&amp;Tieni pronto il motore per</translation>
    </message>
    <message>
      <source>&amp;Label Points</source>
      <translation>&amp;Etichetta punti</translation>
    </message>
    <message>
      <source>&amp;Learn</source>
      <translation>&amp;Impara</translation>
    </message>
    <message>
      <source>&amp;Map</source>
      <translation>&amp;Mappa</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>&amp;Nome</translation>
    </message>
    <message>
      <source>&amp;Open Folder</source>
      <translation>&amp;Apri cartella</translation>
    </message>
    <message>
      <source>&amp;Open the accuracy report</source>
      <translation>&amp;Apri il report di accuratezza</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>&amp;Pausa</translation>
    </message>
    <message>
      <source>&amp;Points</source>
      <translation>&amp;Punti</translation>
    </message>
    <message>
      <source>&amp;Python</source>
      <translation>&amp;Python</translation>
    </message>
    <message>
      <source>&amp;Quick adapt</source>
      <translation>Adattamento &amp;rapido</translation>
    </message>
    <message>
      <source>&amp;Raster</source>
      <translation>&amp;Raster</translation>
    </message>
    <message>
      <source>&amp;Remove Engine Environment…</source>
      <translation>&amp;Rimuovi ambiente di calcolo…</translation>
    </message>
    <message>
      <source>&amp;Rename…</source>
      <translation>&amp;Rinomina…</translation>
    </message>
    <message>
      <source>&amp;Repair the Engine</source>
      <translation>&amp;Ripara il motore di calcolo</translation>
    </message>
    <message>
      <source>&amp;Samples</source>
      <translation>Cam&amp;pioni</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>&amp;Addestra</translation>
    </message>
    <message>
      <source>&amp;Try Again</source>
      <translation>&amp;Riprova</translation>
    </message>
    <message>
      <source>&amp;Try All Anew</source>
      <translation>&amp;Riprova tutto</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Vista</translation>
    </message>
    <message>
      <source>1</source>
      <translation>1</translation>
    </message>
    <message>
      <source>1 candidate.</source>
      <translation>1 candidato.</translation>
    </message>
    <message>
      <source>1 object</source>
      <translation>1 oggetto</translation>
    </message>
    <message>
      <source>1 piece of the layer “{layer}” could not be fetched ({reason}): the map has a hole there.</source>
      <translation>Impossibile prelevare 1 pezzo del layer “{layer}” ({reason}): lì la mappa ha un buco.</translation>
    </message>
    <message>
      <source>1 place is similar enough.</source>
      <translation>1 luogo è abbastanza simile.</translation>
    </message>
    <message>
      <source>1 place.</source>
      <translation>1 luogo.</translation>
    </message>
    <message>
      <source>1 polygon crosses itself and will be repaired.</source>
      <translation>1 poligono si autointerseca e verrà riparato.</translation>
    </message>
    <message>
      <source>1 sample has no class.</source>
      <translation>1 campione non ha classe.</translation>
    </message>
    <message>
      <source>1 sample lies outside the raster.</source>
      <translation>1 campione è fuori dal raster.</translation>
    </message>
    <message>
      <source>1 tensor of the file serves training only and was left out: {names}.</source>
      <translation>1 tensore del file serve solo all'addestramento ed è stato escluso: {names}.</translation>
    </message>
    <message>
      <source>1 window</source>
      <translation>1 finestra</translation>
    </message>
    <message>
      <source>1 window in {time} on {device} ({precision}), batch {batch}</source>
      <translation>1 finestra in {time} su {device} ({precision}), batch {batch}</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>Intervallo al 95%</translation>
    </message>
    <message>
      <source>[Temporary file]</source>
      <translation>[File temporaneo]</translation>
    </message>
    <message>
      <source>A cluster computes what one model sees; bands alone, and several models at once, are for this computer: change “Compute on”.</source>
      <translation>Un cluster calcola ciò che vede un solo modello; le sole bande, e più modelli insieme, vanno calcolati su questo computer: modifica “Calcola su”.</translation>
    </message>
    <message>
      <source>A cluster helps to adapt quickly; the recipe full trains on this computer: change “Compute on”.</source>
      <translation>Un cluster è utile per l'adattamento rapido; il metodo full addestra su questo computer: modifica “Calcola su”.</translation>
    </message>
    <message>
      <source>A cluster makes the map of a raster and a model; a map that is there, and imagery that is spoiled, are judged on this computer. Leave “Compute on” empty.</source>
      <translation>Un cluster crea la mappa a partire da un raster e un modello; una mappa già esistente e le immagini degradate vengono valutate su questo computer. Lascia vuoto “Calcola su”.</translation>
    </message>
    <message>
      <source>A cluster of dask: the address of its scheduler, or the file that it has written. The panel then offers to compute maps there, under Advanced parameters. Nothing is sent unless that is chosen.</source>
      <translation>Un cluster di dask: l'indirizzo del suo scheduler o il file che ha scritto. Il pannello propone allora di calcolare lì le mappe, in Parametri avanzati. Se non viene scelto, non viene inviato nulla.</translation>
    </message>
    <message>
      <source>A command cannot use the selection in {layer}. Save the selected polygons to a file first.</source>
      <translation>Un comando non può usare la selezione in {layer}. Salva prima i poligoni selezionati in un file.</translation>
    </message>
    <message>
      <source>A compact model learns one raster from a large model, to map it sooner.</source>
      <translation>Un modello compatto impara un raster da un modello grande, per mapparlo più rapidamente.</translation>
    </message>
    <message>
      <source>A constraint in pip's settings forbids a version that the engine was tested with; the log names it. Take it out for the set-up (PIP_CONSTRAINT or pip's configuration file), or choose a Python that has the packages under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Un vincolo (constraint) nelle impostazioni di pip vieta una versione con cui il motore di calcolo è stato collaudato; il log la indica. Toglilo durante la configurazione (PIP_CONSTRAINT o file di configurazione di pip), oppure scegli un Python che abbia i pacchetti in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>a CRS of its own</source>
      <translation>un SR proprio</translation>
    </message>
    <message>
      <source>A disc is a sample, of which {shown} of {all} are shown.</source>
      <translation>Un cerchio è un campione; ne sono mostrati {shown} su {all}.</translation>
    </message>
    <message>
      <source>A disc is a sample.</source>
      <translation>Un cerchio è un campione.</translation>
    </message>
    <message>
      <source>A file cannot be read or written: {reason}.</source>
      <translation>Impossibile leggere o scrivere un file: {reason}.</translation>
    </message>
    <message>
      <source>a file of it cannot be read, or lies elsewhere.</source>
      <translation>un suo file non è leggibile o si trova altrove.</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the archive of the standalone Python under its own name. It is fetched if no Python of this computer will do, and checked by its SHA-256 wherever it comes from. Empty: where it is published.</source>
      <translation>Una cartella o un indirizzo web con l'archivio del Python autonomo sotto il suo nome originale. Viene prelevato se nessun Python di questo computer è adatto e, da qualunque parte provenga, verificato con il suo SHA-256. Vuoto: dove è pubblicato.</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the published files under their own names, for instance on a computer without internet. Empty: where they are published.</source>
      <translation>Una cartella o un indirizzo web con i file pubblicati sotto i loro nomi originali, per esempio su un computer senza internet. Vuoto: dove sono pubblicati.</translation>
    </message>
    <message>
      <source>A folder that the computers of a cluster see, too: they write there what they have computed, until it is fetched. Nothing stays there.</source>
      <translation>Una cartella visibile anche ai computer di un cluster: vi scrivono ciò che hanno calcolato, finché non viene prelevato. Non vi rimane nulla.</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}) without a driver that lets programs compute on it. Install the driver of its maker and start the computer anew to use the card.</source>
      <translation>È presente una scheda grafica ({card}), ma manca un driver che permetta ai programmi di calcolare con essa. Per usarla, installa il driver del produttore e riavvia il computer.</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}); the engine was installed without its support: this {library} computes on processors only. To use the card, add {package} under Settings ▸ Options ▸ CrossEarth; the page on graphics cards in the documentation says more.</source>
      <translation>È presente una scheda grafica ({card}), ma il motore di calcolo è stato installato senza il relativo supporto: questa versione di {library} calcola solo sui processori. Per usare la scheda, aggiungi {package} in Impostazioni ▸ Opzioni ▸ CrossEarth; la pagina della documentazione sulle schede grafiche spiega di più.</translation>
    </message>
    <message>
      <source>A large model, or one that looks several times, maps some windows spread over the raster; a compact model learns from what it says there and is stored as a new model, to map the whole raster with. It knows the classes of its teacher, and this raster.

Every fifth window is held out: the report says how well the new model agrees with its teacher there, whether it learned anything, and from how many windows on all of it costs at most a fifth of a map by the teacher. How good the teacher itself is, it does not say.</source>
      <translation>Un modello grande, o uno che osserva più volte, mappa alcune finestre distribuite nel raster; un modello compatto impara da quei risultati e viene memorizzato come nuovo modello, con cui mappare l'intero raster. Conosce le classi del suo insegnante e questo raster.

Una finestra su cinque viene tenuta da parte: il report indica quanto il nuovo modello concorda lì con il suo insegnante, se ha imparato qualcosa e da quante finestre in poi l'intera procedura costa al massimo un quinto di una mappa dell'insegnante. Non indica quanto è buono l'insegnante stesso.</translation>
    </message>
    <message>
      <source>A live preview needs a raster that is a file that the engine can open.</source>
      <translation>L'anteprima in tempo reale richiede un raster che sia un file apribile dal motore di calcolo.</translation>
    </message>
    <message>
      <source>a mask</source>
      <translation>una maschera</translation>
    </message>
    <message>
      <source>A model of this name was there: it is kept as an earlier round.</source>
      <translation>Esisteva già un modello con questo nome: è conservato come versione precedente.</translation>
    </message>
    <message>
      <source>A package that arrived is not the one that was tested: its SHA-256 is another. It was not installed. Try again; if that does not help, ask who runs the index, the mirror or the folder that the packages come from.</source>
      <translation>Un pacchetto arrivato non è quello collaudato: il suo SHA-256 è diverso. Non è stato installato. Riprova; se non basta, rivolgiti a chi gestisce l'indice, il mirror o la cartella da cui provengono i pacchetti.</translation>
    </message>
    <message>
      <source>A page to read and to print: the map, the area of each class, and how it was made.</source>
      <translation>Una pagina da leggere e stampare: la mappa, l'area di ogni classe e come è stata creata.</translation>
    </message>
    <message>
      <source>A page with all maps, and with the areas of all together.</source>
      <translation>Una pagina con tutte le mappe e con le aree complessive.</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}, and the map will be poorer. Take finer imagery, or say which size of pixels the model is to see (GSD).</source>
      <translation>Un pixel del raster misura {size} m; {model} è stato addestrato per {sizes}. Il raster viene {change} e la mappa sarà peggiore. Usa immagini più fini oppure indica la dimensione dei pixel che il modello deve vedere (GSD).</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}: the map has no finer details than that.</source>
      <translation>Un pixel del raster misura {size} m; {model} è stato addestrato per {sizes}. Il raster viene {change}: la mappa non ha dettagli più fini di così.</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has onnxruntime, numpy and rasterio, for instance on a computer without internet. Empty: the one that the panel sets up.</source>
      <translation>Un Python 3.10 o più recente con onnxruntime, numpy e rasterio, per esempio su un computer senza internet. Vuoto: quello configurato dal pannello.</translation>
    </message>
    <message>
      <source>A raster of percent on the pixels of the map. Empty: that which was made with the map, if it lies beside it.</source>
      <translation>Un raster di percentuali sui pixel della mappa. Vuoto: quello creato con la mappa, se si trova accanto ad essa.</translation>
    </message>
    <message>
      <source>A raster that says by how much each pixel's class leads over the next, in percent: near 0 the map is undecided.</source>
      <translation>Un raster che indica di quanto la classe di ogni pixel supera la successiva, in percentuale: vicino a 0 la mappa è indecisa.</translation>
    </message>
    <message>
      <source>A raster that says how unlike the imagery of the model's training each place is: how much of such imagery is less unusual, in percent. From 95 on nothing on the map is to be trusted unchecked.</source>
      <translation>Un raster che indica quanto ogni luogo è diverso dalle immagini di addestramento del modello: quale parte di quelle immagini è meno insolita, in percentuale. Da 95 in su la mappa non è affidabile senza verifica.</translation>
    </message>
    <message>
      <source>A raster with the probability of each pixel's class, in percent: low values show where to check the map.</source>
      <translation>Un raster con la probabilità della classe di ogni pixel, in percentuale: i valori bassi indicano dove controllare la mappa.</translation>
    </message>
    <message>
      <source>A raster with the probability of every class, in percent, a band for each.</source>
      <translation>Un raster con la probabilità di tutte le classi, in percentuale, una banda per ciascuna.</translation>
    </message>
    <message>
      <source>A review maps one date: look at the map that several dates give, and draw where it is wrong.</source>
      <translation>La revisione mappa una sola data: osserva la mappa ottenuta da più date e disegna dove è sbagliata.</translation>
    </message>
    <message>
      <source>A run that is canceled still writes its map: the rest has no class.</source>
      <translation>Un'esecuzione annullata scrive comunque la sua mappa: il resto non ha classe.</translation>
    </message>
    <message>
      <source>A standalone Python of a fixed version, checked by its SHA-256, for the engine only. It comes from where it is published, or from the mirror or folder under Settings &gt; Options &gt; CrossEarth or in the environment variable CROSSEARTH_PYTHON_URL.</source>
      <translation>Un Python autonomo in una versione fissa, verificato con il suo SHA-256, solo per il motore di calcolo. Proviene da dove è pubblicato, oppure dal mirror o dalla cartella indicati in Impostazioni &gt; Opzioni &gt; CrossEarth o nella variabile d'ambiente CROSSEARTH_PYTHON_URL.</translation>
    </message>
    <message>
      <source>a window of {size} px</source>
      <translation>una finestra di {size} px</translation>
    </message>
    <message>
      <source>About the model</source>
      <translation>Informazioni sul modello</translation>
    </message>
    <message>
      <source>about {size} from {index}: onnxruntime, rasterio, scikit-learn. Each file is the one that was tested, or is refused.</source>
      <translation>circa {size} da {index}: onnxruntime, rasterio, scikit-learn. Ogni file è quello collaudato, altrimenti viene rifiutato.</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Accuratezza</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>accuratezza</translation>
    </message>
    <message>
      <source>Accuracy (JSON)</source>
      <translation>Accuratezza (JSON)</translation>
    </message>
    <message>
      <source>Accuracy and area of each class</source>
      <translation>Accuratezza e area di ogni classe</translation>
    </message>
    <message>
      <source>Accuracy of each class</source>
      <translation>Accuratezza di ogni classe</translation>
    </message>
    <message>
      <source>Accuracy of {name}</source>
      <translation>Accuratezza di {name}</translation>
    </message>
    <message>
      <source>accuracy,validation,confusion matrix,kappa,iou,f1,precision,recall,area estimation</source>
      <translation>accuratezza,validazione,matrice di confusione,kappa,iou,f1,precisione,recall,stima delle aree</translation>
    </message>
    <message>
      <source>Across: confidence; upwards: how much of it is right; a disc is as large as what has this confidence. On the diagonal, confidence is what it says; below, the model is too sure. It holds for places like those that were drawn: elsewhere confidence can be far too high.</source>
      <translation>In orizzontale: la confidenza; in verticale: quanta parte è corretta; un cerchio è tanto più grande quanto più numerosi sono i casi con questa confidenza. Sulla diagonale la confidenza è esatta; al di sotto il modello è troppo sicuro. Ciò vale per luoghi come quelli disegnati: altrove la confidenza può essere di gran lunga troppo alta.</translation>
    </message>
    <message>
      <source>active learning,uncertainty,uncertain,review,where to draw,samples,confidence</source>
      <translation>active learning,apprendimento attivo,incertezza,incerto,revisione,dove disegnare,campioni,confidenza</translation>
    </message>
    <message>
      <source>Adapt</source>
      <translation>Adatta</translation>
    </message>
    <message>
      <source>Adapt a model to polygons</source>
      <translation>Adatta un modello ai poligoni</translation>
    </message>
    <message>
      <source>Adapt Now</source>
      <translation>Adatta ora</translation>
    </message>
    <message>
      <source>Adaptation of the model “{name}”</source>
      <translation>Adattamento del modello “{name}”</translation>
    </message>
    <message>
      <source>Adapter</source>
      <translation>Adattatore</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>Aggiungi una classe</translation>
    </message>
    <message>
      <source>Add a polygon layer to the project.</source>
      <translation>Aggiungi un layer di poligoni al progetto.</translation>
    </message>
    <message>
      <source>Add a raster layer to the project, or choose a file with “…”.</source>
      <translation>Aggiungi un layer raster al progetto oppure scegli un file con “…”.</translation>
    </message>
    <message>
      <source>Add at least two classes.</source>
      <translation>Aggiungi almeno due classi.</translation>
    </message>
    <message>
      <source>Add to the engine</source>
      <translation>Aggiungi al motore di calcolo</translation>
    </message>
    <message>
      <source>Add, {size}…</source>
      <translation>Aggiungi, {size}…</translation>
    </message>
    <message>
      <source>Add-ons</source>
      <translation>Componenti aggiuntivi</translation>
    </message>
    <message>
      <source>added; twice as much is taken off the contrast</source>
      <translation>aggiunto; il doppio viene tolto al contrasto</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avanzato</translation>
    </message>
    <message>
      <source>Advanced parameters</source>
      <translation>Parametri avanzati</translation>
    </message>
    <message>
      <source>aerial imagery</source>
      <translation>immagini aeree</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Dopo</translation>
    </message>
    <message>
      <source>After, {unit}</source>
      <translation>Dopo, {unit}</translation>
    </message>
    <message>
      <source>Against {map}</source>
      <translation>Confronto con {map}</translation>
    </message>
    <message>
      <source>Agreement with the teacher (JSON)</source>
      <translation>Concordanza con l'insegnante (JSON)</translation>
    </message>
    <message>
      <source>Agreement with the teacher on {windows} windows held out: {share}; before: {before}</source>
      <translation>Concordanza con l'insegnante su {windows} finestre tenute da parte: {share}; prima: {before}</translation>
    </message>
    <message>
      <source>Align rasters of other dates</source>
      <translation>Allinea i raster delle altre date</translation>
    </message>
    <message>
      <source>Align to the grid of the map</source>
      <translation>Allinea alla griglia della mappa</translation>
    </message>
    <message>
      <source>Aligned to the grid of the map</source>
      <translation>Allineata alla griglia della mappa</translation>
    </message>
    <message>
      <source>All are those of the map, not of the points. Below each: its 95 % interval, and ± of the normal approximation, which is too short for rare classes.</source>
      <translation>Tutti gli indici riguardano la mappa, non i punti. Sotto ciascuno: il suo intervallo al 95% e il ± dell'approssimazione normale, troppo stretto per le classi rare.</translation>
    </message>
    <message>
      <source>all bands</source>
      <translation>tutte le bande</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Tutte le classi</translation>
    </message>
    <message>
      <source>All figures (JSON)</source>
      <translation>Tutti gli indici (JSON)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Tutti i file (*)</translation>
    </message>
    <message>
      <source>All of the map that lies outside of them counts as {name}, as asked.</source>
      <translation>Tutto ciò che sulla mappa si trova al di fuori di essi conta come {name}, come richiesto.</translation>
    </message>
    <message>
      <source>All packages come from it, and nothing from the network; so does a standalone Python, if its archive lies there and none of this computer will do. dev.py wheelhouse fills such a folder. What it has for adapting or PyTorch is installed, too.</source>
      <translation>Tutti i pacchetti provengono da lì e nulla dalla rete; così anche un Python autonomo, se il suo archivio si trova lì e nessuno di questo computer è adatto. dev.py wheelhouse riempie una cartella di questo tipo. Viene installato anche ciò che contiene per l'adattamento o per PyTorch.</translation>
    </message>
    <message>
      <source>All pixels of band {bands} have one value, {value}: the model learns nothing from that. Choose other bands (BANDS), or say that the value is no data (NODATA {value}).</source>
      <translation>Tutti i pixel della banda {bands} hanno lo stesso valore, {value}: il modello non ne ricava nulla. Scegli altre bande (BANDS) oppure indica che il valore è nodata (NODATA {value}).</translation>
    </message>
    <message>
      <source>All pixels that the map has of {names} would not make the accuracy there as sure as asked; the margins below are what can be had.</source>
      <translation>Nemmeno con tutti i pixel che la mappa ha di {names} l'accuratezza sarebbe sicura come richiesto; i margini riportati sotto sono il massimo ottenibile.</translation>
    </message>
    <message>
      <source>All that are known</source>
      <translation>Tutti quelli noti</translation>
    </message>
    <message>
      <source>All that has changed (JSON)</source>
      <translation>Tutti i cambiamenti (JSON)</translation>
    </message>
    <message>
      <source>All that is known of the run (JSON)</source>
      <translation>Tutte le informazioni sull'esecuzione (JSON)</translation>
    </message>
    <message>
      <source>All that is known of the runs (JSON)</source>
      <translation>Tutte le informazioni sulle esecuzioni (JSON)</translation>
    </message>
    <message>
      <source>All {count} places are done, and the model is adapted to the {samples} samples.</source>
      <translation>Tutti i {count} luoghi sono stati rivisti e il modello è adattato ai {samples} campioni.</translation>
    </message>
    <message>
      <source>All {count} places are done, {samples} samples drawn. Adapt now.</source>
      <translation>Tutti i {count} luoghi sono stati rivisti, campioni disegnati: {samples}. Adatta ora.</translation>
    </message>
    <message>
      <source>Also on imagery that is spoiled</source>
      <translation>Anche su immagini degradate</translation>
    </message>
    <message>
      <source>An earlier round is being brought back.</source>
      <translation>È in corso il ripristino di una versione precedente.</translation>
    </message>
    <message>
      <source>An encoder for {imagery}: it turns images into features, but knows no classes. It has to be adapted to polygons of your own first.</source>
      <translation>Un encoder per {imagery}: trasforma le immagini in caratteristiche, ma non conosce nessuna classe. Deve prima essere adattato ai tuoi poligoni.</translation>
    </message>
    <message>
      <source>an index of several bands</source>
      <translation>un indice di più bande</translation>
    </message>
    <message>
      <source>Another map</source>
      <translation>Un'altra mappa</translation>
    </message>
    <message>
      <source>Another map of the same place: the same points tell which of the two is better, and whether chance alone can explain it</source>
      <translation>Un'altra mappa dello stesso luogo: gli stessi punti dicono quale delle due è migliore e se la differenza può essere dovuta al solo caso</translation>
    </message>
    <message>
      <source>Another program held a file of the engine, as virus scanners do. Wait a minute, then try again. If that does not help, have the scanner leave out the data folder that Settings &gt; Options &gt; CrossEarth shows.</source>
      <translation>Un altro programma teneva occupato un file del motore di calcolo, come fanno gli antivirus. Attendi un minuto, poi riprova. Se non basta, escludi dall'antivirus la cartella dati indicata in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Another program held a file. Trying again…</source>
      <translation>Un altro programma teneva occupato un file. Nuovo tentativo…</translation>
    </message>
    <message>
      <source>Another QGIS is installing the engine right now. Wait until it has finished.</source>
      <translation>Un altro QGIS sta installando il motore di calcolo. Attendi che finisca.</translation>
    </message>
    <message>
      <source>Another tool is chosen. Press Go On for the keys.</source>
      <translation>È attivo un altro strumento. Premi Continua per usare i tasti.</translation>
    </message>
    <message>
      <source>Another tool is chosen; the maps stay hidden. Press Go On for the keys.</source>
      <translation>È attivo un altro strumento; le mappe restano nascoste. Premi Continua per usare i tasti.</translation>
    </message>
    <message>
      <source>any time: Settings &gt; Options &gt; CrossEarth</source>
      <translation>in qualsiasi momento: Impostazioni &gt; Opzioni &gt; CrossEarth</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Area</translation>
    </message>
    <message>
      <source>Area ({unit})</source>
      <translation>Area ({unit})</translation>
    </message>
    <message>
      <source>Area mapped</source>
      <translation>Area mappata</translation>
    </message>
    <message>
      <source>Area of each class</source>
      <translation>Area di ogni classe</translation>
    </message>
    <message>
      <source>Area of the maps that can be measured</source>
      <translation>Area delle mappe misurabili</translation>
    </message>
    <message>
      <source>area of the polygons</source>
      <translation>area dei poligoni</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>Area da classificare</translation>
    </message>
    <message>
      <source>Area, {unit}</source>
      <translation>Area, {unit}</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>Aree</translation>
    </message>
    <message>
      <source>Areas are counted pixels of the two maps, not estimates: what either map has wrong counts as change, and small changes may be nothing but errors. For areas with error bars draw random points on the map of changes (crossearth sample), say at each what has become of what, and give them to crossearth evaluate.</source>
      <translation>Le aree sono pixel contati delle due mappe, non stime: ciò che è sbagliato in una delle mappe conta come cambiamento, e i cambiamenti piccoli possono essere soltanto errori. Per ottenere aree con barre di errore, estrai punti casuali sulla mappa dei cambiamenti (crossearth sample), indica per ciascuno che cosa è diventato che cosa e passali a crossearth evaluate.</translation>
    </message>
    <message>
      <source>Areas in the plane of the raster's CRS, which is true here within 1 %.</source>
      <translation>Aree nel piano del SR del raster, qui esatte entro l'1%.</translation>
    </message>
    <message>
      <source>Areas of all maps together</source>
      <translation>Aree di tutte le mappe insieme</translation>
    </message>
    <message>
      <source>Areas of the maps that can be measured</source>
      <translation>Aree delle mappe misurabili</translation>
    </message>
    <message>
      <source>Areas on the ellipsoid, since the raster's CRS distorts them here.</source>
      <translation>Aree sull'ellissoide, perché qui il SR del raster le deforma.</translation>
    </message>
    <message>
      <source>Areas or places whose class is known; a point speaks of the pixel that it lies in. A dozen areas of each class, spread over the raster, are a good start. Any CRS.</source>
      <translation>Aree o luoghi di classe nota; un punto vale per il pixel in cui si trova. Una dozzina di aree per classe, distribuite nel raster, è un buon inizio. Qualsiasi SR.</translation>
    </message>
    <message>
      <source>as asked</source>
      <translation>come richiesto</translation>
    </message>
    <message>
      <source>As JSON: {"water": "#0000ff"}. Classes that are not named keep the colour that the model gives them, or get one.</source>
      <translation>In formato JSON: {"water": "#0000ff"}. Le classi non indicate mantengono il colore assegnato dal modello, oppure ne ricevono uno.</translation>
    </message>
    <message>
      <source>as ONNX the encoder computes something else; it was not kept.</source>
      <translation>in formato ONNX l'encoder dà risultati diversi; non è stato conservato.</translation>
    </message>
    <message>
      <source>As suits the raster</source>
      <translation>Adatta al raster</translation>
    </message>
    <message>
      <source>As the file says</source>
      <translation>Dal file</translation>
    </message>
    <message>
      <source>as the only one</source>
      <translation>unica banda</translation>
    </message>
    <message>
      <source>As the recipe says</source>
      <translation>Dal metodo</translation>
    </message>
    <message>
      <source>as they are</source>
      <translation>così come sono</translation>
    </message>
    <message>
      <source>asked for, but bands have hardly moved</source>
      <translation>richiesto, ma le bande sono quasi invariate</translation>
    </message>
    <message>
      <source>Asking QGIS and the engine…</source>
      <translation>Raccolta di informazioni da QGIS e dal motore di calcolo…</translation>
    </message>
    <message>
      <source>assemble</source>
      <translation>assemblaggio</translation>
    </message>
    <message>
      <source>At {count} points {this} alone is right, at {other_count} {other} alone; the others tell nothing of which is better.</source>
      <translation>In {count} punti è corretta solo {this}, in {other_count} solo {other}; gli altri non dicono nulla su quale sia migliore.</translation>
    </message>
    <message>
      <source>Attribution</source>
      <translation>Attribuzione</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Auto</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Media</translation>
    </message>
    <message>
      <source>Average over flips and rotations</source>
      <translation>Ribaltamenti e rotazioni</translation>
    </message>
    <message>
      <source>Averaged over sizes</source>
      <translation>Media su dimensioni diverse</translation>
    </message>
    <message>
      <source>Averaged over turns and flips</source>
      <translation>Media su rotazioni e ribaltamenti</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Indietro</translation>
    </message>
    <message>
      <source>Back (B)</source>
      <translation>Indietro (B)</translation>
    </message>
    <message>
      <source>Back to Round {number}</source>
      <translation>Torna alla versione {number}</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Backbone</translation>
    </message>
    <message>
      <source>Band {band} alone stands for {names} and {last}: a model that was made for colours sees a grey picture. Expect a poorer map, or choose imagery in colours.</source>
      <translation>La sola banda {band} è usata per {names} e {last}: un modello creato per i colori vede un'immagine in grigio. Aspettati una mappa peggiore oppure scegli immagini a colori.</translation>
    </message>
    <message>
      <source>Band {band} holds nothing but 0 and {value}, as a mask does that says where there is data, and nothing marks it as one: where it is 0, the raster is classified all the same. If it is one, mark it as alpha (gdal_translate -colorinterp_{band} alpha) and take the new file.</source>
      <translation>La banda {band} contiene soltanto 0 e {value}, come una maschera che indica dove ci sono dati, ma nulla la contrassegna come tale: dove vale 0 il raster viene comunque classificato. Se è una maschera, contrassegnala come alfa (gdal_translate -colorinterp_{band} alpha) e usa il nuovo file.</translation>
    </message>
    <message>
      <source>Band {band} says that it is alpha, and {share} of its values lie between 0 and the largest: it looks like data. Only where it is 0 the raster is taken to be without data. If the band is imagery, ask for it (BANDS), or take its name of alpha away.</source>
      <translation>La banda {band} si dichiara alfa, ma una parte dei suoi valori ({share}) è compresa tra 0 e il massimo: sembra contenere dati. Il raster è considerato senza dati solo dove vale 0. Se la banda fa parte delle immagini, richiedila (BANDS) oppure toglile il nome di alfa.</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, and it holds nothing but 0 and {value}, as a mask does. Choose the bands if this is wrong (BANDS): the model sees no imagery in it.</source>
      <translation>La banda {band} è usata come {wanted} e contiene soltanto 0 e {value}, come una maschera. Se è sbagliato, scegli le bande (BANDS): il modello non vi trova alcuna immagine.</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, but it seems to be {meaning} ({by}). Choose the bands if this is wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>La banda {band} è usata come {wanted}, ma sembra essere {meaning} ({by}). Se è sbagliato, scegli le bande (BANDS): il modello scambierebbe l'una per l'altra.</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bande</translation>
    </message>
    <message>
      <source>Bands alone, of any number</source>
      <translation>Solo bande, in qualsiasi numero</translation>
    </message>
    <message>
      <source>Bands for the model, in its order</source>
      <translation>Bande per il modello, nel suo ordine</translation>
    </message>
    <message>
      <source>Bands have hardly moved: nothing to match</source>
      <translation>Bande quasi invariate: nulla da allineare</translation>
    </message>
    <message>
      <source>Bands {bands} of the raster hold the same values everywhere: the model sees no colours, and the map will be poorer. Choose others (BANDS) if there are any.</source>
      <translation>Le bande {bands} del raster contengono ovunque gli stessi valori: il modello non vede colori e la mappa sarà peggiore. Se ce ne sono altre, sceglile (BANDS).</translation>
    </message>
    <message>
      <source>bands {names}</source>
      <translation>le bande {names}</translation>
    </message>
    <message>
      <source>Base model</source>
      <translation>Modello di partenza</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Diventa</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Prima</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}) and closes {closed:.0%} of the gap to the teacher.</source>
      <translation>Prima di imparare, la concordanza dello studente era {before:.1%}: la distillazione porta {gain:+.1f} punti (da {low:+.1f} a {high:+.1f}) e colma {closed:.0%} del divario con l'insegnante.</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}).</source>
      <translation>Prima di imparare, la concordanza dello studente era {before:.1%}: la distillazione porta {gain:+.1f} punti (da {low:+.1f} a {high:+.1f}).</translation>
    </message>
    <message>
      <source>Before, {unit}</source>
      <translation>Prima, {unit}</translation>
    </message>
    <message>
      <source>Begin Anew</source>
      <translation>Ricomincia</translation>
    </message>
    <message>
      <source>Beside each map: {file} beside {map}.</source>
      <translation>Accanto a ogni mappa: {file} accanto a {map}.</translation>
    </message>
    <message>
      <source>Best after step</source>
      <translation>Migliore dopo il passo</translation>
    </message>
    <message>
      <source>Bias</source>
      <translation>Bias</translation>
    </message>
    <message>
      <source>Bias of numbers</source>
      <translation>Bias dei numeri</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>Bilineare</translation>
    </message>
    <message>
      <source>block {block}: {times} of {all} times</source>
      <translation>blocco {block}: {times} volte su {all}</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>blu</translation>
    </message>
    <message>
      <source>Bright, low contrast</source>
      <translation>Luminoso, poco contrasto</translation>
    </message>
    <message>
      <source>Bring the model's values back</source>
      <translation>Ripristina i valori del modello</translation>
    </message>
    <message>
      <source>Brings a published model to this computer.</source>
      <translation>Porta un modello pubblicato su questo computer.</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>Edifici</translation>
    </message>
    <message>
      <source>Burn scars</source>
      <translation>Aree percorse dal fuoco</translation>
    </message>
    <message>
      <source>by colour</source>
      <translation>dal colore</translation>
    </message>
    <message>
      <source>By how much neighbouring windows overlap. By default the model's own. More overlap hides joins better and takes longer.</source>
      <translation>Di quanto si sovrappongono le finestre vicine. Per impostazione predefinita il valore del modello. Una sovrapposizione maggiore nasconde meglio le giunture e richiede più tempo.</translation>
    </message>
    <message>
      <source>By its CRS</source>
      <translation>Dal SR</translation>
    </message>
    <message>
      <source>By its CRS a pixel of the raster measures {own} m; the {said} m that were given (PIXEL_SIZE) are for rasters without one and were not used.</source>
      <translation>Secondo il suo SR, un pixel del raster misura {own} m; il valore fornito di {said} m (PIXEL_SIZE) vale per i raster senza SR e non è stato usato.</translation>
    </message>
    <message>
      <source>By its unit, {unit}, the elevation of the raster is in feet, and {model} takes metres: multiply it by 0.3048 first, for instance with the raster calculator.</source>
      <translation>Secondo la sua unità, {unit}, la quota nel raster è in piedi, mentre {model} si aspetta metri: moltiplicala prima per 0.3048, per esempio con il calcolatore raster.</translation>
    </message>
    <message>
      <source>by name</source>
      <translation>dal nome</translation>
    </message>
    <message>
      <source>by order</source>
      <translation>dall'ordine</translation>
    </message>
    <message>
      <source>By the colours that the file states, bands {bands} of the raster are {names}; by their names, {called}, they are others, whatever the sensor. Choose the bands if the colours are wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>Secondo i colori dichiarati dal file, le bande {bands} del raster sono {names}; secondo i loro nomi, {called}, sono altre, qualunque sia il sensore. Se i colori sono sbagliati, scegli le bande (BANDS): il modello scambierebbe le une per le altre.</translation>
    </message>
    <message>
      <source>By the name of the file</source>
      <translation>Dal nome del file</translation>
    </message>
    <message>
      <source>By the raster</source>
      <translation>In base al raster</translation>
    </message>
    <message>
      <source>by wavelength</source>
      <translation>dalla lunghezza d'onda</translation>
    </message>
    <message>
      <source>By {source}, the darkest of the raster is a reflectance of {low}, which is below 0: what is added to the numbers of such products was perhaps taken off them already. If so, say so: STRETCH 0,10000.</source>
      <translation>Secondo {source}, il valore più scuro del raster è una riflettanza di {low}, inferiore a 0: forse la costante aggiunta ai numeri di questi prodotti è già stata sottratta. In tal caso indicalo: STRETCH 0,10000.</translation>
    </message>
    <message>
      <source>By {source}, {added} was added to the numbers of the raster. {model} takes numbers as they are, and by its means it was trained without that. If so, import it again with the range that it takes (VALUES 0,10000).</source>
      <translation>Secondo {source}, ai numeri del raster è stato aggiunto {added}. {model} accetta i numeri così come sono e, a giudicare dalle sue medie, è stato addestrato senza quell'aggiunta. In tal caso importalo di nuovo con l'intervallo che accetta (VALUES 0,10000).</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>byte</translation>
    </message>
    <message>
      <source>C&amp;luster</source>
      <translation>C&amp;luster</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annulla</translation>
    </message>
    <message>
      <source>Canceled.</source>
      <translation>Annullato.</translation>
    </message>
    <message>
      <source>Canceled: the map holds what was done until then.</source>
      <translation>Annullato: la mappa contiene quanto fatto fino a quel momento.</translation>
    </message>
    <message>
      <source>Canceled; finished maps stay.</source>
      <translation>Annullato; le mappe completate rimangono.</translation>
    </message>
    <message>
      <source>Canceled; no model was made.</source>
      <translation>Annullato; non è stato creato alcun modello.</translation>
    </message>
    <message>
      <source>Canceled; nothing was measured.</source>
      <translation>Annullato; non è stato misurato nulla.</translation>
    </message>
    <message>
      <source>Canceled; nothing was written.</source>
      <translation>Annullato; non è stato scritto nulla.</translation>
    </message>
    <message>
      <source>Canceled; the map is a temporary one still.</source>
      <translation>Annullato; la mappa è ancora temporanea.</translation>
    </message>
    <message>
      <source>Canceled; what is done is kept for the same run to go on from.</source>
      <translation>Annullato; quanto fatto è conservato e la stessa esecuzione può riprendere da lì.</translation>
    </message>
    <message>
      <source>Canceling…</source>
      <translation>Annullamento…</translation>
    </message>
    <message>
      <source>Candidates</source>
      <translation>Candidati</translation>
    </message>
    <message>
      <source>Candidates from {threshold} %</source>
      <translation>Candidati da {threshold}%</translation>
    </message>
    <message>
      <source>Candidates – {name}</source>
      <translation>Candidati – {name}</translation>
    </message>
    <message>
      <source>canvas</source>
      <translation>area di mappa</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>Scheda</translation>
    </message>
    <message>
      <source>Certif&amp;icates</source>
      <translation>Certif&amp;icati</translation>
    </message>
    <message>
      <source>Change between two land-cover maps, {date}</source>
      <translation>Cambiamento tra due mappe di copertura del suolo, {date}</translation>
    </message>
    <message>
      <source>change detection,from-to matrix,transition,land cover change,difference,gain,loss</source>
      <translation>rilevamento dei cambiamenti,change detection,matrice di transizione,transizione,cambiamento di copertura del suolo,differenza,guadagno,perdita</translation>
    </message>
    <message>
      <source>Change – {before} → {after}</source>
      <translation>Cambiamento – {before} → {after}</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Cambiato</translation>
    </message>
    <message>
      <source>Changed (0 to 1)</source>
      <translation>Cambiato (da 0 a 1)</translation>
    </message>
    <message>
      <source>Changed: {percent} % of where both maps have a class. These are counted pixels, not estimates: what either map has wrong counts as change.</source>
      <translation>Cambiato: {percent}% dell'area in cui entrambe le mappe hanno una classe. Sono pixel contati, non stime: ciò che è sbagliato in una delle mappe conta come cambiamento.</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>Cambiamenti</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Verifica</translation>
    </message>
    <message>
      <source>Checking the installation…</source>
      <translation>Verifica dell'installazione…</translation>
    </message>
    <message>
      <source>checkpoint,weights,hugging face,mirror,offline</source>
      <translation>checkpoint,pesi,hugging face,mirror,offline,modello</translation>
    </message>
    <message>
      <source>checkpoint,weights,pth,safetensors,onnx,stac,convert</source>
      <translation>checkpoint,pesi,pth,safetensors,onnx,stac,convertire</translation>
    </message>
    <message>
      <source>Checkpoints ({patterns})</source>
      <translation>Checkpoint ({patterns})</translation>
    </message>
    <message>
      <source>Checks a file and stores it as a model that runs at once:
- a CrossEarth checkpoint (.pth, .safetensors), read without executing anything in it; one of a DINOv2 backbone becomes a model to be adapted first
- an encoder for other sensors (.pth, .pt), to be adapted first
- an ONNX file, with the keys of Deepness, with ours, or without any
- a STAC item of the Machine Learning Model extension (.json) beside its weights, or the folder of one

What the file does not tell is assumed and said, unless you tell it under the advanced parameters.</source>
      <translation>Verifica un file e lo memorizza come modello subito utilizzabile:
- un checkpoint di CrossEarth (.pth, .safetensors), letto senza eseguire nulla di ciò che contiene; uno di un backbone DINOv2 diventa un modello da adattare prima
- un encoder per altri sensori (.pth, .pt), da adattare prima
- un file ONNX, con le chiavi di Deepness, con le nostre o senza
- un item STAC dell'estensione Machine Learning Model (.json) accanto ai suoi pesi, oppure la sua cartella

Ciò che il file non indica viene presunto e segnalato, a meno che non lo indichi tu nei parametri avanzati.</translation>
    </message>
    <message>
      <source>Choose a Folder with a Standalone Python</source>
      <translation>Scegli una cartella con un Python autonomo</translation>
    </message>
    <message>
      <source>Choose a Folder with Certificates</source>
      <translation>Scegli una cartella di certificati</translation>
    </message>
    <message>
      <source>Choose a Folder with Published Models</source>
      <translation>Scegli una cartella di modelli pubblicati</translation>
    </message>
    <message>
      <source>Choose a layer of polygons or points that have a number.</source>
      <translation>Scegli un layer di poligoni o punti con un valore numerico.</translation>
    </message>
    <message>
      <source>Choose a layer of sample polygons or points, or create one with the button beside it.</source>
      <translation>Scegli un layer di poligoni o punti campione, oppure creane uno con il pulsante accanto.</translation>
    </message>
    <message>
      <source>Choose a layer of samples, or create one.</source>
      <translation>Scegli un layer di campioni oppure creane uno.</translation>
    </message>
    <message>
      <source>Choose a Model File</source>
      <translation>Scegli un file di modello</translation>
    </message>
    <message>
      <source>Choose a model file</source>
      <translation>Scegli un file di modello</translation>
    </message>
    <message>
      <source>Choose a model file (.onnx, model.json) or a model folder</source>
      <translation>Scegli un file di modello (.onnx, model.json) o una cartella di modello</translation>
    </message>
    <message>
      <source>Choose a Model Folder</source>
      <translation>Scegli una cartella di modello</translation>
    </message>
    <message>
      <source>Choose a model.</source>
      <translation>Scegli un modello.</translation>
    </message>
    <message>
      <source>Choose a Python with the Engine's Packages</source>
      <translation>Scegli un Python con i pacchetti del motore di calcolo</translation>
    </message>
    <message>
      <source>Choose a Raster File</source>
      <translation>Scegli un file raster</translation>
    </message>
    <message>
      <source>Choose a raster file</source>
      <translation>Scegli un file raster</translation>
    </message>
    <message>
      <source>Choose a raster file that is not in the project</source>
      <translation>Scegli un file raster che non è nel progetto</translation>
    </message>
    <message>
      <source>Choose a Scheduler File</source>
      <translation>Scegli un file di scheduler</translation>
    </message>
    <message>
      <source>Choose groups in the table one by one, to see what they are</source>
      <translation>Scegli i gruppi nella tabella uno per uno, per vedere che cosa sono</translation>
    </message>
    <message>
      <source>Choose the field that holds the class.</source>
      <translation>Scegli il campo che contiene la classe.</translation>
    </message>
    <message>
      <source>Choose the map to judge.</source>
      <translation>Scegli la mappa da valutare.</translation>
    </message>
    <message>
      <source>Choose two different maps.</source>
      <translation>Scegli due mappe diverse.</translation>
    </message>
    <message>
      <source>Choosing places</source>
      <translation>Scelta dei luoghi</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Classe</translation>
    </message>
    <message>
      <source>Class &amp;field</source>
      <translation>Ca&amp;mpo classe</translation>
    </message>
    <message>
      <source>Class outside of the reference</source>
      <translation>Classe al di fuori del riferimento</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Raster di classi</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>classe {number}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classi</translation>
    </message>
    <message>
      <source>Classes and their keys</source>
      <translation>Classi e relativi tasti</translation>
    </message>
    <message>
      <source>Classes are weighted by how much of each there is likely to be on the ground that was looked at, not by how much of each was drawn. One polygon more of each is counted than was held out, taken for any of them alike: few without an error do not show that there is none.</source>
      <translation>Le classi sono pesate in base a quanta parte del terreno esaminato è probabile che occupino, non in base a quanto ne è stato disegnato. Per ciascuna viene contato un poligono in più di quelli tenuti da parte, attribuito in parti uguali a tutte le classi: pochi poligoni senza errori non dimostrano che di errori non ce ne siano.</translation>
    </message>
    <message>
      <source>Classes before and after</source>
      <translation>Classi prima e dopo</translation>
    </message>
    <message>
      <source>Classes found</source>
      <translation>Classi trovate</translation>
    </message>
    <message>
      <source>Classes to teach</source>
      <translation>Classi da insegnare</translation>
    </message>
    <message>
      <source>Classes whose polygons get right angles, with commas between them, such as building. Their neighbours keep the shared edges; what is round or has no two main directions stays as it is. Empty: none.</source>
      <translation>Classi i cui poligoni ricevono angoli retti, separate da virgole, per esempio building. I poligoni vicini mantengono i bordi comuni; ciò che è tondo o non ha due direzioni principali resta com'è. Vuoto: nessuna.</translation>
    </message>
    <message>
      <source>Classes, such as water and forest; or numbers, such as heights or shares of cover</source>
      <translation>Classi, come acqua e bosco; oppure numeri, come altezze o percentuali di copertura</translation>
    </message>
    <message>
      <source>Classify Objects…</source>
      <translation>Classifica oggetti…</translation>
    </message>
    <message>
      <source>Classify the objects of a layer</source>
      <translation>Classifica gli oggetti di un layer</translation>
    </message>
    <message>
      <source>Click in the map where there is a {name}.</source>
      <translation>Fai clic sulla mappa dove è presente la classe {name}.</translation>
    </message>
    <message>
      <source>Click one or a few objects first.</source>
      <translation>Fai prima clic su uno o più oggetti.</translation>
    </message>
    <message>
      <source>Click the corners of a {name} in the map; a right click ends the polygon.</source>
      <translation>Fai clic sulla mappa sui vertici di un poligono della classe {name}; il clic destro lo termina.</translation>
    </message>
    <message>
      <source>Click what you look for in the map; a right click ends</source>
      <translation>Fai clic sulla mappa su ciò che cerchi; il clic destro termina</translation>
    </message>
    <message>
      <source>Clouds</source>
      <translation>Nuvole</translation>
    </message>
    <message>
      <source>Clouds and shadows</source>
      <translation>Nuvole e ombre</translation>
    </message>
    <message>
      <source>Coarsest pixel of the rasters, m</source>
      <translation>Pixel più grossolano dei raster, m</translation>
    </message>
    <message>
      <source>coastal aerosol</source>
      <translation>aerosol costiero</translation>
    </message>
    <message>
      <source>Collects what others need to know to find a fault: versions, the computer and its devices, how the engine was installed, changed settings, environment variables, models and the end of the log. Your name, the name of the computer, your home folder, passwords and what follows in web addresses are left out. Read it before you send it.

It works without an engine, too.</source>
      <translation>Raccoglie ciò che serve ad altri per trovare un errore: versioni, il computer e i suoi dispositivi, come è stato installato il motore di calcolo, impostazioni modificate, variabili d'ambiente, modelli e la fine del log. Il tuo nome, il nome del computer, la tua cartella utente, le password e ciò che segue negli indirizzi web sono esclusi. Leggi il testo prima di inviarlo.

Funziona anche senza motore di calcolo.</translation>
    </message>
    <message>
      <source>Colours of the classes</source>
      <translation>Colori delle classi</translation>
    </message>
    <message>
      <source>comes with the plugin, nothing to download</source>
      <translation>fornito con il plugin, nulla da scaricare</translation>
    </message>
    <message>
      <source>Compare two maps</source>
      <translation>Confronta due mappe</translation>
    </message>
    <message>
      <source>Compare two maps: what has become of what, and how much</source>
      <translation>Confronta due mappe: che cosa è diventato che cosa, e in che misura</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>Confrontato</translation>
    </message>
    <message>
      <source>Compared with another raster, pixel by pixel, wherever both have a class.</source>
      <translation>Confronto con un altro raster, pixel per pixel, ovunque entrambi abbiano una classe.</translation>
    </message>
    <message>
      <source>Compared with the map</source>
      <translation>Confronto con la mappa</translation>
    </message>
    <message>
      <source>Compared with {count} points of a random sample within {strata} strata: each counts for the part of its stratum that it stands for. Error bars hold if the points are those that were drawn, and whoever labelled them did not look at a map.</source>
      <translation>Confronto con {count} punti di un campione casuale in {strata} strati: ciascuno conta per la parte del suo strato che rappresenta. Le barre di errore sono valide se i punti sono quelli estratti e se chi li ha etichettati non ha guardato una mappa.</translation>
    </message>
    <message>
      <source>Compared with {count} points: each counts as much as any other.</source>
      <translation>Confronto con {count} punti: ciascuno conta quanto ogni altro.</translation>
    </message>
    <message>
      <source>Compared with {count} points: each with the pixel that it lies in.</source>
      <translation>Confronto con {count} punti: ciascuno con il pixel in cui si trova.</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each pixel in them counts.</source>
      <translation>Confronto con {count} poligoni: conta ogni pixel al loro interno.</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each, once, with the mean of the pixels in it. Polygons that somebody has chosen are no random sample: the figures hold for places like these.</source>
      <translation>Confronto con {count} poligoni: ciascuno, una volta sola, con la media dei pixel al suo interno. I poligoni scelti da qualcuno non sono un campione casuale: gli indici valgono per luoghi come questi.</translation>
    </message>
    <message>
      <source>Compares a map with polygons, points or a raster that say what is really there: confusion matrix, overall accuracy, kappa, and precision, recall, F1 and IoU of each class.

From the random points of “Draw sample points on a map”, filled in by eye, it also estimates the true area of each class with its 95 % confidence interval (Olofsson and others, 2014).

Give a map; or a model and a raster, which is then mapped first. With another map the same points also tell which of the two is better, and how sure that is.

Example: MAP map.tif, AGAINST other-map.tif, REFERENCE points.gpkg, CLASS_FIELD reference.</source>
      <translation>Confronta una mappa con poligoni, punti o un raster che indicano ciò che è realmente presente: matrice di confusione, accuratezza complessiva, kappa, e precisione, recall, F1 e IoU di ogni classe.

Dai punti casuali di “Estrai punti campione su una mappa”, compilati a vista, stima anche l'area reale di ogni classe con il suo intervallo di confidenza al 95% (Olofsson e altri, 2014).

Fornisci una mappa; oppure un modello e un raster, che viene prima mappato. Con un'altra mappa gli stessi punti dicono anche quale delle due è migliore, e con quale sicurezza.

Esempio: MAP mappa.tif, AGAINST altra-mappa.tif, REFERENCE punti.gpkg, CLASS_FIELD reference.</translation>
    </message>
    <message>
      <source>Compares two class rasters pixel by pixel: a raster with a class for each change that there is, such as “forest → building”, and the area of each, as a table and, if you like, as a page. The maps may be of any program; classes are matched by the names in their legends, and where there are none, by their values.

Areas are counted pixels: what either map has wrong counts as change. For areas with error bars draw sample points on the map of changes, say at each what has become of what, and give both to “Measure the accuracy of a map”.

Example: BEFORE map-2020.tif, AFTER map-2024.tif, OUTPUT change.tif. Maps whose pixels are not the same are refused; with ALIGN=before the second one is brought to the pixels of the first, each of which gets the class of the nearest.</source>
      <translation>Confronta due raster di classi pixel per pixel: ne ricava un raster con una classe per ogni cambiamento presente, per esempio “bosco → edificio”, e l'area di ciascuno, come tabella e, se vuoi, come pagina. Le mappe possono provenire da qualsiasi programma; le classi vengono abbinate in base ai nomi nelle legende e, dove mancano, in base ai valori.

Le aree sono pixel contati: ciò che è sbagliato in una delle mappe conta come cambiamento. Per ottenere aree con barre di errore, estrai punti campione sulla mappa dei cambiamenti, indica per ciascuno che cosa è diventato che cosa e passa entrambi a “Misura l'accuratezza di una mappa”.

Esempio: BEFORE mappa-2020.tif, AFTER mappa-2024.tif, OUTPUT cambiamenti.tif. Le mappe con pixel diversi vengono rifiutate; con ALIGN=before la seconda viene portata sui pixel della prima, ognuno dei quali riceve la classe del più vicino.</translation>
    </message>
    <message>
      <source>Comparing the maps</source>
      <translation>Confronto delle mappe</translation>
    </message>
    <message>
      <source>Comparing with the reference</source>
      <translation>Confronto con il riferimento</translation>
    </message>
    <message>
      <source>Completing the files</source>
      <translation>Completamento dei file</translation>
    </message>
    <message>
      <source>Compute on</source>
      <translation>Calcola su</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>Calcolo</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confidenza</translation>
    </message>
    <message>
      <source>Confidence of the map</source>
      <translation>Confidenza della mappa</translation>
    </message>
    <message>
      <source>Confidence – {name}</source>
      <translation>Confidenza – {name}</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>Confusione</translation>
    </message>
    <message>
      <source>Confusion by area</source>
      <translation>Confusione per area</translation>
    </message>
    <message>
      <source>Connecting to download {model}…</source>
      <translation>Connessione per scaricare {model}…</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Contenuti</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copiato</translation>
    </message>
    <message>
      <source>Copy all lines, to paste in a report</source>
      <translation>Copia tutte le righe, da incollare in una segnalazione</translation>
    </message>
    <message>
      <source>Copy as &amp;Python Command</source>
      <translation>Copia come comando &amp;Python</translation>
    </message>
    <message>
      <source>Copy as &amp;qgis_process Command</source>
      <translation>Copia come comando &amp;qgis_process</translation>
    </message>
    <message>
      <source>Copy Log</source>
      <translation>Copia log</translation>
    </message>
    <message>
      <source>Copy this into a report of a fault. Names, your home folder and passwords have been left out; read it before you send it. Nothing is sent by itself.</source>
      <translation>Copia questo testo in una segnalazione di errore. Nomi, cartella utente e password sono stati esclusi; leggilo prima di inviarlo. Nulla viene inviato automaticamente.</translation>
    </message>
    <message>
      <source>Cores</source>
      <translation>Core</translation>
    </message>
    <message>
      <source>Corruptions and strengths of REOBench (Li and others, 2025, arXiv 2505.16793), of which the first strength of brightness and contrast changes nothing. Of what is no bytes, 0.5 and 99.5 % of the values stand for black and white; where its values are stretched for the model by what they are like, haze and brightness are taken away again, as they are in any run. Turned, shrunk and shifted imagery is told to the model as if it were not; its map is put back in place before it is compared.</source>
      <translation>Degradazioni e intensità di REOBench (Li e altri, 2025, arXiv 2505.16793); la prima intensità di luminosità e contrasto non cambia nulla. Per i valori che non sono byte, il nero e il bianco corrispondono allo 0,5 e al 99,5% dei valori; se questi vengono stirati per il modello in base alla loro distribuzione, foschia e luminosità vengono di nuovo eliminate, come in qualsiasi esecuzione. Le immagini ruotate, ridotte e spostate sono presentate al modello come se non lo fossero; la loro mappa viene rimessa a posto prima del confronto.</translation>
    </message>
    <message>
      <source>Costs (JSON)</source>
      <translation>Costi (JSON)</translation>
    </message>
    <message>
      <source>Course of the training</source>
      <translation>Andamento dell'addestramento</translation>
    </message>
    <message>
      <source>Create a layer to draw samples in</source>
      <translation>Crea un layer in cui disegnare i campioni</translation>
    </message>
    <message>
      <source>Creates the Python environment that the engine runs in, in the user data folder. QGIS's own Python is not changed. Needed once, and after an update of the plugin that asks for it; an environment that is complete is left as it is.

The panel does the same with a button. This is for machines without a window: qgis_process run crossearth:setupengine</source>
      <translation>Crea l'ambiente Python in cui funziona il motore di calcolo, nella cartella dati dell'utente. Il Python di QGIS non viene modificato. È necessario una sola volta, e dopo un aggiornamento del plugin che lo richieda; un ambiente completo resta com'è.

Il pannello fa lo stesso con un pulsante. Questo algoritmo serve per computer senza interfaccia grafica: qgis_process run crossearth:setupengine</translation>
    </message>
    <message>
      <source>Creating the environment with {python}…</source>
      <translation>Creazione dell'ambiente con {python}…</translation>
    </message>
    <message>
      <source>CrossEarth Diagnostics</source>
      <translation>Diagnostica di CrossEarth</translation>
    </message>
    <message>
      <source>CrossEarth Help</source>
      <translation>Guida di CrossEarth</translation>
    </message>
    <message>
      <source>CRS after, as asked</source>
      <translation>SR dopo, come richiesto</translation>
    </message>
    <message>
      <source>CRS as asked</source>
      <translation>SR come richiesto</translation>
    </message>
    <message>
      <source>CRS before, as asked</source>
      <translation>SR prima, come richiesto</translation>
    </message>
    <message>
      <source>CRS of the other map, as asked</source>
      <translation>SR dell'altra mappa, come richiesto</translation>
    </message>
    <message>
      <source>CRS of the raster</source>
      <translation>SR del raster</translation>
    </message>
    <message>
      <source>CRS of the reference, as asked</source>
      <translation>SR del riferimento, come richiesto</translation>
    </message>
    <message>
      <source>Ctrl+C copies the table or the selected rows</source>
      <translation>Ctrl+C copia la tabella o le righe selezionate</translation>
    </message>
    <message>
      <source>Ctrl+Return runs, Esc cancels</source>
      <translation>Ctrl+Invio esegue, Esc annulla</translation>
    </message>
    <message>
      <source>Cubic</source>
      <translation>Cubico</translation>
    </message>
    <message>
      <source>Curves of the training</source>
      <translation>Curve dell'addestramento</translation>
    </message>
    <message>
      <source>Data folder</source>
      <translation>Cartella dati</translation>
    </message>
    <message>
      <source>Dataset it was trained on</source>
      <translation>Dataset con cui è stato addestrato</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>Dates that stand for those that the model has learned</source>
      <translation>Date che sostituiscono quelle imparate dal modello</translation>
    </message>
    <message>
      <source>De&amp;lete…</source>
      <translation>E&amp;limina…</translation>
    </message>
    <message>
      <source>decibels</source>
      <translation>decibel</translation>
    </message>
    <message>
      <source>degrees</source>
      <translation>gradi</translation>
    </message>
    <message>
      <source>Delete a Model</source>
      <translation>Elimina un modello</translation>
    </message>
    <message>
      <source>Delete the model “{name}” and its earlier rounds? Maps that it has made stay, but no more can be made with it. This cannot be undone.</source>
      <translation>Eliminare il modello “{name}” e le sue versioni precedenti? Le mappe già create rimangono, ma non sarà possibile crearne altre. L'operazione non può essere annullata.</translation>
    </message>
    <message>
      <source>Delete the packages that the panel has downloaded. Models and maps stay.</source>
      <translation>Elimina i pacchetti scaricati dal pannello. Modelli e mappe rimangono.</translation>
    </message>
    <message>
      <source>Delete {folder}?

Models and maps stay. The panel can set the engine up again.</source>
      <translation>Eliminare {folder}?

Modelli e mappe rimangono. Il pannello può configurare di nuovo il motore di calcolo.</translation>
    </message>
    <message>
      <source>Deleting the model {name}</source>
      <translation>Eliminazione del modello {name}</translation>
    </message>
    <message>
      <source>density</source>
      <translation>densità</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>Deviazione</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Device that computes</source>
      <translation>Dispositivo di calcolo</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnostica</translation>
    </message>
    <message>
      <source>Diagnostics…</source>
      <translation>Diagnostica…</translation>
    </message>
    <message>
      <source>Distill a model</source>
      <translation>Distilla un modello</translation>
    </message>
    <message>
      <source>distillation,teacher,student,compress,fast,train,machine learning,deep learning</source>
      <translation>distillazione,insegnante,studente,compresso,veloce,addestrare,machine learning,deep learning,apprendimento automatico</translation>
    </message>
    <message>
      <source>Distilling took {distilling}, of which the teacher {lessons_time} for {lessons} windows, {teacher_s} s each. A map of this raster takes the teacher {teacher_windows} or {teacher_time}, the new model {student_windows} or {student_time}, at {student_s} s each: together with distilling {share} % of a map by the teacher.</source>
      <translation>La distillazione ha richiesto {distilling}, di cui {lessons_time} all'insegnante per {lessons} finestre, {teacher_s} s ciascuna. Una mappa di questo raster richiede all'insegnante {teacher_windows}, ovvero {teacher_time}, e al nuovo modello {student_windows}, ovvero {student_time}, a {student_s} s ciascuna: insieme alla distillazione, {share}% di una mappa dell'insegnante.</translation>
    </message>
    <message>
      <source>Divides a raster into groups by what a model sees of it, or by its bands alone (k-means). What a group is, is for you to say: name the groups on the page Adapt, and they become samples of classes.

Groups are numbered from the darkest to the brightest. The same seed gives the same map. What the model sees is kept: another number of groups takes a few seconds.

Example: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.</source>
      <translation>Divide un raster in gruppi in base a ciò che ne vede un modello, o in base alle sole bande (k-means). Che cos'è un gruppo lo decidi tu: assegna un nome ai gruppi nella pagina Adatta ed essi diventano campioni di classi.

I gruppi sono numerati dal più scuro al più chiaro. Lo stesso seme dà la stessa mappa. Ciò che vede il modello viene conservato: un altro numero di gruppi richiede pochi secondi.

Esempio: INPUT scena.tif, GROUPS 12, OUTPUT gruppi.tif.</translation>
    </message>
    <message>
      <source>Do&amp;wnload ({size})</source>
      <translation>&amp;Scarica ({size})</translation>
    </message>
    <message>
      <source>Does for many rasters what crossearth:segment does for one. The model is loaded once; a raster that fails is reported and does not stop the others. Each map has the name of its raster; the report sums them up.</source>
      <translation>Fa per molti raster ciò che crossearth:segment fa per uno. Il modello viene caricato una sola volta; un raster che non riesce viene segnalato e non ferma gli altri. Ogni mappa ha il nome del suo raster; il report le riassume.</translation>
    </message>
    <message>
      <source>Done once. CrossEarth computes in a program of its own, with its own Python packages: QGIS and its Python stay as they are, and your imagery never leaves this computer.</source>
      <translation>Da fare una sola volta. CrossEarth calcola in un programma separato, con i propri pacchetti Python: QGIS e il suo Python restano come sono e le tue immagini non lasciano mai questo computer.</translation>
    </message>
    <message>
      <source>Double-click to change the colour</source>
      <translation>Doppio clic per cambiare il colore</translation>
    </message>
    <message>
      <source>doubtful</source>
      <translation>dubbia</translation>
    </message>
    <message>
      <source>Doubtful, not in the sums</source>
      <translation>Dubbie, escluse dalle somme</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Scaricamento</translation>
    </message>
    <message>
      <source>Download &amp;from</source>
      <translation>Scari&amp;ca da</translation>
    </message>
    <message>
      <source>Download a published model</source>
      <translation>Scarica un modello pubblicato</translation>
    </message>
    <message>
      <source>Download a Python if none of this computer will do</source>
      <translation>Scarica un Python se nessuno di questo computer è adatto</translation>
    </message>
    <message>
      <source>Download Python</source>
      <translation>Scarica Python</translation>
    </message>
    <message>
      <source>Download PyTorch</source>
      <translation>Scarica PyTorch</translation>
    </message>
    <message>
      <source>Download the model “{model}” first.</source>
      <translation>Scarica prima il modello “{model}”.</translation>
    </message>
    <message>
      <source>Download {size} and add {name} to the engine in
{folder}?</source>
      <translation>Scaricare {size} e aggiungere {name} al motore di calcolo in
{folder}?</translation>
    </message>
    <message>
      <source>Downloading Python {version} from {host}…</source>
      <translation>Scaricamento di Python {version} da {host}…</translation>
    </message>
    <message>
      <source>Downloading {name}: {size}…</source>
      <translation>Scaricamento di {name}: {size}…</translation>
    </message>
    <message>
      <source>Downloads a model that its authors published, checks it, and makes it ready to run: one of CrossEarth's, or one for clouds and their shadows, which comes in a Python package of which nothing is installed. Cancelling pauses: what has arrived is kept, and the next run goes on from there. QGIS's proxy is used.

A computer without internet takes the files from a folder or a mirror: copy them there, with a file SHA256SUMS as sha256sum writes it, and name the place.</source>
      <translation>Scarica un modello pubblicato dai suoi autori, lo verifica e lo prepara all'uso: uno di CrossEarth, oppure uno per le nuvole e le loro ombre, contenuto in un pacchetto Python di cui non viene installato nulla. Annullando si mette in pausa: quanto è arrivato è conservato e l'esecuzione successiva riprende da lì. Viene usato il proxy di QGIS.

Un computer senza internet prende i file da una cartella o da un mirror: copiali lì, con un file SHA256SUMS come quello scritto da sha256sum, e indica la posizione.</translation>
    </message>
    <message>
      <source>Downloads the packages that the engine computes with.</source>
      <translation>Scarica i pacchetti con cui calcola il motore di calcolo.</translation>
    </message>
    <message>
      <source>Draw sample points on a map</source>
      <translation>Estrai punti campione su una mappa</translation>
    </message>
    <message>
      <source>Draw sample points on the map, or choose some that you have.</source>
      <translation>Estrai punti campione sulla mappa oppure scegline di esistenti.</translation>
    </message>
    <message>
      <source>Draw samples of at least two classes: choose one and press Draw.</source>
      <translation>Disegna campioni di almeno due classi: scegline una e premi Disegna.</translation>
    </message>
    <message>
      <source>Draw samples of the chosen class</source>
      <translation>Disegna campioni della classe scelta</translation>
    </message>
    <message>
      <source>Drawing polygons</source>
      <translation>Disegno dei poligoni</translation>
    </message>
    <message>
      <source>Draws random points on a class map, so many in each class as Olofsson and others (2014) recommend. Look at the imagery at each point and fill its field “reference” with the class that is really there; what the map says is hidden on purpose. “Measure the accuracy of a map” then estimates accuracies and areas with their confidence intervals, of this map and of any other of the same place: each point carries the class that it was drawn from, and how large that is.</source>
      <translation>Estrae punti casuali su una mappa di classi, nel numero per classe raccomandato da Olofsson e altri (2014). Osserva le immagini in ogni punto e compila il suo campo “reference” con la classe realmente presente; ciò che dice la mappa è nascosto di proposito. “Misura l'accuratezza di una mappa” stima poi accuratezze e aree con i loro intervalli di confidenza, per questa mappa e per qualsiasi altra dello stesso luogo: ogni punto riporta la classe da cui è stato estratto e quanto essa è grande.</translation>
    </message>
    <message>
      <source>Draws random points on the map, so many in each class, into a layer of their own</source>
      <translation>Estrae punti casuali sulla mappa, un certo numero per classe, in un layer proprio</translation>
    </message>
    <message>
      <source>Driver of the device</source>
      <translation>Driver del dispositivo</translation>
    </message>
    <message>
      <source>Duplicate a Model</source>
      <translation>Duplica un modello</translation>
    </message>
    <message>
      <source>Duplicating the model {name}</source>
      <translation>Duplicazione del modello {name}</translation>
    </message>
    <message>
      <source>Duration (s)</source>
      <translation>Durata (s)</translation>
    </message>
    <message>
      <source>Each class</source>
      <translation>Per classe</translation>
    </message>
    <message>
      <source>Each counts alike: the figures are those of the map if the points are a random sample of it.</source>
      <translation>Tutti contano allo stesso modo: gli indici sono quelli della mappa se i punti ne sono un campione casuale.</translation>
    </message>
    <message>
      <source>Each counts for as much of the ground as it stands for in its stratum: the figures are those of the map.</source>
      <translation>Ciascuno conta per la superficie di terreno che rappresenta nel suo strato: gli indici sono quelli della mappa.</translation>
    </message>
    <message>
      <source>Each map is named after its raster; the style lies beside it.</source>
      <translation>Ogni mappa prende il nome del suo raster; lo stile si trova accanto.</translation>
    </message>
    <message>
      <source>Each sample counts once: of a polygon, the mean of what is mapped in it is compared with its number. No number is mapped beyond the least and the largest of the samples.</source>
      <translation>Ogni campione conta una volta: per un poligono, la media dei valori mappati al suo interno viene confrontata con il suo numero. Non vengono mappati numeri inferiori al minimo o superiori al massimo dei campioni.</translation>
    </message>
    <message>
      <source>Earlier rounds</source>
      <translation>Versioni precedenti</translation>
    </message>
    <message>
      <source>Earth-style injection</source>
      <translation>Earth-style injection</translation>
    </message>
    <message>
      <source>Edge of a square, an odd number: each pixel takes the class that most in the square have, which smooths outlines. By default none.</source>
      <translation>Lato di un quadrato, un numero dispari: ogni pixel prende la classe più frequente nel quadrato, il che liscia i contorni. Per impostazione predefinita nessuno.</translation>
    </message>
    <message>
      <source>Edge of the square that the model sees at once. By default the model's own; of several that are as good, the one with which this raster takes the least time. Smaller windows need less memory.</source>
      <translation>Lato del quadrato che il modello vede in una volta. Per impostazione predefinita quello del modello; tra più valori equivalenti, quello con cui questo raster richiede meno tempo. Finestre più piccole richiedono meno memoria.</translation>
    </message>
    <message>
      <source>Edge of what the network looks at at once.</source>
      <translation>Lato di ciò che la rete osserva in una volta.</translation>
    </message>
    <message>
      <source>either it or {file} has no CRS: they cannot be laid over each other.</source>
      <translation>manca il SR, qui oppure in {file}: la sovrapposizione non è possibile.</translation>
    </message>
    <message>
      <source>Empty: of an embedding raster its own vectors, of any other the model that comes with the plugin. Else the id of a model, its path, or bands for none.</source>
      <translation>Vuoto: per un raster di embedding i suoi stessi vettori, per qualsiasi altro il modello fornito con il plugin. Altrimenti l'ID di un modello, il suo percorso, oppure bands per nessuno.</translation>
    </message>
    <message>
      <source>Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the map; certificates, and what it calls your folders, are in QGIS's options.</source>
      <translation>Vuoto: questo computer. Oppure l'indirizzo o il file dello scheduler di un cluster i cui computer vedono il raster e la cartella della mappa; i certificati, e i nomi che dà alle tue cartelle, si trovano nelle opzioni di QGIS.</translation>
    </message>
    <message>
      <source>Empty: what the least number of points gives.</source>
      <translation>Vuoto: quello che risulta dal numero minimo di punti.</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Termina</translation>
    </message>
    <message>
      <source>Ends the training and keeps the best model so far</source>
      <translation>Termina l'addestramento e conserva il miglior modello ottenuto finora</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Motore di calcolo</translation>
    </message>
    <message>
      <source>enlarged to {size} m</source>
      <translation>ingrandito a pixel di {size} m</translation>
    </message>
    <message>
      <source>Environments made with {python} lack {modules}, which the engine needs. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Negli ambienti creati con {python} manca {modules}, che serve al motore di calcolo. Installa Python da python.org oppure scegline un altro in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Error bar ±</source>
      <translation>Errore ±</translation>
    </message>
    <message>
      <source>Estimated from the points, not counted on the map</source>
      <translation>Stimata dai punti, non contata sulla mappa</translation>
    </message>
    <message>
      <source>Estimated, {unit}</source>
      <translation>Stimata, {unit}</translation>
    </message>
    <message>
      <source>Estimates accuracies and areas with their error bars, by the points that are labelled</source>
      <translation>Stima accuratezze e aree con le relative barre di errore, in base ai punti etichettati</translation>
    </message>
    <message>
      <source>Exact test of McNemar (1947) at the points where one of the maps alone is right; of a stratified sample the exact permutation test of matched pairs (Fisher 1935), in which each point counts for the part of its stratum that it stands for. The 95 % interval of the difference is made as those of the shares (Fay and Kim 2017).</source>
      <translation>Test esatto di McNemar (1947) nei punti in cui è corretta una sola delle mappe; per un campione stratificato, il test esatto di permutazione per coppie appaiate (Fisher 1935), in cui ogni punto conta per la parte del suo strato che rappresenta. L'intervallo al 95% della differenza è calcolato come quelli delle quote (Fay e Kim 2017).</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>Attesa</translation>
    </message>
    <message>
      <source>Expected accuracy</source>
      <translation>Accuratezza attesa</translation>
    </message>
    <message>
      <source>Export a model</source>
      <translation>Esporta un modello</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Estensione</translation>
    </message>
    <message>
      <source>extent</source>
      <translation>estensione</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Non riuscite</translation>
    </message>
    <message>
      <source>Faster ways</source>
      <translation>Metodi più rapidi</translation>
    </message>
    <message>
      <source>Feature maps</source>
      <translation>Mappe di caratteristiche</translation>
    </message>
    <message>
      <source>Features that are no polygons are left out: {count}.</source>
      <translation>Elementi esclusi perché non sono poligoni: {count}.</translation>
    </message>
    <message>
      <source>Features that are no polygons or points are left out: {count}.</source>
      <translation>Elementi esclusi perché non sono poligoni né punti: {count}.</translation>
    </message>
    <message>
      <source>fetched and run by the makers of this plugin</source>
      <translation>scaricato ed eseguito dagli autori di questo plugin</translation>
    </message>
    <message>
      <source>Fetching the layer: block {done} of {total}</source>
      <translation>Prelievo del layer: blocco {done} di {total}</translation>
    </message>
    <message>
      <source>Fetching {width} × {height} pixels of {layer}, {size} m each, into a temporary file of {bytes}.</source>
      <translation>Prelievo di {width} × {height} pixel di {layer}, di {size} m ciascuno, in un file temporaneo di {bytes}.</translation>
    </message>
    <message>
      <source>Few pixels of the class {name} are drawn ({count}), and it takes {share} of the map. So few say little of it. Check by random points of the map (“Draw sample points on a map”), draw more of {name}, and of what it is confused with.</source>
      <translation>I pixel disegnati della classe {name} sono pochi ({count}), ma la classe occupa {share} della mappa. Così pochi dicono poco. Verifica con punti casuali sulla mappa (“Estrai punti campione su una mappa”), disegna altri campioni di {name} e di ciò con cui viene confusa.</translation>
    </message>
    <message>
      <source>Few samples of: {names}. With {fewest} or more of a class, some can be held out to measure the accuracy.</source>
      <translation>Pochi campioni di: {names}. Con almeno {fewest} per classe, alcuni possono essere tenuti da parte per misurare l'accuratezza.</translation>
    </message>
    <message>
      <source>Field of the classes</source>
      <translation>Campo delle classi</translation>
    </message>
    <message>
      <source>Field of the numbers</source>
      <translation>Campo dei numeri</translation>
    </message>
    <message>
      <source>Field with the class or number</source>
      <translation>Campo con la classe o il numero</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Campi coltivati</translation>
    </message>
    <message>
      <source>Fields of lists or bytes are not in the copy: {fields}.</source>
      <translation>I campi con liste o byte non sono nella copia: {fields}.</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>Indici</translation>
    </message>
    <message>
      <source>File</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Files of a model are being copied or deleted. Try again when that is done.</source>
      <translation>I file di un modello sono in fase di copia o eliminazione. Riprova al termine.</translation>
    </message>
    <message>
      <source>Find Groups</source>
      <translation>Trova gruppi</translation>
    </message>
    <message>
      <source>Find groups of pixels that are alike</source>
      <translation>Trova gruppi di pixel simili</translation>
    </message>
    <message>
      <source>Find Places</source>
      <translation>Trova luoghi</translation>
    </message>
    <message>
      <source>Find places to review</source>
      <translation>Trova luoghi da rivedere</translation>
    </message>
    <message>
      <source>Find similar places</source>
      <translation>Trova luoghi simili</translation>
    </message>
    <message>
      <source>Finds</source>
      <translation>Riconosce</translation>
    </message>
    <message>
      <source>Finds the places where a map is least certain, most undecided or least like what the model was trained on, spread over the area. They are points with these fields: rank, reason (confidence, lead or unfamiliarity), value (what that is there, percent), class_id and class_name (what the map says).

Draw a sample at each and adapt the model to them.

Give a map that was made with its confidence, its lead or its unfamiliarity; or a model and a raster, which is then mapped first.

Example: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.</source>
      <translation>Trova i luoghi in cui una mappa è meno certa, più indecisa o meno simile a ciò con cui è stato addestrato il modello, distribuiti nell'area. Sono punti con questi campi: rank (ordine), reason (motivo: confidence, lead o unfamiliarity), value (il valore corrispondente, in percentuale), class_id e class_name (ciò che dice la mappa).

Disegna un campione in ciascuno e adatta il modello a questi campioni.

Fornisci una mappa creata con la sua confidenza, il suo scarto tra classi o la sua estraneità; oppure un modello e un raster, che viene prima mappato.

Esempio: RASTER scena.tif, MODEL my-city, COUNT 20, OUTPUT luoghi.gpkg.</translation>
    </message>
    <message>
      <source>Fits a model to polygons drawn on imagery and stores it as a new model, which can be chosen at once. Some of the polygons are held out, whole ones, to measure how good the new model is where it has not been taught.

quick fits a small head on what the model sees; it takes seconds to a minute. full trains the model itself, which takes much longer and needs PyTorch. Cancelling keeps the best model so far.

A field of numbers, such as heights or shares of cover, makes a model whose maps tell these: choose “Numbers, not classes”.</source>
      <translation>Adatta un modello a poligoni disegnati sulle immagini e lo memorizza come nuovo modello, subito utilizzabile. Alcuni poligoni, interi, vengono tenuti da parte per misurare quanto è buono il nuovo modello dove non gli è stato insegnato nulla.

quick adatta una piccola testa a ciò che vede il modello; richiede da pochi secondi a un minuto. full addestra il modello stesso, impiega molto più tempo e richiede PyTorch. Annullando si conserva il miglior modello ottenuto finora.

Un campo di numeri, per esempio altezze o percentuali di copertura, dà un modello le cui mappe riportano questi valori: scegli “Numeri, non classi”.</translation>
    </message>
    <message>
      <source>Fits a small head on what the model sees: seconds to a minute</source>
      <translation>Adatta una piccola testa a ciò che vede il modello: da pochi secondi a un minuto</translation>
    </message>
    <message>
      <source>Floods</source>
      <translation>Inondazioni</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Cartella</translation>
    </message>
    <message>
      <source>Folder for the cluster</source>
      <translation>Cartella per il cluster</translation>
    </message>
    <message>
      <source>Folder for the maps</source>
      <translation>Cartella per le mappe</translation>
    </message>
    <message>
      <source>Folder for the model</source>
      <translation>Cartella per il modello</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Cartella del modello</translation>
    </message>
    <message>
      <source>Folder with the Engine's Packages</source>
      <translation>Cartella con i pacchetti del motore di calcolo</translation>
    </message>
    <message>
      <source>Folder with the packages</source>
      <translation>Cartella con i pacchetti</translation>
    </message>
    <message>
      <source>Folders &amp;there</source>
      <translation>Car&amp;telle sul cluster</translation>
    </message>
    <message>
      <source>For imagery of another date or sensor than the model was trained on: bands whose values have moved are brought back to those of the training before the model sees them. Where none has moved, nothing is changed. The model must know its values: the bundled one does, and those that are adapted here.</source>
      <translation>Per immagini di una data o di un sensore diversi da quelli di addestramento: le bande i cui valori si sono spostati vengono riportate a quelli dell'addestramento prima che il modello le veda. Se nessuna si è spostata, non cambia nulla. Il modello deve conoscere i propri valori: quello incluso li conosce, come quelli adattati qui.</translation>
    </message>
    <message>
      <source>Forget the object clicked last</source>
      <translation>Dimentica l'ultimo oggetto su cui hai fatto clic</translation>
    </message>
    <message>
      <source>Forget what was found; each model is tried at its next run</source>
      <translation>Dimentica i risultati; ogni modello viene provato di nuovo alla sua prossima esecuzione</translation>
    </message>
    <message>
      <source>Form of candidates</source>
      <translation>Forma dei candidati</translation>
    </message>
    <message>
      <source>Frequency ones (Earth-Adapter)</source>
      <translation>Moduli di frequenza (Earth-Adapter)</translation>
    </message>
    <message>
      <source>From 0 to 1, 0.85 where nothing is known: one number, or one for each class that the map has, with commas between them. The nearer to 0.5, the more points.</source>
      <translation>Da 0 a 1, 0.85 se non si sa nulla: un numero, oppure uno per ogni classe della mappa, separati da virgole. Più è vicina a 0.5, più punti servono.</translation>
    </message>
    <message>
      <source>From a &amp;Folder…</source>
      <translation>Da una car&amp;tella…</translation>
    </message>
    <message>
      <source>From what to what</source>
      <translation>Da che cosa a che cosa</translation>
    </message>
    <message>
      <source>From {address}</source>
      <translation>Da {address}</translation>
    </message>
    <message>
      <source>From {windows} of the teacher's on it is a fifth at most.</source>
      <translation>A partire da {windows} dell'insegnante è al massimo un quinto.</translation>
    </message>
    <message>
      <source>Full training</source>
      <translation>Addestramento completo</translation>
    </message>
    <message>
      <source>Gained</source>
      <translation>Guadagno</translation>
    </message>
    <message>
      <source>Gaps in stripes</source>
      <translation>Lacune a strisce</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>Sfocatura gaussiana</translation>
    </message>
    <message>
      <source>Gaussian noise</source>
      <translation>Rumore gaussiano</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>GeoPackage with the map as polygons, without gaps between neighbours, each with its class and area.</source>
      <translation>GeoPackage con la mappa in forma di poligoni, senza spazi tra quelli adiacenti, ciascuno con la sua classe e la sua area.</translation>
    </message>
    <message>
      <source>GeoTIFF (*.tif *.tiff)</source>
      <translation>GeoTIFF (*.tif *.tiff)</translation>
    </message>
    <message>
      <source>GeoTIFF for the class map. Empty: a file beside the project, named after raster and model. No map takes the name of another: the next one gets a number</source>
      <translation>GeoTIFF per la mappa delle classi. Vuoto: un file accanto al progetto, con il nome del raster e del modello. Nessuna mappa prende il nome di un'altra: alla successiva viene aggiunto un numero</translation>
    </message>
    <message>
      <source>GeoTIFF of class numbers, with colours, class names and areas in the file and a style beside it.</source>
      <translation>GeoTIFF di numeri di classe, con colori, nomi delle classi e aree nel file e uno stile accanto.</translation>
    </message>
    <message>
      <source>Get Python fr&amp;om</source>
      <translation>&amp;Ottieni Python da</translation>
    </message>
    <message>
      <source>Give each parcel or building of a layer the class it has on a map</source>
      <translation>Assegna a ogni particella o edificio di un layer la classe che ha su una mappa</translation>
    </message>
    <message>
      <source>Give either a map, or a raster and the model that maps it.</source>
      <translation>Fornisci una mappa, oppure un raster e il modello con cui mapparlo.</translation>
    </message>
    <message>
      <source>Give either polygons or points, or a raster, as reference.</source>
      <translation>Come riferimento fornisci poligoni o punti, oppure un raster.</translation>
    </message>
    <message>
      <source>Gives each object of a layer, such as parcels or outlines of buildings, the class that most of its pixels have on a map. The result is a copy of the layer with all its fields and these: class_id, class_name, share (percent of the pixels that have this class), confidence (their mean, percent, where it is known) and pixels.

Give a map; or a model and a raster, which is then mapped first.

Example: OBJECTS parcels.gpkg, MAP map.tif, OUTPUT classified.gpkg. Objects with a small share or confidence are those to look at.</source>
      <translation>Assegna a ogni oggetto di un layer, per esempio particelle o sagome di edifici, la classe che la maggior parte dei suoi pixel ha su una mappa. Il risultato è una copia del layer con tutti i suoi campi e questi: class_id, class_name, share (percentuale dei pixel che hanno questa classe), confidence (la loro confidenza media, in percentuale, se nota) e pixels.

Fornisci una mappa; oppure un modello e un raster, che viene prima mappato.

Esempio: OBJECTS particelle.gpkg, MAP mappa.tif, OUTPUT classificati.gpkg. Gli oggetti con una quota o una confidenza bassa sono quelli da controllare.</translation>
    </message>
    <message>
      <source>Gives each parcel or building its class on a map, as fields of a copy.</source>
      <translation>Assegna a ogni particella o edificio la sua classe su una mappa, come campi di una copia.</translation>
    </message>
    <message>
      <source>Gives names and colours to the classes. Empty: the dataset of the published file of this name; of other files the classes are numbered.</source>
      <translation>Assegna nomi e colori alle classi. Vuoto: il dataset del file pubblicato con questo nome; per altri file le classi sono numerate.</translation>
    </message>
    <message>
      <source>Giving small patches to their neighbours</source>
      <translation>Assegnazione delle zone piccole a quelle vicine</translation>
    </message>
    <message>
      <source>Giving the objects their classes</source>
      <translation>Assegnazione delle classi agli oggetti</translation>
    </message>
    <message>
      <source>Go Back</source>
      <translation>Torna indietro</translation>
    </message>
    <message>
      <source>Go from point to point, key by key; the maps are hidden meanwhile, so that they do not lead you</source>
      <translation>Passa da un punto all'altro usando i tasti; intanto le mappe sono nascoste, perché non ti influenzino</translation>
    </message>
    <message>
      <source>Go On</source>
      <translation>Continua</translation>
    </message>
    <message>
      <source>Goes on where the training of this name was stopped.</source>
      <translation>Continua da dove è stato interrotto l'addestramento con questo nome.</translation>
    </message>
    <message>
      <source>Goes to</source>
      <translation>Destinazione</translation>
    </message>
    <message>
      <source>Going back to round {number} of the model {name}</source>
      <translation>Ritorno alla versione {number} del modello {name}</translation>
    </message>
    <message>
      <source>green</source>
      <translation>verde</translation>
    </message>
    <message>
      <source>Grid of the map</source>
      <translation>Griglia della mappa</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Gruppi</translation>
    </message>
    <message>
      <source>Groups without samples</source>
      <translation>Gruppi senza campioni</translation>
    </message>
    <message>
      <source>Half of its 95 % interval: 0.05 is ± 5 %.</source>
      <translation>Metà del suo intervallo al 95%: 0.05 corrisponde a ± 5%.</translation>
    </message>
    <message>
      <source>Half the size, and scores that differ a little. ONNX models are copied as they are.</source>
      <translation>Metà della dimensione, con punteggi leggermente diversi. I modelli ONNX vengono copiati così come sono.</translation>
    </message>
    <message>
      <source>Haze</source>
      <translation>Foschia</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Testa</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Guida</translation>
    </message>
    <message>
      <source>Help on this page</source>
      <translation>Guida di questa pagina</translation>
    </message>
    <message>
      <source>Holds authority.pem, cert.pem and key.pem, with which the cluster knows you and you know the cluster. Needed for other computers.</source>
      <translation>Contiene authority.pem, cert.pem e key.pem, con cui il cluster riconosce te e tu riconosci il cluster. Necessaria per altri computer.</translation>
    </message>
    <message>
      <source>Holds the engine's environment and your models. The environment variable CROSSEARTH_HOME moves it.</source>
      <translation>Contiene l'ambiente del motore di calcolo e i tuoi modelli. La variabile d'ambiente CROSSEARTH_HOME ne cambia la posizione.</translation>
    </message>
    <message>
      <source>Holds the published files under their own names. Empty: the one in the options, else where the models are published; a package comes from the index that pip is set to.</source>
      <translation>Contiene i file pubblicati sotto i loro nomi originali. Vuoto: la posizione indicata nelle opzioni, altrimenti dove sono pubblicati i modelli; un pacchetto proviene dall'indice impostato in pip.</translation>
    </message>
    <message>
      <source>How it was made</source>
      <translation>Come è stata creata</translation>
    </message>
    <message>
      <source>How many points make the accuracy of a map sure.</source>
      <translation>Quanti punti rendono sicura l'accuratezza di una mappa.</translation>
    </message>
    <message>
      <source>How many processor cores the engine may use. Fewer leave more for other programs.</source>
      <translation>Quanti core del processore può usare il motore di calcolo. Meno core ne lasciano di più agli altri programmi.</translation>
    </message>
    <message>
      <source>How similar a place is at least that the canvas shows</source>
      <translation>Somiglianza minima dei luoghi mostrati nell'area di mappa</translation>
    </message>
    <message>
      <source>How sure the overall accuracy is to be: half of its 95 % interval</source>
      <translation>Quanto deve essere sicura l'accuratezza complessiva: metà del suo intervallo al 95%</translation>
    </message>
    <message>
      <source>How they were made</source>
      <translation>Come sono state create</translation>
    </message>
    <message>
      <source>How to cite</source>
      <translation>Come citare</translation>
    </message>
    <message>
      <source>However large the raster, it is more than a fifth of that: the new model itself takes too long.</source>
      <translation>Per quanto grande sia il raster, è più di un quinto di quel tempo: il nuovo modello stesso è troppo lento.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>File HTML (*.html)</translation>
    </message>
    <message>
      <source>Id of the model</source>
      <translation>ID del modello</translation>
    </message>
    <message>
      <source>If a map by this model takes too long, a compact one can learn from it on a part of the raster.</source>
      <translation>Se una mappa con questo modello richiede troppo tempo, un modello compatto può imparare da esso su una parte del raster.</translation>
    </message>
    <message>
      <source>If the class {name} of the reference is all that is none of the others, give it as the background (BACKGROUND).</source>
      <translation>Se la classe {name} del riferimento comprende tutto ciò che non è nelle altre, indicala come sfondo (BACKGROUND).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>Immagini</translation>
    </message>
    <message>
      <source>Imagery spoiled</source>
      <translation>Immagini degradate</translation>
    </message>
    <message>
      <source>Images without labels (DINOv2)</source>
      <translation>Immagini senza etichette (DINOv2)</translation>
    </message>
    <message>
      <source>Import a model</source>
      <translation>Importa un modello</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: nir, red.</source>
      <translation>Nell'ordine della rete, separati da virgole: nir, red.</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: water, trees.</source>
      <translation>Nell'ordine della rete, separati da virgole: acqua, alberi.</translation>
    </message>
    <message>
      <source>In the paper</source>
      <translation>Nella pubblicazione</translation>
    </message>
    <message>
      <source>In their order</source>
      <translation>Nel loro ordine</translation>
    </message>
    <message>
      <source>in {count} of {all} samples</source>
      <translation>in {count} campioni su {all}</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>Raster in ingresso</translation>
    </message>
    <message>
      <source>input: that of the raster. model: that which the model sees, a smaller map of a raster that is finer than the model was trained for.</source>
      <translation>input: quella del raster. model: quella vista dal modello, cioè una mappa più piccola se il raster è più fine di quanto previsto dall'addestramento.</translation>
    </message>
    <message>
      <source>install,repair,update,python,environment</source>
      <translation>installare,riparare,aggiornare,python,ambiente</translation>
    </message>
    <message>
      <source>Installing the packages of the engine…</source>
      <translation>Installazione dei pacchetti del motore di calcolo…</translation>
    </message>
    <message>
      <source>Installing {name}…</source>
      <translation>Installazione di {name}…</translation>
    </message>
    <message>
      <source>IoU</source>
      <translation>IoU</translation>
    </message>
    <message>
      <source>Is in round {number}.</source>
      <translation>È alla versione {number}.</translation>
    </message>
    <message>
      <source>Is in round {number}. Others kept: {size} of {limit}.</source>
      <translation>È alla versione {number}. Altre conservate: {size} di {limit}.</translation>
    </message>
    <message>
      <source>it does not lie on the pixels of the map {file}.</source>
      <translation>i suoi pixel non coincidono con quelli della mappa {file}.</translation>
    </message>
    <message>
      <source>it has more than {most} different values: it is no class raster.</source>
      <translation>ha più di {most} valori diversi: non è un raster di classi.</translation>
    </message>
    <message>
      <source>it has no field {field}. Its fields are: {fields}.</source>
      <translation>non ha il campo {field}. I suoi campi sono: {fields}.</translation>
    </message>
    <message>
      <source>it has no pixels with data where {file} has some. Check its position and its CRS.</source>
      <translation>non ha pixel con dati dove ne ha {file}. Controlla la posizione e il SR.</translation>
    </message>
    <message>
      <source>it has no pixels with data. Check its position and its CRS.</source>
      <translation>non ha pixel con dati. Controlla la posizione e il SR.</translation>
    </message>
    <message>
      <source>It has to be downloaded first, {size}.</source>
      <translation>Deve prima essere scaricato, {size}.</translation>
    </message>
    <message>
      <source>it has {count} bands, as an image has; it is no class raster.</source>
      <translation>ha {count} bande, come un'immagine; non è un raster di classi.</translation>
    </message>
    <message>
      <source>it has {count} different values and seems to be an image. If they are classes, give it a colour table.</source>
      <translation>ha {count} valori diversi e sembra un'immagine. Se sono classi, assegna una tabella colori.</translation>
    </message>
    <message>
      <source>it holds lines, which cover no pixel. Give them a width first (in QGIS: Vector, Geoprocessing Tools, Buffer).</source>
      <translation>contiene linee, che non coprono alcun pixel. Assegna loro prima una larghezza (in QGIS: Vettore, Strumenti di Geoprocessing, Buffer).</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a class.</source>
      <translation>non contiene poligoni con un'area né punti, provvisti di una classe.</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a number.</source>
      <translation>non contiene poligoni con un'area né punti, provvisti di un numero.</translation>
    </message>
    <message>
      <source>it holds no polygon with an area and a class.</source>
      <translation>non contiene poligoni con un'area e una classe.</translation>
    </message>
    <message>
      <source>it holds no polygons or points.</source>
      <translation>non contiene poligoni né punti.</translation>
    </message>
    <message>
      <source>it holds no polygons.</source>
      <translation>non contiene poligoni.</translation>
    </message>
    <message>
      <source>it is a map of numbers, and has no classes.</source>
      <translation>è una mappa di numeri e non ha classi.</translation>
    </message>
    <message>
      <source>it is empty.</source>
      <translation>è vuoto.</translation>
    </message>
    <message>
      <source>It is kept among your models, and maps other rasters into the same groups. Empty: none is kept.</source>
      <translation>Viene conservato tra i tuoi modelli e mappa altri raster negli stessi gruppi. Vuoto: non ne viene conservato nessuno.</translation>
    </message>
    <message>
      <source>it is no encoder: of a window it gives numbers of shape {shape}.</source>
      <translation>non è un encoder: da una finestra ricava numeri di forma {shape}.</translation>
    </message>
    <message>
      <source>it is {value} % sure.</source>
      <translation>confidenza {value}%.</translation>
    </message>
    <message>
      <source>it leads by {value} %.</source>
      <translation>scarto sulla seconda classe {value}%.</translation>
    </message>
    <message>
      <source>it takes {own} bands, and you name {given}.</source>
      <translation>accetta {own} bande, ma ne hai indicate {given}.</translation>
    </message>
    <message>
      <source>it takes {own} bands, and {name} {given}.</source>
      <translation>accetta {own} bande, ma {name} ne ha {given}.</translation>
    </message>
    <message>
      <source>it tells {own} classes apart, but {name} has {given} ({classes}). Choose another dataset (DATASET), or name the classes (CLASSES).</source>
      <translation>distingue {own} classi, ma {name} ne ha {given} ({classes}). Scegli un altro dataset (DATASET) oppure indica i nomi delle classi (CLASSES).</translation>
    </message>
    <message>
      <source>it tells {own} classes apart; a map holds at most {most}.</source>
      <translation>distingue {own} classi; una mappa ne contiene al massimo {most}.</translation>
    </message>
    <message>
      <source>Items of {list} without a raster among their assets are left out: {names} ({count} in all).</source>
      <translation>Item di {list} esclusi perché privi di un raster tra gli asset: {names} (in tutto {count}).</translation>
    </message>
    <message>
      <source>Items of {list} without the asset {asset} are left out: {names} ({count} in all).</source>
      <translation>Item di {list} esclusi perché privi dell'asset {asset}: {names} (in tutto {count}).</translation>
    </message>
    <message>
      <source>its checksum is known; not run by us</source>
      <translation>la sua somma di controllo è nota; non eseguito da noi</translation>
    </message>
    <message>
      <source>Its classes do not matter. The id of a model, its path, or bands for none: then colour and texture of the raster's own bands are grouped, whichever they are.</source>
      <translation>Le sue classi non contano. L'ID di un modello, il suo percorso, oppure bands per nessuno: in tal caso vengono raggruppati colore e tessitura delle bande del raster, quali che siano.</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the first raster and the day. A model that was adapted under this name before is kept as an earlier round.</source>
      <translation>Ne viene ricavato l'ID. Vuoto: dal primo raster e dal giorno. Un modello già adattato con questo nome viene conservato come versione precedente.</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the raster. A model that was made under this name before is kept as an earlier round.</source>
      <translation>Ne viene ricavato l'ID. Vuoto: dal nome del raster. Un modello già creato con questo nome viene conservato come versione precedente.</translation>
    </message>
    <message>
      <source>Its own description is read when it runs; classes and colours come with the result.</source>
      <translation>La sua descrizione viene letta durante l'esecuzione; classi e colori arrivano con il risultato.</translation>
    </message>
    <message>
      <source>its pixels are complex numbers.</source>
      <translation>i suoi pixel sono numeri complessi.</translation>
    </message>
    <message>
      <source>its wavelength</source>
      <translation>la sua lunghezza d'onda</translation>
    </message>
    <message>
      <source>its weights tell {own} classes apart, its metadata has {given}.</source>
      <translation>i suoi pesi distinguono {own} classi, i metadati ne riportano {given}.</translation>
    </message>
    <message>
      <source>Its weights, SHA-256</source>
      <translation>I suoi pesi, SHA-256</translation>
    </message>
    <message>
      <source>Join of windows</source>
      <translation>Fusione delle finestre</translation>
    </message>
    <message>
      <source>k-means,kmeans,cluster,clustering,unsupervised,isodata,classification,groups,features</source>
      <translation>k-means,kmeans,cluster,clustering,non supervisionata,isodata,classificazione,gruppi,caratteristiche</translation>
    </message>
    <message>
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <source>Keep all models of the file</source>
      <translation>Conserva tutti i modelli del file</translation>
    </message>
    <message>
      <source>Keep all {count} models of the file</source>
      <translation>Conserva tutti i {count} modelli del file</translation>
    </message>
    <message>
      <source>Keep Candidates</source>
      <translation>Conserva candidati</translation>
    </message>
    <message>
      <source>Keep the finished part on cancel</source>
      <translation>Conserva la parte completata</translation>
    </message>
    <message>
      <source>Keep the map with all that was made beside it: a temporary one goes when QGIS closes, a preview when the next one comes</source>
      <translation>Conserva la mappa con tutto ciò che le è stato creato accanto: una mappa temporanea scompare alla chiusura di QGIS, un'anteprima quando arriva la successiva</translation>
    </message>
    <message>
      <source>Keep This Map</source>
      <translation>Conserva questa mappa</translation>
    </message>
    <message>
      <source>Keep This Map…</source>
      <translation>Conserva questa mappa…</translation>
    </message>
    <message>
      <source>Keeping the best model so far…</source>
      <translation>Salvataggio del miglior modello finora…</translation>
    </message>
    <message>
      <source>Keeping the map {name}</source>
      <translation>Salvataggio della mappa {name}</translation>
    </message>
    <message>
      <source>kernel, pixels</source>
      <translation>kernel, pixel</translation>
    </message>
    <message>
      <source>Kinds of change</source>
      <translation>Tipi di cambiamento</translation>
    </message>
    <message>
      <source>Label the points first.</source>
      <translation>Etichetta prima i punti.</translation>
    </message>
    <message>
      <source>Land cover</source>
      <translation>Copertura del suolo</translation>
    </message>
    <message>
      <source>Land-cover map by {model}, {date}</source>
      <translation>Mappa di copertura del suolo con {model}, {date}</translation>
    </message>
    <message>
      <source>Land-cover map of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>Mappa di copertura del suolo di {name}, creata con CrossEarth for QGIS {version} e il modello {model} (SHA-256 {digest}…), {date}.</translation>
    </message>
    <message>
      <source>Land-cover maps by {model}, {date}</source>
      <translation>Mappe di copertura del suolo con {model}, {date}</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Layer</translation>
    </message>
    <message>
      <source>layer of objects</source>
      <translation>layer degli oggetti</translation>
    </message>
    <message>
      <source>Layers made by CrossEarth are left out; a right click offers them, too.</source>
      <translation>I layer creati da CrossEarth sono esclusi; con il clic destro si possono mostrare anche questi.</translation>
    </message>
    <message>
      <source>Lead</source>
      <translation>Scarto tra classi</translation>
    </message>
    <message>
      <source>Lead of the map</source>
      <translation>Scarto tra classi della mappa</translation>
    </message>
    <message>
      <source>Lead – {name}</source>
      <translation>Scarto tra classi – {name}</translation>
    </message>
    <message>
      <source>Least</source>
      <translation>Minimo</translation>
    </message>
    <message>
      <source>Least distance between two places</source>
      <translation>Distanza minima tra due luoghi</translation>
    </message>
    <message>
      <source>Least number of points of a class</source>
      <translation>Numero minimo di punti per classe</translation>
    </message>
    <message>
      <source>Least similarity</source>
      <translation>Somiglianza minima</translation>
    </message>
    <message>
      <source>Least similarity of candidates</source>
      <translation>Somiglianza minima dei candidati</translation>
    </message>
    <message>
      <source>Libraries</source>
      <translation>Librerie</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Licenza</translation>
    </message>
    <message>
      <source>Licence of the model</source>
      <translation>Licenza del modello</translation>
    </message>
    <message>
      <source>Limits the run to a rectangle. Empty: the whole raster.</source>
      <translation>Limita l'esecuzione a un rettangolo. Vuoto: l'intero raster.</translation>
    </message>
    <message>
      <source>Limits the run to polygons: outside of them nothing is computed or written.</source>
      <translation>Limita l'esecuzione a dei poligoni: al di fuori non viene calcolato né scritto nulla.</translation>
    </message>
    <message>
      <source>Little confidence, little lead of the class over the next one, or unlike the training. all: those that are known of the map; of a model the first two.</source>
      <translation>Poca confidenza, poco scarto della classe sulla successiva, oppure diversità dai dati di addestramento. all: quelli noti per la mappa; per un modello i primi due.</translation>
    </message>
    <message>
      <source>Live preview</source>
      <translation>Anteprima in tempo reale</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message>
      <source>Look Again</source>
      <translation>Ricontrolla</translation>
    </message>
    <message>
      <source>Look for other places; the samples that are drawn stay</source>
      <translation>Cerca altri luoghi; i campioni disegnati rimangono</translation>
    </message>
    <message>
      <source>Looking at the raster</source>
      <translation>Esame del raster</translation>
    </message>
    <message>
      <source>Looking for graphics cards</source>
      <translation>Ricerca di schede grafiche</translation>
    </message>
    <message>
      <source>Looks at the imagery window by window with a trained model and writes a raster of classes, styled and with the area of each class. Everything is computed on this computer, or on a cluster if you choose one; the imagery is sent nowhere.

The raster may be of any size. Limit the run to an extent or to polygons to try a model out. Pixels without data stay without a class.</source>
      <translation>Osserva le immagini finestra per finestra con un modello addestrato e scrive un raster di classi, con il suo stile e l'area di ogni classe. Tutto viene calcolato su questo computer, oppure su un cluster se ne scegli uno; le immagini non vengono inviate da nessuna parte.

Il raster può essere di qualsiasi dimensione. Per provare un modello, limita l'esecuzione a un'estensione o a dei poligoni. I pixel senza dati restano senza classe.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Loss</translation>
    </message>
    <message>
      <source>Loss on held-out polygons</source>
      <translation>Loss sui poligoni tenuti da parte</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Perdita</translation>
    </message>
    <message>
      <source>M&amp;easure</source>
      <translation>&amp;Misura</translation>
    </message>
    <message>
      <source>Made with CrossEarth for QGIS, engine {version}. One file: it loads nothing and runs no script.</source>
      <translation>Creato con CrossEarth for QGIS, motore di calcolo {version}. Un unico file: non carica nulla e non esegue script.</translation>
    </message>
    <message>
      <source>Majority filter</source>
      <translation>Filtro di maggioranza</translation>
    </message>
    <message>
      <source>Majority window, pixels</source>
      <translation>Finestra di maggioranza, pixel</translation>
    </message>
    <message>
      <source>Make a map, or add a raster of classes to the project.</source>
      <translation>Crea una mappa oppure aggiungi al progetto un raster di classi.</translation>
    </message>
    <message>
      <source>Make an earlier round the model again; the one that is the model now is kept</source>
      <translation>Riporta il modello a una versione precedente; quella attuale viene conservata</translation>
    </message>
    <message>
      <source>Make no map that would be doubtful</source>
      <translation>Non creare mappe dubbie</translation>
    </message>
    <message>
      <source>Makes a folder of maps from many rasters, with one report.</source>
      <translation>Crea una cartella di mappe da molti raster, con un unico report.</translation>
    </message>
    <message>
      <source>Makes a map of classes from imagery with a trained model.</source>
      <translation>Crea una mappa di classi da immagini con un modello addestrato.</translation>
    </message>
    <message>
      <source>Makes a map of groups of pixels that are alike, without any samples.</source>
      <translation>Crea una mappa di gruppi di pixel simili, senza campioni.</translation>
    </message>
    <message>
      <source>Makes a model out of a file that you have.</source>
      <translation>Crea un modello da un file che possiedi.</translation>
    </message>
    <message>
      <source>Manage Models…</source>
      <translation>Gestisci modelli…</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Mappa</translation>
    </message>
    <message>
      <source>Map after</source>
      <translation>Mappa successiva</translation>
    </message>
    <message>
      <source>Map and field hold amounts, such as heights. Maps and models made here say so themselves.</source>
      <translation>Mappa e campo contengono quantità, per esempio altezze. Le mappe e i modelli creati qui lo indicano da sé.</translation>
    </message>
    <message>
      <source>Map before</source>
      <translation>Mappa precedente</translation>
    </message>
    <message>
      <source>Map of changes</source>
      <translation>Mappa dei cambiamenti</translation>
    </message>
    <message>
      <source>Map of the new model: {text}</source>
      <translation>Mappa del nuovo modello: {text}</translation>
    </message>
    <message>
      <source>Map of {name}</source>
      <translation>Mappa di {name}</translation>
    </message>
    <message>
      <source>Map of {name} by {model}, {date}</source>
      <translation>Mappa di {name} con {model}, {date}</translation>
    </message>
    <message>
      <source>Map of {quantity} of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>Mappa di {quantity} di {name}, creata con CrossEarth for QGIS {version} e il modello {model} (SHA-256 {digest}…), {date}.</translation>
    </message>
    <message>
      <source>Map on or off (M)</source>
      <translation>Mostra o nascondi la mappa (M)</translation>
    </message>
    <message>
      <source>Map to judge</source>
      <translation>Mappa da valutare</translation>
    </message>
    <message>
      <source>Map what the canvas shows at once, wherever you go; no file comes of it</source>
      <translation>Mappa subito ciò che mostra l'area di mappa, ovunque ti sposti; non viene creato alcun file</translation>
    </message>
    <message>
      <source>map {path}</source>
      <translation>mappa {path}</translation>
    </message>
    <message>
      <source>Mapped, {unit}</source>
      <translation>Mappata, {unit}</translation>
    </message>
    <message>
      <source>Mapping spoiled imagery</source>
      <translation>Mappatura di immagini degradate</translation>
    </message>
    <message>
      <source>Maps</source>
      <translation>Mappe</translation>
    </message>
    <message>
      <source>Maps made: {done}, there already: {skipped}, doubtful: {doubtful}, failed: {failed}. {time}</source>
      <translation>Mappe create: {done}, già presenti: {skipped}, dubbie: {doubtful}, non riuscite: {failed}. {time}</translation>
    </message>
    <message>
      <source>Maps of earlier runs are no imagery and are left out: {names}.</source>
      <translation>Le mappe di esecuzioni precedenti non sono immagini e vengono escluse: {names}.</translation>
    </message>
    <message>
      <source>Maps of {name} by {model}, {date}</source>
      <translation>Mappe di {name} con {model}, {date}</translation>
    </message>
    <message>
      <source>Maps whose pixels are not the same are refused; or are brought to the pixels of one of them, each of which gets the class of the other map's nearest.</source>
      <translation>Le mappe con pixel diversi vengono rifiutate, oppure portate sui pixel di una di esse, ognuno dei quali riceve la classe del pixel più vicino dell'altra mappa.</translation>
    </message>
    <message>
      <source>Margin of error of the overall accuracy (±)</source>
      <translation>Margine di errore dell'accuratezza complessiva (±)</translation>
    </message>
    <message>
      <source>Margin of error of the user's accuracy of each class (±)</source>
      <translation>Margine di errore dell'accuratezza dell'utente di ogni classe (±)</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Maschera</translation>
    </message>
    <message>
      <source>Masked image modelling</source>
      <translation>Masked image modelling</translation>
    </message>
    <message>
      <source>Match to the training imagery</source>
      <translation>Allinea all'addestramento</translation>
    </message>
    <message>
      <source>Matched to the training imagery</source>
      <translation>Allineato alle immagini di addestramento</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Media</translation>
    </message>
    <message>
      <source>Mean absolute error</source>
      <translation>Errore assoluto medio</translation>
    </message>
    <message>
      <source>Mean F1</source>
      <translation>F1 medio</translation>
    </message>
    <message>
      <source>Mean IoU</source>
      <translation>IoU medio</translation>
    </message>
    <message>
      <source>Mean IoU (0 to 1)</source>
      <translation>IoU medio (da 0 a 1)</translation>
    </message>
    <message>
      <source>Mean IoU on held-out polygons</source>
      <translation>IoU medio sui poligoni tenuti da parte</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}, {kept} % of the {clean} on the raster as it is.</source>
      <translation>L'IoU medio sulle classi presenti nel riferimento è, su tutte le mappe, {mean}, ovvero {kept}% del valore {clean} ottenuto sul raster così com'è.</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}.</source>
      <translation>L'IoU medio sulle classi presenti nel riferimento è, su tutte le mappe, {mean}.</translation>
    </message>
    <message>
      <source>Mean IoU, not measured here</source>
      <translation>IoU medio, non misurato qui</translation>
    </message>
    <message>
      <source>Measure the accuracy of a map</source>
      <translation>Misura l'accuratezza di una mappa</translation>
    </message>
    <message>
      <source>Memory on {device} does not suffice: fewer patches at once now ({count}), whose gradients are added up.</source>
      <translation>La memoria su {device} non è sufficiente: ora meno ritagli alla volta ({count}), sommandone i gradienti.</translation>
    </message>
    <message>
      <source>Merge and rename classes</source>
      <translation>Unisci e rinomina classi</translation>
    </message>
    <message>
      <source>Merged classes</source>
      <translation>Classi unite</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>metri</translation>
    </message>
    <message>
      <source>Middle of each band before and after that</source>
      <translation>Valore centrale di ogni banda prima e dopo</translation>
    </message>
    <message>
      <source>Minimum mapping unit</source>
      <translation>Area minima</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modello</translation>
    </message>
    <message>
      <source>Model file</source>
      <translation>File di modello</translation>
    </message>
    <message>
      <source>Model File…</source>
      <translation>File di modello…</translation>
    </message>
    <message>
      <source>Model Folder…</source>
      <translation>Cartella di modello…</translation>
    </message>
    <message>
      <source>Model pixel size</source>
      <translation>Pixel del modello</translation>
    </message>
    <message>
      <source>Model that maps the raster</source>
      <translation>Modello con cui mappare il raster</translation>
    </message>
    <message>
      <source>Model to start from</source>
      <translation>Modello di partenza</translation>
    </message>
    <message>
      <source>Model whose view is compared</source>
      <translation>Modello la cui vista viene confrontata</translation>
    </message>
    <message>
      <source>Model whose view is grouped</source>
      <translation>Modello la cui vista viene raggruppata</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelli</translation>
    </message>
    <message>
      <source>Models (*.onnx *.safetensors *.json)</source>
      <translation>Modelli (*.onnx *.safetensors *.json)</translation>
    </message>
    <message>
      <source>Models ({patterns})</source>
      <translation>Modelli ({patterns})</translation>
    </message>
    <message>
      <source>More than there are classes: several may become one later.</source>
      <translation>Più delle classi esistenti: in seguito più gruppi possono diventarne una sola.</translation>
    </message>
    <message>
      <source>More workers that cannot take part either: {count}.</source>
      <translation>Altri worker che non possono partecipare: {count}.</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>Mosaico</translation>
    </message>
    <message>
      <source>Most</source>
      <translation>Massimo</translation>
    </message>
    <message>
      <source>Most values of the raster are not what {model} takes, which is {takes}: they are {low} to {high} by {source}. Say which numbers stand for the ends of its range (STRETCH MIN,MAX), or choose another raster.</source>
      <translation>La maggior parte dei valori del raster non è ciò che {model} si aspetta, cioè {takes}: secondo {source} vanno da {low} a {high}. Indica quali numeri corrispondono agli estremi dell'intervallo (STRETCH MIN,MAX) oppure scegli un altro raster.</translation>
    </message>
    <message>
      <source>Motion blur</source>
      <translation>Mosso</translation>
    </message>
    <message>
      <source>N next, B back, S cannot be told, U undo, Esc ends</source>
      <translation>N avanti, B indietro, S non riconoscibile, U annulla, Esc termina</translation>
    </message>
    <message>
      <source>N next, B back, S skip, U undo, M map on or off, Esc ends</source>
      <translation>N avanti, B indietro, S salta, U annulla, M mostra o nasconde la mappa, Esc termina</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nome</translation>
    </message>
    <message>
      <source>Name a folder that the computers of the cluster see, too: they write there what they have computed.</source>
      <translation>Indica una cartella visibile anche ai computer del cluster: vi scrivono ciò che hanno calcolato.</translation>
    </message>
    <message>
      <source>Name of a class, such as other: all of the map outside of the polygons counts as it, and a reference raster's pixels without a class. If the map has no such class, all classes that the reference does not name are one with it. Footprints of buildings, for example, need it: without it, only recall can be told from a reference that lacks classes of the map.</source>
      <translation>Nome di una classe, per esempio altro: vi rientra tutta la mappa al di fuori dei poligoni, come pure i pixel senza classe di un raster di riferimento. Se la mappa non ha una tale classe, tutte le classi non citate dal riferimento formano un'unica classe con essa. Serve per esempio con le sagome degli edifici: senza, da un riferimento in cui mancano classi della mappa si può ricavare solo il recall.</translation>
    </message>
    <message>
      <source>Name of a model of the groups</source>
      <translation>Nome di un modello dei gruppi</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Nome del dispositivo</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>Nome del modello</translation>
    </message>
    <message>
      <source>Name of the new model</source>
      <translation>Nome del nuovo modello</translation>
    </message>
    <message>
      <source>Name the field of the reference that holds the class.</source>
      <translation>Indica il campo del riferimento che contiene la classe.</translation>
    </message>
    <message>
      <source>Name:</source>
      <translation>Nome:</translation>
    </message>
    <message>
      <source>named by its authors; neither fetched nor run by the makers of this plugin</source>
      <translation>indicato dai suoi autori; né scaricato né eseguito dagli autori di questo plugin</translation>
    </message>
    <message>
      <source>Names of the bands</source>
      <translation>Nomi delle bande</translation>
    </message>
    <message>
      <source>Names of the classes</source>
      <translation>Nomi delle classi</translation>
    </message>
    <message>
      <source>Names of the classes after</source>
      <translation>Nomi delle classi dopo</translation>
    </message>
    <message>
      <source>Names of the classes before</source>
      <translation>Nomi delle classi prima</translation>
    </message>
    <message>
      <source>Names of the other map's classes</source>
      <translation>Nomi delle classi dell'altra mappa</translation>
    </message>
    <message>
      <source>Names of the reference's classes</source>
      <translation>Nomi delle classi del riferimento</translation>
    </message>
    <message>
      <source>near infrared</source>
      <translation>infrarosso vicino</translation>
    </message>
    <message>
      <source>Nearest neighbour</source>
      <translation>Vicino più prossimo</translation>
    </message>
    <message>
      <source>Needed for the published checkpoints of CrossEarth and for full adaptation; the bundled model needs none. Where there is an NVIDIA card, it is the build for it: a download of up to 3 GB, without one of 200 MB.</source>
      <translation>Necessario per i checkpoint pubblicati di CrossEarth e per l'adattamento completo; il modello incluso non lo richiede. Se è presente una scheda NVIDIA, è la versione per essa: fino a 3 GB da scaricare, altrimenti 200 MB.</translation>
    </message>
    <message>
      <source>Neither has a CRS, by which the one could be brought to the other.</source>
      <translation>Nessuno dei due file ha un SR con cui portare l'uno sull'altro.</translation>
    </message>
    <message>
      <source>Net</source>
      <translation>Saldo</translation>
    </message>
    <message>
      <source>Net, %</source>
      <translation>Saldo, %</translation>
    </message>
    <message>
      <source>Network pixel, m</source>
      <translation>Pixel della rete, m</translation>
    </message>
    <message>
      <source>never chosen</source>
      <translation>mai scelti</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Nuovo</translation>
    </message>
    <message>
      <source>New classes and the model's classes that they are made of: built=building,road; green=vegetation. Classes that are not named stay.</source>
      <translation>Nuove classi e le classi del modello che le compongono: costruito=building,road; verde=vegetation. Le classi non indicate rimangono.</translation>
    </message>
    <message>
      <source>New Layer for Samples</source>
      <translation>Nuovo layer per campioni</translation>
    </message>
    <message>
      <source>New Layer of Points…</source>
      <translation>Nuovo layer di punti…</translation>
    </message>
    <message>
      <source>New Layer of Polygons…</source>
      <translation>Nuovo layer di poligoni…</translation>
    </message>
    <message>
      <source>New sample points</source>
      <translation>Nuovi punti campione</translation>
    </message>
    <message>
      <source>Next (N)</source>
      <translation>Avanti (N)</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons of at least two classes.</source>
      <translation>Non è stata misurata alcuna accuratezza: servono due poligoni per ognuna di almeno due classi.</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons or points.</source>
      <translation>Non è stata misurata alcuna accuratezza: servono due poligoni o punti.</translation>
    </message>
    <message>
      <source>No areas are estimated: that takes points drawn at random on the map (“Draw sample points on a map”), and polygons or another map are none.</source>
      <translation>Le aree non vengono stimate: servono punti estratti a caso sulla mappa (“Estrai punti campione su una mappa”); poligoni o un'altra mappa non lo sono.</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values.</source>
      <translation>Nessuna classe del riferimento ({names}) è tra quelle della mappa ({classes}). È questo il campo che contiene la classe? Altrimenti assegna alle classi i nomi o i valori della mappa.</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values. Is {near} meant?</source>
      <translation>Nessuna classe del riferimento ({names}) è tra quelle della mappa ({classes}). È questo il campo che contiene la classe? Altrimenti assegna alle classi i nomi o i valori della mappa. Forse intendevi {near}?</translation>
    </message>
    <message>
      <source>No CRS tells how large the pixels are, and those of one map may be larger than those of another.</source>
      <translation>Nessun SR indica quanto sono grandi i pixel, e quelli di una mappa possono essere più grandi di quelli di un'altra.</translation>
    </message>
    <message>
      <source>No CRS: it is not known where the raster lies.</source>
      <translation>Nessun SR: la posizione del raster non è nota.</translation>
    </message>
    <message>
      <source>No figures and no areas can be told: each stratum needs a labelled point, and better 50, but {names} has none, and what is not known takes {share} of the map. Say what is there at some of its points.</source>
      <translation>Non è possibile calcolare né indici né aree: ogni strato richiede un punto etichettato, meglio 50, ma {names} non ne ha, e la parte non nota occupa {share} della mappa. Indica che cosa si trova in alcuni di quei punti.</translation>
    </message>
    <message>
      <source>No map was made of {path}, for it would be doubtful. {doubts}</source>
      <translation>Nessuna mappa è stata creata da {path}, perché sarebbe dubbia. {doubts}</translation>
    </message>
    <message>
      <source>No map was made with the new model: its raster is not in the project any more. Choose another one.</source>
      <translation>Con il nuovo modello non è stata creata nessuna mappa: il suo raster non è più nel progetto. Scegline un altro.</translation>
    </message>
    <message>
      <source>No map was made: all rasters have failed or are doubtful.</source>
      <translation>Non è stata creata nessuna mappa: tutti i raster non sono riusciti o sono dubbi.</translation>
    </message>
    <message>
      <source>No model here knows these {count} bands: their names do not tell what they show, or their pixels are of another size. Start from the bands alone.</source>
      <translation>Nessun modello disponibile conosce queste {count} bande: i loro nomi non dicono che cosa mostrano, oppure i pixel hanno un'altra dimensione. Parti dalle sole bande.</translation>
    </message>
    <message>
      <source>No other raster in the project</source>
      <translation>Nessun altro raster nel progetto</translation>
    </message>
    <message>
      <source>No point of the stratum {names} has a class: the figures hold for the rest of the map.</source>
      <translation>Nessun punto dello strato {names} ha una classe: gli indici valgono per il resto della mappa.</translation>
    </message>
    <message>
      <source>No program of this computer opens {address}. The address is on the clipboard.</source>
      <translation>Nessun programma di questo computer apre {address}. L'indirizzo è negli appunti.</translation>
    </message>
    <message>
      <source>No Python from {minimum} to {maximum} was found on this computer. Install one, or choose one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Su questo computer non è stato trovato nessun Python dalla versione {minimum} alla {maximum}. Installane uno oppure scegline uno in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>No Python of this computer will do for the engine; the log says why. Python {version} can be downloaded from {host} ({size}), once, into
{folder}

Only the engine uses it. Download it now?</source>
      <translation>Nessun Python di questo computer è adatto al motore di calcolo; il log spiega perché. Python {version} può essere scaricato da {host} ({size}), una sola volta, in
{folder}

Lo usa solo il motore di calcolo. Scaricarlo ora?</translation>
    </message>
    <message>
      <source>No sample could be held out, so nothing shows that {model} helps here: the bands alone are taken. Draw more samples, in more places.</source>
      <translation>Non è stato possibile tenere da parte nessun campione, quindi nulla mostra che {model} sia utile qui: vengono usate solo le bande. Disegna altri campioni, in altri luoghi.</translation>
    </message>
    <message>
      <source>Nodata value</source>
      <translation>Valore nodata</translation>
    </message>
    <message>
      <source>Nodata value of the other map</source>
      <translation>Valore nodata dell'altra mappa</translation>
    </message>
    <message>
      <source>Nodata value of the reference</source>
      <translation>Valore nodata del riferimento</translation>
    </message>
    <message>
      <source>NoData values</source>
      <translation>Valori nodata</translation>
    </message>
    <message>
      <source>none of its points has a class in the field {field} yet.</source>
      <translation>nessuno dei suoi punti ha ancora una classe nel campo {field}.</translation>
    </message>
    <message>
      <source>North</source>
      <translation>Nord</translation>
    </message>
    <message>
      <source>Not all of {model} is taken: on the polygons held out it has a mean IoU of {all}, and what is taken {taken}. With all of it much more of the map would become {names}, of which few pixels are drawn. Draw more of it.</source>
      <translation>{model} non viene usato per intero: sui poligoni tenuti da parte ha un IoU medio di {all}, la parte usata di {taken}. Usandolo per intero, una parte molto maggiore della mappa diventerebbe {names}, di cui sono stati disegnati pochi pixel. Disegnane di più.</translation>
    </message>
    <message>
      <source>Not at all</source>
      <translation>Non allineare</translation>
    </message>
    <message>
      <source>Not enough memory on {device} for one window of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Memoria insufficiente su {device} per una finestra di {window} pixel. Chiudi altri programmi che la usano, oppure esegui con opzioni che ne richiedono meno: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to load {model}. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Memoria insufficiente su {device} per caricare {model}. Chiudi altri programmi che la usano, oppure esegui con opzioni che ne richiedono meno: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to train on a single patch of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Memoria insufficiente su {device} per addestrare anche con un solo ritaglio di {window} pixel. Chiudi altri programmi che la usano, oppure esegui con opzioni che ne richiedono meno: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory to compute windows side by side: one by one now.</source>
      <translation>Memoria insufficiente per calcolare le finestre in parallelo: ora una alla volta.</translation>
    </message>
    <message>
      <source>Not enough memory: fewer windows at once now ({count}).</source>
      <translation>Memoria insufficiente: ora meno finestre alla volta ({count}).</translation>
    </message>
    <message>
      <source>Not measured, for lack of a second polygon: {names}. What of it the model takes for another class does not count in that one's figures.</source>
      <translation>Non misurate, per mancanza di un secondo poligono: {names}. Ciò che il modello ne scambia per un'altra classe non conta negli indici di quest'ultima.</translation>
    </message>
    <message>
      <source>not taken: it saves too little time</source>
      <translation>non adottato: il risparmio di tempo è troppo piccolo</translation>
    </message>
    <message>
      <source>not taken: the trial did not come to its end</source>
      <translation>non adottato: la prova non è terminata</translation>
    </message>
    <message>
      <source>not taken: too many pixels change their class</source>
      <translation>non adottato: troppi pixel cambiano classe</translation>
    </message>
    <message>
      <source>not taken: {reason}</source>
      <translation>non adottato: {reason}</translation>
    </message>
    <message>
      <source>Nothing can be downloaded through the SOCKS proxy {host}. Choose an HTTP proxy under Settings &gt; Options &gt; Network. Without one, models can be taken from a folder, and another Python with the engine's packages be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Non è possibile scaricare nulla tramite il proxy SOCKS {host}. Scegli un proxy HTTP in Impostazioni &gt; Opzioni &gt; Rete. In mancanza, i modelli possono essere presi da una cartella e un altro Python con i pacchetti del motore di calcolo può essere scelto in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Nothing downloaded</source>
      <translation>Nulla scaricato</translation>
    </message>
    <message>
      <source>Nothing in the field “{field}” says what is there.</source>
      <translation>Nel campo “{field}” nulla indica che cosa è presente.</translation>
    </message>
    <message>
      <source>Nothing in the raster is named as {names}, of the {count} bands that {model} was trained on: it is shown their mean instead, which tells it nothing. If the raster has them, say which its bands are (BANDS), or name them in the file.</source>
      <translation>Nel raster nulla ha il nome di {names}, tra le {count} bande con cui è stato addestrato {model}: al loro posto il modello riceve la media, che non gli dice nulla. Se il raster le contiene, indica quali sono le sue bande (BANDS) oppure assegna loro un nome nel file.</translation>
    </message>
    <message>
      <source>Nothing shows that the classes can be told apart here: of the pixels held out, {recall} of a class are right on average, and a map of one class would have {guessed}. The overall accuracy does not show that. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>Nulla mostra che qui le classi siano distinguibili: dei pixel tenuti da parte, in media {recall} di una classe sono corretti, mentre una mappa con una sola classe arriverebbe a {guessed}. L'accuratezza complessiva non lo mostra. Scegli altre bande, un altro raster o classi che vi si distinguano.</translation>
    </message>
    <message>
      <source>Nothing shows that the numbers can be told here: on the samples held out, what is mapped is no better than their mean (R² {r2}). Choose other bands or another raster.</source>
      <translation>Nulla mostra che qui i numeri si possano stimare: sui campioni tenuti da parte, i valori mappati non sono migliori della loro media (R² {r2}). Scegli altre bande o un altro raster.</translation>
    </message>
    <message>
      <source>Nothing tells how sure the map {file} is. Make it again with {flags} ({names} in QGIS), or give a model and a raster.</source>
      <translation>Nulla indica quanto è sicura la mappa {file}. Creala di nuovo con {flags} ({names} in QGIS) oppure fornisci un modello e un raster.</translation>
    </message>
    <message>
      <source>Nothing tells how the pixels were scaled that {model} was trained with: they are divided by {divisor}. If that is wrong, the map is: import the model again and say how (MEAN, STD; 0 and 1 for a network that takes them as they are).</source>
      <translation>Nulla indica come erano scalati i pixel con cui è stato addestrato {model}: vengono divisi per {divisor}. Se è sbagliato, lo è anche la mappa: importa di nuovo il modello indicando come (MEAN, STD; 0 e 1 per una rete che li accetta così come sono).</translation>
    </message>
    <message>
      <source>Nothing tells of which date {path} is: neither a STAC Item beside it, nor its tags, nor its name. Set the date in the layer's properties: Temporal, a fixed time range of one day.</source>
      <translation>Nulla indica la data di {path}: né un item STAC accanto, né i suoi tag, né il suo nome. Imposta la data nelle proprietà del layer: Temporale, un intervallo di tempo fissato di un giorno.</translation>
    </message>
    <message>
      <source>Nothing tells what the numbers of the raster measure ({low} to {high}), and {model} takes {takes}: {one} was taken for 1. If that is wrong, the map is; say which numbers stand for 0 and 1, for instance STRETCH 0,10000, for Sentinel-2 since 2022 1000,11000, for Landsat Collection 2 7272.73,43636.36.</source>
      <translation>Nulla indica che cosa misurano i numeri del raster (da {low} a {high}) e {model} si aspetta {takes}: {one} è stato preso come 1. Se è sbagliato, lo è anche la mappa; indica quali numeri corrispondono a 0 e 1, per esempio STRETCH 0,10000, per Sentinel-2 dal 2022 1000,11000, per Landsat Collection 2 7272.73,43636.36.</translation>
    </message>
    <message>
      <source>Nothing tells which bands {model} was made for: it is given the raster's bands {bands}, in this order. If that is wrong, say which (BANDS), or import the model with their names.</source>
      <translation>Nulla indica per quali bande è stato creato {model}: riceve le bande {bands} del raster, in quest'ordine. Se è sbagliato, indica quali usare (BANDS) oppure importa il modello con i loro nomi.</translation>
    </message>
    <message>
      <source>Nothing tells which of the {count} bands of the raster are {names}: bands {bands} were taken, in their order. If these are others, say which (BANDS); the map is of no use otherwise.</source>
      <translation>Nulla indica quali delle {count} bande del raster siano {names}: sono state prese le bande {bands}, nel loro ordine. Se sono altre, indica quali (BANDS); altrimenti la mappa è inutilizzabile.</translation>
    </message>
    <message>
      <source>Nothing varies in band {bands} of the raster, or there is no data in it: the model does without. If it needs more, say which bands it gets (BANDS).</source>
      <translation>Nella banda {bands} del raster non varia nulla o non ci sono dati: il modello ne fa a meno. Se al modello serve di più, indica quali bande riceve (BANDS).</translation>
    </message>
    <message>
      <source>Nothing was tried on this computer yet.</source>
      <translation>Su questo computer non è stato ancora provato nulla.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Numero</translation>
    </message>
    <message>
      <source>Number &amp;field</source>
      <translation>Ca&amp;mpo numero</translation>
    </message>
    <message>
      <source>Number of candidates</source>
      <translation>Numero di candidati</translation>
    </message>
    <message>
      <source>Number of groups</source>
      <translation>Numero di gruppi</translation>
    </message>
    <message>
      <source>Number of objects</source>
      <translation>Numero di oggetti</translation>
    </message>
    <message>
      <source>Number of places</source>
      <translation>Numero di luoghi</translation>
    </message>
    <message>
      <source>Number of points</source>
      <translation>Numero di punti</translation>
    </message>
    <message>
      <source>Number of sample points for {name}</source>
      <translation>Numero di punti campione per {name}</translation>
    </message>
    <message>
      <source>Number of windows</source>
      <translation>Numero di finestre</translation>
    </message>
    <message>
      <source>numbered classes</source>
      <translation>classi numerate</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Numeri</translation>
    </message>
    <message>
      <source>Numbers of the reference are taken as values of the map's classes: {names}.</source>
      <translation>I numeri del riferimento sono interpretati come valori delle classi della mappa: {names}.</translation>
    </message>
    <message>
      <source>Numbers separated by commas. Empty: as segmenting would take them.</source>
      <translation>Numeri separati da virgole. Vuoto: come nella segmentazione.</translation>
    </message>
    <message>
      <source>Numbers with commas between them, such as 3,2,1, for every raster. Empty: by the colours that each file names, else the first ones.</source>
      <translation>Numeri separati da virgole, per esempio 3,2,1, per tutti i raster. Vuoto: secondo i colori indicati in ogni file, altrimenti le prime.</translation>
    </message>
    <message>
      <source>Numbers, not classes</source>
      <translation>Numeri, non classi</translation>
    </message>
    <message>
      <source>Numbers: {name}</source>
      <translation>Numeri: {name}</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Oggetti</translation>
    </message>
    <message>
      <source>Objects that are sought</source>
      <translation>Oggetti cercati</translation>
    </message>
    <message>
      <source>Objects that cover no more than a pixel: {count}. What a network sees of a pixel is mostly what lies around it. Draw the whole object, or a point where it is widest.</source>
      <translation>Oggetti che non coprono più di un pixel: {count}. Di un pixel la rete vede soprattutto ciò che lo circonda. Disegna l'oggetto intero, oppure un punto dove è più largo.</translation>
    </message>
    <message>
      <source>Objects that do not lie on the raster are left out: {count}.</source>
      <translation>Oggetti esclusi perché fuori dal raster: {count}.</translation>
    </message>
    <message>
      <source>Objects with their classes</source>
      <translation>Oggetti con le loro classi</translation>
    </message>
    <message>
      <source>Objects without a class: {count} of {total}. The map has none there, or they have no geometry.</source>
      <translation>Oggetti senza classe: {count} su {total}. Lì la mappa non ne ha, oppure gli oggetti non hanno geometria.</translation>
    </message>
    <message>
      <source>observed</source>
      <translation>osservato</translation>
    </message>
    <message>
      <source>Of a raster and a model. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the report.</source>
      <translation>Per un raster e un modello. Vuoto: questo computer. Oppure l'indirizzo o il file dello scheduler di un cluster i cui computer vedono il raster e la cartella del report.</translation>
    </message>
    <message>
      <source>of a size that the server does not say</source>
      <translation>di dimensione non indicata dal server</translation>
    </message>
    <message>
      <source>Of polygons: how much simpler their outlines are than the steps of pixels. In pixels where the raster has no CRS; 0 keeps the steps. By default one and a half pixels, or half a pixel of the model.</source>
      <translation>Per i poligoni: di quanto i loro contorni sono più semplici dei gradini dei pixel. In pixel se il raster non ha un SR; 0 mantiene i gradini. Per impostazione predefinita un pixel e mezzo, oppure mezzo pixel del modello.</translation>
    </message>
    <message>
      <source>Of the numbers that the model computes with. auto: fp32, so that a map does not depend on where it was made, unless a trial on the processor found OpenVINO, an add-on, or bf16 as good. The others are faster, where the device knows them.</source>
      <translation>Dei numeri con cui calcola il modello. auto: fp32, così che una mappa non dipenda da dove è stata creata, a meno che una prova sul processore non abbia trovato ugualmente buono OpenVINO, un componente aggiuntivo, o bf16. Gli altri sono più veloci, se il dispositivo li supporta.</translation>
    </message>
    <message>
      <source>of the place</source>
      <translation>dell'area</translation>
    </message>
    <message>
      <source>of the points</source>
      <translation>dei punti</translation>
    </message>
    <message>
      <source>of the points on both maps</source>
      <translation>dei punti su entrambe le mappe</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed draws the same points.</source>
      <translation>Dei numeri casuali: lo stesso seme estrae gli stessi punti.</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same map.</source>
      <translation>Dei numeri casuali: lo stesso seme dà la stessa mappa.</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same model.</source>
      <translation>Dei numeri casuali: lo stesso seme dà lo stesso modello.</translation>
    </message>
    <message>
      <source>Of the recipe full: at most so many; it ends when the model no longer improves.</source>
      <translation>Per il metodo full: al massimo questo numero; termina quando il modello non migliora più.</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches are covered, and the network also learns to rebuild them. auto: for CrossEarth's networks.</source>
      <translation>Per il metodo full: parti dei ritagli di addestramento vengono coperte e la rete impara anche a ricostruirle. auto: per le reti di CrossEarth.</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches take the look of other imagery, so that colours count less. auto: for CrossEarth's networks.</source>
      <translation>Per il metodo full: parti dei ritagli di addestramento assumono l'aspetto di altre immagini, così che i colori contino meno. auto: per le reti di CrossEarth.</translation>
    </message>
    <message>
      <source>Of the recipe full: what learns in CrossEarth's backbone. gate: of three small modules in every block those that say most, chosen anew every 100 steps.</source>
      <translation>Per il metodo full: che cosa impara nel backbone di CrossEarth. gate: di tre piccoli moduli in ogni blocco, quelli più significativi, scelti di nuovo ogni 100 passi.</translation>
    </message>
    <message>
      <source>Of the recipe quick. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the rasters; the new model is fitted here, of what they have computed.</source>
      <translation>Per il metodo quick. Vuoto: questo computer. Oppure l'indirizzo o il file dello scheduler di un cluster i cui computer vedono i raster; il nuovo modello viene adattato qui, a partire da ciò che hanno calcolato.</translation>
    </message>
    <message>
      <source>Of the same place: by the same points it is said which of the two maps is better, and whether chance alone can explain it (exact paired test of McNemar).</source>
      <translation>Dello stesso luogo: gli stessi punti indicano quale delle due mappe è migliore e se la differenza può essere dovuta al solo caso (test esatto di McNemar per dati appaiati).</translation>
    </message>
    <message>
      <source>Of the stratum {names} one point only is labelled. Intervals allow for that; ± of the normal approximation needs two points of each stratum and is left out.</source>
      <translation>Dello strato {names} è etichettato un solo punto. Gli intervalli ne tengono conto; il ± dell'approssimazione normale richiede due punti per strato e viene omesso.</translation>
    </message>
    <message>
      <source>Of the {count} reference polygons, the model {model} was adapted to {known}: it has seen them, and the figures flatter it. Judge it by other polygons, or by random points (“Draw sample points on a map”); how well it does on polygons that were held out stands in the model's own accuracy report.</source>
      <translation>Dei {count} poligoni di riferimento, {known} sono stati usati per adattare il modello {model}: li ha già visti e gli indici lo favoriscono. Valutalo con altri poligoni o con punti casuali (“Estrai punti campione su una mappa”); il risultato sui poligoni tenuti da parte si trova nel report di accuratezza del modello.</translation>
    </message>
    <message>
      <source>of what both maps cover</source>
      <translation>di ciò che coprono entrambe le mappe</translation>
    </message>
    <message>
      <source>Of what is so, the share that the map has (recall)</source>
      <translation>Di ciò che appartiene davvero alla classe, la quota presente sulla mappa (recall)</translation>
    </message>
    <message>
      <source>Of what the map calls so, the share that is (precision)</source>
      <translation>Di ciò che la mappa assegna alla classe, la quota che le appartiene davvero (precisione)</translation>
    </message>
    <message>
      <source>Of what was compared</source>
      <translation>Della parte confrontata</translation>
    </message>
    <message>
      <source>Of what was held out, the model is sure by {confidence} in the mean, and right by {accuracy}. Expected calibration error (ECE): {ece}.</source>
      <translation>Su ciò che è stato tenuto da parte, la confidenza media del modello è {confidence} e la sua accuratezza {accuracy}. Errore di calibrazione atteso (ECE): {ece}.</translation>
    </message>
    <message>
      <source>Of {total} points both maps have a class at {count} only: the comparison goes by these, and says nothing of the rest of the place.</source>
      <translation>Su {total} punti, entrambe le mappe hanno una classe solo in {count}: il confronto si basa su questi e non dice nulla del resto dell'area.</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Offer Layers Made by CrossEarth, Too</source>
      <translation>Proponi anche i layer creati da CrossEarth</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Sì</translation>
    </message>
    <message>
      <source>On spoiled imagery: mean IoU {mean}, where it is {clean} on the raster as it is</source>
      <translation>Su immagini degradate: IoU medio {mean}; sul raster così com'è {clean}</translation>
    </message>
    <message>
      <source>On the dashed line predicted and observed are the same.</source>
      <translation>Sulla linea tratteggiata previsto e osservato coincidono.</translation>
    </message>
    <message>
      <source>On {count} windows that nothing was learned from, the new model gives {share:.1%} of the pixels the class that the teacher gives them (95 % interval {low:.1%} to {high:.1%}, by drawing the windows anew).</source>
      <translation>Su {count} finestre da cui non si è imparato nulla, il nuovo modello assegna a {share:.1%} dei pixel la stessa classe dell'insegnante (intervallo al 95%: da {low:.1%} a {high:.1%}, ottenuto riestraendo le finestre).</translation>
    </message>
    <message>
      <source>On {date} there is no data for {share} of what the other dates show: there the result has none, either.</source>
      <translation>Alla data {date} mancano i dati per una parte ({share}) di ciò che mostrano le altre date: lì neanche il risultato ne ha.</translation>
    </message>
    <message>
      <source>On {share} of where the map after has a class the map before has none: nothing is said of it.</source>
      <translation>Dove la mappa successiva ha una classe, una parte dell'area ({share}) ne è priva nella mappa precedente: di questa parte non si dice nulla.</translation>
    </message>
    <message>
      <source>On {share} of where the map before has a class the map after has none: nothing is said of it.</source>
      <translation>Dove la mappa precedente ha una classe, una parte dell'area ({share}) ne è priva nella mappa successiva: di questa parte non si dice nulla.</translation>
    </message>
    <message>
      <source>One map has numbers where the other has names, and is taken at them: {classes}. If they mean something else, nearly all of it counts as changed: name them (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Una mappa ha numeri dove l'altra ha nomi, e viene interpretata così: {classes}. Se i numeri significano altro, quasi tutto risulta cambiato: assegna loro i nomi (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>One of the engine's packages is not offered, in the version that was tested, for this Python or this computer, or the mirror or folder that is set here lacks it. The log names it; another Python can be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Uno dei pacchetti del motore di calcolo non è disponibile, nella versione collaudata, per questo Python o questo computer, oppure manca nel mirror o nella cartella impostati qui. Il log lo indica; un altro Python può essere scelto in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>one of this computer; if none will do, you are asked to download one</source>
      <translation>uno di questo computer; se nessuno è adatto, ti viene chiesto se scaricarne uno</translation>
    </message>
    <message>
      <source>One virtual raster of all maps, without those that are doubtful. The maps have to be in one CRS and on one grid of pixels.</source>
      <translation>Un raster virtuale di tutte le mappe, escluse quelle dubbie. Le mappe devono avere lo stesso SR e la stessa griglia di pixel.</translation>
    </message>
    <message>
      <source>Only pixels inside these polygons are classified; everything else is skipped, which also saves time.</source>
      <translation>Vengono classificati solo i pixel all'interno di questi poligoni; tutto il resto viene saltato, risparmiando anche tempo.</translation>
    </message>
    <message>
      <source>Only the map after, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Solo la mappa successiva, {file}, contiene {classes}: tutta quell'area risulta cambiata. Se l'altra mappa usa un altro nome, assegna a entrambe lo stesso (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>Only the map before, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Solo la mappa precedente, {file}, contiene {classes}: tutta quell'area risulta cambiata. Se l'altra mappa usa un altro nome, assegna a entrambe lo stesso (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>only {share} of the labels of the exported network are those of the model; nothing was written.</source>
      <translation>solo {share} delle classi assegnate dalla rete esportata coincidono con quelle del modello; non è stato scritto nulla.</translation>
    </message>
    <message>
      <source>ONNX file</source>
      <translation>File ONNX</translation>
    </message>
    <message>
      <source>ONNX Runtime for NVIDIA cards</source>
      <translation>ONNX Runtime per schede NVIDIA</translation>
    </message>
    <message>
      <source>onnx,deepness,stac,share,weights,convert</source>
      <translation>onnx,deepness,stac,condividere,pesi,convertire</translation>
    </message>
    <message>
      <source>Open Report</source>
      <translation>Apri report</translation>
    </message>
    <message>
      <source>openvino has ONNX models, such as the bundled one, run in less time on the processor, if a trial shows that it does; torch is PyTorch for the processor, on Apple's chips for the GPU, too; torch-cuda takes its place on computers with an NVIDIA card; onnxruntime-gpu has ONNX models, such as the bundled one, run on such a card.</source>
      <translation>openvino esegue i modelli ONNX, come quello incluso, in meno tempo sul processore, se una prova lo conferma; torch è PyTorch per il processore e, sui chip Apple, anche per la GPU; torch-cuda prende il suo posto sui computer con una scheda NVIDIA; onnxruntime-gpu esegue i modelli ONNX, come quello incluso, su una scheda di questo tipo.</translation>
    </message>
    <message>
      <source>OpenVINO: maps in less time without a graphics card</source>
      <translation>OpenVINO: mappe in meno tempo senza scheda grafica</translation>
    </message>
    <message>
      <source>Or a raster that a model maps</source>
      <translation>Oppure un raster da mappare con un modello</translation>
    </message>
    <message>
      <source>Or a reference raster of classes</source>
      <translation>Oppure un raster di classi di riferimento</translation>
    </message>
    <message>
      <source>Othe&amp;r map</source>
      <translation>Alt&amp;ra mappa</translation>
    </message>
    <message>
      <source>Other computers</source>
      <translation>Altri computer</translation>
    </message>
    <message>
      <source>Other dates of the same place</source>
      <translation>Altre date dello stesso luogo</translation>
    </message>
    <message>
      <source>Other dates of the same place: rasters of the project that are one input with this one, such as crops in other seasons</source>
      <translation>Altre date dello stesso luogo: raster del progetto che insieme a questo formano un unico dato in ingresso, per esempio colture in altre stagioni</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>Altri</translation>
    </message>
    <message>
      <source>Others on this computer can read {key}, with which they can run anything on the cluster: {command} keeps it to you. Where that changes nothing, as on some network drives, copy the folder to a disk of this computer.</source>
      <translation>Altri utenti di questo computer possono leggere {key} e con esso eseguire qualsiasi cosa sul cluster: {command} lo riserva a te. Se non ha effetto, come su alcune unità di rete, copia la cartella su un disco di questo computer.</translation>
    </message>
    <message>
      <source>Outline tolerance</source>
      <translation>Tolleranza dei contorni</translation>
    </message>
    <message>
      <source>Outlines</source>
      <translation>Contorni</translation>
    </message>
    <message>
      <source>Outlines of them, or a point in each.</source>
      <translation>I loro contorni, oppure un punto in ciascuno.</translation>
    </message>
    <message>
      <source>Output file</source>
      <translation>File in uscita</translation>
    </message>
    <message>
      <source>Output resolution</source>
      <translation>Risoluzione finale</translation>
    </message>
    <message>
      <source>Overall accuracy</source>
      <translation>Accuratezza complessiva</translation>
    </message>
    <message>
      <source>Overall accuracy (0 to 1)</source>
      <translation>Accuratezza complessiva (da 0 a 1)</translation>
    </message>
    <message>
      <source>Overall accuracy {accuracy}, kappa {kappa}, mean IoU {iou}</source>
      <translation>Accuratezza complessiva {accuracy}, kappa {kappa}, IoU medio {iou}</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %</source>
      <translation>Accuratezza complessiva {share}%</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %, {low} to {high} % (95 %)</source>
      <translation>Accuratezza complessiva {share}%, da {low} a {high}% (95%)</translation>
    </message>
    <message>
      <source>Overall accuracy, less that of the other map</source>
      <translation>Accuratezza complessiva, meno quella dell'altra mappa</translation>
    </message>
    <message>
      <source>Overlap, pixels</source>
      <translation>Sovrapposizione, pixel</translation>
    </message>
    <message>
      <source>p-value of the difference</source>
      <translation>Valore p della differenza</translation>
    </message>
    <message>
      <source>panchromatic</source>
      <translation>pancromatico</translation>
    </message>
    <message>
      <source>part {number}</source>
      <translation>parte {number}</translation>
    </message>
    <message>
      <source>Patches at once</source>
      <translation>Ritagli alla volta</translation>
    </message>
    <message>
      <source>Patches that are smaller take the class of their largest neighbour. In pixels where the raster has no CRS. By default nothing is removed.</source>
      <translation>Le zone più piccole prendono la classe della zona vicina più grande. In pixel se il raster non ha un SR. Per impostazione predefinita non viene rimosso nulla.</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept, and the next download goes on there.</source>
      <translation>In pausa; quanto è arrivato è conservato e lo scaricamento successivo riprende da lì.</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept.</source>
      <translation>In pausa; quanto è arrivato è conservato.</translation>
    </message>
    <message>
      <source>Percent</source>
      <translation>Percentuale</translation>
    </message>
    <message>
      <source>Percent of what has a class; pixels without data do not count.</source>
      <translation>Percentuale di ciò che ha una classe; i pixel senza dati non contano.</translation>
    </message>
    <message>
      <source>Percent of where both maps have a class.</source>
      <translation>Percentuale dell'area in cui entrambe le mappe hanno una classe.</translation>
    </message>
    <message>
      <source>Pixel of the map</source>
      <translation>Pixel della mappa</translation>
    </message>
    <message>
      <source>Pixel of the raster, m</source>
      <translation>Pixel del raster, m</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Dimensione pixel</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>pixel</translation>
    </message>
    <message>
      <source>Pixels and area per class (JSON)</source>
      <translation>Pixel e area per classe (JSON)</translation>
    </message>
    <message>
      <source>Pixels of all maps together</source>
      <translation>Pixel di tutte le mappe insieme</translation>
    </message>
    <message>
      <source>Pixels of reference</source>
      <translation>Pixel di riferimento</translation>
    </message>
    <message>
      <source>pixels scaled from 0–255 to 0–1</source>
      <translation>pixel riscalati da 0–255 a 0–1</translation>
    </message>
    <message>
      <source>Pixels with a number</source>
      <translation>Pixel con un numero</translation>
    </message>
    <message>
      <source>Pixels with several points have the mean of their numbers: {count}.</source>
      <translation>Pixel con più punti, che ricevono la media dei loro numeri: {count}.</translation>
    </message>
    <message>
      <source>Pixels with these values are left out, instead of those that the file marks: values or ranges with commas between them, such as 0 or -9999..-9000,255; 2:0 for band 2 alone; none, if all are data. Of bytes, in all bands at once. By default as the layer shows it.</source>
      <translation>I pixel con questi valori vengono esclusi, al posto di quelli contrassegnati nel file: valori o intervalli separati da virgole, per esempio 0 o -9999..-9000,255; 2:0 per la sola banda 2; none, se sono tutti dati. Per i byte, in tutte le bande insieme. Per impostazione predefinita come mostra il layer.</translation>
    </message>
    <message>
      <source>Pixels without a CRS. Empty: as the area has room.</source>
      <translation>In pixel se manca il SR. Vuoto: secondo lo spazio disponibile nell'area.</translation>
    </message>
    <message>
      <source>pixels, both ways</source>
      <translation>pixel, in entrambe le direzioni</translation>
    </message>
    <message>
      <source>Place {number} of {count}. The model says {name}; {reason}</source>
      <translation>Luogo {number} di {count}. Il modello dice {name}; {reason}</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Luoghi</translation>
    </message>
    <message>
      <source>Places to review</source>
      <translation>Luoghi da rivedere</translation>
    </message>
    <message>
      <source>plan</source>
      <translation>pianificazione</translation>
    </message>
    <message>
      <source>Plan sample points</source>
      <translation>Pianifica punti campione</translation>
    </message>
    <message>
      <source>Point at objects</source>
      <translation>Indica oggetti</translation>
    </message>
    <message>
      <source>Point at one or a few objects, and get a raster that says of every pixel how similar it is to the most similar of them, percent. Places that are similar enough can be written as outlines or points.

What a model sees is compared, not colours alone; of an embedding raster its own vectors are. It is kept: with other objects or another threshold the answer comes within seconds.

Example: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70.</source>
      <translation>Indica uno o più oggetti e ottieni un raster che dice, per ogni pixel, quanto è simile al più simile di essi, in percentuale. I luoghi abbastanza simili possono essere scritti come contorni o punti.

Viene confrontato ciò che vede un modello, non solo i colori; per un raster di embedding, i suoi stessi vettori. Il risultato viene conservato: con altri oggetti o un'altra soglia la risposta arriva in pochi secondi.

Esempio: INPUT scena.tif, OBJECTS punti.gpkg, OUTPUT somiglianza.tif, CANDIDATES trovati.gpkg, THRESHOLD 70.</translation>
    </message>
    <message>
      <source>Point {number} of {count}, {done} done.</source>
      <translation>Punto {number} di {count}, {done} fatti.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Punti</translation>
    </message>
    <message>
      <source>points</source>
      <translation>punti</translation>
    </message>
    <message>
      <source>Points in all</source>
      <translation>Punti in totale</translation>
    </message>
    <message>
      <source>points in it are labelled: {count}. Choose another file, or remove this one.</source>
      <translation>contiene punti già etichettati: {count}. Scegli un altro file oppure rimuovi questo.</translation>
    </message>
    <message>
      <source>Points of no stratum, as if added by hand, are left out: {count}.</source>
      <translation>Punti esclusi perché privi di strato, come se fossero stati aggiunti a mano: {count}.</translation>
    </message>
    <message>
      <source>Points of one place were held out together.</source>
      <translation>I punti di uno stesso luogo sono stati tenuti da parte insieme.</translation>
    </message>
    <message>
      <source>Points of reference</source>
      <translation>Punti di riferimento</translation>
    </message>
    <message>
      <source>Points or polygons of what is sought; of a layer in which some are selected, only these if you say so. Any CRS.</source>
      <translation>Punti o poligoni di ciò che si cerca; di un layer con elementi selezionati, solo questi se lo indichi. Qualsiasi SR.</translation>
    </message>
    <message>
      <source>Points say nothing of what lies between them: the background is for polygons.</source>
      <translation>I punti non dicono nulla di ciò che si trova tra di essi: lo sfondo vale per i poligoni.</translation>
    </message>
    <message>
      <source>Points that a class gets at least, where there are enough in all</source>
      <translation>Punti che ogni classe riceve almeno, se il totale è sufficiente</translation>
    </message>
    <message>
      <source>Points that are labelled</source>
      <translation>Punti etichettati</translation>
    </message>
    <message>
      <source>Points that do not lie in their stratum on this map, which they were drawn on: {count}. If they were moved, each speaks of another place than it stands for, and figures and areas are wrong: put them back. The same map, count and seed draw the same points.</source>
      <translation>Punti che su questa mappa, da cui sono stati estratti, non si trovano nel loro strato: {count}. Se sono stati spostati, ognuno descrive un luogo diverso da quello che rappresenta e indici e aree sono sbagliati: rimettili al loro posto. Con la stessa mappa, lo stesso numero e lo stesso seme si ottengono gli stessi punti.</translation>
    </message>
    <message>
      <source>Points that lie on the pixel of another point: {count}. Each of them counts, so that figures and areas are wrong: remove the copies, and of labels that contradict each other all but one.</source>
      <translation>Punti che cadono nel pixel di un altro punto: {count}. Ognuno viene contato, quindi indici e aree sono sbagliati: rimuovi le copie e, tra etichette che si contraddicono, lasciane una sola.</translation>
    </message>
    <message>
      <source>Points where one of the maps has no class are left out: {count}.</source>
      <translation>Punti esclusi perché una delle mappe non vi ha una classe: {count}.</translation>
    </message>
    <message>
      <source>Points where the map has no class are left out: {count}.</source>
      <translation>Punti esclusi perché lì la mappa non ha una classe: {count}.</translation>
    </message>
    <message>
      <source>Points without a class yet are left out: {count}.</source>
      <translation>Punti esclusi perché ancora senza classe: {count}.</translation>
    </message>
    <message>
      <source>Points without a place are left out: {count}.</source>
      <translation>Punti esclusi perché senza posizione: {count}.</translation>
    </message>
    <message>
      <source>Polygon layer</source>
      <translation>Layer di poligoni</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Poligoni</translation>
    </message>
    <message>
      <source>Polygons and points where the map has no number are left out: {count}.</source>
      <translation>Poligoni e punti esclusi perché lì la mappa non ha un numero: {count}.</translation>
    </message>
    <message>
      <source>Polygons and points without a number are left out: {count}.</source>
      <translation>Poligoni e punti esclusi perché senza numero: {count}.</translation>
    </message>
    <message>
      <source>Polygons drawn</source>
      <translation>Poligoni disegnati</translation>
    </message>
    <message>
      <source>Polygons of a layer</source>
      <translation>Poligoni di un layer</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: what they share is left out. Places: {count}.</source>
      <translation>Poligoni di classi diverse si sovrappongono: la parte in comune è esclusa. Luoghi: {count}.</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: {pairs}.</source>
      <translation>Poligoni di classi diverse si sovrappongono: {pairs}.</translation>
    </message>
    <message>
      <source>Polygons of different numbers overlap: what they share is left out. Places: {count}.</source>
      <translation>Poligoni con numeri diversi si sovrappongono: la parte in comune è esclusa. Luoghi: {count}.</translation>
    </message>
    <message>
      <source>Polygons or points whose class you know, in a layer with a field for the class</source>
      <translation>Poligoni o punti di cui conosci la classe, in un layer con un campo per la classe</translation>
    </message>
    <message>
      <source>Polygons outside the raster are left out: {count}.</source>
      <translation>Poligoni esclusi perché fuori dal raster: {count}.</translation>
    </message>
    <message>
      <source>Polygons that somebody has chosen are no random sample: the figures hold for places like these, and no areas are estimated from them. Random points (crossearth sample) can tell both.</source>
      <translation>I poligoni scelti da qualcuno non sono un campione casuale: gli indici valgono per luoghi come questi e non se ne stimano le aree. Punti casuali (crossearth sample) possono fornire entrambe le cose.</translation>
    </message>
    <message>
      <source>Polygons without a class are left out: {count}.</source>
      <translation>Poligoni esclusi perché senza classe: {count}.</translation>
    </message>
    <message>
      <source>Polygons without an area are left out: {count}.</source>
      <translation>Poligoni esclusi perché senza area: {count}.</translation>
    </message>
    <message>
      <source>Polygons – {name}</source>
      <translation>Poligoni – {name}</translation>
    </message>
    <message>
      <source>Post-processing</source>
      <translation>Post-elaborazione</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Precisione</translation>
    </message>
    <message>
      <source>Precision (user's)</source>
      <translation>Precisione (utente)</translation>
    </message>
    <message>
      <source>Precision of the numbers</source>
      <translation>Precisione dei numeri</translation>
    </message>
    <message>
      <source>Precision: how much of what was mapped as the class is of it. Recall: how much of the class was found. IoU: their common part divided by all of both.</source>
      <translation>Precisione: quanta parte di ciò che è mappato come la classe le appartiene. Recall: quanta parte della classe è stata trovata. IoU: la loro parte comune divisa per l'insieme di entrambe.</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>previsto</translation>
    </message>
    <message>
      <source>Predicted against observed</source>
      <translation>Previsto rispetto a osservato</translation>
    </message>
    <message>
      <source>Predicted and observed</source>
      <translation>Previsto e osservato</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>Preparazione…</translation>
    </message>
    <message>
      <source>Probabilities</source>
      <translation>Probabilità</translation>
    </message>
    <message>
      <source>Probabilities – {name}</source>
      <translation>Probabilità – {name}</translation>
    </message>
    <message>
      <source>Processes</source>
      <translation>Processi</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Processore</translation>
    </message>
    <message>
      <source>Processor &amp;cores</source>
      <translation>&amp;Core del processore</translation>
    </message>
    <message>
      <source>Producer's</source>
      <translation>Produttore</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Avanzamento</translation>
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
      <translation>Python che crea l'ambiente</translation>
    </message>
    <message>
      <source>Python {version} lacks the module venv or ensurepip. On Debian and Ubuntu install it with: sudo apt install python{version}-venv</source>
      <translation>In Python {version} manca il modulo venv o ensurepip. Su Debian e Ubuntu installalo con: sudo apt install python{version}-venv</translation>
    </message>
    <message>
      <source>PyTorch for NVIDIA cards</source>
      <translation>PyTorch per schede NVIDIA</translation>
    </message>
    <message>
      <source>PyTorch of this kind is at download.pytorch.org only, which could not be reached. Check the internet connection, or set the engine up from a folder that another computer has filled.</source>
      <translation>Questo tipo di PyTorch si trova solo su download.pytorch.org, che non è stato raggiunto. Controlla la connessione a internet oppure configura il motore di calcolo da una cartella riempita da un altro computer.</translation>
    </message>
    <message>
      <source>QGIS deletes the map and all that is made beside it when it closes, unless you keep it with a button that the result has then</source>
      <translation>Alla chiusura, QGIS elimina la mappa e tutto ciò che le è stato creato accanto, a meno che tu non la conservi con il pulsante che compare nel risultato</translation>
    </message>
    <message>
      <source>quality</source>
      <translation>qualità</translation>
    </message>
    <message>
      <source>Quick</source>
      <translation>Rapido</translation>
    </message>
    <message>
      <source>quick: a small head on the frozen model, in seconds. full: the model itself is trained.</source>
      <translation>quick: una piccola testa sul modello congelato, in pochi secondi. full: viene addestrato il modello stesso.</translation>
    </message>
    <message>
      <source>R&amp;un</source>
      <translation>&amp;Esegui</translation>
    </message>
    <message>
      <source>radar backscatter</source>
      <translation>retrodiffusione radar</translation>
    </message>
    <message>
      <source>Random points on a map, to be checked by eye.</source>
      <translation>Punti casuali su una mappa, da controllare a vista.</translation>
    </message>
    <message>
      <source>random points,stratified sample,validation,accuracy,reference</source>
      <translation>punti casuali,campionamento stratificato,validazione,accuratezza,riferimento</translation>
    </message>
    <message>
      <source>Raster</source>
      <translation>Raster</translation>
    </message>
    <message>
      <source>Raster band for {name}</source>
      <translation>Banda del raster per {name}</translation>
    </message>
    <message>
      <source>Raster layers</source>
      <translation>Layer raster</translation>
    </message>
    <message>
      <source>Raster pixel size</source>
      <translation>Pixel del raster</translation>
    </message>
    <message>
      <source>Raster that is to be mapped</source>
      <translation>Raster da mappare</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Raster</translation>
    </message>
    <message>
      <source>Rasters (*.tif *.tiff *.vrt *.jp2 *.img);;All files (*)</source>
      <translation>Raster (*.tif *.tiff *.vrt *.jp2 *.img);;Tutti i file (*)</translation>
    </message>
    <message>
      <source>Rasters of the same place at other times, such as crops in other seasons: all dates are one input. A date is that of the layer's temporal range, if it has a fixed one, else of the file's tags or of its name. Where one date has no data, the result has none.</source>
      <translation>Raster dello stesso luogo in altri momenti, per esempio colture in altre stagioni: tutte le date formano un unico dato in ingresso. La data è quella dell'intervallo temporale del layer, se ne ha uno fissato, altrimenti quella dei tag o del nome del file. Dove una data non ha dati, non ne ha neanche il risultato.</translation>
    </message>
    <message>
      <source>Rasters that the polygons were drawn on</source>
      <translation>Raster su cui sono stati disegnati i poligoni</translation>
    </message>
    <message>
      <source>Rasters whose pixels are not those of the first are refused; or are brought to them by this resampling.</source>
      <translation>I raster con pixel diversi da quelli del primo vengono rifiutati, oppure portati su di essi con questo ricampionamento.</translation>
    </message>
    <message>
      <source>Re&amp;view</source>
      <translation>Ri&amp;vedi</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>Motivi</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>Recall (producer's)</source>
      <translation>Recall (produttore)</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>Metodo</translation>
    </message>
    <message>
      <source>red</source>
      <translation>rosso</translation>
    </message>
    <message>
      <source>red edge</source>
      <translation>red edge</translation>
    </message>
    <message>
      <source>reduced to {size} m</source>
      <translation>ridotto a pixel di {size} m</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Riferimento</translation>
    </message>
    <message>
      <source>Reference polygons or points</source>
      <translation>Poligoni o punti di riferimento</translation>
    </message>
    <message>
      <source>reference raster</source>
      <translation>raster di riferimento</translation>
    </message>
    <message>
      <source>reflectance, 0 to 1</source>
      <translation>riflettanza, da 0 a 1</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>Affidabilità</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Rimozione</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Rimuovi classe</translation>
    </message>
    <message>
      <source>Remove Engine Environment</source>
      <translation>Rimuovi ambiente di calcolo</translation>
    </message>
    <message>
      <source>Remove from the engine</source>
      <translation>Rimuovi dal motore di calcolo</translation>
    </message>
    <message>
      <source>Remove the chosen class; one with polygons stays</source>
      <translation>Rimuove la classe scelta; una classe con poligoni rimane</translation>
    </message>
    <message>
      <source>Remove {name} from the engine?</source>
      <translation>Rimuovere {name} dal motore di calcolo?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Rimuovi…</translation>
    </message>
    <message>
      <source>Removing the CrossEarth engine</source>
      <translation>Rimozione del motore di calcolo di CrossEarth</translation>
    </message>
    <message>
      <source>Removing {name}…</source>
      <translation>Rimozione di {name}…</translation>
    </message>
    <message>
      <source>Rename a Model</source>
      <translation>Rinomina un modello</translation>
    </message>
    <message>
      <source>Rename, duplicate, export and delete your own models</source>
      <translation>Rinomina, duplica, esporta ed elimina i tuoi modelli</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Report</translation>
    </message>
    <message>
      <source>Report (HTML)</source>
      <translation>Report (HTML)</translation>
    </message>
    <message>
      <source>report,bug,fault,versions,log</source>
      <translation>report,bug,errore,versioni,log,diagnostica</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Ripristina</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Risultato</translation>
    </message>
    <message>
      <source>Resume an interrupted run</source>
      <translation>Riprendi l'esecuzione</translation>
    </message>
    <message>
      <source>Resume an interrupted training</source>
      <translation>Riprendi un addestramento interrotto</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>Angoli retti</translation>
    </message>
    <message>
      <source>Right angles for classes</source>
      <translation>Angoli retti per le classi</translation>
    </message>
    <message>
      <source>RMSE of numbers</source>
      <translation>RMSE dei numeri</translation>
    </message>
    <message>
      <source>Roads</source>
      <translation>Strade</translation>
    </message>
    <message>
      <source>Rotation</source>
      <translation>Rotazione</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Versione</translation>
    </message>
    <message>
      <source>Round of the model</source>
      <translation>Versione del modello</translation>
    </message>
    <message>
      <source>round {number}</source>
      <translation>versione {number}</translation>
    </message>
    <message>
      <source>Round {number} cannot be brought back: {reason}</source>
      <translation>Impossibile ripristinare la versione {number}: {reason}</translation>
    </message>
    <message>
      <source>Round {number} is the model “{id}” again.</source>
      <translation>La versione {number} è di nuovo il modello “{id}”.</translation>
    </message>
    <message>
      <source>R² of numbers</source>
      <translation>R² dei numeri</translation>
    </message>
    <message>
      <source>R² {r2}, RMSE {rmse}, bias {bias}</source>
      <translation>R² {r2}, RMSE {rmse}, bias {bias}</translation>
    </message>
    <message>
      <source>R²: 1 less the sum of the squared errors divided by that of the squared differences from the mean. RMSE: the root of the mean squared error. Bias: the mean of predicted less observed. All but R² are in the unit of the numbers. Intervals: percentiles of a bootstrap that draws whole samples anew (Efron and Tibshirani 1993), of ten and more; where samples lie close together they are too short.</source>
      <translation>R²: 1 meno la somma degli errori quadratici divisa per quella delle differenze quadratiche dalla media. RMSE: la radice dell'errore quadratico medio. Bias: la media di previsto meno osservato. Tutti tranne R² sono nell'unità dei numeri. Intervalli: percentili di un bootstrap che riestrae campioni interi (Efron e Tibshirani 1993), da dieci in su; dove i campioni sono vicini tra loro, sono troppo stretti.</translation>
    </message>
    <message>
      <source>Salt and pepper</source>
      <translation>Sale e pepe</translation>
    </message>
    <message>
      <source>Same classes</source>
      <translation>Classi uguali</translation>
    </message>
    <message>
      <source>same: the very same dates. order: others, one after the other. season: for each the one at most 45 days from it, whatever the year.</source>
      <translation>same: esattamente le stesse date. order: altre, una dopo l'altra. season: per ciascuna quella distante al massimo 45 giorni, di qualunque anno.</translation>
    </message>
    <message>
      <source>Sample of {name}</source>
      <translation>Campione di {name}</translation>
    </message>
    <message>
      <source>Sample points</source>
      <translation>Punti campione</translation>
    </message>
    <message>
      <source>Sample points of this place, drawn on this map or on any other one</source>
      <translation>Punti campione di questo luogo, estratti su questa mappa o su un'altra</translation>
    </message>
    <message>
      <source>Sample points on {name}</source>
      <translation>Punti campione su {name}</translation>
    </message>
    <message>
      <source>Sample points – {name}</source>
      <translation>Punti campione – {name}</translation>
    </message>
    <message>
      <source>Sample polygons or points</source>
      <translation>Poligoni o punti campione</translation>
    </message>
    <message>
      <source>sample size,number of points,stratified sample,accuracy,confidence</source>
      <translation>dimensione del campione,numero di punti,campionamento stratificato,accuratezza,confidenza</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Campioni</translation>
    </message>
    <message>
      <source>satellite imagery, 1 m or finer</source>
      <translation>immagini satellitari, 1 m o più fini</translation>
    </message>
    <message>
      <source>Save &amp;to</source>
      <translation>Salva i&amp;n</translation>
    </message>
    <message>
      <source>Save the Class Map</source>
      <translation>Salva la mappa delle classi</translation>
    </message>
    <message>
      <source>Says how good a map or a model is, and how sure that is.</source>
      <translation>Indica quanto è buona una mappa o un modello, e con quale sicurezza.</translation>
    </message>
    <message>
      <source>Says how many points are needed to tell the accuracy of a map to ± 5 %, or as you like, and how they are shared out among its classes (Cochran; Olofsson and others, 2014): in proportion to area, with a least number for each class.

Then draw as many with “Draw sample points on a map”.</source>
      <translation>Indica quanti punti servono per stabilire l'accuratezza di una mappa a ± 5%, o come preferisci, e come ripartirli tra le sue classi (Cochran; Olofsson e altri, 2014): in proporzione all'area, con un numero minimo per ogni classe.

Estraine poi altrettanti con “Estrai punti campione su una mappa”.</translation>
    </message>
    <message>
      <source>Says how many points that takes, and fills in their number below</source>
      <translation>Indica quanti punti servono e ne inserisce il numero qui sotto</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Scala</translation>
    </message>
    <message>
      <source>Scale and offset of the raster were not applied: without them its values ({low} to {high}) are in the range that {model} takes, {takes}, and with them they are not.</source>
      <translation>Scala e offset del raster non sono stati applicati: senza di essi i valori (da {low} a {high}) rientrano nell'intervallo che {model} si aspetta, {takes}; con essi no.</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>Barra di scala</translation>
    </message>
    <message>
      <source>Scales</source>
      <translation>Scale</translation>
    </message>
    <message>
      <source>Scales that the teacher looks at</source>
      <translation>Scale osservate dall'insegnante</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Seme</translation>
    </message>
    <message>
      <source>Seed of the random numbers</source>
      <translation>Seme dei numeri casuali</translation>
    </message>
    <message>
      <source>seen as it is</source>
      <translation>usato così com'è</translation>
    </message>
    <message>
      <source>Segment a raster</source>
      <translation>Segmenta un raster</translation>
    </message>
    <message>
      <source>Segment many rasters</source>
      <translation>Segmenta più raster</translation>
    </message>
    <message>
      <source>segmentation,classification,land cover,land use,deep learning,ai,machine learning,semantic,imagery,aerial,satellite,drone,foundation model</source>
      <translation>segmentazione,classificazione,copertura del suolo,uso del suolo,deep learning,ia,machine learning,apprendimento automatico,semantica,immagini,aeree,satellite,drone,modello di base</translation>
    </message>
    <message>
      <source>Select at least one polygon of {layer}.</source>
      <translation>Seleziona almeno un poligono di {layer}.</translation>
    </message>
    <message>
      <source>Selected &amp;features only</source>
      <translation>Solo elementi sele&amp;zionati</translation>
    </message>
    <message>
      <source>selected of {layer}</source>
      <translation>selezionati di {layer}</translation>
    </message>
    <message>
      <source>Self-crossing polygons are repaired: {count}.</source>
      <translation>Poligoni riparati perché si autointersecano: {count}.</translation>
    </message>
    <message>
      <source>Semantic ones (adapter beside the MLP)</source>
      <translation>Moduli semantici (adattatore accanto all'MLP)</translation>
    </message>
    <message>
      <source>Set &amp;Up the Engine</source>
      <translation>&amp;Configura il motore di calcolo</translation>
    </message>
    <message>
      <source>set of objects</source>
      <translation>oggetti</translation>
    </message>
    <message>
      <source>set of points</source>
      <translation>punti</translation>
    </message>
    <message>
      <source>set of polygons</source>
      <translation>poligoni</translation>
    </message>
    <message>
      <source>Set Up the Engine</source>
      <translation>Configura il motore di calcolo</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Configura il motore di calcolo</translation>
    </message>
    <message>
      <source>Setting up the CrossEarth engine</source>
      <translation>Configurazione del motore di calcolo di CrossEarth</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Impostazioni</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>Configurazione</translation>
    </message>
    <message>
      <source>Several dates are of one place: choose one raster that the polygons were drawn on, and its other dates.</source>
      <translation>Più date riguardano lo stesso luogo: scegli un solo raster su cui sono stati disegnati i poligoni e le sue altre date.</translation>
    </message>
    <message>
      <source>Share of the area, %; rows: reference, columns: map. Kappa, F1 and IoU are of this matrix.</source>
      <translation>Quota dell'area, %; righe: riferimento, colonne: mappa. Kappa, F1 e IoU derivano da questa matrice.</translation>
    </message>
    <message>
      <source>share of the pixels</source>
      <translation>quota dei pixel</translation>
    </message>
    <message>
      <source>share of white</source>
      <translation>quota di bianco</translation>
    </message>
    <message>
      <source>Share that is right</source>
      <translation>Quota corretta</translation>
    </message>
    <message>
      <source>share {number} of the windows</source>
      <translation>quota {number} delle finestre</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Spostamento</translation>
    </message>
    <message>
      <source>short-wave infrared</source>
      <translation>infrarosso a onde corte</translation>
    </message>
    <message>
      <source>Show how well both models agree in the web browser</source>
      <translation>Mostra nel browser web quanto concordano i due modelli</translation>
    </message>
    <message>
      <source>Show the chosen group only</source>
      <translation>Mostra solo il gruppo scelto</translation>
    </message>
    <message>
      <source>Show the report of this run in the web browser</source>
      <translation>Mostra il report di questa esecuzione nel browser web</translation>
    </message>
    <message>
      <source>Show what has become of what in the web browser</source>
      <translation>Mostra nel browser web che cosa è diventato che cosa</translation>
    </message>
    <message>
      <source>Shows every window to the model in several orientations. Often a little better, and several times slower.</source>
      <translation>Mostra ogni finestra al modello in più orientamenti. Spesso un po' meglio, ma molte volte più lento.</translation>
    </message>
    <message>
      <source>Shows the imagery to the model in several sizes, such as 0.75,1,1.5, and takes the average. Each one takes a run. By default as it is.</source>
      <translation>Mostra le immagini al modello in più dimensioni, per esempio 0.75,1,1.5, e usa la media. Ciascuna richiede un passaggio. Per impostazione predefinita così come sono.</translation>
    </message>
    <message>
      <source>Shows what the new model makes of the part of the raster in view</source>
      <translation>Mostra che cosa ricava il nuovo modello dalla parte visibile del raster</translation>
    </message>
    <message>
      <source>Similar places</source>
      <translation>Luoghi simili</translation>
    </message>
    <message>
      <source>similar places</source>
      <translation>luoghi simili</translation>
    </message>
    <message>
      <source>Similarity</source>
      <translation>Somiglianza</translation>
    </message>
    <message>
      <source>similarity,similar,search,find more like this,few-shot,example,cosine,embedding</source>
      <translation>somiglianza,similarità,simile,ricerca,trova simili,few-shot,esempio,coseno,embedding</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Dimensione</translation>
    </message>
    <message>
      <source>Size, pixels</source>
      <translation>Dimensione, pixel</translation>
    </message>
    <message>
      <source>Sizes that the teacher sees the imagery in, of which the average is learned, such as 0.75, 1, 1.5.</source>
      <translation>Dimensioni in cui l'insegnante vede le immagini e di cui si impara la media, per esempio 0.75, 1, 1.5.</translation>
    </message>
    <message>
      <source>Skip (S)</source>
      <translation>Salta (S)</translation>
    </message>
    <message>
      <source>Skipped.</source>
      <translation>Saltato.</translation>
    </message>
    <message>
      <source>Smallest patch</source>
      <translation>Zona più piccola</translation>
    </message>
    <message>
      <source>Smoothing the map</source>
      <translation>Lisciatura della mappa</translation>
    </message>
    <message>
      <source>Some files hold several models, such as those for clouds: all of them are made ready to run, and not the chosen one alone.</source>
      <translation>Alcuni file contengono più modelli, per esempio quelli per le nuvole: vengono preparati tutti all'uso, non solo quello scelto.</translation>
    </message>
    <message>
      <source>Some workers compute on {device}, and others on {other}: what they see is not the same to the last digit, and the model would be of both. Name a device that all have (DEVICE cpu), or leave out the others.</source>
      <translation>Alcuni worker calcolano su {device} e altri su {other}: ciò che vedono non coincide fino all'ultima cifra e il modello mescolerebbe entrambi. Indica un dispositivo comune a tutti (DEVICE cpu) oppure escludi gli altri.</translation>
    </message>
    <message>
      <source>Spatial modules that learned (LoRA)</source>
      <translation>Moduli spaziali che hanno imparato (LoRA)</translation>
    </message>
    <message>
      <source>Spread over the raster. More teach more, and take the teacher longer; a raster that has fewer is looked at whole.</source>
      <translation>Distribuite nel raster. Più finestre insegnano di più e richiedono più tempo all'insegnante; un raster che ne ha di meno viene esaminato per intero.</translation>
    </message>
    <message>
      <source>STAC Collection</source>
      <translation>Collezione STAC</translation>
    </message>
    <message>
      <source>STAC Collections (*.json)</source>
      <translation>Collezioni STAC (*.json)</translation>
    </message>
    <message>
      <source>Standard deviation</source>
      <translation>Deviazione standard</translation>
    </message>
    <message>
      <source>standard deviation</source>
      <translation>deviazione standard</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Parti da</translation>
    </message>
    <message>
      <source>Start from this</source>
      <translation>Parti da questo</translation>
    </message>
    <message>
      <source>Starting the engine…</source>
      <translation>Avvio del motore di calcolo…</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Avvio…</translation>
    </message>
    <message>
      <source>Step {done} of {total}</source>
      <translation>Passo {done} di {total}</translation>
    </message>
    <message>
      <source>Step {done} of {total}, {time} left</source>
      <translation>Passo {done} di {total}, ancora {time}</translation>
    </message>
    <message>
      <source>Steps taken</source>
      <translation>Passi eseguiti</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Interrompi</translation>
    </message>
    <message>
      <source>Stopped after {done} of {total} steps: this is the best model until then.</source>
      <translation>Interrotto dopo {done} passi su {total}: questo è il miglior modello ottenuto fino a quel momento.</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command goes on.</source>
      <translation>Interrotto con {finished} raster completati su {total}. Quanto fatto rimane; lo stesso comando riprende da lì.</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command with RESUME goes on.</source>
      <translation>Interrotto con {finished} raster completati su {total}. Quanto fatto rimane; lo stesso comando con RESUME riprende da lì.</translation>
    </message>
    <message>
      <source>Stopped: the best model so far is kept.</source>
      <translation>Interrotto: viene conservato il miglior modello ottenuto finora.</translation>
    </message>
    <message>
      <source>Stops the download; what has arrived is kept</source>
      <translation>Sospende lo scaricamento; quanto è arrivato è conservato</translation>
    </message>
    <message>
      <source>Stratified estimator of Stehman (2014), which is that of Olofsson et al. (2014) where the strata are the classes of this map. 95 % intervals are mid-p intervals for stratified samples (Fay and Kim 2017), which hold for rare classes and where no point is wrong. ± is half of the interval of the paper, a normal approximation: too short for rare classes, and none where no point is wrong.</source>
      <translation>Stimatore stratificato di Stehman (2014), che coincide con quello di Olofsson et al. (2014) quando gli strati sono le classi di questa mappa. Gli intervalli al 95% sono intervalli mid-p per campioni stratificati (Fay e Kim 2017), validi anche per classi rare e dove nessun punto è errato. ± è metà dell'intervallo di quella pubblicazione, un'approssimazione normale: troppo stretto per classi rare e assente dove nessun punto è errato.</translation>
    </message>
    <message>
      <source>Strengths</source>
      <translation>Intensità</translation>
    </message>
    <message>
      <source>Stretch</source>
      <translation>Stiramento</translation>
    </message>
    <message>
      <source>stripes in {frame}² pixels, of one pixel more</source>
      <translation>strisce in {frame}² pixel, ogni volta un pixel in più</translation>
    </message>
    <message>
      <source>Student</source>
      <translation>Studente</translation>
    </message>
    <message>
      <source>Sums over the maps: where maps overlap, ground counts as often as it was mapped.</source>
      <translation>Somme delle mappe: dove le mappe si sovrappongono, il terreno conta tante volte quante è stato mappato.</translation>
    </message>
    <message>
      <source>Take back a sample of {name}</source>
      <translation>Annulla un campione di {name}</translation>
    </message>
    <message>
      <source>Take back what was drawn last, as long as the edits of the layer have not been saved</source>
      <translation>Annulla l'ultimo disegno, finché le modifiche del layer non sono state salvate</translation>
    </message>
    <message>
      <source>Take these settings elsewhere: a terminal, a script, the Processing dialog</source>
      <translation>Usa queste impostazioni altrove: in un terminale, in uno script, nella finestra di Processing</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>adottato</translation>
    </message>
    <message>
      <source>Takes up what a run with the same settings and the same output has left, and leaves what is done so far when it is interrupted itself.</source>
      <translation>Riprende quanto lasciato da un'esecuzione con le stesse impostazioni e lo stesso risultato e, se viene a sua volta interrotta, conserva quanto fatto fino a quel momento.</translation>
    </message>
    <message>
      <source>taper: the middle of a window counts more than its edge, which hides joins. average: all count the same, as in the publication of CrossEarth.</source>
      <translation>taper: il centro di una finestra conta più del bordo, il che nasconde le giunture. average: tutti i pixel contano allo stesso modo, come nella pubblicazione di CrossEarth.</translation>
    </message>
    <message>
      <source>Tapered</source>
      <translation>Sfumata</translation>
    </message>
    <message>
      <source>Teach a Faster Model…</source>
      <translation>Addestra un modello più veloce…</translation>
    </message>
    <message>
      <source>Teacher</source>
      <translation>Insegnante</translation>
    </message>
    <message>
      <source>Teacher looks in eight ways</source>
      <translation>L'insegnante osserva in otto modi</translation>
    </message>
    <message>
      <source>Teaches a model the classes of polygons that you drew.</source>
      <translation>Insegna a un modello le classi dei poligoni che hai disegnato.</translation>
    </message>
    <message>
      <source>Temporary file</source>
      <translation>File temporaneo</translation>
    </message>
    <message>
      <source>terrain</source>
      <translation>terreno</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <translation>Testo (*.txt)</translation>
    </message>
    <message>
      <source>That did not work: {reason}</source>
      <translation>Operazione non riuscita: {reason}</translation>
    </message>
    <message>
      <source>That mean IoU, 0 to 1, by strength, 1 to 5. Dashed: on the raster as it is.</source>
      <translation>Lo stesso IoU medio, da 0 a 1, per intensità, da 1 a 5. Linea tratteggiata: sul raster così com'è.</translation>
    </message>
    <message>
      <source>The accuracies “{text}” are not understood. Write numbers from 0 to 1 with commas between them, such as 0.9, 0.7.</source>
      <translation>Le accuratezze “{text}” non sono comprensibili. Scrivi numeri da 0 a 1 separati da virgole, per esempio 0.9, 0.7.</translation>
    </message>
    <message>
      <source>The asked area does not touch the layer “{layer}”.</source>
      <translation>L'area richiesta non tocca il layer “{layer}”.</translation>
    </message>
    <message>
      <source>The bands are embeddings of {name}: they are read as the values that their authors publish, and what is made of them has to name them: {attribution}</source>
      <translation>Le bande sono embedding di {name}: vengono lette come i valori pubblicati dagli autori, e ciò che se ne ricava deve citarli: {attribution}</translation>
    </message>
    <message>
      <source>The bands “{text}” are not understood. Write whole numbers with commas between them, such as 3,2,1.</source>
      <translation>Le bande “{text}” non sono comprensibili. Scrivi numeri interi separati da virgole, per esempio 3,2,1.</translation>
    </message>
    <message>
      <source>The certificate of {host} is not trusted ({reason}): a proxy or virus scanner may open secure connections. Ask for its certificate file and add it under Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
      <translation>Il certificato di {host} non è attendibile ({reason}): forse un proxy o un antivirus apre le connessioni sicure. Richiedi il suo file di certificato e aggiungilo in Impostazioni &gt; Opzioni &gt; Autenticazione &gt; Gestisci Certificati, poi riprova.</translation>
    </message>
    <message>
      <source>The certificate {file} is valid from {begin} on, and the clock of this computer says {now}: set the clock.</source>
      <translation>Il certificato {file} non è ancora valido (inizio della validità: {begin}): l'orologio di questo computer segna {now}. Regola l'orologio.</translation>
    </message>
    <message>
      <source>The certificate {file} was valid until {end}, and the clock of this computer says {now}: make new ones for all computers, or set the clock.</source>
      <translation>Il certificato {file} è scaduto ({end}): l'orologio di questo computer segna {now}. Crea nuovi certificati per tutti i computer oppure regola l'orologio.</translation>
    </message>
    <message>
      <source>The certificates in {folder} cannot be used: {reason}.</source>
      <translation>Impossibile usare i certificati in {folder}: {reason}.</translation>
    </message>
    <message>
      <source>The certificates that dask's settings name cannot be used: {reason}.</source>
      <translation>Impossibile usare i certificati indicati nelle impostazioni di dask: {reason}.</translation>
    </message>
    <message>
      <source>The class {name} has few pixels ({count}): draw more of it, {least} are a small start.</source>
      <translation>La classe {name} ha pochi pixel ({count}): disegnane di più; {least} sono il minimo per cominciare.</translation>
    </message>
    <message>
      <source>The class {name} has no pixel whose centre lies in one of its polygons and is valid: it is left out. Draw larger polygons.</source>
      <translation>La classe {name} non ha nessun pixel valido con il centro in uno dei suoi poligoni: viene esclusa. Disegna poligoni più grandi.</translation>
    </message>
    <message>
      <source>The class {name} has only one polygon: its accuracy cannot be measured. Draw another one elsewhere.</source>
      <translation>La classe {name} ha un solo poligono: non è possibile misurarne l'accuratezza. Disegnane un altro altrove.</translation>
    </message>
    <message>
      <source>The class “{name}” has samples; delete or rename them first.</source>
      <translation>La classe “{name}” ha campioni; prima eliminali o rinominali.</translation>
    </message>
    <message>
      <source>The classes cannot be told apart here: of the very pixels that were learned from, {recall} of a class are right on average, and a map of one class would have {guessed}. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>Qui le classi non sono distinguibili: perfino dei pixel usati per imparare, in media {recall} di una classe sono corretti, mentre una mappa con una sola classe arriverebbe a {guessed}. Scegli altre bande, un altro raster o classi che vi si distinguano.</translation>
    </message>
    <message>
      <source>The classes to merge “{text}” are not understood. Write each new class once, with those that it is made of: built=building,road; green=vegetation.</source>
      <translation>Le classi da unire “{text}” non sono comprensibili. Scrivi una volta ogni nuova classe, con quelle che la compongono: costruito=building,road; verde=vegetation.</translation>
    </message>
    <message>
      <source>The classes {names} are learned as classes of their own, though they differ in how they are written only. If they are one, write them alike.</source>
      <translation>Le classi {names} vengono imparate come classi distinte, anche se differiscono solo nella grafia. Se sono la stessa classe, scrivile allo stesso modo.</translation>
    </message>
    <message>
      <source>The classes “{text}” are not understood. Write values and names with commas between them, such as 1=water, 2=forest.</source>
      <translation>Le classi “{text}” non sono comprensibili. Scrivi valori e nomi separati da virgole, per esempio 1=acqua, 2=bosco.</translation>
    </message>
    <message>
      <source>The cluster writes the map beside the report while it is judged: choose a file for the report, in a folder that its computers see.</source>
      <translation>Durante la valutazione il cluster scrive la mappa accanto al report: scegli un file per il report, in una cartella visibile ai suoi computer.</translation>
    </message>
    <message>
      <source>The colours must be a JSON object, not {text}.</source>
      <translation>I colori devono essere un oggetto JSON, non {text}.</translation>
    </message>
    <message>
      <source>The command is on the clipboard.</source>
      <translation>Il comando è negli appunti.</translation>
    </message>
    <message>
      <source>The command is on the clipboard. It is for the Command Prompt (cmd), not for PowerShell.</source>
      <translation>Il comando è negli appunti. È per il Prompt dei comandi (cmd), non per PowerShell.</translation>
    </message>
    <message>
      <source>The compact model that learns, by its id or path: an ONNX model, such as the included one.</source>
      <translation>Il modello compatto che impara, indicato con il suo ID o percorso: un modello ONNX, per esempio quello incluso.</translation>
    </message>
    <message>
      <source>the connection ended too early</source>
      <translation>la connessione si è chiusa troppo presto</translation>
    </message>
    <message>
      <source>The CrossEarth engine is damaged ({reason}). Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Il motore di calcolo di CrossEarth è danneggiato ({reason}). Configuralo di nuovo nel pannello CrossEarth (Raster &gt; CrossEarth) o con l'algoritmo crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CrossEarth engine is not installed yet. Set it up, once, in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Il motore di calcolo di CrossEarth non è ancora installato. Configuralo, una sola volta, nel pannello CrossEarth (Raster &gt; CrossEarth) o con l'algoritmo crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CrossEarth engine was installed for another version of the plugin. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Il motore di calcolo di CrossEarth è stato installato per un'altra versione del plugin. Configuralo di nuovo nel pannello CrossEarth (Raster &gt; CrossEarth) o con l'algoritmo crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CRS does not tell what the pixels of the raster measure: it is a local one, or the coordinates of the raster are none of it. Areas are given in pixels only, and the model sees the raster as it is. If it is the wrong CRS, say which is right (CRS); if you know how large pixels are, say so (PIXEL_SIZE).</source>
      <translation>Il SR non indica quanto misurano i pixel del raster: è un sistema locale, oppure le coordinate del raster non vi appartengono. Le aree sono indicate solo in pixel e il modello vede il raster così com'è. Se il SR è sbagliato, indica quello giusto (CRS); se sai quanto sono grandi i pixel, indicalo (PIXEL_SIZE).</translation>
    </message>
    <message>
      <source>The device {device} cannot be used. {reason} Available: {available}.</source>
      <translation>Impossibile usare il dispositivo {device}. {reason} Disponibili: {available}.</translation>
    </message>
    <message>
      <source>The device {device} failed: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>Errore del dispositivo {device}: {reason}. Esegui di nuovo; se l'errore si ripete, aggiorna il driver della scheda o calcola sul processore (DEVICE cpu).</translation>
    </message>
    <message>
      <source>The device {device} has failed and cannot be used any more by the engine, which starts anew for the next run: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>Il dispositivo {device} si è bloccato e il motore di calcolo, che si riavvia alla prossima esecuzione, non può più usarlo: {reason}. Esegui di nuovo; se l'errore si ripete, aggiorna il driver della scheda o calcola sul processore (DEVICE cpu).</translation>
    </message>
    <message>
      <source>The device {device} is not available. Available: {available}.</source>
      <translation>Il dispositivo {device} non è disponibile. Disponibili: {available}.</translation>
    </message>
    <message>
      <source>The disk became full. Free some space, then set the engine up again.</source>
      <translation>Il disco si è riempito. Libera spazio, poi configura di nuovo il motore di calcolo.</translation>
    </message>
    <message>
      <source>The disk is full: {path} could not be completed and was removed. Free some space.</source>
      <translation>Il disco è pieno: {path} non è stato completato ed è stato rimosso. Libera spazio.</translation>
    </message>
    <message>
      <source>The download from {host} broke off ({reason}). Check the internet connection, and the proxy under Settings &gt; Options &gt; Network, then try again: it goes on where it was.</source>
      <translation>Lo scaricamento da {host} si è interrotto ({reason}). Controlla la connessione a internet e il proxy in Impostazioni &gt; Opzioni &gt; Rete, poi riprova: riprende da dove era arrivato.</translation>
    </message>
    <message>
      <source>The download of {file} broke off at {done} of {total}: {reason}. What has arrived is kept; download it again to go on from there.</source>
      <translation>Lo scaricamento di {file} si è interrotto a {done} di {total}: {reason}. Quanto è arrivato è conservato; scarica di nuovo per riprendere da lì.</translation>
    </message>
    <message>
      <source>The download was refused because of its certificate: a proxy or virus scanner may open secure connections. Ask for its certificate file and name it in the environment variable PIP_CERT.</source>
      <translation>Lo scaricamento è stato rifiutato a causa del certificato: forse un proxy o un antivirus apre le connessioni sicure. Richiedi il suo file di certificato e indicalo nella variabile d'ambiente PIP_CERT.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>Il motore di calcolo</translation>
    </message>
    <message>
      <source>The engine cannot be started with {python}: {reason}. Set it up again.</source>
      <translation>Impossibile avviare il motore di calcolo con {python}: {reason}. Configuralo di nuovo.</translation>
    </message>
    <message>
      <source>The engine could not be installed. The log says what went wrong.</source>
      <translation>Impossibile installare il motore di calcolo. Il log indica che cosa è andato storto.</translation>
    </message>
    <message>
      <source>The engine could not be set up: {reason}</source>
      <translation>Impossibile configurare il motore di calcolo: {reason}</translation>
    </message>
    <message>
      <source>The engine crashed inside a native library (exit code {code}). The log has the details; setting the engine up again often helps.</source>
      <translation>Il motore di calcolo si è arrestato in una libreria nativa (codice di uscita {code}). I dettagli sono nel log; spesso è utile configurarlo di nuovo.</translation>
    </message>
    <message>
      <source>The engine did not answer within {seconds} seconds. Try again; set it up again if this persists.</source>
      <translation>Il motore di calcolo non ha risposto entro {seconds} secondi. Riprova; se il problema persiste, configuralo di nuovo.</translation>
    </message>
    <message>
      <source>The engine did not start. Set it up again if this persists. {reason}</source>
      <translation>Il motore di calcolo non si è avviato. Se il problema persiste, configuralo di nuovo. {reason}</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly (exit code {code}). The log has the details.</source>
      <translation>Il motore di calcolo si è chiuso in modo imprevisto (codice di uscita {code}). I dettagli sono nel log.</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly. The log has the details.</source>
      <translation>Il motore di calcolo si è chiuso in modo imprevisto. I dettagli sono nel log.</translation>
    </message>
    <message>
      <source>The engine environment has been removed.</source>
      <translation>L'ambiente del motore di calcolo è stato rimosso.</translation>
    </message>
    <message>
      <source>The engine failed: {reason}</source>
      <translation>Errore del motore di calcolo: {reason}</translation>
    </message>
    <message>
      <source>The engine is of version {version}, which this plugin cannot talk to. Restart QGIS after an update of the plugin.</source>
      <translation>La versione del motore di calcolo è {version}, non compatibile con questo plugin. Riavvia QGIS dopo un aggiornamento del plugin.</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>Il motore di calcolo è pronto.</translation>
    </message>
    <message>
      <source>The engine lacks a system library. Install the Microsoft Visual C++ Redistributable (x64), then run again.</source>
      <translation>Al motore di calcolo manca una libreria di sistema. Installa Microsoft Visual C++ Redistributable (x64), poi esegui di nuovo.</translation>
    </message>
    <message>
      <source>The engine needs {needed} MB in {folder}, but only {free} MB are free. Free some space, or name another folder in the environment variable CROSSEARTH_HOME.</source>
      <translation>Il motore di calcolo richiede {needed} MB in {folder}, ma sono liberi solo {free} MB. Libera spazio oppure indica un'altra cartella nella variabile d'ambiente CROSSEARTH_HOME.</translation>
    </message>
    <message>
      <source>The engine sent something that the plugin does not understand, and was stopped. Set the engine up again if this persists.</source>
      <translation>Il motore di calcolo ha inviato qualcosa che il plugin non comprende ed è stato arrestato. Se il problema persiste, configuralo di nuovo.</translation>
    </message>
    <message>
      <source>The engine stays in memory between runs, so that the next one starts at once; after this time without work it ends.</source>
      <translation>Il motore di calcolo rimane in memoria tra un'esecuzione e l'altra, così la successiva parte subito; dopo questo tempo senza lavoro si chiude.</translation>
    </message>
    <message>
      <source>The engine was killed by the system, probably because memory ran out. Close other programs or use a smaller window, then run again.</source>
      <translation>Il sistema ha terminato il motore di calcolo, probabilmente per mancanza di memoria. Chiudi altri programmi o usa una finestra più piccola, poi esegui di nuovo.</translation>
    </message>
    <message>
      <source>The engine was stopped. Nothing was written.</source>
      <translation>Il motore di calcolo è stato arrestato. Non è stato scritto nulla.</translation>
    </message>
    <message>
      <source>The engine works.</source>
      <translation>Il motore di calcolo funziona.</translation>
    </message>
    <message>
      <source>The engine's Python</source>
      <translation>Il Python del motore di calcolo</translation>
    </message>
    <message>
      <source>The engine's Python {path} does not exist. Correct it under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Il Python del motore di calcolo, {path}, non esiste. Correggilo in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The engine's Python {python} was chosen by you and is left as it is. Install or remove {packages} there yourself.</source>
      <translation>Il Python del motore di calcolo, {python}, è stato scelto da te e resta com'è. Installa o rimuovi tu stesso {packages} lì.</translation>
    </message>
    <message>
      <source>The environment is made with this one and no other. Without it, the first one of this computer is taken whose environments work.</source>
      <translation>L'ambiente viene creato con questo e con nessun altro. Se non è indicato, viene usato il primo di questo computer i cui ambienti funzionano.</translation>
    </message>
    <message>
      <source>The environment that the panel sets up</source>
      <translation>L'ambiente creato dal pannello</translation>
    </message>
    <message>
      <source>The environment variable {variable} names {path}, which is not a file. Correct it or unset it, then restart QGIS.</source>
      <translation>La variabile d'ambiente {variable} indica {path}, che non è un file. Correggila o eliminala, poi riavvia QGIS.</translation>
    </message>
    <message>
      <source>The extent is for a model and a raster: a map is taken whole.</source>
      <translation>L'estensione vale per un modello e un raster: una mappa viene usata per intero.</translation>
    </message>
    <message>
      <source>The field has more than {most} different values: choose the one that holds the class.</source>
      <translation>Il campo ha più di {most} valori diversi: scegli quello che contiene la classe.</translation>
    </message>
    <message>
      <source>The field holds amounts, such as heights or shares of cover: the model tells a number of each pixel.</source>
      <translation>Il campo contiene quantità, per esempio altezze o percentuali di copertura: il modello stima un numero per ogni pixel.</translation>
    </message>
    <message>
      <source>The field that holds the class of each polygon</source>
      <translation>Il campo che contiene la classe di ogni poligono</translation>
    </message>
    <message>
      <source>The field {field} holds whole numbers only, {count} different ones. If they are codes of classes, what lies between two of them means nothing: adapt to classes instead.</source>
      <translation>Il campo {field} contiene solo numeri interi, {count} diversi. Se sono codici di classi, ciò che sta tra due di essi non ha significato: adatta invece alle classi.</translation>
    </message>
    <message>
      <source>The field {field} says what the map had where a point was drawn, and no truth. Name the field with what is there ({reference}).</source>
      <translation>Il campo {field} indica la classe che la mappa aveva dove è stato estratto un punto, non la verità. Indica il campo con ciò che vi si trova davvero ({reference}).</translation>
    </message>
    <message>
      <source>The field “{field}” of {layer} cannot hold the class “{name}”. Take a number where it holds numbers, or choose a field of text.</source>
      <translation>Il campo “{field}” di {layer} non può contenere la classe “{name}”. Se contiene numeri, usa un numero, oppure scegli un campo di testo.</translation>
    </message>
    <message>
      <source>The figures go beside it as JSON, too.</source>
      <translation>Accanto vengono salvati anche gli indici, in JSON.</translation>
    </message>
    <message>
      <source>The file does not tell everything; assumed were: {aspects}. If that is wrong, import it again with the advanced parameters.</source>
      <translation>Il file non indica tutto; elementi presunti: {aspects}. Se è sbagliato, importalo di nuovo con i parametri avanzati.</translation>
    </message>
    <message>
      <source>The file of the DINOv2 backbone, where the checkpoint holds only the rest.</source>
      <translation>Il file del backbone DINOv2, se il checkpoint contiene solo il resto.</translation>
    </message>
    <message>
      <source>The file {path} is damaged: its SHA-256 is not the one in its metadata.</source>
      <translation>Il file {path} è danneggiato: il suo SHA-256 non è quello riportato nei metadati.</translation>
    </message>
    <message>
      <source>The file {path} is not what was written to it: {reason}. What lay there before is as it was. The disk, or the connection to it, may be damaged: take another folder.</source>
      <translation>Il contenuto del file {path} non è quello che vi è stato scritto: {reason}. Ciò che c'era prima è rimasto com'era. Il disco, o la connessione al disco, potrebbe essere danneggiato: usa un'altra cartella.</translation>
    </message>
    <message>
      <source>The file {path} was changed, replaced or removed while it was being read: the result would be of both. Nothing was written. Run it again when no other program writes to the file.</source>
      <translation>Il file {path} è stato modificato, sostituito o rimosso durante la lettura: il risultato mescolerebbe le due versioni. Non è stato scritto nulla. Esegui di nuovo quando nessun altro programma scrive sul file.</translation>
    </message>
    <message>
      <source>The files of the model “{model}” are not on disk.</source>
      <translation>I file del modello “{model}” non sono su disco.</translation>
    </message>
    <message>
      <source>The folder of the project cannot be written to</source>
      <translation>La cartella del progetto non è scrivibile</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be deleted ({reason}). Close other QGIS windows that use the engine, then try again.</source>
      <translation>Impossibile eliminare la cartella {folder} ({reason}). Chiudi le altre finestre di QGIS che usano il motore di calcolo, poi riprova.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be written ({reason}). Make it writable, or name another one in the environment variable CROSSEARTH_HOME.</source>
      <translation>Impossibile scrivere nella cartella {folder} ({reason}). Rendila scrivibile oppure indicane un'altra nella variabile d'ambiente CROSSEARTH_HOME.</translation>
    </message>
    <message>
      <source>The folder {folder} does not have {file}. Put it there, or correct the folder under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>La cartella {folder} non contiene {file}. Mettilo lì oppure correggi la cartella in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The folder {folder} has no {file}: {files} are needed.</source>
      <translation>Nella cartella {folder} manca {file}: sono necessari {files}.</translation>
    </message>
    <message>
      <source>The folder {folder} lacks {packages}. On a computer with a network, dev.py wheelhouse fills such a folder.</source>
      <translation>Nella cartella {folder} manca {packages}. Su un computer con accesso alla rete, dev.py wheelhouse riempie una cartella di questo tipo.</translation>
    </message>
    <message>
      <source>The folder {folder} will be made.</source>
      <translation>La cartella {folder} verrà creata.</translation>
    </message>
    <message>
      <source>The GSD must be more than 0 m, not {gsd}.</source>
      <translation>Il valore di GSD deve essere maggiore di 0 m, non {gsd}.</translation>
    </message>
    <message>
      <source>The id of the model in the catalogue.</source>
      <translation>L'ID del modello nel catalogo.</translation>
    </message>
    <message>
      <source>The id {id} may hold small letters, digits, dots and hyphens only.</source>
      <translation>L'ID {id} può contenere solo lettere minuscole, cifre, punti e trattini.</translation>
    </message>
    <message>
      <source>The imagery is resampled to it on the way into the model. By default the raster's pixel size where the model was trained for it, else the nearest that it was trained for.</source>
      <translation>Le immagini vengono ricampionate a questa dimensione prima di entrare nel modello. Per impostazione predefinita la dimensione dei pixel del raster, se il modello è stato addestrato per essa, altrimenti la più vicina tra quelle di addestramento.</translation>
    </message>
    <message>
      <source>The imagery, as files, with the same bands each.</source>
      <translation>Le immagini, come file, tutte con le stesse bande.</translation>
    </message>
    <message>
      <source>The imagery: aerial, drone or satellite. What is not a file, such as a web map, is fetched first, at the pixel size of the model and for the asked extent.</source>
      <translation>Le immagini: aeree, da drone o da satellite. Ciò che non è un file, per esempio una mappa web, viene prima prelevato, alla dimensione dei pixel del modello e per l'estensione richiesta.</translation>
    </message>
    <message>
      <source>The included model learns from this one on windows that are spread over the raster, and maps the raster in its place</source>
      <translation>Il modello incluso impara da questo su finestre distribuite nel raster e mappa il raster al suo posto</translation>
    </message>
    <message>
      <source>The installation of the CrossEarth engine was interrupted. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>L'installazione del motore di calcolo di CrossEarth è stata interrotta. Configuralo di nuovo nel pannello CrossEarth (Raster &gt; CrossEarth) o con l'algoritmo crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The installation was ended from outside: by the system, which does that where memory is short, or by another program. Nothing was lost. Close what takes much memory, then try again.</source>
      <translation>L'installazione è stata terminata dall'esterno: dal sistema, che lo fa quando la memoria scarseggia, o da un altro programma. Non si è perso nulla. Chiudi ciò che usa molta memoria, poi riprova.</translation>
    </message>
    <message>
      <source>The interval reaches over 0 all the same: it also allows for what the few points of some classes may have missed. More points will tell.</source>
      <translation>L'intervallo comprende comunque lo 0: tiene conto anche di ciò che può essere sfuggito ai pochi punti di alcune classi. Con altri punti sarà più chiaro.</translation>
    </message>
    <message>
      <source>The key {key} has a password, and nobody is asked for it: name one without.</source>
      <translation>La chiave {key} ha una password, che non può essere richiesta: indicane una senza.</translation>
    </message>
    <message>
      <source>The layer has fewer bands ({available}) than the model takes ({names}): one stands for several. Expect a poorer map.</source>
      <translation>Il layer ha meno bande ({available}) di quante ne accetti il modello ({names}): una vale per più d'una. Aspettati una mappa peggiore.</translation>
    </message>
    <message>
      <source>The layer has fields of the names of the new ones, which are called {fields} in the copy.</source>
      <translation>Il layer ha già campi con i nomi di quelli nuovi, che nella copia si chiamano {fields}.</translation>
    </message>
    <message>
      <source>The layer has no CRS: areas can only be counted in pixels. Set its CRS first.</source>
      <translation>Il layer non ha un SR: le aree possono essere contate solo in pixel. Imposta prima il suo SR.</translation>
    </message>
    <message>
      <source>The layer is a picture in numbered colours: its colours are seen as red, green and blue. If the numbers stand for classes, it is a map already and no imagery.</source>
      <translation>Il layer è un'immagine a colori indicizzati: i suoi colori sono visti come rosso, verde e blu. Se i numeri indicano classi, è già una mappa e non un'immagine.</translation>
    </message>
    <message>
      <source>The layer with what is there says no CRS: its coordinates are taken to be in {crs}, as those of {file}. If they are in another one, give the layer its CRS.</source>
      <translation>Il layer con i dati di riferimento non dichiara un SR: si presume che le sue coordinate siano in {crs}, come quelle di {file}. Se sono in un altro, assegna al layer il suo SR.</translation>
    </message>
    <message>
      <source>The layer {layer} has no field with numbers. Choose another one.</source>
      <translation>Il layer {layer} non ha campi numerici. Scegline un altro.</translation>
    </message>
    <message>
      <source>The layer {path} cannot be used: {reason}</source>
      <translation>Impossibile usare il layer {path}: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” ({provider}) is not a file that the engine can open. Save the part you need as GeoTIFF first: Layer &gt; Save As…, with raw data or a rendered image.</source>
      <translation>Il layer “{layer}” ({provider}) non è un file apribile dal motore di calcolo. Salva prima la parte necessaria come GeoTIFF: Layer &gt; Salva con Nome…, con i dati grezzi o come immagine visualizzata.</translation>
    </message>
    <message>
      <source>The layer “{layer}” can be fetched at any resolution, and the model does not say which it is made for. Give the pixel size that the model sees (GSD).</source>
      <translation>Il layer “{layer}” può essere prelevato a qualsiasi risoluzione e il modello non indica per quale è stato creato. Indica la dimensione dei pixel vista dal modello (GSD).</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be changed. {reason}</source>
      <translation>Impossibile modificare il layer “{layer}”. {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be copied: {reason}</source>
      <translation>Impossibile copiare il layer “{layer}”: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be fetched: {reason}</source>
      <translation>Impossibile prelevare il layer “{layer}”: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be read: its source is missing or damaged.</source>
      <translation>Impossibile leggere il layer “{layer}”: la sua sorgente manca o è danneggiata.</translation>
    </message>
    <message>
      <source>The layer “{layer}” has no band {bands}: its bands are numbered from 1 to {available}.</source>
      <translation>Il layer “{layer}” non ha la banda {bands}: le sue bande sono numerate da 1 a {available}.</translation>
    </message>
    <message>
      <source>The layer “{layer}” hides pixels in how it is drawn (Properties ▸ Transparency: colours, or a transparency band). They are mapped all the same. Values that are no data belong into “Additional no data value” there.</source>
      <translation>La visualizzazione del layer “{layer}” nasconde alcuni pixel (Proprietà ▸ Trasparenza: colori o una banda di trasparenza). Vengono comunque mappati. I valori da considerare nodata vanno inseriti lì in “Valori nulli aggiuntivi”.</translation>
    </message>
    <message>
      <source>The layer “{layer}” is in memory only, so a command cannot use it. Save it to a file first.</source>
      <translation>Il layer “{layer}” è solo in memoria, quindi un comando non può usarlo. Salvalo prima in un file.</translation>
    </message>
    <message>
      <source>The layer “{layer}” is {width} × {height} pixels of {size} m in the asked area: too much to fetch. Limit the run to an extent or to polygons.</source>
      <translation>Nell'area richiesta il layer “{layer}” misura {width} × {height} pixel di {size} m: troppo da prelevare. Limita l'esecuzione a un'estensione o a poligoni.</translation>
    </message>
    <message>
      <source>The layer “{layer}” needs {needed} of temporary files in {folder}, but only {free} are free. Limit the run to a smaller area.</source>
      <translation>Il layer “{layer}” richiede {needed} di file temporanei in {folder}, ma sono liberi solo {free}. Limita l'esecuzione a un'area più piccola.</translation>
    </message>
    <message>
      <source>The layer “{layer}” shows nothing in the asked area.</source>
      <translation>Il layer “{layer}” non mostra nulla nell'area richiesta.</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are coarser than the {low} to {high} m that the model is made for. They are enlarged for it: this takes longer, and the map will be poorer.</source>
      <translation>I pixel del layer, di {size} m, sono più grossolani dell'intervallo da {low} a {high} m per cui è stato creato il modello. Vengono ingranditi: ci vuole più tempo e la mappa sarà peggiore.</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are finer than the {low} to {high} m that the model is made for. They are reduced for it: the map has no finer details than that.</source>
      <translation>I pixel del layer, di {size} m, sono più fini dell'intervallo da {low} a {high} m per cui è stato creato il modello. Vengono ridotti: la mappa non ha dettagli più fini di così.</translation>
    </message>
    <message>
      <source>The layers “{one}” and “{other}” are read otherwise than their files say, and not in the same way: set the same CRS and the same values without data on all dates, or none.</source>
      <translation>I layer “{one}” e “{other}” vengono letti diversamente da quanto dichiarano i file, e in modo diverso tra loro: imposta per tutte le date lo stesso SR e gli stessi valori nodata, oppure per nessuna.</translation>
    </message>
    <message>
      <source>The legend of a map has changed since. Measure again for its classes as they are called now.</source>
      <translation>Nel frattempo la legenda di una mappa è cambiata. Misura di nuovo per usare i nomi attuali delle classi.</translation>
    </message>
    <message>
      <source>The live preview is off: it would hide the map {name}.</source>
      <translation>L'anteprima in tempo reale è disattivata: nasconderebbe la mappa {name}.</translation>
    </message>
    <message>
      <source>The majority filter needs an odd number of pixels, not {count}.</source>
      <translation>Il filtro di maggioranza richiede un numero dispari di pixel, non {count}.</translation>
    </message>
    <message>
      <source>The map cannot be kept there: {reason}</source>
      <translation>Impossibile conservare lì la mappa: {reason}</translation>
    </message>
    <message>
      <source>The map has fewer pixels with a class ({pixels}) than the {asked} points that were asked for: each of them is a point.</source>
      <translation>La mappa ha meno pixel con una classe ({pixels}) dei {asked} punti richiesti: ognuno di essi è un punto.</translation>
    </message>
    <message>
      <source>The map has no class on {share} of the reference's pixels: they are left out. If no class means something else there, such as all that is no building, the figures are too good: give it a value of its own on the map.</source>
      <translation>La mappa non ha classe in una parte dei pixel del riferimento ({share}): sono esclusi. Se lì l'assenza di classe significa qualcos'altro, per esempio tutto ciò che non è edificio, gli indici sono troppo buoni: assegna a quei pixel un valore proprio sulla mappa.</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong.</source>
      <translation>La mappa non ha la classe {name} (le sue classi: {classes}): tutta questa classe conta come errata.</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong. Is {near} meant?</source>
      <translation>La mappa non ha la classe {name} (le sue classi: {classes}): tutta questa classe conta come errata. Forse intendevi {near}?</translation>
    </message>
    <message>
      <source>The map has room for fewer places than the {asked} that were asked for: {count}.</source>
      <translation>Sulla mappa c'è spazio per meno luoghi dei {asked} richiesti: {count}.</translation>
    </message>
    <message>
      <source>The map has {count} classes ({names}), and {given} expected accuracies were given: give one for all of them, or one for each in this order.</source>
      <translation>La mappa ha {count} classi ({names}) e sono state fornite {given} accuratezze attese: indicane una per tutte oppure una per ciascuna, in quest'ordine.</translation>
    </message>
    <message>
      <source>The map has {pixels} pixels with a class, and not all of them would make it as sure as asked. Ask for less.</source>
      <translation>La mappa ha {pixels} pixel con una classe e nemmeno usandoli tutti si otterrebbe la sicurezza richiesta. Riduci la richiesta.</translation>
    </message>
    <message>
      <source>The map is being copied to {path}…</source>
      <translation>Copia della mappa in {path}…</translation>
    </message>
    <message>
      <source>The map is better than the other one: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>La mappa è migliore dell'altra: se fossero ugualmente buone, la probabilità di una differenza così grande per puro caso sarebbe {chance}%.</translation>
    </message>
    <message>
      <source>The map is kept: {path}</source>
      <translation>La mappa è conservata: {path}</translation>
    </message>
    <message>
      <source>The map is partial: the run was canceled, and this is what it had finished.</source>
      <translation>La mappa è parziale: l'esecuzione è stata annullata e questo è ciò che aveva completato.</translation>
    </message>
    <message>
      <source>The map is right on {share} %, the other one on {other_share} %: a difference of {difference} percentage points, {low} to {high} (95 %).</source>
      <translation>Quota corretta: {share}% sulla mappa, {other_share}% sull'altra; differenza di {difference} punti percentuali, da {low} a {high} (95%).</translation>
    </message>
    <message>
      <source>The map to judge: a raster of classes</source>
      <translation>La mappa da valutare: un raster di classi</translation>
    </message>
    <message>
      <source>The map {file} has no class {name} (its classes: {classes}): all of it counts as wrong there. If it calls the class something else, give the classes of its layer's legend the names of the other map's.</source>
      <translation>La mappa {file} non ha la classe {name} (le sue classi: {classes}): lì tutto conta come errato. Se la chiama in altro modo, assegna alle classi nella legenda del suo layer i nomi dell'altra mappa.</translation>
    </message>
    <message>
      <source>The map “{map}” is doubtful and left out of the sums.</source>
      <translation>La mappa “{map}” è dubbia ed è esclusa dalle somme.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready, out of view: zoom to its layer.</source>
      <translation>La mappa “{name}” è pronta, ma fuori dalla vista: fai zoom sul suo layer.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready.</source>
      <translation>La mappa “{name}” è pronta.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready: {path}. The project of the run is not open any more.</source>
      <translation>La mappa “{name}” è pronta: {path}. Il progetto dell'esecuzione non è più aperto.</translation>
    </message>
    <message>
      <source>The map, coloured by class</source>
      <translation>La mappa, colorata in base alla classe</translation>
    </message>
    <message>
      <source>The map, coloured by number</source>
      <translation>La mappa, colorata in base al numero</translation>
    </message>
    <message>
      <source>The maps are shown again.</source>
      <translation>Le mappe sono di nuovo visibili.</translation>
    </message>
    <message>
      <source>The maps for a catalogue, without those that are doubtful: where and when they are of, and their classes.</source>
      <translation>Le mappe per un catalogo, escluse quelle dubbie: luogo, data e classi.</translation>
    </message>
    <message>
      <source>The maps have no class in common: {before} before, {after} after. Give them the same names (BEFORE_CLASSES or AFTER_CLASSES VALUE=NAME,…).</source>
      <translation>Le mappe non hanno classi in comune: prima {before}, dopo {after}. Assegna loro gli stessi nomi (BEFORE_CLASSES o AFTER_CLASSES VALORE=NOME,…).</translation>
    </message>
    <message>
      <source>The maps have {share} of the smaller one in common, and what lies elsewhere is not compared. Are they of one place?</source>
      <translation>L'area comune alle due mappe è {share} della più piccola; il resto non viene confrontato. Riguardano lo stesso luogo?</translation>
    </message>
    <message>
      <source>The maps {path} and {other} do not lie on one grid. {reason} Say on whose grid to compare them (Align to the grid of the map, ALIGN): each pixel then gets the class of the other map's nearest one.</source>
      <translation>Le mappe {path} e {other} non hanno la stessa griglia. {reason} Indica su quale griglia confrontarle (Allinea alla griglia della mappa, ALIGN): ogni pixel riceve la classe del pixel più vicino dell'altra mappa.</translation>
    </message>
    <message>
      <source>The mask {path} cannot be used: {reason}</source>
      <translation>Impossibile usare la maschera {path}: {reason}</translation>
    </message>
    <message>
      <source>The middle of what you see; zoom in for all of it.</source>
      <translation>La parte centrale di ciò che vedi; ingrandisci per averla tutta.</translation>
    </message>
    <message>
      <source>The model cannot be described so: {reason}.</source>
      <translation>Impossibile descrivere così il modello: {reason}.</translation>
    </message>
    <message>
      <source>The model has learned other dates. These stand for them: {dates}. What has grown earlier or later than in the year that it learned may get another class.</source>
      <translation>Il modello ha imparato altre date. Queste le sostituiscono: {dates}. Ciò che è cresciuto prima o dopo rispetto all'anno imparato può ricevere un'altra classe.</translation>
    </message>
    <message>
      <source>The model has learned the dates {dates}: tick the other ones in the list beside the raster.</source>
      <translation>Il modello ha imparato le date {dates}: spunta le altre nell'elenco accanto al raster.</translation>
    </message>
    <message>
      <source>The model has learned the dates {learned}; there is no raster of {missing} (given: {given}). Give one of each date (DATES), or say which dates stand for others: DATES_AS=order takes one after the other, DATES_AS=season the same time of another year.</source>
      <translation>Il modello ha imparato le date {learned}; manca un raster di {missing} (forniti: {given}). Fornisci un raster per ogni data (DATES) oppure indica quali date sostituiscono le altre: DATES_AS=order le prende una dopo l'altra, DATES_AS=season prende lo stesso periodo di un altro anno.</translation>
    </message>
    <message>
      <source>The model has mapped the raster anew, spoiled in twelve ways and five strengths; each map is compared in the same way.</source>
      <translation>Il modello ha mappato di nuovo il raster, degradato in dodici modi e cinque intensità; ogni mappa viene confrontata allo stesso modo.</translation>
    </message>
    <message>
      <source>The model has not learned these dates, and does without: {dates}.</source>
      <translation>Il modello non ha imparato queste date e ne fa a meno: {dates}.</translation>
    </message>
    <message>
      <source>The model is a CrossEarth network:</source>
      <translation>Il modello è una rete CrossEarth:</translation>
    </message>
    <message>
      <source>The model maps the raster sixty times more, spoiled in twelve ways and five strengths: noise, blur, haze, clouds, gaps, JPEG, turned, shrunk and others, as in the benchmark REOBench. The report shows what is left of the accuracy. It takes sixty times as long as the map.</source>
      <translation>Il modello mappa il raster altre sessanta volte, degradato in dodici modi e cinque intensità: rumore, sfocatura, foschia, nuvole, lacune, JPEG, rotazione, riduzione e altro, come nel benchmark REOBench. Il report mostra che cosa resta dell'accuratezza. Richiede sessanta volte il tempo della mappa.</translation>
    </message>
    <message>
      <source>The model needs {needed} bands ({names}), but the choice is {given}; the raster {path} has {available}. Say which band of the raster stands for which of the model, such as {example}: one may stand for several, and what calls itself alpha is data when it is named.</source>
      <translation>Il modello richiede {needed} bande ({names}), ma sono state scelte {given}; il raster {path} ne ha {available}. Indica quale banda del raster corrisponde a quale banda del modello, per esempio {example}: una banda può valere per più d'una, e una banda alfa indicata esplicitamente è trattata come dati.</translation>
    </message>
    <message>
      <source>The model that you start from knows no classes: adapt it once, then review.</source>
      <translation>Il modello di partenza non conosce nessuna classe: adattalo una volta, poi rivedi.</translation>
    </message>
    <message>
      <source>The model to learn from, by its id or path. It may be the student's own model, if it looks several times.</source>
      <translation>Il modello da cui imparare, indicato con il suo ID o percorso. Può essere il modello stesso dello studente, se osserva più volte.</translation>
    </message>
    <message>
      <source>The model {model} is sent to workers that lack it: {count}.</source>
      <translation>Il modello {model} viene inviato ai worker che non lo hanno: {count}.</translation>
    </message>
    <message>
      <source>The model {path} cannot be loaded: {reason}</source>
      <translation>Impossibile caricare il modello {path}: {reason}</translation>
    </message>
    <message>
      <source>The model {path} cannot be used: {reason}</source>
      <translation>Impossibile usare il modello {path}: {reason}</translation>
    </message>
    <message>
      <source>The model “{id}” has no classes yet: adapt it first.</source>
      <translation>Il modello “{id}” non ha ancora classi: prima adattalo.</translation>
    </message>
    <message>
      <source>The model “{id}” has the classes {names}.</source>
      <translation>Il modello “{id}” ha le classi {names}.</translation>
    </message>
    <message>
      <source>The model “{id}” is ready; made in {time}.</source>
      <translation>Il modello “{id}” è pronto; tempo impiegato: {time}.</translation>
    </message>
    <message>
      <source>The model “{id}” tells numbers: {names}.</source>
      <translation>Il modello “{id}” stima numeri: {names}.</translation>
    </message>
    <message>
      <source>The model “{id}”, round {number}, was made in {time}.</source>
      <translation>Il modello “{id}”, versione {number}, è stato creato in {time}.</translation>
    </message>
    <message>
      <source>The model “{model}” has to be downloaded first: in the CrossEarth panel, or with the algorithm crossearth:downloadmodel.</source>
      <translation>Il modello “{model}” deve prima essere scaricato: nel pannello CrossEarth o con l'algoritmo crossearth:downloadmodel.</translation>
    </message>
    <message>
      <source>The model “{model}” is being downloaded already.</source>
      <translation>Il modello “{model}” è già in corso di scaricamento.</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet. Adapt it to polygons of your own first, then take the model that comes of it.</source>
      <translation>Il modello “{model}” non conosce ancora nessuna classe. Adattalo prima ai tuoi poligoni, poi usa il modello che ne risulta.</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet; it has to be adapted first.</source>
      <translation>Il modello “{model}” non conosce ancora nessuna classe; deve prima essere adattato.</translation>
    </message>
    <message>
      <source>The model “{model}” needs {needed} bands ({names}), but {given} were given; the layer has {available}. Choose which band stands for which input of the model.</source>
      <translation>Il modello “{model}” richiede {needed} bande ({names}), ma ne sono state indicate {given}; il layer ne ha {available}. Scegli quale banda corrisponde a ciascun ingresso del modello.</translation>
    </message>
    <message>
      <source>The model “{model}” of this project is not on this computer. Choose another one, or bring it here and open the project again.</source>
      <translation>Il modello “{model}” di questo progetto non è su questo computer. Scegline un altro, oppure copialo qui e riapri il progetto.</translation>
    </message>
    <message>
      <source>The model “{name}” is ready.</source>
      <translation>Il modello “{name}” è pronto.</translation>
    </message>
    <message>
      <source>The model's own</source>
      <translation>Valore del modello</translation>
    </message>
    <message>
      <source>The model: it decides the classes and fills the options below</source>
      <translation>Il modello: determina le classi e imposta le opzioni qui sotto</translation>
    </message>
    <message>
      <source>The network of CrossEarth without a trained head: it knows imagery, but no classes. It has to be adapted to polygons of your own first.</source>
      <translation>La rete di CrossEarth senza una testa addestrata: conosce le immagini, ma nessuna classe. Deve prima essere adattata ai tuoi poligoni.</translation>
    </message>
    <message>
      <source>The network sees pixels of {size} m; {model} was trained for {sizes} and may be unreliable here. Leave GSD out, and the nearest of these is taken.</source>
      <translation>La rete vede pixel di {size} m; {model} è stato addestrato per {sizes} e qui può essere inaffidabile. Ometti GSD per usare la dimensione più vicina tra queste.</translation>
    </message>
    <message>
      <source>The network's only score lies between {low} and {high}, as percent or bytes do, and was taken for what a sigmoid makes a share of: above 0 is the second class. If that is wrong, so is the map: export the network again with shares of one.</source>
      <translation>L'unico punteggio della rete va da {low} a {high}, come percentuali o byte, ed è stato preso come valore da convertire in quota con una sigmoide: sopra 0 è la seconda classe. Se è sbagliato, lo è anche la mappa: esporta di nuovo la rete con quote da 0 a 1.</translation>
    </message>
    <message>
      <source>The network's scores are shares of one for each class by itself, and do not sum to one: confidence, lead and probabilities are shares of their sum, which says less.</source>
      <translation>I punteggi della rete sono quote da 0 a 1 indipendenti per ogni classe e la loro somma non è 1: confidenza, scarto e probabilità sono quote della loro somma, il che è meno informativo.</translation>
    </message>
    <message>
      <source>The new model agrees no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>Il nuovo modello non concorda con l'insegnante più di quanto facesse prima lo studente, su finestre da cui non ha imparato. Mappa con lo studente com'era oppure fai esaminare più finestre all'insegnante (WINDOWS).</translation>
    </message>
    <message>
      <source>The new model may agree no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>Il nuovo modello potrebbe non concordare con l'insegnante più di quanto facesse prima lo studente, su finestre da cui non ha imparato. Mappa con lo studente com'era oppure fai esaminare più finestre all'insegnante (WINDOWS).</translation>
    </message>
    <message>
      <source>The numbers of the points (id) have gaps: {count} are not there. If they were removed by what is there, or because it is hard to tell, figures and areas are wrong: put them back. Points that nobody can tell stay, without a class.</source>
      <translation>I numeri dei punti (id) hanno lacune: ne mancano {count}. Se sono stati rimossi per ciò che vi si trova, o perché difficili da interpretare, indici e aree sono sbagliati: ripristinali. I punti che nessuno sa interpretare rimangono, senza classe.</translation>
    </message>
    <message>
      <source>The one is in {own}, the other in {other}.</source>
      <translation>SR diversi: {own} e {other}.</translation>
    </message>
    <message>
      <source>The other is right</source>
      <translation>L'altra è corretta</translation>
    </message>
    <message>
      <source>The other is wrong</source>
      <translation>L'altra è errata</translation>
    </message>
    <message>
      <source>The other map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>L'altra mappa è migliore: se fossero ugualmente buone, la probabilità di una differenza così grande per puro caso sarebbe {chance}%.</translation>
    </message>
    <message>
      <source>The outlines of these objects cross themselves: no. {numbers} of the layer. What they enclose is counted; check these objects.</source>
      <translation>I contorni di questi oggetti si intersecano con sé stessi: n. {numbers} del layer. Viene contato ciò che racchiudono; controlla questi oggetti.</translation>
    </message>
    <message>
      <source>The output {path} cannot be written: {reason}</source>
      <translation>Impossibile scrivere il file in uscita {path}: {reason}</translation>
    </message>
    <message>
      <source>The output {path} is itself an input. Choose another file.</source>
      <translation>Il file in uscita {path} è anche un dato in ingresso. Scegli un altro file.</translation>
    </message>
    <message>
      <source>The overall accuracy that you expect; the nearer to 50 %, the more points</source>
      <translation>L'accuratezza complessiva che ti aspetti; più è vicina al 50%, più punti servono</translation>
    </message>
    <message>
      <source>The overlap of {overlap} pixels must be smaller than the window of {window}.</source>
      <translation>La sovrapposizione di {overlap} pixel deve essere minore della finestra di {window}.</translation>
    </message>
    <message>
      <source>The packages could not be downloaded. Check the internet connection, then try again.</source>
      <translation>Impossibile scaricare i pacchetti. Controlla la connessione a internet, poi riprova.</translation>
    </message>
    <message>
      <source>The path of a file of the engine became longer than this computer takes. Name a shorter folder in the environment variable CROSSEARTH_HOME, for instance C:\crossearth, then restart QGIS.</source>
      <translation>Il percorso di un file del motore di calcolo è diventato più lungo di quanto ammette questo computer. Indica una cartella dal percorso più breve nella variabile d'ambiente CROSSEARTH_HOME, per esempio C:\crossearth, poi riavvia QGIS.</translation>
    </message>
    <message>
      <source>The pixel size that it was trained for.</source>
      <translation>La dimensione dei pixel per cui è stato addestrato.</translation>
    </message>
    <message>
      <source>The pixels of one map are {times} times as long as those of the other: along edges of what has stayed, the finer map shows change that is none.</source>
      <translation>I pixel di una mappa sono lunghi {times} volte quelli dell'altra: lungo i bordi di ciò che è rimasto uguale, la mappa più fine mostra cambiamenti inesistenti.</translation>
    </message>
    <message>
      <source>The pixels of the one lie between those of the other, shifted by {right} of a pixel along rows and {down} along columns.</source>
      <translation>I pixel dell'uno cadono tra quelli dell'altro, spostati di {right} pixel lungo le righe e di {down} lungo le colonne.</translation>
    </message>
    <message>
      <source>The pixels of the one measure {own}, those of the other {other} (in units of the CRS).</source>
      <translation>Dimensioni dei pixel diverse: {own} e {other} (in unità del SR).</translation>
    </message>
    <message>
      <source>the place is unlike the training ({value} %).</source>
      <translation>il luogo è diverso dai dati di addestramento ({value}%).</translation>
    </message>
    <message>
      <source>The places where a map is least sure, for you to look there next.</source>
      <translation>I luoghi in cui una mappa è meno sicura, da controllare per primi.</translation>
    </message>
    <message>
      <source>The point is not in the layer “{layer}” any more.</source>
      <translation>Il punto non è più nel layer “{layer}”.</translation>
    </message>
    <message>
      <source>The points do not say which strata they were drawn from, nor how large these are (fields stratum and stratum_px or stratum_m2): the figures hold for these points only, and are wrong for the map if some classes have more points than their area asks for. No areas are estimated. Draw points with “Draw sample points on a map”, which writes these fields; for points that it drew without them, draw once more with the same map, count and seed into another file, and join the fields by id.</source>
      <translation>I punti non indicano da quali strati sono stati estratti né quanto questi sono grandi (campi stratum e stratum_px o stratum_m2): gli indici valgono solo per questi punti e sono sbagliati per la mappa se alcune classi hanno più punti di quanti ne richieda la loro area. Le aree non vengono stimate. Estrai i punti con “Estrai punti campione su una mappa”, che scrive questi campi; per i punti estratti senza di essi, ripeti l'estrazione in un altro file con la stessa mappa, lo stesso numero e lo stesso seme, poi unisci i campi tramite id.</translation>
    </message>
    <message>
      <source>The points do not tell the overall accuracy.</source>
      <translation>I punti non permettono di stabilire l'accuratezza complessiva.</translation>
    </message>
    <message>
      <source>The points have changed since. Measure again for what they say now.</source>
      <translation>Nel frattempo i punti sono cambiati. Misura di nuovo per aggiornare i risultati.</translation>
    </message>
    <message>
      <source>The points have no field “{field}” any more. Undo that, or choose other points.</source>
      <translation>I punti non hanno più il campo “{field}”. Annulla quella modifica oppure scegli altri punti.</translation>
    </message>
    <message>
      <source>The points have nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>I punti non contengono nulla di ciò che la mappa chiama {names}: si può dire quanta parte delle loro classi trova la mappa (recall), ma non che cosa la mappa scambia per esse. Mancano quindi precisione, F1, IoU, kappa e accuratezza complessiva. Aggiungi punti su tutto ciò che è presente.</translation>
    </message>
    <message>
      <source>The points have one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>I punti hanno una sola classe, {name}: si può dire quanta parte delle loro classi trova la mappa (recall), ma non che cosa la mappa scambia per esse. Mancano quindi precisione, F1, IoU, kappa e accuratezza complessiva. Aggiungi punti su tutto ciò che è presente.</translation>
    </message>
    <message>
      <source>The points of strata that take {share} of the map that they were drawn on are missing: no figures can be told. Use all points that “Draw sample points on a map” has drawn, those without a class, too.</source>
      <translation>Mancano i punti di strati che occupano {share} della mappa da cui sono stati estratti: non è possibile calcolare alcun indice. Usa tutti i punti estratti da “Estrai punti campione su una mappa”, anche quelli senza classe.</translation>
    </message>
    <message>
      <source>The points of the stratum {name} carry different sizes in their field {field}: they come from several samples. Judge by one sample at a time.</source>
      <translation>I punti dello strato {name} riportano dimensioni diverse nel campo {field}: provengono da più campioni. Valuta con un campione alla volta.</translation>
    </message>
    <message>
      <source>The polygons are in {own} and {file} in {other}: they are reprojected.</source>
      <translation>I poligoni hanno come SR {own} e {file} ha {other}: vengono riproiettati.</translation>
    </message>
    <message>
      <source>The polygons cannot be brought into the raster's CRS {crs}. Check the CRS of both layers.</source>
      <translation>Impossibile riproiettare i poligoni nel SR del raster, {crs}. Controlla il SR di entrambi i layer.</translation>
    </message>
    <message>
      <source>The polygons have no field “{field}”. Choose the one with the class.</source>
      <translation>I poligoni non hanno il campo “{field}”. Scegli quello con la classe.</translation>
    </message>
    <message>
      <source>The polygons span only {share} of the map, and all of the rest counts as the background. If they were drawn on a part of the map only, judge the map of that part alone.</source>
      <translation>I poligoni coprono solo una parte della mappa ({share}) e tutto il resto conta come sfondo. Se sono stati disegnati solo su una parte della mappa, valuta soltanto la mappa di quella parte.</translation>
    </message>
    <message>
      <source>The precision {precision} is not available for this model on {device}. Available: {available}.</source>
      <translation>La precisione {precision} non è disponibile per questo modello su {device}. Disponibili: {available}.</translation>
    </message>
    <message>
      <source>The preview goes on when the engine is free.</source>
      <translation>L'anteprima riprende quando il motore di calcolo è libero.</translation>
    </message>
    <message>
      <source>The project has not been saved yet</source>
      <translation>Il progetto non è stato ancora salvato</translation>
    </message>
    <message>
      <source>The project is no file</source>
      <translation>Il progetto non è un file</translation>
    </message>
    <message>
      <source>The proxy refused the download. Check the proxy under Settings &gt; Options &gt; Network.</source>
      <translation>Il proxy ha rifiutato lo scaricamento. Controlla il proxy in Impostazioni &gt; Opzioni &gt; Rete.</translation>
    </message>
    <message>
      <source>The proxy wants a user name and a password, or other ones. Enter them under Settings &gt; Options &gt; Network, then try again.</source>
      <translation>Il proxy richiede un nome utente e una password, o credenziali diverse. Inseriscile in Impostazioni &gt; Opzioni &gt; Rete, poi riprova.</translation>
    </message>
    <message>
      <source>The Python of this computer cannot open secure connections: it lacks the module ssl. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Il Python di questo computer non può aprire connessioni sicure: manca il modulo ssl. Installa Python da python.org oppure scegline un altro in Impostazioni &gt; Opzioni &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by.</source>
      <translation>Il raster non ha un SR con cui misurare.</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by: areas are given in pixels only, and the model sees it as it is. If you know how large its pixels are, say so (PIXEL_SIZE).</source>
      <translation>Il raster non ha un SR con cui misurare: le aree sono indicate solo in pixel e il modello lo vede così com'è. Se sai quanto sono grandi i suoi pixel, indicalo (PIXEL_SIZE).</translation>
    </message>
    <message>
      <source>The raster has no more than {count} different values: it looks like a map of classes and not like imagery, of which the model makes one. Choose the imagery itself.</source>
      <translation>Il raster ha solo {count} valori diversi: sembra una mappa di classi e non un'immagine da cui il modello possa ricavarne una. Scegli l'immagine stessa.</translation>
    </message>
    <message>
      <source>The raster holds bytes, and {model} takes reflectance: 255 was taken for 1. A picture for the eye is no reflectance; take the imagery as it was delivered, or say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>Il raster contiene byte e {model} si aspetta riflettanza: 255 è stato preso come 1. Un'immagine preparata per la visualizzazione non è riflettanza; usa le immagini così come sono state fornite oppure indica quali numeri corrispondono a 0 e 1 (STRETCH).</translation>
    </message>
    <message>
      <source>The raster is a picture in numbered colours: its colour table makes the bands 1 red, 2 green and 3 blue of it. If the numbers stand for classes and not for colours, it is a map already, and no imagery for a model.</source>
      <translation>Il raster è un'immagine a colori indicizzati: la sua tabella colori lo trasforma nelle bande 1 rosso, 2 verde e 3 blu. Se i numeri indicano classi e non colori, è già una mappa e non un'immagine adatta a un modello.</translation>
    </message>
    <message>
      <source>The raster is out of view.</source>
      <translation>Il raster è fuori dalla vista.</translation>
    </message>
    <message>
      <source>The raster itself says that {own} is a reflectance of 0, {source} says {other}: what the raster says was taken. If that is wrong, say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>Secondo il raster stesso {own} corrisponde a una riflettanza di 0, secondo {source} vi corrisponde {other}: è stato usato ciò che dice il raster. Se è sbagliato, indica quali numeri corrispondono a 0 e 1 (STRETCH).</translation>
    </message>
    <message>
      <source>The raster stores numbers of {bits} bits, but none is above {high}: they look like bytes and were stretched as if they were not. If they are, say so (STRETCH 0,255).</source>
      <translation>Il raster memorizza numeri a {bits} bit, ma nessuno supera {high}: sembrano byte e sono stati stirati come se non lo fossero. Se lo sono, indicalo (STRETCH 0,255).</translation>
    </message>
    <message>
      <source>The raster that was mapped</source>
      <translation>Il raster mappato</translation>
    </message>
    <message>
      <source>The raster that was mapped, bands {bands}</source>
      <translation>Il raster mappato, bande {bands}</translation>
    </message>
    <message>
      <source>The raster to classify. Follows the active layer until you choose one.</source>
      <translation>Il raster da classificare. Segue il layer attivo finché non ne scegli uno.</translation>
    </message>
    <message>
      <source>The raster {path} cannot be divided into {groups} groups: {pixels} of its pixels were looked at, and the number of different ones among them is {different}. Ask for fewer groups (3 at least), or take a larger area or other bands.</source>
      <translation>Impossibile dividere il raster {path} in {groups} gruppi: sono stati esaminati {pixels} pixel e quelli diversi tra loro sono {different}. Chiedi meno gruppi (almeno 3), oppure usa un'area più grande o altre bande.</translation>
    </message>
    <message>
      <source>The raster {path} cannot be read: {reason}</source>
      <translation>Impossibile leggere il raster {path}: {reason}</translation>
    </message>
    <message>
      <source>The raster {path} cannot be used: {reason}</source>
      <translation>Impossibile usare il raster {path}: {reason}</translation>
    </message>
    <message>
      <source>The raster {path} did not arrive whole from its server ({reason}). Check the network and run it again; if it fails again, download the file: it may be damaged there.</source>
      <translation>Il raster {path} non è arrivato per intero dal suo server ({reason}). Controlla la rete ed esegui di nuovo; se l'errore si ripete, scarica il file: potrebbe essere danneggiato all'origine.</translation>
    </message>
    <message>
      <source>The raster {path} has no valid pixels in the asked area: everything is nodata.</source>
      <translation>Il raster {path} non ha pixel validi nell'area richiesta: sono tutti nodata.</translation>
    </message>
    <message>
      <source>The raster {path} has pixels of type {dtype}, which no model knows. Make real numbers of them first, for instance their magnitude with the raster calculator.</source>
      <translation>I pixel del raster {path} sono di tipo {dtype}, che nessun modello accetta. Convertili prima in numeri reali, per esempio calcolandone il modulo con il calcolatore raster.</translation>
    </message>
    <message>
      <source>The raster's band that the model takes as its band “{name}”</source>
      <translation>La banda del raster che il modello usa come banda “{name}”</translation>
    </message>
    <message>
      <source>The redder, the more similar. Slide until the canvas shows what you look for, then keep the candidates.</source>
      <translation>Più è rosso, più è simile. Muovi il cursore finché l'area di mappa mostra ciò che cerchi, poi conserva i candidati.</translation>
    </message>
    <message>
      <source>The reference has nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>Il riferimento non contiene nulla di ciò che la mappa chiama {names}: si può dire quanta parte delle sue classi trova la mappa (recall), ma non che cosa la mappa scambia per esse. Mancano quindi precisione, F1, IoU, kappa e accuratezza complessiva. Aggiungi luoghi di tutto ciò che è presente; oppure, se tutto ciò che è fuori dai poligoni del riferimento è qualcos'altro, indicalo: BACKGROUND other.</translation>
    </message>
    <message>
      <source>The reference has one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>Il riferimento ha una sola classe, {name}: si può dire quanta parte delle sue classi trova la mappa (recall), ma non che cosa la mappa scambia per esse. Mancano quindi precisione, F1, IoU, kappa e accuratezza complessiva. Aggiungi luoghi di tutto ciò che è presente; oppure, se tutto ciò che è fuori dai poligoni del riferimento è qualcos'altro, indicalo: BACKGROUND other.</translation>
    </message>
    <message>
      <source>The reference has {count} classes. Is it the field that holds the class?</source>
      <translation>Il riferimento ha {count} classi. È questo il campo che contiene la classe?</translation>
    </message>
    <message>
      <source>The reference is itself a map, made by the model {model}: the figures say how far two maps agree, and not how good either is.</source>
      <translation>Il riferimento è a sua volta una mappa, creata dal modello {model}: gli indici dicono quanto concordano due mappe, non quanto è buona ciascuna.</translation>
    </message>
    <message>
      <source>The reference of all figures here is the teacher, {name}: how often the map is right they do not say. Measure that by polygons or points (crossearth evaluate).</source>
      <translation>Il riferimento di tutti gli indici riportati qui è l'insegnante, {name}: non dicono quanto spesso la mappa è corretta. Misuralo con poligoni o punti (crossearth evaluate).</translation>
    </message>
    <message>
      <source>The reference writes {spellings}: all are taken as the class {name}.</source>
      <translation>Il riferimento riporta {spellings}: tutte queste grafie valgono come classe {name}.</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>Il report</translation>
    </message>
    <message>
      <source>The result could not be uploaded to {path}: {reason}. It is finished and kept in {folder}; the same run with RESUME uploads it and computes nothing again.</source>
      <translation>Impossibile caricare il risultato in {path}: {reason}. Il risultato è completo e conservato in {folder}; la stessa esecuzione con RESUME lo carica senza ripetere i calcoli.</translation>
    </message>
    <message>
      <source>The rows of the one are turned by {own}°, those of the other by {other}°.</source>
      <translation>Rotazione delle righe diversa: {own}° e {other}°.</translation>
    </message>
    <message>
      <source>The rows of the one run from the north, those of the other from the south.</source>
      <translation>Le righe dell'uno partono da nord, quelle dell'altro da sud.</translation>
    </message>
    <message>
      <source>The run failed. The log has the details.</source>
      <translation>L'esecuzione non è riuscita. I dettagli sono nel log.</translation>
    </message>
    <message>
      <source>The same</source>
      <translation>Le stesse</translation>
    </message>
    <message>
      <source>The sample points are ready: {path}. The project of the run is not open any more.</source>
      <translation>I punti campione sono pronti: {path}. Il progetto dell'esecuzione non è più aperto.</translation>
    </message>
    <message>
      <source>The samples are being counted.</source>
      <translation>Conteggio dei campioni in corso.</translation>
    </message>
    <message>
      <source>The samples cannot be saved to {path}: {reason}</source>
      <translation>Impossibile salvare i campioni in {path}: {reason}</translation>
    </message>
    <message>
      <source>The scales “{text}” are not understood. Write numbers with commas between them, such as 0.75, 1, 1.5.</source>
      <translation>Le scale “{text}” non sono comprensibili. Scrivi numeri separati da virgole, per esempio 0.75, 1, 1.5.</translation>
    </message>
    <message>
      <source>The scheduler has no workers yet: waiting for them…</source>
      <translation>Lo scheduler non ha ancora worker: in attesa…</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more. What is done is kept: when there is one again, the same run with RESUME goes on.</source>
      <translation>Lo scheduler {address} non risponde più. Quanto già fatto è conservato: quando sarà di nuovo disponibile, la stessa esecuzione con RESUME riprende da lì.</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one, or on this computer. What is computed is kept.</source>
      <translation>Lo scheduler {address} non risponde più: esegui di nuovo quando sarà disponibile, oppure su questo computer. Quanto calcolato è conservato.</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one.</source>
      <translation>Lo scheduler {address} non risponde più: esegui di nuovo quando sarà disponibile.</translation>
    </message>
    <message>
      <source>The scheduler {address} is on another computer and does not use TLS: who reaches it can run anything on its workers. Start it with certificates (tls://).</source>
      <translation>Lo scheduler {address} è su un altro computer e non usa TLS: chiunque lo raggiunga può eseguire qualsiasi cosa sui suoi worker. Avvialo con i certificati (tls://).</translation>
    </message>
    <message>
      <source>The scheduler {address} uses TLS, and no certificates are named. Say in QGIS's options in which folder they are.</source>
      <translation>Lo scheduler {address} usa TLS e non sono indicati certificati. Specifica nelle opzioni di QGIS in quale cartella si trovano.</translation>
    </message>
    <message>
      <source>the server did not answer in time</source>
      <translation>il server non ha risposto in tempo</translation>
    </message>
    <message>
      <source>The server has no imagery for 1 piece of the layer “{layer}”: the map has a hole there.</source>
      <translation>Il server non ha immagini per 1 pezzo del layer “{layer}”: lì la mappa ha un buco.</translation>
    </message>
    <message>
      <source>The server has no imagery for {count} pieces of the layer “{layer}”: the map has holes there.</source>
      <translation>Il server non ha immagini per {count} pezzi del layer “{layer}”: lì la mappa ha dei buchi.</translation>
    </message>
    <message>
      <source>the server sent {kind} instead of a picture</source>
      <translation>il server ha inviato {kind} invece di un'immagine</translation>
    </message>
    <message>
      <source>The stretch “{text}” is not understood. Write none, two values such as 0,10000, or two percentages such as 2%,98%.</source>
      <translation>Lo stiramento “{text}” non è comprensibile. Scrivi none, due valori come 0,10000 oppure due percentuali come 2%,98%.</translation>
    </message>
    <message>
      <source>The student had none of these classes before: there is nothing to compare it with.</source>
      <translation>Prima lo studente non aveva nessuna di queste classi: non c'è nulla con cui confrontarlo.</translation>
    </message>
    <message>
      <source>The sums are without {names}: no CRS tells how large the pixels are.</source>
      <translation>Le somme non comprendono {names}: nessun SR indica quanto sono grandi i pixel.</translation>
    </message>
    <message>
      <source>The sums are without {names}: these maps are doubtful.</source>
      <translation>Le somme non comprendono {names}: queste mappe sono dubbie.</translation>
    </message>
    <message>
      <source>The teacher looks at each window in all eight ways, and the student learns the average: no time is lost when it maps.</source>
      <translation>L'insegnante osserva ogni finestra in tutti gli otto modi e lo studente impara la media: quando mappa non si perde tempo.</translation>
    </message>
    <message>
      <source>The temporary file {path} cannot be written: {reason}</source>
      <translation>Impossibile scrivere il file temporaneo {path}: {reason}</translation>
    </message>
    <message>
      <source>The training was stopped.</source>
      <translation>L'addestramento è stato interrotto.</translation>
    </message>
    <message>
      <source>The values of band {bands} are not those that {model} was trained on: in band {band} half of the pixels lie below {middle}, where that was {trained}, and {low} to {high} held the middle half of them. Another date, another light, another sensor or haze does that, and the map will be poor. Bring the values back to those of the training (“Match to the training imagery”, MATCH), or adapt the model to this raster.</source>
      <translation>I valori della banda {bands} non sono quelli con cui è stato addestrato {model}: nella banda {band} metà dei pixel è inferiore a {middle}, mentre nell'addestramento quel valore era {trained}, con la metà centrale dei pixel tra {low} e {high}. La causa può essere un'altra data, un'altra luce, un altro sensore o la foschia, e la mappa ne risentirà. Riporta i valori a quelli dell'addestramento (“Allinea alle immagini di addestramento”, MATCH) oppure adatta il modello a questo raster.</translation>
    </message>
    <message>
      <source>The values that become the ends of what the model takes: two values (0,10000), two percentages of the whole raster (2%,98%), or none. By default bytes as they are; reflectance by the scale of the file or its product; others as the model says, else 2%,98%.</source>
      <translation>I valori che diventano gli estremi di ciò che accetta il modello: due valori (0,10000), due percentuali dell'intero raster (2%,98%) oppure none. Per impostazione predefinita i byte così come sono; la riflettanza secondo la scala del file o del suo prodotto; gli altri come indica il modello, altrimenti 2%,98%.</translation>
    </message>
    <message>
      <source>The values without data “{text}” are not understood. Write values or ranges with commas between them, such as 0 or -9999..-9000,255, or none.</source>
      <translation>I valori nodata “{text}” non sono comprensibili. Scrivi valori o intervalli separati da virgole, per esempio 0 o -9999..-9000,255, oppure none.</translation>
    </message>
    <message>
      <source>The values “{text}” are not understood. Write bytes, reflectance, dB, or two ends such as 0,10000.</source>
      <translation>I valori “{text}” non sono comprensibili. Scrivi bytes, reflectance, dB oppure due estremi come 0,10000.</translation>
    </message>
    <message>
      <source>The whole raster</source>
      <translation>L'intero raster</translation>
    </message>
    <message>
      <source>The worker {worker} cannot keep the model that it was sent: {reason}.</source>
      <translation>Il worker {worker} non può conservare il modello ricevuto: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} cannot write to the folder {folder}: {reason}.</source>
      <translation>Il worker {worker} non può scrivere nella cartella {folder}: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} could not look: {reason}.</source>
      <translation>Il worker {worker} non ha potuto controllare: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} does not see the folder {folder}, where the map is to be.</source>
      <translation>Il worker {worker} non vede la cartella {folder}, dove deve andare la mappa.</translation>
    </message>
    <message>
      <source>The worker {worker} does not see what is here: {reason}</source>
      <translation>Il worker {worker} non vede ciò che è disponibile qui: {reason}</translation>
    </message>
    <message>
      <source>The worker {worker} gets nothing to do.</source>
      <translation>Il worker {worker} non riceve nulla da fare.</translation>
    </message>
    <message>
      <source>The worker {worker} has another model {model} than there is here, by the SHA-256 of its weights and its description.</source>
      <translation>Il worker {worker} ha un modello {model} diverso da quello di questo computer, secondo lo SHA-256 dei suoi pesi e la sua descrizione.</translation>
    </message>
    <message>
      <source>The worker {worker} has no engine of version {version} ({reason}).</source>
      <translation>Il worker {worker} non ha un motore di calcolo in versione {version} ({reason}).</translation>
    </message>
    <message>
      <source>The worker {worker} has version {own} of the engine, and not {version}.</source>
      <translation>Il worker {worker} ha la versione {own} del motore di calcolo e non {version}.</translation>
    </message>
    <message>
      <source>The worker {worker} lacks the model {model}.</source>
      <translation>Al worker {worker} manca il modello {model}.</translation>
    </message>
    <message>
      <source>The worker {worker} sees another raster {raster} than the one that is here.</source>
      <translation>Il worker {worker} vede un raster {raster} diverso da quello di questo computer.</translation>
    </message>
    <message>
      <source>The workers have written what they see to {folder}, and it is not seen here.</source>
      <translation>I worker hanno scritto ciò che vedono in {folder}, che da qui non è visibile.</translation>
    </message>
    <message>
      <source>The workers write the map beside the report while it is judged: name one (REPORT) in a folder that they see.</source>
      <translation>Durante la valutazione i worker scrivono la mappa accanto al report: indicane uno (REPORT) in una cartella visibile a loro.</translation>
    </message>
    <message>
      <source>The workers write what they see beside the new model: name a folder that they see (SCRATCH).</source>
      <translation>I worker scrivono ciò che vedono accanto al nuovo modello: indica una cartella visibile a loro (SCRATCH).</translation>
    </message>
    <message>
      <source>The {area} does not touch the raster {path}. Check its position and its CRS.</source>
      <translation>Nessuna sovrapposizione con il raster {path}: {area}. Controlla la posizione e il SR.</translation>
    </message>
    <message>
      <source>Then map the &amp;visible canvas</source>
      <translation>Poi mappa l'area &amp;visibile</translation>
    </message>
    <message>
      <source>There are fewer points than classes: none lies on {names}, and areas cannot be told for the whole map. Ask for {least} points at least, better 50 for each class.</source>
      <translation>Ci sono meno punti che classi: nessuno si trova su {names} e non è possibile indicare le aree per l'intera mappa. Chiedi almeno {least} punti, meglio 50 per classe.</translation>
    </message>
    <message>
      <source>There are no polygons or points with a class in the field “{field}”. Draw some, and give each its class.</source>
      <translation>Non ci sono poligoni o punti con una classe nel campo “{field}”. Disegnane alcuni e assegna a ciascuno la sua classe.</translation>
    </message>
    <message>
      <source>There are no polygons or points with a number in the field “{field}”.</source>
      <translation>Non ci sono poligoni o punti con un numero nel campo “{field}”.</translation>
    </message>
    <message>
      <source>There are no polygons to limit the run to: the layer, or the selection in it, is empty.</source>
      <translation>Non ci sono poligoni a cui limitare l'esecuzione: il layer, o la selezione al suo interno, è vuoto.</translation>
    </message>
    <message>
      <source>There can be 1 to {most} workers (local:N), not {count}.</source>
      <translation>I worker possono essere da 1 a {most} (local:N), non {count}.</translation>
    </message>
    <message>
      <source>There is a model {id} already. Choose another id (MODEL_ID), or remove it.</source>
      <translation>Esiste già un modello {id}. Scegli un altro ID (MODEL_ID) oppure rimuovilo.</translation>
    </message>
    <message>
      <source>There is no cluster {text}: name the address of its scheduler, such as tls://host:8786, the file that it has written, or local:N for N workers here.</source>
      <translation>Il cluster {text} non esiste: indica l'indirizzo del suo scheduler, per esempio tls://host:8786, il file che ha scritto oppure local:N per N worker su questo computer.</translation>
    </message>
    <message>
      <source>There is no connection to {host}: {reason}. Check the network and the proxy settings, or take the file from a folder.</source>
      <translation>Nessuna connessione a {host}: {reason}. Controlla la rete e le impostazioni del proxy, oppure prendi il file da una cartella.</translation>
    </message>
    <message>
      <source>There is no data anywhere in band {bands}. What is left out like that is not asked where the raster has data, and is 0 for the model. If it needs more, choose other bands (BANDS).</source>
      <translation>Nella banda {bands} non ci sono dati in nessun punto. Una banda così esclusa non viene considerata per stabilire dove il raster ha dati e per il modello vale 0. Se al modello serve di più, scegli altre bande (BANDS).</translation>
    </message>
    <message>
      <source>There is no dataset {name}. Known are: {known}.</source>
      <translation>Il dataset {name} non esiste. Dataset noti: {known}.</translation>
    </message>
    <message>
      <source>There is no model “{model}”. Known models: {known}.</source>
      <translation>Il modello “{model}” non esiste. Modelli noti: {known}.</translation>
    </message>
    <message>
      <source>There is no place for the map: {reason}</source>
      <translation>Non c'è una posizione per la mappa: {reason}</translation>
    </message>
    <message>
      <source>There is no raster there.</source>
      <translation>Lì non c'è alcun raster.</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: it does not answer.</source>
      <translation>Nessuno scheduler di dask all'indirizzo {address}: nessuna risposta.</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: {reason}.</source>
      <translation>Nessuno scheduler di dask all'indirizzo {address}: {reason}.</translation>
    </message>
    <message>
      <source>there is no such file.</source>
      <translation>il file non esiste.</translation>
    </message>
    <message>
      <source>There is no {file} at {address}. Check the address.</source>
      <translation>{file} non si trova all'indirizzo {address}. Controlla l'indirizzo.</translation>
    </message>
    <message>
      <source>There is not enough memory for this on the computer. End other programs that use it, or ask for less: smaller windows, one thread, a smaller model.</source>
      <translation>La memoria del computer non è sufficiente. Chiudi altri programmi che la usano oppure riduci le richieste: finestre più piccole, un solo thread, un modello più piccolo.</translation>
    </message>
    <message>
      <source>There is not enough space on the disk of {folder}: {needed} are needed, {free} are free.</source>
      <translation>Spazio insufficiente sul disco di {folder}: servono {needed}, sono liberi {free}.</translation>
    </message>
    <message>
      <source>thermal infrared</source>
      <translation>infrarosso termico</translation>
    </message>
    <message>
      <source>These points are there to judge maps: a model that has seen them cannot be judged by them any more.</source>
      <translation>Questi punti servono a valutare le mappe: un modello che li ha visti non può più essere valutato con essi.</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>Questi punti non permettono di stabilire quale mappa sia migliore: se fossero ugualmente buone, la probabilità di una differenza così grande per puro caso sarebbe {chance}%.</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come up {often} by chance (p = {p}). That does not say that they are equally good; more points may tell.</source>
      <translation>Questi punti non permettono di stabilire quale mappa sia migliore: se fossero ugualmente buone, una differenza così grande si presenterebbe per caso {often} (p = {p}). Ciò non significa che siano ugualmente buone; altri punti potrebbero chiarirlo.</translation>
    </message>
    <message>
      <source>They are those of one part of the area, and what lies next to them was not learned from. Of all steps the one with the best mean IoU on them was kept, so the figures flatter a little. After that, the model learned from all for its last steps.</source>
      <translation>Sono quelli di una parte dell'area, e da ciò che è loro adiacente non si è imparato. Tra tutti i passi è stato conservato quello con il miglior IoU medio su di essi, quindi gli indici sono un po' ottimistici. Dopo di che, negli ultimi passi, il modello ha imparato da tutti.</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless a class lies nowhere else.</source>
      <translation>Sono stati divisi in base alla posizione in {count} parti, e ogni parte è stata mappata da un modello adattato alle altre, senza ciò che è adiacente alla parte, a meno che una classe non si trovi solo lì.</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless all does.</source>
      <translation>Sono stati divisi in base alla posizione in {count} parti, e ogni parte è stata mappata da un modello adattato alle altre, senza ciò che è adiacente alla parte, a meno che non lo sia tutto.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Questo computer</translation>
    </message>
    <message>
      <source>This holds for the place if the points were drawn at random, each pixel with the same chance; else for these points only.</source>
      <translation>Questo vale per l'area se i punti sono stati estratti a caso, ogni pixel con la stessa probabilità; altrimenti solo per questi punti.</translation>
    </message>
    <message>
      <source>This map goes to {folder}.</source>
      <translation>Questa mappa verrà salvata in {folder}.</translation>
    </message>
    <message>
      <source>This map has a class on {share} of the area of the map that the points were drawn on: areas are estimated for what both have in common.</source>
      <translation>Questa mappa ha una classe su una parte ({share}) dell'area della mappa da cui sono stati estratti i punti: le aree sono stimate per la parte comune.</translation>
    </message>
    <message>
      <source>This map is right</source>
      <translation>Questa mappa è corretta</translation>
    </message>
    <message>
      <source>This map is wrong</source>
      <translation>Questa mappa è errata</translation>
    </message>
    <message>
      <source>This map takes about {time}. A compact model can learn from a part of it, and map the rest sooner.</source>
      <translation>Questa mappa richiede circa {time}. Un modello compatto può imparare da una sua parte e mappare il resto più rapidamente.</translation>
    </message>
    <message>
      <source>This model needs PyTorch: run it once first.</source>
      <translation>Questo modello richiede PyTorch: eseguilo prima una volta.</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed yet: {name}, a download of {size}, once, into
{folder}

Download it now?</source>
      <translation>È necessario PyTorch, non ancora installato: {name}, da scaricare una sola volta ({size}), in
{folder}

Scaricarlo ora?</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed: a download of up to 3 GB. The CrossEarth panel installs it on request; without a window: qgis_process run crossearth:setupengine --TORCH=true</source>
      <translation>È necessario PyTorch, che non è installato: fino a 3 GB da scaricare. Il pannello CrossEarth lo installa su richiesta; senza interfaccia grafica: qgis_process run crossearth:setupengine --TORCH=true</translation>
    </message>
    <message>
      <source>This needs the package {package}. Install it with: pip install {requirement}</source>
      <translation>È necessario il pacchetto {package}. Installalo con: pip install {requirement}</translation>
    </message>
    <message>
      <source>This raster is unlike the imagery that {model} was trained on: {share} of the places that were looked at are as unusual as one in 20 is there. Classes may be wrong anywhere on it, and the confidence does not tell where. Check the map against the imagery, or adapt the model to a few polygons drawn on this raster (Adapt); Unfamiliarity among the outputs shows where it is unlike.</source>
      <translation>Questo raster è diverso dalle immagini con cui è stato addestrato {model}: {share} dei luoghi esaminati sono insoliti quanto lo è là uno su 20. Le classi possono essere sbagliate ovunque e la confidenza non dice dove. Confronta la mappa con le immagini oppure adatta il modello ad alcuni poligoni disegnati su questo raster (Adatta); Estraneità, tra i risultati, mostra dove è diverso.</translation>
    </message>
    <message>
      <source>This translation was made by a machine. Corrections are welcome.</source>
      <translation>Questa traduzione è stata fatta da una macchina. Le correzioni sono benvenute.</translation>
    </message>
    <message>
      <source>Those of the same season</source>
      <translation>Quelle della stessa stagione</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Thread</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <source>Time needed</source>
      <translation>Tempo richiesto</translation>
    </message>
    <message>
      <source>times the size</source>
      <translation>volte la dimensione</translation>
    </message>
    <message>
      <source>To be adapted first</source>
      <translation>Da adattare prima</translation>
    </message>
    <message>
      <source>To be adapted first: it knows no classes yet</source>
      <translation>Da adattare prima: non conosce ancora nessuna classe</translation>
    </message>
    <message>
      <source>train,training,finetune,fine-tuning,samples,polygons,machine learning,deep learning</source>
      <translation>addestrare,addestramento,finetune,fine-tuning,campioni,poligoni,machine learning,deep learning,apprendimento automatico</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>Addestrato con</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Addestramento</translation>
    </message>
    <message>
      <source>Training steps</source>
      <translation>Passi di addestramento</translation>
    </message>
    <message>
      <source>Trains the model itself: minutes to hours, for the best map</source>
      <translation>Addestra il modello stesso: da minuti a ore, per la mappa migliore</translation>
    </message>
    <message>
      <source>Trees</source>
      <translation>Alberi</translation>
    </message>
    <message>
      <source>Tri&amp;als…</source>
      <translation>Pro&amp;ve…</translation>
    </message>
    <message>
      <source>Trials</source>
      <translation>Prove</translation>
    </message>
    <message>
      <source>Trials on This Computer</source>
      <translation>Prove su questo computer</translation>
    </message>
    <message>
      <source>Trials on this computer: {count}. Something faster was found in {taken}.</source>
      <translation>Prove su questo computer: {count}. Metodi più rapidi trovati: {taken}.</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>Provato</translation>
    </message>
    <message>
      <source>Trying the engine on a small raster…</source>
      <translation>Prova del motore di calcolo su un piccolo raster…</translation>
    </message>
    <message>
      <source>Two maps are compared by points (“Draw sample points on a map”): pixels of polygons or of another map stand together and are no sample, so that nothing tells how sure a difference is.</source>
      <translation>Due mappe si confrontano tramite punti (“Estrai punti campione su una mappa”): i pixel dei poligoni o di un'altra mappa sono contigui e non costituiscono un campione, quindi nulla indica quanto sia sicura una differenza.</translation>
    </message>
    <message>
      <source>Two outputs need two files, not one: {path}</source>
      <translation>Due risultati richiedono due file, non uno: {path}</translation>
    </message>
    <message>
      <source>Type another name to rename a class; give several the same name to merge them.</source>
      <translation>Digita un altro nome per rinominare una classe; assegna lo stesso nome a più classi per unirle.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annulla</translation>
    </message>
    <message>
      <source>Undo (U)</source>
      <translation>Annulla (U)</translation>
    </message>
    <message>
      <source>Unfamiliarity</source>
      <translation>Estraneità</translation>
    </message>
    <message>
      <source>Unfamiliarity of the map</source>
      <translation>Estraneità della mappa</translation>
    </message>
    <message>
      <source>Unfamiliarity – {name}</source>
      <translation>Estraneità – {name}</translation>
    </message>
    <message>
      <source>Unit: {unit}; rows: before, columns: after. What has stayed lies on the diagonal.</source>
      <translation>Unità: {unit}; righe: prima, colonne: dopo. Ciò che è rimasto uguale si trova sulla diagonale.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Sconosciuto</translation>
    </message>
    <message>
      <source>Unlike the training imagery</source>
      <translation>Diverso dalle immagini di addestramento</translation>
    </message>
    <message>
      <source>unlike the training imagery</source>
      <translation>diverso dalle immagini di addestramento</translation>
    </message>
    <message>
      <source>Unpacking Python {version}…</source>
      <translation>Estrazione di Python {version}…</translation>
    </message>
    <message>
      <source>Use the selected polygons and leave the others out</source>
      <translation>Usa i poligoni selezionati e ignora gli altri</translation>
    </message>
    <message>
      <source>User's</source>
      <translation>Utente</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valore</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valori</translation>
    </message>
    <message>
      <source>Values matched to the training imagery</source>
      <translation>Valori allineati alle immagini di addestramento</translation>
    </message>
    <message>
      <source>values of {ends}</source>
      <translation>valori {ends}</translation>
    </message>
    <message>
      <source>Values stretched from</source>
      <translation>Valori stirati da</translation>
    </message>
    <message>
      <source>Values stretched: {ranges}</source>
      <translation>Valori stirati: {ranges}</translation>
    </message>
    <message>
      <source>Values that the model takes</source>
      <translation>Valori accettati dal modello</translation>
    </message>
    <message>
      <source>Values were matched to the training imagery of {model}; {share} of the places that were looked at are still as unusual as one in 20 is there. Matching brings back brightness and contrast, and no detail, and makes noise stronger: check the map against the imagery.</source>
      <translation>I valori sono stati allineati alle immagini di addestramento di {model}; {share} dei luoghi esaminati sono ancora insoliti quanto lo è là uno su 20. L'allineamento ripristina luminosità e contrasto, non i dettagli, e accentua il rumore: confronta la mappa con le immagini.</translation>
    </message>
    <message>
      <source>Values without data</source>
      <translation>Valori nodata</translation>
    </message>
    <message>
      <source>Values without data after</source>
      <translation>Valori nodata dopo</translation>
    </message>
    <message>
      <source>Values without data before</source>
      <translation>Valori nodata prima</translation>
    </message>
    <message>
      <source>Versions, devices, settings and the last log, for a report of a fault.</source>
      <translation>Versioni, dispositivi, impostazioni e ultimo log, per una segnalazione di errore.</translation>
    </message>
    <message>
      <source>Versions, settings and the log, to paste in a report of a fault</source>
      <translation>Versioni, impostazioni e log, da incollare in una segnalazione di errore</translation>
    </message>
    <message>
      <source>Virtual rasters (*.vrt)</source>
      <translation>Raster virtuali (*.vrt)</translation>
    </message>
    <message>
      <source>Visible canvas</source>
      <translation>Area di mappa visibile</translation>
    </message>
    <message>
      <source>Waiting for another run to end…</source>
      <translation>In attesa che termini un'altra esecuzione…</translation>
    </message>
    <message>
      <source>Walk through the places where the model is least sure, key by key</source>
      <translation>Passa in rassegna con i tasti i luoghi in cui il modello è meno sicuro</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Acqua</translation>
    </message>
    <message>
      <source>water vapour</source>
      <translation>vapore acqueo</translation>
    </message>
    <message>
      <source>Web address or folder with the models</source>
      <translation>Indirizzo web o cartella con i modelli</translation>
    </message>
    <message>
      <source>Weights in half precision</source>
      <translation>Pesi a mezza precisione</translation>
    </message>
    <message>
      <source>Weights, SHA-256</source>
      <translation>Pesi, SHA-256</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 less, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>Se i numeri del riferimento fossero diminuiti di 1, concorderebbe con la mappa {shifted} del riferimento e non {agree}: a quanto pare uno numera le classi da 0 e l'altra da 1. In tal caso numera il riferimento come la mappa oppure assegnagli i nomi delle classi della mappa.</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 more, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>Se i numeri del riferimento fossero aumentati di 1, concorderebbe con la mappa {shifted} del riferimento e non {agree}: a quanto pare uno numera le classi da 0 e l'altra da 1. In tal caso numera il riferimento come la mappa oppure assegnagli i nomi delle classi della mappa.</translation>
    </message>
    <message>
      <source>What a pixel of a photo or a scan measures on the ground, so that the model sees it in the size that it was trained for, and areas are in square metres. Where the raster has a CRS, that tells.</source>
      <translation>Quanto misura al suolo un pixel di una foto o di una scansione, così che il modello lo veda nella dimensione per cui è stato addestrato e le aree siano in metri quadrati. Se il raster ha un SR, è questo a indicarlo.</translation>
    </message>
    <message>
      <source>What Changed…</source>
      <translation>Cambiamenti…</translation>
    </message>
    <message>
      <source>What computes: auto takes the fastest that works. Or type a name, such as cuda:1.</source>
      <translation>Che cosa esegue i calcoli: auto usa il dispositivo più veloce che funziona. Oppure digita un nome, per esempio cuda:1.</translation>
    </message>
    <message>
      <source>What has changed between two maps, from what to what.</source>
      <translation>Che cosa è cambiato tra due mappe, da che cosa a che cosa.</translation>
    </message>
    <message>
      <source>What has changed, coloured by what it has become</source>
      <translation>Che cosa è cambiato, colorato in base a ciò che è diventato</translation>
    </message>
    <message>
      <source>What is chosen is not trained itself: use “Quick adapt”.</source>
      <translation>Il modello scelto non può essere addestrato: usa “Adattamento rapido”.</translation>
    </message>
    <message>
      <source>What is subtracted from the values: one number, or one per band, separated by commas.</source>
      <translation>Ciò che viene sottratto dai valori: un numero, oppure uno per banda, separati da virgole.</translation>
    </message>
    <message>
      <source>What is told as a warning, such as an unmarked border or bands that are not the model's, then ends the run before anything is computed.</source>
      <translation>Ciò che viene segnalato come avviso, per esempio un bordo non contrassegnato o bande diverse da quelle del modello, termina allora l'esecuzione prima di qualsiasi calcolo.</translation>
    </message>
    <message>
      <source>what it computes of a test window is no number: its weights are damaged.</source>
      <translation>ciò che calcola da una finestra di prova non è un numero: i suoi pesi sono danneggiati.</translation>
    </message>
    <message>
      <source>What looks at the imagery and knows the classes. The id of a model in the catalogue, or the path of a model's folder or ONNX file.</source>
      <translation>Ciò che osserva le immagini e conosce le classi. L'ID di un modello del catalogo, oppure il percorso della cartella di un modello o di un file ONNX.</translation>
    </message>
    <message>
      <source>What of the raster the model maps; empty: all.</source>
      <translation>Quale parte del raster viene mappata dal modello; vuoto: tutta.</translation>
    </message>
    <message>
      <source>What people call it.</source>
      <translation>Il nome mostrato alle persone.</translation>
    </message>
    <message>
      <source>What programs write where there is no class is taken for none in the field {field} ({texts}): {count}. If it is a class, give it another name.</source>
      <translation>Nel campo {field}, ciò che i programmi scrivono dove non c'è una classe è considerato nessuna classe ({texts}): {count}. Se è una classe, assegnale un altro nome.</translation>
    </message>
    <message>
      <source>What scripts call it: small letters, digits, dots and hyphens. Empty: by the name of the file.</source>
      <translation>Il nome usato negli script: lettere minuscole, cifre, punti e trattini. Vuoto: dal nome del file.</translation>
    </message>
    <message>
      <source>What the canvas shows</source>
      <translation>Ciò che mostra l'area di mappa</translation>
    </message>
    <message>
      <source>What the cluster calls folders of this computer, a line for each: the folder here, =, the folder there. Those that are called the same need no line.</source>
      <translation>Come il cluster chiama le cartelle di questo computer, una riga per ciascuna: la cartella qui, =, la cartella lì. Quelle con lo stesso nome non richiedono una riga.</translation>
    </message>
    <message>
      <source>What the interrupted run left belongs to other data, another model or other options: the run starts anew.</source>
      <translation>Quanto rimasto dell'esecuzione interrotta riguarda altri dati, un altro modello o altre opzioni: l'esecuzione riparte da capo.</translation>
    </message>
    <message>
      <source>What the interrupted run left is damaged or incomplete: the run starts anew.</source>
      <translation>Quanto rimasto dell'esecuzione interrotta è danneggiato o incompleto: l'esecuzione riparte da capo.</translation>
    </message>
    <message>
      <source>What the network takes, in which mean and standard deviation are, too: bytes (0 to 255), reflectance (0 to 1), dB (decibels), or two ends such as 0,10000. Empty: what the mean looks like.</source>
      <translation>Ciò che accetta la rete, e in cui sono espresse anche media e deviazione standard: bytes (da 0 a 255), reflectance (riflettanza, da 0 a 1), dB (decibel) o due estremi, per esempio 0,10000. Vuoto: ciò che fa supporre la media.</translation>
    </message>
    <message>
      <source>What the new model will be called; empty: after raster and day. The same name again makes another round of the model, and the earlier ones are kept</source>
      <translation>Il nome del nuovo modello; vuoto: dal raster e dal giorno. Con lo stesso nome si crea un'altra versione del modello e le precedenti vengono conservate</translation>
    </message>
    <message>
      <source>What the panel offers first. Automatic takes the fastest device that works; a name such as cuda:1 can be typed.</source>
      <translation>Ciò che il pannello propone per primo. Automatico usa il dispositivo più veloce che funziona; si può digitare un nome come cuda:1.</translation>
    </message>
    <message>
      <source>What the teacher computes in. Less than fp32 is quicker where the device has it.</source>
      <translation>La precisione con cui calcola l'insegnante. Una precisione inferiore a fp32 è più rapida, se il dispositivo la supporta.</translation>
    </message>
    <message>
      <source>What they are then divided by: one number, or one per band, separated by commas.</source>
      <translation>Ciò per cui vengono poi divisi: un numero, oppure uno per banda, separati da virgole.</translation>
    </message>
    <message>
      <source>What was found cannot be deleted: {reason}.</source>
      <translation>Impossibile eliminare i risultati: {reason}.</translation>
    </message>
    <message>
      <source>What {host} has as {file} is another file than the one that was downloaded here earlier. If its authors have changed it, remove its line from {list}, and download it again.</source>
      <translation>Il file {file} che si trova su {host} non è quello scaricato qui in precedenza. Se gli autori lo hanno modificato, rimuovi la sua riga da {list} e scaricalo di nuovo.</translation>
    </message>
    <message>
      <source>What {host} has as {file} is of {size}; the published file is of {expected}. Nothing was downloaded: check the address, or put a SHA256SUMS beside the file.</source>
      <translation>Su {host} il file {file} misura {size}; il file pubblicato misura {expected}. Non è stato scaricato nulla: controlla l'indirizzo oppure aggiungi un file SHA256SUMS accanto al file.</translation>
    </message>
    <message>
      <source>What {host} sent as {file} is not what it announced: size or SHA-256 differ. It was removed; download it again, or from another address.</source>
      <translation>Ciò che {host} ha inviato come {file} non è quanto annunciato: dimensione o SHA-256 non corrispondono. È stato rimosso; scaricalo di nuovo o da un altro indirizzo.</translation>
    </message>
    <message>
      <source>What {place} has as {file} is not the Python that was published: its SHA-256 is another one. What was fetched is deleted. Try again; if it stays so, the mirror, or a proxy on the way, changes files.</source>
      <translation>Il file {file} che si trova in {place} non è il Python pubblicato: il suo SHA-256 è diverso. Quanto prelevato è stato eliminato. Riprova; se il problema persiste, il mirror, o un proxy lungo il percorso, modifica i file.</translation>
    </message>
    <message>
      <source>Whatever the file says. By default that of the layer, and of a file that is no layer its own.</source>
      <translation>Qualunque cosa dica il file. Per impostazione predefinita quello del layer e, per un file che non è un layer, il suo.</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Dove</translation>
    </message>
    <message>
      <source>Where groups are found; the model is the one to start from</source>
      <translation>Dove cercare i gruppi; il modello è quello di partenza</translation>
    </message>
    <message>
      <source>Where it has none, within its extent, counts as {name}, as asked.</source>
      <translation>Dove non ne ha, entro la sua estensione, conta come {name}, come richiesto.</translation>
    </message>
    <message>
      <source>Where it is published</source>
      <translation>Dove è pubblicato</translation>
    </message>
    <message>
      <source>Where it looks like at a few points or polygons, without any classes.</source>
      <translation>Dove l'aspetto è simile a quello di alcuni punti o poligoni, senza classi.</translation>
    </message>
    <message>
      <source>Where samples were held out it is {sure} % sure and {right} % right.</source>
      <translation>Sui campioni tenuti da parte la confidenza è {sure}% e la quota corretta {right}%.</translation>
    </message>
    <message>
      <source>Where the legend of the layer does not say them: values and names, such as 1=water, 2=forest.</source>
      <translation>Se la legenda del layer non li indica: valori e nomi, per esempio 1=acqua, 2=bosco.</translation>
    </message>
    <message>
      <source>Where the model is computed: auto, cpu, or a graphics card: gpu:0, gpu:1… What really ran, and why no better device, is written into the result.</source>
      <translation>Dove viene calcolato il modello: auto, cpu o una scheda grafica: gpu:0, gpu:1… Nel risultato viene riportato che cosa è stato usato davvero e perché non un dispositivo migliore.</translation>
    </message>
    <message>
      <source>Where there are enough in all: else all classes share alike.</source>
      <translation>Se il totale è sufficiente: altrimenti vengono ripartiti in parti uguali tra le classi.</translation>
    </message>
    <message>
      <source>Which bands stand for the model's inputs, for instance red, green, blue. Empty: by the colours that the file names, else the first ones. In scripts, and for qgis_process: 3,2,1.</source>
      <translation>Quali bande corrispondono agli ingressi del modello, per esempio rosso, verde, blu. Vuoto: secondo i colori indicati nel file, altrimenti le prime. Negli script e per qgis_process: 3,2,1.</translation>
    </message>
    <message>
      <source>Which map is better cannot be told: of {share} of the map that the points were drawn on no point has a class.</source>
      <translation>Non è possibile stabilire quale mappa sia migliore: su una parte della mappa da cui sono stati estratti i punti ({share}), nessun punto ha una classe.</translation>
    </message>
    <message>
      <source>Which models OpenVINO or less precision was tried for, and what came of it</source>
      <translation>Per quali modelli sono stati provati OpenVINO o una precisione inferiore, e con quale esito</translation>
    </message>
    <message>
      <source>Which part of the raster to classify</source>
      <translation>Quale parte del raster classificare</translation>
    </message>
    <message>
      <source>Whole layer</source>
      <translation>Intero layer</translation>
    </message>
    <message>
      <source>Whole polygons and points were held out, never single pixels.</source>
      <translation>Sono stati tenuti da parte poligoni interi e punti, mai singoli pixel.</translation>
    </message>
    <message>
      <source>Whole polygons were held out, never single pixels.</source>
      <translation>Sono stati tenuti da parte poligoni interi, mai singoli pixel.</translation>
    </message>
    <message>
      <source>Width of what the canvas shows of each point. The same at all, so that none is looked at more closely than others.</source>
      <translation>Larghezza di ciò che l'area di mappa mostra per ogni punto. È uguale per tutti, così nessuno viene osservato più da vicino degli altri.</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Finestra</translation>
    </message>
    <message>
      <source>Window blending</source>
      <translation>Fusione delle finestre</translation>
    </message>
    <message>
      <source>Window overlap</source>
      <translation>Sovrapposizione</translation>
    </message>
    <message>
      <source>Window size</source>
      <translation>Dimensione finestra</translation>
    </message>
    <message>
      <source>Window {done} of {total}</source>
      <translation>Finestra {done} di {total}</translation>
    </message>
    <message>
      <source>Window {done} of {total}, {time} left</source>
      <translation>Finestra {done} di {total}, ancora {time}</translation>
    </message>
    <message>
      <source>Window, pixels</source>
      <translation>Finestra, pixel</translation>
    </message>
    <message>
      <source>Windows</source>
      <translation>Finestre</translation>
    </message>
    <message>
      <source>Windows that the teacher looks at</source>
      <translation>Finestre esaminate dall'insegnante</translation>
    </message>
    <message>
      <source>With Pictures, in the Web Browser</source>
      <translation>Con immagini, nel browser web</translation>
    </message>
    <message>
      <source>With precision auto the processor computes a model in another library, or in less precision, where that takes less time and 99.5 % of the pixels keep their class. That is tried once for each model, on windows of what you map, and holds from then on.</source>
      <translation>Con la precisione auto il processore calcola un modello con un'altra libreria, o con una precisione inferiore, se così impiega meno tempo e il 99,5% dei pixel mantiene la propria classe. Si prova una sola volta per ogni modello, su finestre di ciò che mappi, e il risultato vale da quel momento.</translation>
    </message>
    <message>
      <source>With PyTorch</source>
      <translation>Con PyTorch</translation>
    </message>
    <message>
      <source>Without a network: takes the engine's packages from a folder that dev.py wheelhouse has filled.</source>
      <translation>Senza rete: prende i pacchetti del motore di calcolo da una cartella riempita da dev.py wheelhouse.</translation>
    </message>
    <message>
      <source>Without {names}: no CRS tells how large their pixels are.</source>
      <translation>Senza {names}: nessun SR indica quanto sono grandi i loro pixel.</translation>
    </message>
    <message>
      <source>Without {names}: what is said of them below makes their maps doubtful.</source>
      <translation>Senza {names}: quanto riportato sotto rende dubbie le loro mappe.</translation>
    </message>
    <message>
      <source>Write what the canvas shows as outlines or points in a layer</source>
      <translation>Scrive in un layer, come contorni o punti, ciò che mostra l'area di mappa</translation>
    </message>
    <message>
      <source>Writes a model to a folder that others can use.</source>
      <translation>Scrive un modello in una cartella che altri possono usare.</translation>
    </message>
    <message>
      <source>Writes model.onnx, its description (model.json, a STAC item), its card (README.md) and its SHA-256 into a new or empty folder. The ONNX file alone tells classes, bands, window and pixel size, to this plugin and to Deepness. Import the folder on another computer with crossearth:importmodel.

The networks of CrossEarth are translated for that, which takes minutes, and compared with the original; ONNX models are copied.</source>
      <translation>Scrive model.onnx, la sua descrizione (model.json, un item STAC), la sua scheda (README.md) e il suo SHA-256 in una cartella nuova o vuota. Il file ONNX da solo comunica classi, bande, finestra e dimensione dei pixel a questo plugin e a Deepness. Importa la cartella su un altro computer con crossearth:importmodel.

Le reti di CrossEarth vengono convertite, il che richiede alcuni minuti, e confrontate con l'originale; i modelli ONNX vengono copiati.</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>Scrittura della mappa</translation>
    </message>
    <message>
      <source>yellow</source>
      <translation>giallo</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sì</translation>
    </message>
    <message>
      <source>You have said {name}.</source>
      <translation>Hai indicato {name}.</translation>
    </message>
    <message>
      <source>Your Models</source>
      <translation>I tuoi modelli</translation>
    </message>
    <message>
      <source>Your models</source>
      <translation>I tuoi modelli</translation>
    </message>
    <message>
      <source>zonal statistics,majority,objects,parcels,fields,buildings,footprints,object-based</source>
      <translation>statistiche zonali,maggioranza,oggetti,particelle,campi,edifici,sagome,basato su oggetti</translation>
    </message>
    <message>
      <source>{address} is not an address.</source>
      <translation>{address} non è un indirizzo.</translation>
    </message>
    <message>
      <source>{archive} cannot be unpacked: {reason}</source>
      <translation>Impossibile estrarre {archive}: {reason}</translation>
    </message>
    <message>
      <source>{archive} holds what does not belong into it ({member}) and was not unpacked. Fetch it anew; if it comes from a mirror or a folder, tell whoever fills it.</source>
      <translation>{archive} contiene qualcosa che non dovrebbe ({member}) e non è stato estratto. Prelevalo di nuovo; se proviene da un mirror o da una cartella, avvisa chi se ne occupa.</translation>
    </message>
    <message>
      <source>{band} from {number} ({reason})</source>
      <translation>{band} da {number} ({reason})</translation>
    </message>
    <message>
      <source>{benchmark}: not known</source>
      <translation>{benchmark}: non noto</translation>
    </message>
    <message>
      <source>{better} is better than {worse}: were both equally good, as large a difference would come up {often} by chance (p = {p}).</source>
      <translation>{better} è migliore di {worse}: se fossero ugualmente buone, una differenza così grande si presenterebbe per caso {often} (p = {p}).</translation>
    </message>
    <message>
      <source>{card} is not used by {library}: it could be by {way}, of which nobody has shown yet that the maps are right.</source>
      <translation>{card} non è in uso in {library}: sarebbe possibile con {way}, ma nessuno ha ancora dimostrato che così le mappe siano corrette.</translation>
    </message>
    <message>
      <source>{card} is not used: its driver {driver} is too old for {library}. Update the driver, or install {library} for an older CUDA.</source>
      <translation>{card} non è in uso: il suo driver {driver} è troppo vecchio per {library}. Aggiorna il driver oppure installa {library} per una versione precedente di CUDA.</translation>
    </message>
    <message>
      <source>{card} is not used: its memory ({memory}) does not suffice now. End other programs that use it, or choose less precise numbers (PRECISION) or a smaller model (MODEL).</source>
      <translation>{card} non è in uso: al momento la sua memoria ({memory}) non è sufficiente. Chiudi altri programmi che la usano oppure scegli numeri meno precisi (PRECISION) o un modello più piccolo (MODEL).</translation>
    </message>
    <message>
      <source>{card} is not used: libraries that {library} needs for it are missing or do not fit ({reason}). Remove {package} under Settings ▸ Options ▸ CrossEarth and add it again; the page on graphics cards in the documentation says more.</source>
      <translation>{card} non è in uso: le librerie che servono a {library} mancano o non sono adatte ({reason}). Rimuovi {package} in Impostazioni ▸ Opzioni ▸ CrossEarth e aggiungilo di nuovo; la pagina della documentazione sulle schede grafiche spiega di più.</translation>
    </message>
    <message>
      <source>{card} is not used: the environment variable {variable} hides it from all programs. Take it away, or name the card in it, to use the card.</source>
      <translation>{card} non è in uso: la variabile d'ambiente {variable} la nasconde a tutti i programmi. Per usare la scheda, elimina la variabile oppure indicavi la scheda.</translation>
    </message>
    <message>
      <source>{card} is not used: the model cannot be computed on it in {precision}, only in {available}. Choose one of these (PRECISION) to use the card.</source>
      <translation>{card} non è in uso: non può calcolare il modello in {precision}, ma solo in {available}. Per usare la scheda, scegli una di queste precisioni (PRECISION).</translation>
    </message>
    <message>
      <source>{card} is not used: {library} computes wrong numbers on it. Update the driver of the card, or install another version of {library}.</source>
      <translation>{card} non è in uso: {library} vi calcola numeri sbagliati. Aggiorna il driver della scheda oppure installa un'altra versione di {library}.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} did not come back from it within {seconds} seconds. Start the computer anew; if that does not help, update the driver of the card.</source>
      <translation>{card} non è in uso: {library} non ne ha ricevuto risposta entro {seconds} secondi. Riavvia il computer; se non basta, aggiorna il driver della scheda.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} fails on it ({reason}). Update the driver of the card; until it works, the processor does.</source>
      <translation>{card} non è in uso: {library} dà errore su questa scheda ({reason}). Aggiorna il driver della scheda; finché non funziona, calcola il processore.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards as new as this (compute capability {capability}; it has {known}). Install a newer {library}.</source>
      <translation>{card} non è in uso: {library} non supporta schede così nuove (compute capability {capability}; disponibili: {known}). Installa una versione più recente di {library}.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards of its age (compute capability {capability}; it has {known}). An older {library} may have them; the page on graphics cards in the documentation says which.</source>
      <translation>{card} non è in uso: {library} non supporta schede così vecchie (compute capability {capability}; disponibili: {known}). Una versione precedente di {library} potrebbe supportarle; la pagina della documentazione sulle schede grafiche indica quale.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no way to compute on it with this system.</source>
      <translation>{card} non è in uso: su questo sistema {library} non può usarla per i calcoli.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} was made for such cards and does not find it ({reason}). Start the computer anew; if that does not help, install the card's driver again.</source>
      <translation>{card} non è in uso: {library} è fatto per schede di questo tipo ma non la trova ({reason}). Riavvia il computer; se non basta, reinstalla il driver della scheda.</translation>
    </message>
    <message>
      <source>{card}: builds for it can be added later under Settings &gt; Options</source>
      <translation>{card}: le versioni adatte si possono aggiungere in seguito in Impostazioni &gt; Opzioni</translation>
    </message>
    <message>
      <source>{card}: cannot be used</source>
      <translation>{card}: non utilizzabile</translation>
    </message>
    <message>
      <source>{count} bands</source>
      <translation>{count} bande</translation>
    </message>
    <message>
      <source>{count} candidates.</source>
      <translation>{count} candidati.</translation>
    </message>
    <message>
      <source>{count} groups</source>
      <translation>{count} gruppi</translation>
    </message>
    <message>
      <source>{count} groups. Say in the table what each is; groups of one name become one class. Delete what is typical of nothing, then adapt.</source>
      <translation>{count} gruppi. Indica nella tabella che cos'è ciascuno; i gruppi con lo stesso nome diventano una classe. Elimina quelli non tipici di nulla, poi adatta.</translation>
    </message>
    <message>
      <source>{count} objects</source>
      <translation>{count} oggetti</translation>
    </message>
    <message>
      <source>{count} pieces of the layer “{layer}” could not be fetched ({reason}): the map has holes there.</source>
      <translation>Impossibile prelevare {count} pezzi del layer “{layer}” ({reason}): lì la mappa ha dei buchi.</translation>
    </message>
    <message>
      <source>{count} pixels</source>
      <translation>{count} pixel</translation>
    </message>
    <message>
      <source>{count} places are similar enough.</source>
      <translation>{count} luoghi sono abbastanza simili.</translation>
    </message>
    <message>
      <source>{count} places.</source>
      <translation>{count} luoghi.</translation>
    </message>
    <message>
      <source>{count} points tell the overall accuracy to ± {margin} percentage points.</source>
      <translation>Con {count} punti si ottiene l'accuratezza complessiva a ± {margin} punti percentuali.</translation>
    </message>
    <message>
      <source>{count} points, {least} of a class at least: overall accuracy {share} ± {margin}. In proportion to area and without a least number, Cochran's formula would ask for {formula}.</source>
      <translation>{count} punti, almeno {least} per classe: accuratezza complessiva {share} ± {margin}. In proporzione all'area e senza un numero minimo, la formula di Cochran ne richiederebbe {formula}.</translation>
    </message>
    <message>
      <source>{count} polygons cross themselves and will be repaired.</source>
      <translation>{count} poligoni si autointersecano e verranno riparati.</translation>
    </message>
    <message>
      <source>{count} rasters, land cover</source>
      <translation>{count} raster, copertura del suolo</translation>
    </message>
    <message>
      <source>{count} rasters, {name}</source>
      <translation>{count} raster, {name}</translation>
    </message>
    <message>
      <source>{count} samples have no class.</source>
      <translation>{count} campioni non hanno classe.</translation>
    </message>
    <message>
      <source>{count} samples lie outside the raster.</source>
      <translation>{count} campioni sono fuori dal raster.</translation>
    </message>
    <message>
      <source>{count} tensors of the file serve training only and were left out: {names}.</source>
      <translation>{count} tensori del file servono solo all'addestramento e sono stati esclusi: {names}.</translation>
    </message>
    <message>
      <source>{count} windows</source>
      <translation>{count} finestre</translation>
    </message>
    <message>
      <source>{count} windows in {time} on {device} ({precision}), batch {batch}</source>
      <translation>{count} finestre in {time} su {device} ({precision}), batch {batch}</translation>
    </message>
    <message>
      <source>{count}, {size}</source>
      <translation>{count}, {size}</translation>
    </message>
    <message>
      <source>{crs}; x {left} to {right}, y {bottom} to {top}</source>
      <translation>{crs}; x da {left} a {right}, y da {bottom} a {top}</translation>
    </message>
    <message>
      <source>{done} of {count} places are done, of the raster {name}. Choose it to go on there.</source>
      <translation>{done} luoghi fatti su {count}, nel raster {name}. Sceglilo per continuare lì.</translation>
    </message>
    <message>
      <source>{done} of {count} places are done.</source>
      <translation>{done} luoghi fatti su {count}.</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled, {skipped} skipped.</source>
      <translation>{done} punti etichettati su {count}, {skipped} saltati.</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled.</source>
      <translation>{done} punti etichettati su {count}.</translation>
    </message>
    <message>
      <source>{done} of {planned}, {skipped} skipped</source>
      <translation>{done} di {planned}, {skipped} saltate</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} di {total}</translation>
    </message>
    <message>
      <source>{done} of {total}, {time} left</source>
      <translation>{done} di {total}, ancora {time}</translation>
    </message>
    <message>
      <source>{done}, {skipped} skipped</source>
      <translation>{done}, {skipped} saltate</translation>
    </message>
    <message>
      <source>{file} is given twice: nothing can differ there. Choose two maps.</source>
      <translation>{file} è stato indicato due volte: non può esserci alcuna differenza. Scegli due mappe.</translation>
    </message>
    <message>
      <source>{file} is lost or was changed</source>
      <translation>{file} manca o è stato modificato</translation>
    </message>
    <message>
      <source>{file} says no CRS: its coordinates are taken to be in {crs}, as those of the layer with what is there. If they are in another one, give the raster its CRS.</source>
      <translation>{file} non dichiara un SR: si presume che le sue coordinate siano in {crs}, come quelle del layer con i dati di riferimento. Se sono in un altro, assegna al raster il suo SR.</translation>
    </message>
    <message>
      <source>{file} was taken over by another run.</source>
      <translation>Un'altra esecuzione ha preso in carico {file}.</translation>
    </message>
    <message>
      <source>{first} or {second}</source>
      <translation>{first} o {second}</translation>
    </message>
    <message>
      <source>{folder} (about {size})</source>
      <translation>{folder} (circa {size})</translation>
    </message>
    <message>
      <source>{host} does not give {file} (HTTP status {status}). Check the address of the mirror under Settings &gt; Options &gt; CrossEarth, if one is named there.</source>
      <translation>{host} non fornisce {file} (stato HTTP {status}). Controlla l'indirizzo del mirror in Impostazioni &gt; Opzioni &gt; CrossEarth, se ne è indicato uno.</translation>
    </message>
    <message>
      <source>{host} does not send {file} ({status}). Try later, or take it from another address.</source>
      <translation>{host} non invia {file} ({status}). Riprova più tardi o usa un altro indirizzo.</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{imagery}, without labels</source>
      <translation>{imagery}, senza etichette</translation>
    </message>
    <message>
      <source>{layer} is a map on a server: the run fetches the area first, at the pixel size of the model. See to it that its terms of use allow that.</source>
      <translation>{layer} è una mappa su un server: l'esecuzione preleva prima l'area, alla dimensione dei pixel del modello. Accertati che le condizioni d'uso lo consentano.</translation>
    </message>
    <message>
      <source>{least} to {most} px, overlap {overlap} px</source>
      <translation>da {least} a {most} px, sovrapposizione {overlap} px</translation>
    </message>
    <message>
      <source>{library} cannot be loaded ({reason}). Set the engine up again; if that does not help, its packages do not suit this computer.</source>
      <translation>Impossibile caricare {library} ({reason}). Configura di nuovo il motore di calcolo; se non basta, i suoi pacchetti non sono adatti a questo computer.</translation>
    </message>
    <message>
      <source>{library} cannot compute this network ({reason}). {other} can: choose the precision fp32.</source>
      <translation>{library} non può calcolare questa rete ({reason}). Con {other} è possibile: scegli la precisione fp32.</translation>
    </message>
    <message>
      <source>{library} did not answer within {seconds} seconds. Try again when the computer has less to do; if that does not help, set the engine up again.</source>
      <translation>{library} non ha risposto entro {seconds} secondi. Riprova quando il computer è meno occupato; se non basta, configura di nuovo il motore di calcolo.</translation>
    </message>
    <message>
      <source>{library} is not installed. It comes when a model is first used that needs it.</source>
      <translation>{library} non è installato. Viene installato la prima volta che si usa un modello che lo richiede.</translation>
    </message>
    <message>
      <source>{library}: works</source>
      <translation>{library}: funziona</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>da {low} a {high}</translation>
    </message>
    <message>
      <source>{low} to {high} m</source>
      <translation>da {low} a {high} m</translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{model} as its authors published it, not on this computer yet.</source>
      <translation>{model} come pubblicato dai suoi autori, non ancora su questo computer.</translation>
    </message>
    <message>
      <source>{model} takes decibels, and the values of the raster ({low} to {high}) look like backscatter that is not in decibels: take 10 times their decimal logarithm first, for instance with the raster calculator.</source>
      <translation>{model} si aspetta decibel e i valori del raster (da {low} a {high}) sembrano retrodiffusione non espressa in decibel: calcola prima 10 volte il loro logaritmo decimale, per esempio con il calcolatore raster.</translation>
    </message>
    <message>
      <source>{model} tells numbers ({name}), and no classes.</source>
      <translation>{model} stima numeri ({name}) e non classi.</translation>
    </message>
    <message>
      <source>{model} was made for pixels of {own} m and sees pixels of {size} m: the map will be poorer. With GSD {own} it is shown pixels of the size that it was made for.</source>
      <translation>{model} è stato creato per pixel di {own} m e vede pixel di {size} m: la mappa sarà peggiore. Con GSD {own} riceve pixel della dimensione per cui è stato creato.</translation>
    </message>
    <message>
      <source>{model} was trained on values around {mean}, plus or minus {std}; those of the raster are {low} to {high} (band {band}). Bands, units or scale do not belong together: check BANDS, say which numbers stand for the ends of the model's range (STRETCH), or what the model takes, at its import (VALUES).</source>
      <translation>{model} è stato addestrato con valori intorno a {mean}, più o meno {std}; quelli del raster vanno da {low} a {high} (banda {band}). Bande, unità o scala non corrispondono: controlla BANDS, indica quali numeri corrispondono agli estremi dell'intervallo del modello (STRETCH) oppure, all'importazione, che cosa accetta il modello (VALUES).</translation>
    </message>
    <message>
      <source>{model}: {progress}</source>
      <translation>{model}: {progress}</translation>
    </message>
    <message>
      <source>{name} copy</source>
      <translation>{name} copia</translation>
    </message>
    <message>
      <source>{name} is not offered for this computer ({computer}) with Python {version}: there is no build of {packages}. The page Setting up the engine has a table of what is.</source>
      <translation>{name} non è disponibile per questo computer ({computer}) con Python {version}: manca una versione di {packages}. La pagina Setting up the engine contiene una tabella di ciò che è disponibile.</translation>
    </message>
    <message>
      <source>{name} is there already: this map goes to {other}.</source>
      <translation>{name} esiste già: questa mappa verrà salvata in {other}.</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name}: rimosso.</translation>
    </message>
    <message>
      <source>{name}, canceled after {time}: a part of the map</source>
      <translation>{name}, operazione annullata dopo {time}: una parte della mappa</translation>
    </message>
    <message>
      <source>{name}, made in {time}</source>
      <translation>{name}, tempo impiegato: {time}</translation>
    </message>
    <message>
      <source>{name}: 1 object</source>
      <translation>{name}: 1 oggetto</translation>
    </message>
    <message>
      <source>{name}: 1 point</source>
      <translation>{name}: 1 punto</translation>
    </message>
    <message>
      <source>{name}: added</source>
      <translation>{name}: aggiunto</translation>
    </message>
    <message>
      <source>{name}: at least {least}, not {value}.</source>
      <translation>{name}: almeno {least}, non {value}.</translation>
    </message>
    <message>
      <source>{name}: at most {most}, not {value}.</source>
      <translation>{name}: al massimo {most}, non {value}.</translation>
    </message>
    <message>
      <source>{name}: from {least} to {most}, not {value}.</source>
      <translation>{name}: da {least} a {most}, non {value}.</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}</source>
      <translation>{name}: IoU {iou}</translation>
    </message>
    <message>
      <source>{name}: no number</source>
      <translation>{name}: nessun numero</translation>
    </message>
    <message>
      <source>{name}: this computer has an {card}</source>
      <translation>{name}: questo computer ha una scheda {card}</translation>
    </message>
    <message>
      <source>{name}: {amount} ha, {percent} %</source>
      <translation>{name}: {amount} ha, {percent}%</translation>
    </message>
    <message>
      <source>{name}: {amount} pixels, {percent} %</source>
      <translation>{name}: {amount} pixel, {percent}%</translation>
    </message>
    <message>
      <source>{name}: {area} ha, {low} to {high} ha (95 %)</source>
      <translation>{name}: {area} ha, da {low} a {high} ha (95%)</translation>
    </message>
    <message>
      <source>{name}: {area} pixels, {low} to {high} pixels (95 %)</source>
      <translation>{name}: {area} pixel, da {low} a {high} pixel (95%)</translation>
    </message>
    <message>
      <source>{name}: {count} objects</source>
      <translation>{name}: {count} oggetti</translation>
    </message>
    <message>
      <source>{name}: {least} to {most}, mean {mean}</source>
      <translation>{name}: da {least} a {most}, media {mean}</translation>
    </message>
    <message>
      <source>{name}: {points} points</source>
      <translation>{name}: {points} punti</translation>
    </message>
    <message>
      <source>{name}: {points} points, accuracy {share} ± {margin}</source>
      <translation>{name}: {points} punti, accuratezza {share} ± {margin}</translation>
    </message>
    <message>
      <source>{path} and {other} are both of {date}. Make one raster of those of one day.</source>
      <translation>{path} e {other} hanno la stessa data, {date}. Unisci in un solo raster quelli dello stesso giorno.</translation>
    </message>
    <message>
      <source>{path} and {other} do not have the same pixels. {reason} Say how the one is to be brought to the pixels of the other, which is given first (ALIGN).</source>
      <translation>{path} e {other} non hanno gli stessi pixel. {reason} Indica come riportare l'uno sui pixel dell'altro, quello fornito per primo (ALIGN).</translation>
    </message>
    <message>
      <source>{path} and {other} do not lie over each other: several dates are of one place. Check which files are meant, and their CRS.</source>
      <translation>{path} e {other} non si sovrappongono: più date devono riguardare lo stesso luogo. Controlla quali file usare e il loro SR.</translation>
    </message>
    <message>
      <source>{path} is no file of a scheduler (dask scheduler --scheduler-file).</source>
      <translation>{path} non è un file di scheduler (dask scheduler --scheduler-file).</translation>
    </message>
    <message>
      <source>{path} is there already. Choose another name, or add it to the project and choose its layer.</source>
      <translation>{path} esiste già. Scegli un altro nome, oppure aggiungi il file al progetto e scegli il suo layer.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent}%</translation>
    </message>
    <message>
      <source>{percent} % of the asked area is empty in the layer “{layer}”, and QGIS was too busy to tell why: the map has holes there.</source>
      <translation>Nel layer “{layer}” una parte dell'area richiesta è vuota ({percent}%) e QGIS era troppo occupato per dire perché: lì la mappa ha dei buchi.</translation>
    </message>
    <message>
      <source>{percent} %, {time} left</source>
      <translation>{percent}%, ancora {time}</translation>
    </message>
    <message>
      <source>{product} is one band of percent in bytes, as segment --{product} writes it.</source>
      <translation>{product} è una banda di percentuali in byte, come la scrive segment --{product}.</translation>
    </message>
    <message>
      <source>{program} cannot be started: {reason}</source>
      <translation>Impossibile avviare {program}: {reason}</translation>
    </message>
    <message>
      <source>{program} does not answer.</source>
      <translation>{program} non risponde.</translation>
    </message>
    <message>
      <source>{python} cannot make the engine's environment: that takes a Python from {minimum} to {maximum} with its modules venv and ensurepip. Name another one, or none.</source>
      <translation>{python} non può creare l'ambiente del motore di calcolo: serve un Python dalla versione {minimum} alla {maximum} con i moduli venv ed ensurepip. Indicane un altro, oppure nessuno.</translation>
    </message>
    <message>
      <source>{python} lacks the package {package}, which the engine needs. Install it there, or let the CrossEarth panel set up an environment of its own.</source>
      <translation>In {python} manca il pacchetto {package}, necessario al motore di calcolo. Installalo lì oppure lascia che il pannello CrossEarth crei un ambiente proprio.</translation>
    </message>
    <message>
      <source>{raster} distilled</source>
      <translation>{raster} distillato</translation>
    </message>
    <message>
      <source>{raster} – {count} groups</source>
      <translation>{raster} – {count} gruppi</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{reason} Another device is tried now.</source>
      <translation>{reason} Ora viene provato un altro dispositivo.</translation>
    </message>
    <message>
      <source>{reason} Nor can another Python be downloaded: {problem}</source>
      <translation>{reason} Non è possibile nemmeno scaricare un altro Python: {problem}</translation>
    </message>
    <message>
      <source>{reason} Or have Python {version} downloaded from {host}: the CrossEarth panel asks for it; without a window: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</source>
      <translation>{reason} Oppure fai scaricare Python {version} da {host}: il pannello CrossEarth lo propone; senza interfaccia grafica: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</translation>
    </message>
    <message>
      <source>{reason} The folder has no Python to try instead: dev.py wheelhouse --standalone-python puts one there.</source>
      <translation>{reason} La cartella non contiene un Python da provare al suo posto: dev.py wheelhouse --standalone-python ve ne mette uno.</translation>
    </message>
    <message>
      <source>{reason} The standalone Python {version} does not run on this computer, either.</source>
      <translation>{reason} Neanche il Python autonomo {version} funziona su questo computer.</translation>
    </message>
    <message>
      <source>{reason}: the map goes beside the raster, to {folder}.</source>
      <translation>{reason}: la mappa viene salvata accanto al raster, in {folder}.</translation>
    </message>
    <message>
      <source>{reason}: the map goes to {folder}.</source>
      <translation>{reason}: la mappa viene salvata in {folder}.</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{share:.0%} of what is like it is less unusual</source>
      <translation>{share:.0%} di ciò che gli somiglia è meno insolito</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge are {value} in all bands. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>Una parte dei pixel lungo il bordo del raster ({share}) vale {value} in tutte le bande. Se è nodata, indicalo (NODATA {nodata}): altrimenti viene classificata come se facesse parte delle immagini.</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge have one colour, {value}. If that is no data, draw polygons around the imagery and limit the run to them (MASK): it is classified as if it were imagery.</source>
      <translation>Una parte dei pixel lungo il bordo del raster ({share}) ha un solo colore, {value}. Se è nodata, disegna poligoni intorno alle immagini e limita l'esecuzione a quelli (MASK): altrimenti viene classificata come se facesse parte delle immagini.</translation>
    </message>
    <message>
      <source>{share} of the pixels are {value} in band {band}, far from all others ({low} to {high}), and nothing says that this is no data. If it is, say so (NODATA {nodata}): it is classified as if it were imagery, and it spoils the stretch of the values.</source>
      <translation>Una parte dei pixel ({share}) vale {value} nella banda {band}, lontano da tutti gli altri (da {low} a {high}), e nulla indica che sia nodata. Se lo è, indicalo (NODATA {nodata}): altrimenti viene classificata come se facesse parte delle immagini e falsa lo stiramento dei valori.</translation>
    </message>
    <message>
      <source>{share} of the pixels lie in patches that are 0 in {bands}. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>Una parte dei pixel ({share}) si trova in zone che valgono 0 in {bands}. Se è nodata, indicalo (NODATA {nodata}): altrimenti viene classificata come se facesse parte delle immagini.</translation>
    </message>
    <message>
      <source>{share} of the values of band {band} lie beyond {low} to {high} and are cut off: the model cannot tell them apart. Say which values stand for the ends of its range (STRETCH).</source>
      <translation>Una parte dei valori della banda {band} ({share}) è fuori dall'intervallo da {low} a {high} e viene tagliata: il modello non può distinguerli. Indica quali valori corrispondono agli estremi del suo intervallo (STRETCH).</translation>
    </message>
    <message>
      <source>{size} MB of Python {version} are here</source>
      <translation>{size} MB di Python {version} sono già qui</translation>
    </message>
    <message>
      <source>{size} px, overlap {overlap} px</source>
      <translation>{size} px, sovrapposizione {overlap} px</translation>
    </message>
    <message>
      <source>{size} to download</source>
      <translation>{size} da scaricare</translation>
    </message>
    <message>
      <source>{size}, not on disk</source>
      <translation>{size}, non su disco</translation>
    </message>
    <message>
      <source>{size}, on disk</source>
      <translation>{size}, su disco</translation>
    </message>
    <message>
      <source>{stage}, {time} left</source>
      <translation>{stage}, ancora {time}</translation>
    </message>
    <message>
      <source>{stage}…</source>
      <translation>{stage}…</translation>
    </message>
    <message>
      <source>{task} is given up: it was lost {count} times.</source>
      <translation>{task}: operazione abbandonata, persa {count} volte.</translation>
    </message>
    <message>
      <source>{task} is not needed any more.</source>
      <translation>{task}: operazione non più necessaria.</translation>
    </message>
    <message>
      <source>{task} is tried again.</source>
      <translation>{task}: nuovo tentativo.</translation>
    </message>
    <message>
      <source>{task} of {file}</source>
      <translation>{task} di {file}</translation>
    </message>
    <message>
      <source>{task} was lost with its worker: {reason}.</source>
      <translation>{task}: operazione persa insieme al worker: {reason}.</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} it was stopped.</source>
      <translation>{task}: operazione persa, su {worker} è stata arrestata.</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} the engine ended with status {status}. The last it said: {words}</source>
      <translation>{task}: operazione persa, su {worker} il motore di calcolo si è chiuso con stato {status}. Il suo ultimo messaggio: {words}</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker}, {reason}</source>
      <translation>{task}: operazione persa su {worker}, {reason}</translation>
    </message>
    <message>
      <source>{text} does not say what workers call a folder: write both absolute, as in Z:\imagery=/data/imagery.</source>
      <translation>{text} non indica come i worker chiamano una cartella: scrivi entrambi i percorsi assoluti, come in Z:\imagery=/data/imagery.</translation>
    </message>
    <message>
      <source>{this} is right on {right} {where}, {other} on {other_right}: a difference of {difference} percentage points (95 % interval: {low} to {high}).</source>
      <translation>Quota corretta {where}: {this} {right}, {other} {other_right}; differenza di {difference} punti percentuali (intervallo al 95%: da {low} a {high}).</translation>
    </message>
    <message>
      <source>{title}, canceled as you wished</source>
      <translation>{title}, operazione annullata come richiesto</translation>
    </message>
    <message>
      <source>{unit}; rows: reference, columns: map.</source>
      <translation>{unit}; righe: riferimento, colonne: mappa.</translation>
    </message>
    <message>
      <source>{wall:.1f} s, {inference:.1f} s in the network</source>
      <translation>{wall:.1f} s, di cui {inference:.1f} s nella rete</translation>
    </message>
    <message>
      <source>± (normal)</source>
      <translation>± (normale)</translation>
    </message>
    <message>
      <source>“Additional no data value” of the layer</source>
      <translation>“Valori nulli aggiuntivi” del layer</translation>
    </message>
    <message>
      <source>“{label}”</source>
      <translation>“{label}”</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher, hardly more than the student did before ({before}). Map with the student as it was, or have the teacher look at more windows.</source>
      <translation>“{model}” assegna la stessa classe dell'insegnante a {share} dei pixel tenuti da parte, poco più dello studente in precedenza ({before}). Mappa con lo studente com'era oppure fai esaminare più finestre all'insegnante.</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>“{model}” assegna la stessa classe dell'insegnante a {share} dei pixel tenuti da parte. Per una mappa impiega circa {time}, l'insegnante {teacher_time}.</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher; before it learned, {before}. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>“{model}” assegna la stessa classe dell'insegnante a {share} dei pixel tenuti da parte; prima dell'apprendimento, {before}. Per una mappa impiega circa {time}, l'insegnante {teacher_time}.</translation>
    </message>
    <message>
      <source>“{model}” knows all {count} bands by their wavelengths.</source>
      <translation>“{model}” riconosce tutte le {count} bande dalle loro lunghezze d'onda.</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster, and was made for pixels of {gsd} m; these are of {size} m.</source>
      <translation>“{model}” riconosce in questo raster {found} delle sue {count} bande ed è stato creato per pixel di {gsd} m; questi sono di {size} m.</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster.</source>
      <translation>“{model}” riconosce in questo raster {found} delle sue {count} bande.</translation>
    </message>
    <message>
      <source>“{name}” becomes “{into}”</source>
      <translation>“{name}” diventa “{into}”</translation>
    </message>
    <message>
      <source>“{name}” is now part of “{into}”. Undo takes it back until you save.</source>
      <translation>“{name}” ora fa parte di “{into}”. Finché non salvi, Annulla ripristina lo stato precedente.</translation>
    </message>
    <message>
      <source>“{text}” is not understood. Write one number, or one per band with commas between them, such as 123.7, 116.3, 103.5.</source>
      <translation>“{text}” non è comprensibile. Scrivi un numero, oppure uno per banda separati da virgole, per esempio 123.7, 116.3, 103.5.</translation>
    </message>
    <message>
      <source>… and {count} more kinds of change.</source>
      <translation>… e altri {count} tipi di cambiamento.</translation>
    </message>
  </context>
</TS>
