<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
      <translation>&amp;Bereich</translation>
    </message>
    <message>
      <source>&amp;Continue Download ({size} are here)</source>
      <translation>&amp;Herunterladen fortsetzen ({size} sind da)</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Kopieren</translation>
    </message>
    <message>
      <source>&amp;Device</source>
      <translation>&amp;Gerät</translation>
    </message>
    <message>
      <source>&amp;Draw</source>
      <translation>&amp;Zeichnen</translation>
    </message>
    <message>
      <source>&amp;Draw Points</source>
      <translation>Punkte &amp;ziehen</translation>
    </message>
    <message>
      <source>&amp;Duplicate…</source>
      <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Exportieren…</translation>
    </message>
    <message>
      <source>&amp;How Many?</source>
      <translation>&amp;Wie viele?</translation>
    </message>
    <message>
      <source>&amp;Input</source>
      <translation>&amp;Eingabe</translation>
    </message>
    <message>
      <source>&amp;Keep the engine ready for</source>
      <translation>Engine &amp;bereithalten für</translation>
    </message>
    <message>
      <source>&amp;Label Points</source>
      <translation>Punkte be&amp;schriften</translation>
    </message>
    <message>
      <source>&amp;Learn</source>
      <translation>&amp;Lernen</translation>
    </message>
    <message>
      <source>&amp;Map</source>
      <translation>&amp;Karte</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <source>&amp;Open Folder</source>
      <translation>Ordner &amp;öffnen</translation>
    </message>
    <message>
      <source>&amp;Open the accuracy report</source>
      <translation>Bericht zur &amp;Genauigkeit öffnen</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>&amp;Anhalten</translation>
    </message>
    <message>
      <source>&amp;Points</source>
      <translation>&amp;Punkte</translation>
    </message>
    <message>
      <source>&amp;Python</source>
      <translation>&amp;Python</translation>
    </message>
    <message>
      <source>&amp;Quick adapt</source>
      <translation>&amp;Schnell anpassen</translation>
    </message>
    <message>
      <source>&amp;Raster</source>
      <translation>&amp;Raster</translation>
    </message>
    <message>
      <source>&amp;Remove Engine Environment…</source>
      <translation>Engine-Umgebung &amp;entfernen…</translation>
    </message>
    <message>
      <source>&amp;Rename…</source>
      <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
      <source>&amp;Repair the Engine</source>
      <translation>Engine &amp;reparieren</translation>
    </message>
    <message>
      <source>&amp;Samples</source>
      <translation>&amp;Stichproben</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>&amp;Trainieren</translation>
    </message>
    <message>
      <source>&amp;Try Again</source>
      <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
      <source>&amp;Try All Anew</source>
      <translation>Alle neu &amp;versuchen</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>A&amp;usschnitt</translation>
    </message>
    <message>
      <source>1</source>
      <translation>1</translation>
    </message>
    <message>
      <source>1 candidate.</source>
      <translation>1 Kandidat.</translation>
    </message>
    <message>
      <source>1 object</source>
      <translation>1 Objekt</translation>
    </message>
    <message>
      <source>1 piece of the layer “{layer}” could not be fetched ({reason}): the map has a hole there.</source>
      <translation>1 Stück des Layers „{layer}“ konnte nicht geholt werden ({reason}): Die Karte hat dort eine Lücke.</translation>
    </message>
    <message>
      <source>1 place is similar enough.</source>
      <translation>1 Stelle ist ähnlich genug.</translation>
    </message>
    <message>
      <source>1 place.</source>
      <translation>1 Stelle.</translation>
    </message>
    <message>
      <source>1 polygon crosses itself and will be repaired.</source>
      <translation>1 Polygon überkreuzt sich selbst und wird repariert.</translation>
    </message>
    <message>
      <source>1 sample has no class.</source>
      <translation>1 Stichprobe hat keine Klasse.</translation>
    </message>
    <message>
      <source>1 sample lies outside the raster.</source>
      <translation>1 Stichprobe liegt außerhalb des Rasters.</translation>
    </message>
    <message>
      <source>1 tensor of the file serves training only and was left out: {names}.</source>
      <translation>1 Tensor der Datei dient nur dem Training und wurde ausgelassen: {names}.</translation>
    </message>
    <message>
      <source>1 window</source>
      <translation>1 Fenster</translation>
    </message>
    <message>
      <source>1 window in {time} on {device} ({precision}), batch {batch}</source>
      <translation>1 Fenster in {time} auf {device} ({precision}), Stapel {batch}</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>95-%-Intervall</translation>
    </message>
    <message>
      <source>[Temporary file]</source>
      <translation>[Temporäre Datei]</translation>
    </message>
    <message>
      <source>A cluster computes what one model sees; bands alone, and several models at once, are for this computer: change “Compute on”.</source>
      <translation>Ein Cluster berechnet, was ein einzelnes Modell sieht; die Bänder allein und mehrere Modelle zugleich sind etwas für diesen Rechner: Ändern Sie „Rechnen auf“.</translation>
    </message>
    <message>
      <source>A cluster helps to adapt quickly; the recipe full trains on this computer: change “Compute on”.</source>
      <translation>Ein Cluster hilft beim schnellen Anpassen; das Rezept full trainiert auf diesem Rechner: Ändern Sie „Rechnen auf“.</translation>
    </message>
    <message>
      <source>A cluster makes the map of a raster and a model; a map that is there, and imagery that is spoiled, are judged on this computer. Leave “Compute on” empty.</source>
      <translation>Ein Cluster macht die Karte zu einem Raster und einem Modell; eine Karte, die es schon gibt, und verdorbene Bilder werden auf diesem Rechner beurteilt. Lassen Sie „Rechnen auf“ leer.</translation>
    </message>
    <message>
      <source>A cluster of dask: the address of its scheduler, or the file that it has written. The panel then offers to compute maps there, under Advanced parameters. Nothing is sent unless that is chosen.</source>
      <translation>Ein Cluster von dask: die Adresse seines Schedulers oder die Datei, die er geschrieben hat. Das Bedienfeld bietet dann an, Karten dort zu berechnen, unter „Erweiterte Parameter“. Gesendet wird nichts, solange das nicht gewählt ist.</translation>
    </message>
    <message>
      <source>A command cannot use the selection in {layer}. Save the selected polygons to a file first.</source>
      <translation>Ein Befehl kann die Auswahl in {layer} nicht benutzen. Speichern Sie die gewählten Polygone zuerst in eine Datei.</translation>
    </message>
    <message>
      <source>A compact model learns one raster from a large model, to map it sooner.</source>
      <translation>Ein kompaktes Modell lernt ein Raster von einem großen Modell, um es schneller zu kartieren.</translation>
    </message>
    <message>
      <source>A constraint in pip's settings forbids a version that the engine was tested with; the log names it. Take it out for the set-up (PIP_CONSTRAINT or pip's configuration file), or choose a Python that has the packages under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Eine Vorgabe in den Einstellungen von pip (constraint) verbietet eine Version, mit der die Engine getestet wurde; das Protokoll nennt sie. Nehmen Sie sie für die Einrichtung heraus (PIP_CONSTRAINT oder die Konfigurationsdatei von pip), oder wählen Sie unter Einstellungen &gt; Optionen &gt; CrossEarth ein Python, das die Pakete hat.</translation>
    </message>
    <message>
      <source>a CRS of its own</source>
      <translation>einem eigenen KBS</translation>
    </message>
    <message>
      <source>A disc is a sample, of which {shown} of {all} are shown.</source>
      <translation>Ein Punkt ist eine Stichprobe; gezeigt werden {shown} von {all}.</translation>
    </message>
    <message>
      <source>A disc is a sample.</source>
      <translation>Ein Punkt ist eine Stichprobe.</translation>
    </message>
    <message>
      <source>A file cannot be read or written: {reason}.</source>
      <translation>Eine Datei kann nicht gelesen oder geschrieben werden: {reason}.</translation>
    </message>
    <message>
      <source>a file of it cannot be read, or lies elsewhere.</source>
      <translation>Eine Datei davon ist nicht zu lesen oder liegt anderswo.</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the archive of the standalone Python under its own name. It is fetched if no Python of this computer will do, and checked by its SHA-256 wherever it comes from. Empty: where it is published.</source>
      <translation>Ein Ordner oder eine Webadresse mit dem Archiv des eigenständigen Python unter seinem eigenen Namen. Es wird geholt, wenn kein Python dieses Rechners taugt, und woher es auch kommt an seinem SHA-256 geprüft. Leer: wo es veröffentlicht ist.</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the published files under their own names, for instance on a computer without internet. Empty: where they are published.</source>
      <translation>Ein Ordner oder eine Webadresse mit den veröffentlichten Dateien unter ihren eigenen Namen, zum Beispiel auf einem Rechner ohne Internet. Leer: wo sie veröffentlicht sind.</translation>
    </message>
    <message>
      <source>A folder that the computers of a cluster see, too: they write there what they have computed, until it is fetched. Nothing stays there.</source>
      <translation>Ein Ordner, den auch die Rechner eines Clusters sehen: Dorthin schreiben sie, was sie berechnet haben, bis es abgeholt ist. Nichts bleibt dort.</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}) without a driver that lets programs compute on it. Install the driver of its maker and start the computer anew to use the card.</source>
      <translation>Eine Grafikkarte ist vorhanden ({card}), aber kein Treiber, mit dem Programme darauf rechnen können. Installieren Sie den Treiber des Herstellers und starten Sie den Computer neu, um die Karte zu nutzen.</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}); the engine was installed without its support: this {library} computes on processors only. To use the card, add {package} under Settings ▸ Options ▸ CrossEarth; the page on graphics cards in the documentation says more.</source>
      <translation>Eine Grafikkarte ist vorhanden ({card}); die Engine wurde ohne Unterstützung dafür installiert: Dieses {library} rechnet nur auf Prozessoren. Um die Karte zu nutzen, fügen Sie {package} unter Einstellungen ▸ Optionen ▸ CrossEarth hinzu; die Seite über Grafikkarten in der Dokumentation sagt mehr.</translation>
    </message>
    <message>
      <source>A large model, or one that looks several times, maps some windows spread over the raster; a compact model learns from what it says there and is stored as a new model, to map the whole raster with. It knows the classes of its teacher, and this raster.

Every fifth window is held out: the report says how well the new model agrees with its teacher there, whether it learned anything, and from how many windows on all of it costs at most a fifth of a map by the teacher. How good the teacher itself is, it does not say.</source>
      <translation>Ein großes Modell, oder eines, das mehrmals hinsieht, kartiert einige Fenster, die über das Raster verteilt sind; ein kompaktes Modell lernt von dem, was es dort sagt, und wird als neues Modell abgelegt, mit dem das ganze Raster kartiert wird. Es kennt die Klassen seines Lehrers und dieses Raster.

Jedes fünfte Fenster wird zurückgehalten: Der Bericht sagt, wie gut das neue Modell dort mit seinem Lehrer übereinstimmt, ob es etwas gelernt hat und ab wie vielen Fenstern alles zusammen höchstens ein Fünftel einer Karte des Lehrers kostet. Wie gut der Lehrer selbst ist, sagt er nicht.</translation>
    </message>
    <message>
      <source>A live preview needs a raster that is a file that the engine can open.</source>
      <translation>Eine Live-Vorschau braucht ein Raster, das eine Datei ist, die die Engine öffnen kann.</translation>
    </message>
    <message>
      <source>a mask</source>
      <translation>eine Maske</translation>
    </message>
    <message>
      <source>A model of this name was there: it is kept as an earlier round.</source>
      <translation>Ein Modell dieses Namens gab es schon: es bleibt als frühere Runde erhalten.</translation>
    </message>
    <message>
      <source>A package that arrived is not the one that was tested: its SHA-256 is another. It was not installed. Try again; if that does not help, ask who runs the index, the mirror or the folder that the packages come from.</source>
      <translation>Ein Paket, das ankam, ist nicht das getestete: Sein SHA-256 ist ein anderer. Es wurde nicht installiert. Versuchen Sie es noch einmal; hilft das nicht, fragen Sie, wer den Index, den Spiegel oder den Ordner betreibt, aus dem die Pakete kommen.</translation>
    </message>
    <message>
      <source>A page to read and to print: the map, the area of each class, and how it was made.</source>
      <translation>Eine Seite zum Lesen und Drucken: die Karte, die Fläche jeder Klasse und wie sie entstanden ist.</translation>
    </message>
    <message>
      <source>A page with all maps, and with the areas of all together.</source>
      <translation>Eine Seite mit allen Karten und den Flächen aller zusammen.</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}, and the map will be poorer. Take finer imagery, or say which size of pixels the model is to see (GSD).</source>
      <translation>Ein Pixel des Rasters misst {size} m; {model} wurde für {sizes} trainiert. Das Raster wird so gesehen: {change}, und die Karte wird schlechter. Nehmen Sie eine feinere Aufnahme, oder geben Sie an, welche Pixelgröße das Modell sehen soll (GSD).</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}: the map has no finer details than that.</source>
      <translation>Ein Pixel des Rasters misst {size} m; {model} wurde für {sizes} trainiert. Das Raster wird so gesehen: {change}; feiner sind die Einzelheiten der Karte nicht.</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has onnxruntime, numpy and rasterio, for instance on a computer without internet. Empty: the one that the panel sets up.</source>
      <translation>Ein Python ab 3.10 mit onnxruntime, numpy und rasterio, zum Beispiel auf einem Rechner ohne Internet. Leer: das, welches das Bedienfeld einrichtet.</translation>
    </message>
    <message>
      <source>A raster of percent on the pixels of the map. Empty: that which was made with the map, if it lies beside it.</source>
      <translation>Ein Raster mit Prozenten auf den Pixeln der Karte. Leer: das mit der Karte erstellte, wenn es neben ihr liegt.</translation>
    </message>
    <message>
      <source>A raster that says by how much each pixel's class leads over the next, in percent: near 0 the map is undecided.</source>
      <translation>Ein Raster, das sagt, um wie viel die Klasse jedes Pixels vor der nächsten liegt, in Prozent: Nahe 0 ist die Karte unentschieden.</translation>
    </message>
    <message>
      <source>A raster that says how unlike the imagery of the model's training each place is: how much of such imagery is less unusual, in percent. From 95 on nothing on the map is to be trusted unchecked.</source>
      <translation>Ein Raster, das sagt, wie fremd jede Stelle den Bildern ist, an denen das Modell gelernt hat: wie viel von solchen Bildern weniger ungewöhnlich ist, in Prozent. Ab 95 ist der Karte ungeprüft nicht zu trauen.</translation>
    </message>
    <message>
      <source>A raster with the probability of each pixel's class, in percent: low values show where to check the map.</source>
      <translation>Ein Raster mit der Wahrscheinlichkeit der Klasse jedes Pixels in Prozent: Niedrige Werte zeigen, wo die Karte zu prüfen ist.</translation>
    </message>
    <message>
      <source>A raster with the probability of every class, in percent, a band for each.</source>
      <translation>Ein Raster mit der Wahrscheinlichkeit jeder Klasse in Prozent, je ein Kanal.</translation>
    </message>
    <message>
      <source>A review maps one date: look at the map that several dates give, and draw where it is wrong.</source>
      <translation>Beim Nachsehen wird ein Termin kartiert: Sehen Sie sich die Karte an, die mehrere Termine ergeben, und zeichnen Sie, wo sie falsch ist.</translation>
    </message>
    <message>
      <source>A run that is canceled still writes its map: the rest has no class.</source>
      <translation>Ein abgebrochener Lauf schreibt seine Karte trotzdem; der Rest hat keine Klasse.</translation>
    </message>
    <message>
      <source>A standalone Python of a fixed version, checked by its SHA-256, for the engine only. It comes from where it is published, or from the mirror or folder under Settings &gt; Options &gt; CrossEarth or in the environment variable CROSSEARTH_PYTHON_URL.</source>
      <translation>Ein eigenständiges Python in einer festen Version, geprüft an seinem SHA-256, nur für die Engine. Es kommt von dort, wo es veröffentlicht ist, oder vom Spiegelserver oder aus dem Ordner unter Einstellungen &gt; Optionen &gt; CrossEarth oder in der Umgebungsvariablen CROSSEARTH_PYTHON_URL.</translation>
    </message>
    <message>
      <source>a window of {size} px</source>
      <translation>ein Fenster von {size} px</translation>
    </message>
    <message>
      <source>About the model</source>
      <translation>Über das Modell</translation>
    </message>
    <message>
      <source>about {size} from {index}: onnxruntime, rasterio, scikit-learn. Each file is the one that was tested, or is refused.</source>
      <translation>etwa {size} von {index}: onnxruntime, rasterio, scikit-learn. Jede Datei ist die getestete oder wird abgelehnt.</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Accuracy (JSON)</source>
      <translation>Genauigkeit (JSON)</translation>
    </message>
    <message>
      <source>Accuracy and area of each class</source>
      <translation>Genauigkeit und Fläche jeder Klasse</translation>
    </message>
    <message>
      <source>Accuracy of each class</source>
      <translation>Genauigkeit je Klasse</translation>
    </message>
    <message>
      <source>Accuracy of {name}</source>
      <translation>Genauigkeit von {name}</translation>
    </message>
    <message>
      <source>accuracy,validation,confusion matrix,kappa,iou,f1,precision,recall,area estimation</source>
      <translation>genauigkeit,validierung,konfusionsmatrix,kappa,iou,f1,precision,recall,flächenschätzung</translation>
    </message>
    <message>
      <source>Across: confidence; upwards: how much of it is right; a disc is as large as what has this confidence. On the diagonal, confidence is what it says; below, the model is too sure. It holds for places like those that were drawn: elsewhere confidence can be far too high.</source>
      <translation>Nach rechts: Sicherheit; nach oben: wie viel davon stimmt; ein Punkt ist so groß wie das, was diese Sicherheit hat. Auf der Diagonale hält die Sicherheit, was sie sagt; darunter ist das Modell zu sicher. Das gilt für Stellen wie die gezeichneten: Anderswo kann die Sicherheit viel zu hoch sein.</translation>
    </message>
    <message>
      <source>active learning,uncertainty,uncertain,review,where to draw,samples,confidence</source>
      <translation>aktives Lernen,active learning,Unsicherheit,unsicher,nachsehen,wo zeichnen,Stichproben,Konfidenz</translation>
    </message>
    <message>
      <source>Adapt</source>
      <translation>Anpassen</translation>
    </message>
    <message>
      <source>Adapt a model to polygons</source>
      <translation>Modell an Polygone anpassen</translation>
    </message>
    <message>
      <source>Adapt Now</source>
      <translation>Jetzt anpassen</translation>
    </message>
    <message>
      <source>Adaptation of the model “{name}”</source>
      <translation>Anpassung des Modells „{name}“</translation>
    </message>
    <message>
      <source>Adapter</source>
      <translation>Adapter</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>Klasse hinzufügen</translation>
    </message>
    <message>
      <source>Add a polygon layer to the project.</source>
      <translation>Fügen Sie dem Projekt einen Polygonlayer hinzu.</translation>
    </message>
    <message>
      <source>Add a raster layer to the project, or choose a file with “…”.</source>
      <translation>Fügen Sie dem Projekt einen Rasterlayer hinzu oder wählen Sie mit „…“ eine Datei.</translation>
    </message>
    <message>
      <source>Add at least two classes.</source>
      <translation>Fügen Sie mindestens zwei Klassen hinzu.</translation>
    </message>
    <message>
      <source>Add to the engine</source>
      <translation>Zur Engine hinzufügen</translation>
    </message>
    <message>
      <source>Add, {size}…</source>
      <translation>Hinzufügen, {size}…</translation>
    </message>
    <message>
      <source>Add-ons</source>
      <translation>Zusätze</translation>
    </message>
    <message>
      <source>added; twice as much is taken off the contrast</source>
      <translation>hinzugefügt; doppelt so viel wird vom Kontrast genommen</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>Advanced parameters</source>
      <translation>Erweiterte Parameter</translation>
    </message>
    <message>
      <source>aerial imagery</source>
      <translation>Luftbilder</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <source>After, {unit}</source>
      <translation>Nachher, {unit}</translation>
    </message>
    <message>
      <source>Against {map}</source>
      <translation>Gegen {map}</translation>
    </message>
    <message>
      <source>Agreement with the teacher (JSON)</source>
      <translation>Übereinstimmung mit dem Lehrer (JSON)</translation>
    </message>
    <message>
      <source>Agreement with the teacher on {windows} windows held out: {share}; before: {before}</source>
      <translation>Übereinstimmung mit dem Lehrer auf {windows} zurückgehaltenen Fenstern: {share}; vorher: {before}</translation>
    </message>
    <message>
      <source>Align rasters of other dates</source>
      <translation>Raster anderer Termine ausrichten</translation>
    </message>
    <message>
      <source>Align to the grid of the map</source>
      <translation>Angleichen an das Gitter der Karte</translation>
    </message>
    <message>
      <source>Aligned to the grid of the map</source>
      <translation>Am Gitter der Karte ausgerichtet</translation>
    </message>
    <message>
      <source>All are those of the map, not of the points. Below each: its 95 % interval, and ± of the normal approximation, which is too short for rare classes.</source>
      <translation>Alle gelten für die Karte, nicht für die Punkte. Darunter jeweils das 95-%-Intervall und ± der Normalnäherung, die für seltene Klassen zu kurz ist.</translation>
    </message>
    <message>
      <source>all bands</source>
      <translation>allen Bändern</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Alle Klassen</translation>
    </message>
    <message>
      <source>All figures (JSON)</source>
      <translation>Alle Kennzahlen (JSON)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <source>All of the map that lies outside of them counts as {name}, as asked.</source>
      <translation>Alles auf der Karte, was außerhalb von ihnen liegt, zählt wie verlangt als {name}.</translation>
    </message>
    <message>
      <source>All packages come from it, and nothing from the network; so does a standalone Python, if its archive lies there and none of this computer will do. dev.py wheelhouse fills such a folder. What it has for adapting or PyTorch is installed, too.</source>
      <translation>Alle Pakete kommen von dort und nichts aus dem Netz; ebenso ein eigenständiges Python, wenn sein Archiv dort liegt und keines dieses Rechners taugt. dev.py wheelhouse füllt einen solchen Ordner. Was er zum Anpassen oder für PyTorch enthält, wird mit installiert.</translation>
    </message>
    <message>
      <source>All pixels of band {bands} have one value, {value}: the model learns nothing from that. Choose other bands (BANDS), or say that the value is no data (NODATA {value}).</source>
      <translation>Alle Pixel von Band {bands} haben einen Wert, {value}: Daraus erfährt das Modell nichts. Wählen Sie andere Bänder (BANDS), oder geben Sie an, dass der Wert keine Daten bedeutet (NODATA {value}).</translation>
    </message>
    <message>
      <source>All pixels that the map has of {names} would not make the accuracy there as sure as asked; the margins below are what can be had.</source>
      <translation>Selbst mit allen Pixeln, die die Karte von {names} hat, wäre die Genauigkeit dort nicht so sicher wie gewünscht; mehr als die Spannen unten ist nicht zu haben.</translation>
    </message>
    <message>
      <source>All that are known</source>
      <translation>Alle bekannten</translation>
    </message>
    <message>
      <source>All that has changed (JSON)</source>
      <translation>Alles, was sich geändert hat (JSON)</translation>
    </message>
    <message>
      <source>All that is known of the run (JSON)</source>
      <translation>Alles, was über den Lauf bekannt ist (JSON)</translation>
    </message>
    <message>
      <source>All that is known of the runs (JSON)</source>
      <translation>Alles, was über die Läufe bekannt ist (JSON)</translation>
    </message>
    <message>
      <source>All {count} places are done, and the model is adapted to the {samples} samples.</source>
      <translation>Alle {count} Stellen sind erledigt, und das Modell ist an die {samples} Stichproben angepasst.</translation>
    </message>
    <message>
      <source>All {count} places are done, {samples} samples drawn. Adapt now.</source>
      <translation>Alle {count} Stellen sind erledigt, {samples} Stichproben gezeichnet. Passen Sie jetzt an.</translation>
    </message>
    <message>
      <source>Also on imagery that is spoiled</source>
      <translation>Auch auf verdorbenen Bildern</translation>
    </message>
    <message>
      <source>An earlier round is being brought back.</source>
      <translation>Eine frühere Runde wird zurückgeholt.</translation>
    </message>
    <message>
      <source>An encoder for {imagery}: it turns images into features, but knows no classes. It has to be adapted to polygons of your own first.</source>
      <translation>Ein Encoder für {imagery}: Er macht aus Bildern Merkmale, kennt aber keine Klassen. Er muss erst an eigene Polygone angepasst werden.</translation>
    </message>
    <message>
      <source>an index of several bands</source>
      <translation>ein Index aus mehreren Bändern</translation>
    </message>
    <message>
      <source>Another map</source>
      <translation>Eine andere Karte</translation>
    </message>
    <message>
      <source>Another map of the same place: the same points tell which of the two is better, and whether chance alone can explain it</source>
      <translation>Eine andere Karte desselben Orts: Dieselben Punkte sagen, welche der beiden besser ist und ob allein der Zufall es erklären kann</translation>
    </message>
    <message>
      <source>Another program held a file of the engine, as virus scanners do. Wait a minute, then try again. If that does not help, have the scanner leave out the data folder that Settings &gt; Options &gt; CrossEarth shows.</source>
      <translation>Ein anderes Programm hielt eine Datei der Engine fest, wie es Virenscanner tun. Warten Sie eine Minute und versuchen Sie es noch einmal. Hilft das nicht, nehmen Sie den Datenordner, den Einstellungen &gt; Optionen &gt; CrossEarth zeigt, vom Virenscanner aus.</translation>
    </message>
    <message>
      <source>Another program held a file. Trying again…</source>
      <translation>Ein anderes Programm hielt eine Datei fest. Noch ein Versuch…</translation>
    </message>
    <message>
      <source>Another QGIS is installing the engine right now. Wait until it has finished.</source>
      <translation>Ein anderes QGIS installiert gerade die Engine. Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
      <source>Another tool is chosen. Press Go On for the keys.</source>
      <translation>Ein anderes Werkzeug ist gewählt. „Weitermachen“ gibt die Tasten zurück.</translation>
    </message>
    <message>
      <source>Another tool is chosen; the maps stay hidden. Press Go On for the keys.</source>
      <translation>Ein anderes Werkzeug ist gewählt; die Karten bleiben verborgen. „Weitermachen“ gibt die Tasten zurück.</translation>
    </message>
    <message>
      <source>any time: Settings &gt; Options &gt; CrossEarth</source>
      <translation>jederzeit: Einstellungen &gt; Optionen &gt; CrossEarth</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Fläche</translation>
    </message>
    <message>
      <source>Area ({unit})</source>
      <translation>Fläche ({unit})</translation>
    </message>
    <message>
      <source>Area mapped</source>
      <translation>Kartierte Fläche</translation>
    </message>
    <message>
      <source>Area of each class</source>
      <translation>Fläche jeder Klasse</translation>
    </message>
    <message>
      <source>Area of the maps that can be measured</source>
      <translation>Fläche der messbaren Karten</translation>
    </message>
    <message>
      <source>area of the polygons</source>
      <translation>Fläche der Polygone</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>Zu klassifizierender Bereich</translation>
    </message>
    <message>
      <source>Area, {unit}</source>
      <translation>Fläche, {unit}</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>Flächen</translation>
    </message>
    <message>
      <source>Areas are counted pixels of the two maps, not estimates: what either map has wrong counts as change, and small changes may be nothing but errors. For areas with error bars draw random points on the map of changes (crossearth sample), say at each what has become of what, and give them to crossearth evaluate.</source>
      <translation>Flächen sind gezählte Pixel der beiden Karten, keine Schätzungen: Was eine der Karten falsch hat, zählt als Veränderung, und kleine Veränderungen können nichts als Fehler sein. Für Flächen mit Fehlerbalken ziehen Sie zufällige Punkte auf der Karte der Veränderungen („Stichprobenpunkte auf einer Karte ziehen“), sagen bei jedem, was aus was geworden ist, und geben sie der Prüfung der Genauigkeit.</translation>
    </message>
    <message>
      <source>Areas in the plane of the raster's CRS, which is true here within 1 %.</source>
      <translation>Flächen in der Ebene des KBS des Rasters, was hier auf 1 % genau ist.</translation>
    </message>
    <message>
      <source>Areas of all maps together</source>
      <translation>Flächen aller Karten zusammen</translation>
    </message>
    <message>
      <source>Areas of the maps that can be measured</source>
      <translation>Flächen der messbaren Karten</translation>
    </message>
    <message>
      <source>Areas on the ellipsoid, since the raster's CRS distorts them here.</source>
      <translation>Flächen auf dem Ellipsoid, da das KBS des Rasters sie hier verzerrt.</translation>
    </message>
    <message>
      <source>Areas or places whose class is known; a point speaks of the pixel that it lies in. A dozen areas of each class, spread over the raster, are a good start. Any CRS.</source>
      <translation>Flächen oder Orte, deren Klasse bekannt ist; ein Punkt spricht für das Pixel, in dem er liegt. Ein Dutzend Flächen je Klasse, über das Raster verteilt, ist ein guter Anfang. KBS beliebig.</translation>
    </message>
    <message>
      <source>as asked</source>
      <translation>wie verlangt</translation>
    </message>
    <message>
      <source>As JSON: {"water": "#0000ff"}. Classes that are not named keep the colour that the model gives them, or get one.</source>
      <translation>Als JSON: {"water": "#0000ff"}. Nicht genannte Klassen behalten die Farbe, die das Modell ihnen gibt, oder erhalten eine.</translation>
    </message>
    <message>
      <source>as ONNX the encoder computes something else; it was not kept.</source>
      <translation>Als ONNX berechnet der Encoder etwas anderes; er wurde nicht behalten.</translation>
    </message>
    <message>
      <source>As suits the raster</source>
      <translation>Wie es zum Raster passt</translation>
    </message>
    <message>
      <source>As the file says</source>
      <translation>Wie in der Datei</translation>
    </message>
    <message>
      <source>as the only one</source>
      <translation>als einziges</translation>
    </message>
    <message>
      <source>As the recipe says</source>
      <translation>Laut Rezept</translation>
    </message>
    <message>
      <source>as they are</source>
      <translation>wie sie sind</translation>
    </message>
    <message>
      <source>asked for, but bands have hardly moved</source>
      <translation>verlangt, aber die Bänder sind kaum verschoben</translation>
    </message>
    <message>
      <source>Asking QGIS and the engine…</source>
      <translation>QGIS und die Engine werden gefragt…</translation>
    </message>
    <message>
      <source>assemble</source>
      <translation>Zusammenfügen</translation>
    </message>
    <message>
      <source>At {count} points {this} alone is right, at {other_count} {other} alone; the others tell nothing of which is better.</source>
      <translation>An {count} Punkten hat nur {this} recht, an {other_count} nur {other}; die übrigen sagen nichts darüber, welche besser ist.</translation>
    </message>
    <message>
      <source>Attribution</source>
      <translation>Namensnennung</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>Average over flips and rotations</source>
      <translation>Gespiegelt und gedreht mitteln</translation>
    </message>
    <message>
      <source>Averaged over sizes</source>
      <translation>Gemittelt über Größen</translation>
    </message>
    <message>
      <source>Averaged over turns and flips</source>
      <translation>Gemittelt über Drehungen und Spiegelungen</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Back (B)</source>
      <translation>Zurück (B)</translation>
    </message>
    <message>
      <source>Back to Round {number}</source>
      <translation>Zurück zu Runde {number}</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Backbone</translation>
    </message>
    <message>
      <source>Band {band} alone stands for {names} and {last}: a model that was made for colours sees a grey picture. Expect a poorer map, or choose imagery in colours.</source>
      <translation>Band {band} allein steht für {names} und {last}: Ein Modell, das für Farben gemacht ist, sieht ein graues Bild. Erwarten Sie eine schlechtere Karte, oder wählen Sie eine Aufnahme in Farbe.</translation>
    </message>
    <message>
      <source>Band {band} holds nothing but 0 and {value}, as a mask does that says where there is data, and nothing marks it as one: where it is 0, the raster is classified all the same. If it is one, mark it as alpha (gdal_translate -colorinterp_{band} alpha) and take the new file.</source>
      <translation>Band {band} enthält nichts als 0 und {value}, wie eine Maske, die sagt, wo es Daten gibt, und nichts weist es als eine aus: Wo es 0 ist, wird das Raster trotzdem klassifiziert. Wenn es eine ist, weisen Sie es als Alpha aus (gdal_translate -colorinterp_{band} alpha), und nehmen Sie die neue Datei.</translation>
    </message>
    <message>
      <source>Band {band} says that it is alpha, and {share} of its values lie between 0 and the largest: it looks like data. Only where it is 0 the raster is taken to be without data. If the band is imagery, ask for it (BANDS), or take its name of alpha away.</source>
      <translation>Band {band} nennt sich Alpha, und {share} seiner Werte liegen zwischen 0 und dem größten: Es sieht nach Daten aus. Nur wo es 0 ist, gilt das Raster als ohne Daten. Ist das Band Teil der Aufnahme, verlangen Sie es (BANDS), oder nehmen Sie ihm den Namen Alpha.</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, and it holds nothing but 0 and {value}, as a mask does. Choose the bands if this is wrong (BANDS): the model sees no imagery in it.</source>
      <translation>Band {band} steht für {wanted} und enthält nichts als 0 und {value}, wie eine Maske. Wählen Sie die Bänder, falls das falsch ist (BANDS): Das Modell sieht darin keine Aufnahme.</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, but it seems to be {meaning} ({by}). Choose the bands if this is wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>Band {band} steht für {wanted}, scheint aber {meaning} zu sein ({by}). Wählen Sie die Bänder, falls das falsch ist (BANDS): Das Modell würde das eine für das andere halten.</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <source>Bands alone, of any number</source>
      <translation>Nur Bänder, beliebig viele</translation>
    </message>
    <message>
      <source>Bands for the model, in its order</source>
      <translation>Kanäle für das Modell, in seiner Reihenfolge</translation>
    </message>
    <message>
      <source>Bands have hardly moved: nothing to match</source>
      <translation>Bänder kaum verschoben: nichts anzugleichen</translation>
    </message>
    <message>
      <source>Bands {bands} of the raster hold the same values everywhere: the model sees no colours, and the map will be poorer. Choose others (BANDS) if there are any.</source>
      <translation>Die Bänder {bands} des Rasters haben überall dieselben Werte: Das Modell sieht keine Farben, und die Karte wird schlechter. Wählen Sie andere (BANDS), wenn es welche gibt.</translation>
    </message>
    <message>
      <source>bands {names}</source>
      <translation>die Kanäle {names}</translation>
    </message>
    <message>
      <source>Base model</source>
      <translation>Ausgangsmodell</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Wird zu</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}) and closes {closed:.0%} of the gap to the teacher.</source>
      <translation>Bevor er lernte, stimmte der Schüler auf {before:.1%} überein: Das Destillieren bringt {gain:+.1f} Punkte ({low:+.1f} bis {high:+.1f}) und schließt {closed:.0%} der Lücke zum Lehrer.</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}).</source>
      <translation>Bevor er lernte, stimmte der Schüler auf {before:.1%} überein: Das Destillieren bringt {gain:+.1f} Punkte ({low:+.1f} bis {high:+.1f}).</translation>
    </message>
    <message>
      <source>Before, {unit}</source>
      <translation>Vorher, {unit}</translation>
    </message>
    <message>
      <source>Begin Anew</source>
      <translation>Neu beginnen</translation>
    </message>
    <message>
      <source>Beside each map: {file} beside {map}.</source>
      <translation>Neben jeder Karte: {file} neben {map}.</translation>
    </message>
    <message>
      <source>Best after step</source>
      <translation>Am besten nach Schritt</translation>
    </message>
    <message>
      <source>Bias</source>
      <translation>Bias</translation>
    </message>
    <message>
      <source>Bias of numbers</source>
      <translation>Verzerrung (Bias) von Zahlen</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>Bilinear</translation>
    </message>
    <message>
      <source>block {block}: {times} of {all} times</source>
      <translation>Block {block}: {times} von {all} Mal</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>Bright, low contrast</source>
      <translation>Hell, wenig Kontrast</translation>
    </message>
    <message>
      <source>Bring the model's values back</source>
      <translation>Die Werte des Modells zurückholen</translation>
    </message>
    <message>
      <source>Brings a published model to this computer.</source>
      <translation>Holt ein veröffentlichtes Modell auf diesen Rechner.</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>Gebäude</translation>
    </message>
    <message>
      <source>Burn scars</source>
      <translation>Brandflächen</translation>
    </message>
    <message>
      <source>by colour</source>
      <translation>nach der Farbe</translation>
    </message>
    <message>
      <source>By how much neighbouring windows overlap. By default the model's own. More overlap hides joins better and takes longer.</source>
      <translation>Um wie viel sich benachbarte Fenster überlappen. Vorgabe: der Wert des Modells. Mehr Überlappung verdeckt Nähte besser und dauert länger.</translation>
    </message>
    <message>
      <source>By its CRS</source>
      <translation>Aus dem KBS</translation>
    </message>
    <message>
      <source>By its CRS a pixel of the raster measures {own} m; the {said} m that were given (PIXEL_SIZE) are for rasters without one and were not used.</source>
      <translation>Nach seinem KBS misst ein Pixel des Rasters {own} m; die angegebenen {said} m (PIXEL_SIZE) sind für Raster ohne KBS und wurden nicht verwendet.</translation>
    </message>
    <message>
      <source>By its unit, {unit}, the elevation of the raster is in feet, and {model} takes metres: multiply it by 0.3048 first, for instance with the raster calculator.</source>
      <translation>Nach ihrer Einheit, {unit}, ist die Höhe im Raster in Fuß, und {model} nimmt Meter: Multiplizieren Sie sie zuerst mit 0,3048, etwa mit dem Rasterrechner.</translation>
    </message>
    <message>
      <source>by name</source>
      <translation>nach dem Namen</translation>
    </message>
    <message>
      <source>by order</source>
      <translation>nach der Reihenfolge</translation>
    </message>
    <message>
      <source>By the colours that the file states, bands {bands} of the raster are {names}; by their names, {called}, they are others, whatever the sensor. Choose the bands if the colours are wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>Nach den Farben, die die Datei nennt, sind die Bänder {bands} des Rasters {names}; nach ihren Namen, {called}, sind es andere, bei jedem Sensor. Wählen Sie die Bänder, falls die Farben falsch sind (BANDS): Das Modell würde das eine für das andere halten.</translation>
    </message>
    <message>
      <source>By the name of the file</source>
      <translation>Nach dem Namen der Datei</translation>
    </message>
    <message>
      <source>By the raster</source>
      <translation>Nach dem Raster</translation>
    </message>
    <message>
      <source>by wavelength</source>
      <translation>nach der Wellenlänge</translation>
    </message>
    <message>
      <source>By {source}, the darkest of the raster is a reflectance of {low}, which is below 0: what is added to the numbers of such products was perhaps taken off them already. If so, say so: STRETCH 0,10000.</source>
      <translation>Nach {source} ist das Dunkelste des Rasters eine Reflexion von {low}, also unter 0: Was zu den Zahlen solcher Produkte addiert wird, wurde vielleicht schon abgezogen. Wenn ja, geben Sie es an: STRETCH 0,10000.</translation>
    </message>
    <message>
      <source>By {source}, {added} was added to the numbers of the raster. {model} takes numbers as they are, and by its means it was trained without that. If so, import it again with the range that it takes (VALUES 0,10000).</source>
      <translation>Nach {source} wurde {added} zu den Zahlen des Rasters addiert. {model} nimmt Zahlen, wie sie sind, und wurde nach seinen Mittelwerten ohne das trainiert. Wenn ja, importieren Sie es neu mit dem Bereich, den es nimmt (VALUES 0,10000).</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>Bytes</translation>
    </message>
    <message>
      <source>C&amp;luster</source>
      <translation>C&amp;luster</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Canceled.</source>
      <translation>Abgebrochen.</translation>
    </message>
    <message>
      <source>Canceled: the map holds what was done until then.</source>
      <translation>Abgebrochen: Die Karte enthält, was bis dahin fertig war.</translation>
    </message>
    <message>
      <source>Canceled; finished maps stay.</source>
      <translation>Abgebrochen; fertige Karten bleiben.</translation>
    </message>
    <message>
      <source>Canceled; no model was made.</source>
      <translation>Abgebrochen; es wurde kein Modell erstellt.</translation>
    </message>
    <message>
      <source>Canceled; nothing was measured.</source>
      <translation>Abgebrochen; es wurde nichts gemessen.</translation>
    </message>
    <message>
      <source>Canceled; nothing was written.</source>
      <translation>Abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
      <source>Canceled; the map is a temporary one still.</source>
      <translation>Abgebrochen; die Karte ist weiterhin nur temporär.</translation>
    </message>
    <message>
      <source>Canceled; what is done is kept for the same run to go on from.</source>
      <translation>Abgebrochen; was fertig ist, bleibt erhalten, damit derselbe Lauf dort weitermachen kann.</translation>
    </message>
    <message>
      <source>Canceling…</source>
      <translation>Wird abgebrochen…</translation>
    </message>
    <message>
      <source>Candidates</source>
      <translation>Kandidaten</translation>
    </message>
    <message>
      <source>Candidates from {threshold} %</source>
      <translation>Kandidaten ab {threshold} %</translation>
    </message>
    <message>
      <source>Candidates – {name}</source>
      <translation>Kandidaten – {name}</translation>
    </message>
    <message>
      <source>canvas</source>
      <translation>Kartenfenster</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>Certif&amp;icates</source>
      <translation>Zert&amp;ifikate</translation>
    </message>
    <message>
      <source>Change between two land-cover maps, {date}</source>
      <translation>Veränderung zwischen zwei Karten der Landbedeckung, {date}</translation>
    </message>
    <message>
      <source>change detection,from-to matrix,transition,land cover change,difference,gain,loss</source>
      <translation>Änderungserkennung,Von-nach-Matrix,Übergang,Landbedeckungsänderung,Unterschied,Zunahme,Abnahme</translation>
    </message>
    <message>
      <source>Change – {before} → {after}</source>
      <translation>Änderung – {before} → {after}</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Verändert</translation>
    </message>
    <message>
      <source>Changed (0 to 1)</source>
      <translation>Geändert (0 bis 1)</translation>
    </message>
    <message>
      <source>Changed: {percent} % of where both maps have a class. These are counted pixels, not estimates: what either map has wrong counts as change.</source>
      <translation>Geändert: {percent} % der Fläche, auf der beide Karten eine Klasse haben. Das sind gezählte Pixel und keine Schätzungen: Was eine der Karten falsch hat, zählt als Änderung.</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>Veränderungen</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Checking the installation…</source>
      <translation>Die Installation wird geprüft…</translation>
    </message>
    <message>
      <source>checkpoint,weights,hugging face,mirror,offline</source>
      <translation>Checkpoint,Gewichte,Hugging Face,Spiegel,offline,Modell</translation>
    </message>
    <message>
      <source>checkpoint,weights,pth,safetensors,onnx,stac,convert</source>
      <translation>Checkpoint,Gewichte,pth,safetensors,onnx,stac,umwandeln</translation>
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
      <translation>Prüft eine Datei und legt sie als Modell ab, das sofort läuft:
- einen CrossEarth-Checkpoint (.pth, .safetensors), gelesen, ohne dass etwas darin ausgeführt wird; der eines DINOv2-Rückgrats wird zu einem Modell, das zuerst angepasst werden muss
- einen Encoder für andere Sensoren (.pth, .pt), der zuerst angepasst werden muss
- eine ONNX-Datei, mit den Schlüsseln von Deepness, mit unseren oder ohne
- ein STAC-Item der Erweiterung Machine Learning Model (.json) neben seinen Gewichten oder dessen Ordner

Was die Datei nicht sagt, wird angenommen und gemeldet, falls Sie es nicht unter den erweiterten Parametern angeben.</translation>
    </message>
    <message>
      <source>Choose a Folder with a Standalone Python</source>
      <translation>Ordner mit einem eigenständigen Python wählen</translation>
    </message>
    <message>
      <source>Choose a Folder with Certificates</source>
      <translation>Ordner mit Zertifikaten wählen</translation>
    </message>
    <message>
      <source>Choose a Folder with Published Models</source>
      <translation>Ordner mit veröffentlichten Modellen wählen</translation>
    </message>
    <message>
      <source>Choose a layer of polygons or points that have a number.</source>
      <translation>Wählen Sie einen Layer mit Polygonen oder Punkten, die eine Zahl haben.</translation>
    </message>
    <message>
      <source>Choose a layer of sample polygons or points, or create one with the button beside it.</source>
      <translation>Wählen Sie einen Layer mit Stichproben (Polygonen oder Punkten), oder legen Sie mit dem Knopf daneben einen an.</translation>
    </message>
    <message>
      <source>Choose a layer of samples, or create one.</source>
      <translation>Wählen Sie einen Layer mit Stichproben oder legen Sie einen an.</translation>
    </message>
    <message>
      <source>Choose a Model File</source>
      <translation>Modelldatei wählen</translation>
    </message>
    <message>
      <source>Choose a model file</source>
      <translation>Modelldatei wählen</translation>
    </message>
    <message>
      <source>Choose a model file (.onnx, model.json) or a model folder</source>
      <translation>Eine Modelldatei (.onnx, model.json) oder einen Modellordner wählen</translation>
    </message>
    <message>
      <source>Choose a Model Folder</source>
      <translation>Modellordner wählen</translation>
    </message>
    <message>
      <source>Choose a model.</source>
      <translation>Wählen Sie ein Modell.</translation>
    </message>
    <message>
      <source>Choose a Python with the Engine's Packages</source>
      <translation>Python mit den Paketen der Engine wählen</translation>
    </message>
    <message>
      <source>Choose a Raster File</source>
      <translation>Rasterdatei wählen</translation>
    </message>
    <message>
      <source>Choose a raster file</source>
      <translation>Rasterdatei wählen</translation>
    </message>
    <message>
      <source>Choose a raster file that is not in the project</source>
      <translation>Eine Rasterdatei wählen, die nicht im Projekt ist</translation>
    </message>
    <message>
      <source>Choose a Scheduler File</source>
      <translation>Datei eines Schedulers wählen</translation>
    </message>
    <message>
      <source>Choose groups in the table one by one, to see what they are</source>
      <translation>Wählen Sie die Gruppen in der Tabelle eine nach der anderen, um zu sehen, was sie sind</translation>
    </message>
    <message>
      <source>Choose the field that holds the class.</source>
      <translation>Wählen Sie das Feld, das die Klasse enthält.</translation>
    </message>
    <message>
      <source>Choose the map to judge.</source>
      <translation>Wählen Sie die Karte, die beurteilt werden soll.</translation>
    </message>
    <message>
      <source>Choose two different maps.</source>
      <translation>Zwei verschiedene Karten wählen.</translation>
    </message>
    <message>
      <source>Choosing places</source>
      <translation>Stellen auswählen</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>Class &amp;field</source>
      <translation>Klassen&amp;feld</translation>
    </message>
    <message>
      <source>Class outside of the reference</source>
      <translation>Klasse außerhalb der Referenz</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Klassenraster</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>Klasse {number}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Classes and their keys</source>
      <translation>Klassen und ihre Tasten</translation>
    </message>
    <message>
      <source>Classes are weighted by how much of each there is likely to be on the ground that was looked at, not by how much of each was drawn. One polygon more of each is counted than was held out, taken for any of them alike: few without an error do not show that there is none.</source>
      <translation>Klassen sind danach gewichtet, wie viel es von jeder auf dem betrachteten Boden wohl gibt, nicht danach, wie viel von jeder gezeichnet wurde. Von jeder wird ein Polygon mehr gezählt, als zurückgehalten wurde, das für jede gleichermaßen gehalten wird: Wenige ohne Fehler zeigen nicht, dass es keinen gibt.</translation>
    </message>
    <message>
      <source>Classes before and after</source>
      <translation>Klassen vorher und nachher</translation>
    </message>
    <message>
      <source>Classes found</source>
      <translation>Gefundene Klassen</translation>
    </message>
    <message>
      <source>Classes to teach</source>
      <translation>Zu lernende Klassen</translation>
    </message>
    <message>
      <source>Classes whose polygons get right angles, with commas between them, such as building. Their neighbours keep the shared edges; what is round or has no two main directions stays as it is. Empty: none.</source>
      <translation>Klassen, deren Polygone rechte Winkel bekommen, durch Kommas getrennt, etwa building. Ihre Nachbarn behalten die gemeinsamen Kanten; was rund ist oder keine zwei Hauptrichtungen hat, bleibt, wie es ist. Leer: keine.</translation>
    </message>
    <message>
      <source>Classes, such as water and forest; or numbers, such as heights or shares of cover</source>
      <translation>Klassen wie Wasser und Wald oder Zahlen wie Höhen oder Deckungsgrade</translation>
    </message>
    <message>
      <source>Classify Objects…</source>
      <translation>Objektklassen…</translation>
    </message>
    <message>
      <source>Classify the objects of a layer</source>
      <translation>Objekte eines Layers klassifizieren</translation>
    </message>
    <message>
      <source>Click in the map where there is a {name}.</source>
      <translation>Klicken Sie in der Karte dorthin, wo {name} ist.</translation>
    </message>
    <message>
      <source>Click one or a few objects first.</source>
      <translation>Klicken Sie zuerst ein Objekt oder einige an.</translation>
    </message>
    <message>
      <source>Click the corners of a {name} in the map; a right click ends the polygon.</source>
      <translation>Klicken Sie in der Karte die Ecken von {name} an; ein Rechtsklick beendet das Polygon.</translation>
    </message>
    <message>
      <source>Click what you look for in the map; a right click ends</source>
      <translation>Klicken Sie in der Karte an, was Sie suchen; ein Rechtsklick beendet es</translation>
    </message>
    <message>
      <source>Clouds</source>
      <translation>Wolken</translation>
    </message>
    <message>
      <source>Clouds and shadows</source>
      <translation>Wolken und Schatten</translation>
    </message>
    <message>
      <source>Coarsest pixel of the rasters, m</source>
      <translation>Gröbstes Pixel der Raster, m</translation>
    </message>
    <message>
      <source>coastal aerosol</source>
      <translation>Küstenaerosol</translation>
    </message>
    <message>
      <source>Collects what others need to know to find a fault: versions, the computer and its devices, how the engine was installed, changed settings, environment variables, models and the end of the log. Your name, the name of the computer, your home folder, passwords and what follows in web addresses are left out. Read it before you send it.

It works without an engine, too.</source>
      <translation>Sammelt, was andere wissen müssen, um einen Fehler zu finden: Versionen, den Rechner und seine Geräte, wie die Engine installiert wurde, geänderte Einstellungen, Umgebungsvariablen, Modelle und das Ende des Protokolls. Ihr Name, der Name des Rechners, Ihr Benutzerordner, Passwörter und was in Webadressen folgt, werden weggelassen. Lesen Sie es, bevor Sie es weitergeben.

Es geht auch ohne Engine.</translation>
    </message>
    <message>
      <source>Colours of the classes</source>
      <translation>Farben der Klassen</translation>
    </message>
    <message>
      <source>comes with the plugin, nothing to download</source>
      <translation>kommt mit der Erweiterung, kein Download nötig</translation>
    </message>
    <message>
      <source>Compare two maps</source>
      <translation>Zwei Karten vergleichen</translation>
    </message>
    <message>
      <source>Compare two maps: what has become of what, and how much</source>
      <translation>Zwei Karten vergleichen: was aus was geworden ist, und wie viel</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>Verglichen</translation>
    </message>
    <message>
      <source>Compared with another raster, pixel by pixel, wherever both have a class.</source>
      <translation>Verglichen mit einem anderen Raster, Pixel für Pixel, wo beide eine Klasse haben.</translation>
    </message>
    <message>
      <source>Compared with the map</source>
      <translation>Verglichen mit der Karte</translation>
    </message>
    <message>
      <source>Compared with {count} points of a random sample within {strata} strata: each counts for the part of its stratum that it stands for. Error bars hold if the points are those that were drawn, and whoever labelled them did not look at a map.</source>
      <translation>Verglichen mit {count} Punkten einer Zufallsstichprobe aus {strata} Strata: Jeder zählt für den Teil seines Stratums, für den er steht. Fehlerbalken gelten, wenn es die gezogenen Punkte sind und wer ihnen die Klasse gab, auf keine Karte sah.</translation>
    </message>
    <message>
      <source>Compared with {count} points: each counts as much as any other.</source>
      <translation>Verglichen mit {count} Punkten: Jeder zählt so viel wie jeder andere.</translation>
    </message>
    <message>
      <source>Compared with {count} points: each with the pixel that it lies in.</source>
      <translation>Verglichen mit {count} Punkten: jeder mit dem Pixel, in dem er liegt.</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each pixel in them counts.</source>
      <translation>Verglichen mit {count} Polygonen: Jedes Pixel darin zählt.</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each, once, with the mean of the pixels in it. Polygons that somebody has chosen are no random sample: the figures hold for places like these.</source>
      <translation>Verglichen mit {count} Polygonen: jedes einmal, mit dem Mittel der Pixel darin. Polygone, die jemand gewählt hat, sind keine Zufallsstichprobe: Die Kennzahlen gelten für Stellen wie diese.</translation>
    </message>
    <message>
      <source>Compares a map with polygons, points or a raster that say what is really there: confusion matrix, overall accuracy, kappa, and precision, recall, F1 and IoU of each class.

From the random points of “Draw sample points on a map”, filled in by eye, it also estimates the true area of each class with its 95 % confidence interval (Olofsson and others, 2014).

Give a map; or a model and a raster, which is then mapped first. With another map the same points also tell which of the two is better, and how sure that is.

Example: MAP map.tif, AGAINST other-map.tif, REFERENCE points.gpkg, CLASS_FIELD reference.</source>
      <translation>Vergleicht eine Karte mit Polygonen, Punkten oder einem Raster, die sagen, was wirklich da ist: Konfusionsmatrix, Gesamtgenauigkeit, Kappa sowie Precision, Recall, F1 und IoU jeder Klasse.

Aus den Zufallspunkten von „Stichprobenpunkte auf einer Karte ziehen“, von Hand ausgefüllt, schätzt es auch die wahre Fläche jeder Klasse mit ihrem 95-%-Konfidenzintervall (Olofsson und andere, 2014).

Geben Sie eine Karte an; oder ein Modell und ein Raster, das dann zuerst kartiert wird. Mit einer anderen Karte sagen dieselben Punkte auch, welche der beiden besser ist und wie sicher das ist.

Beispiel: MAP karte.tif, AGAINST andere-karte.tif, REFERENCE punkte.gpkg, CLASS_FIELD reference.</translation>
    </message>
    <message>
      <source>Compares two class rasters pixel by pixel: a raster with a class for each change that there is, such as “forest → building”, and the area of each, as a table and, if you like, as a page. The maps may be of any program; classes are matched by the names in their legends, and where there are none, by their values.

Areas are counted pixels: what either map has wrong counts as change. For areas with error bars draw sample points on the map of changes, say at each what has become of what, and give both to “Measure the accuracy of a map”.

Example: BEFORE map-2020.tif, AFTER map-2024.tif, OUTPUT change.tif. Maps whose pixels are not the same are refused; with ALIGN=before the second one is brought to the pixels of the first, each of which gets the class of the nearest.</source>
      <translation>Vergleicht zwei Klassenraster Pixel für Pixel: ein Raster mit einer Klasse für jede Änderung, die es gibt, etwa „Wald → Gebäude“, und die Fläche jeder Änderung als Tabelle und auf Wunsch als Seite. Die Karten dürfen aus jedem Programm stammen; Klassen werden nach den Namen in ihren Legenden zugeordnet, und wo es keine gibt, nach ihren Werten.

Flächen sind gezählte Pixel: Was eine der Karten falsch hat, zählt als Änderung. Für Flächen mit Fehlerbalken ziehen Sie Stichprobenpunkte auf der Karte der Änderungen, sagen Sie an jedem, was aus was geworden ist, und geben Sie beides an „Genauigkeit einer Karte messen“.

Beispiel: BEFORE karte-2020.tif, AFTER karte-2024.tif, OUTPUT aenderung.tif. Karten, deren Pixel nicht dieselben sind, werden abgelehnt; mit ALIGN=before wird die zweite auf die Pixel der ersten gebracht, von denen jedes die Klasse des nächsten bekommt.</translation>
    </message>
    <message>
      <source>Comparing the maps</source>
      <translation>Vergleiche die Karten</translation>
    </message>
    <message>
      <source>Comparing with the reference</source>
      <translation>Vergleich mit der Referenz</translation>
    </message>
    <message>
      <source>Completing the files</source>
      <translation>Dateien werden fertiggestellt</translation>
    </message>
    <message>
      <source>Compute on</source>
      <translation>Rechnen auf</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>Berechnung</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <source>Confidence of the map</source>
      <translation>Sicherheit der Karte</translation>
    </message>
    <message>
      <source>Confidence – {name}</source>
      <translation>Sicherheit – {name}</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>Verwechslungen</translation>
    </message>
    <message>
      <source>Confusion by area</source>
      <translation>Verwechslungen nach Fläche</translation>
    </message>
    <message>
      <source>Connecting to download {model}…</source>
      <translation>Verbindung wird hergestellt, um {model} herunterzuladen…</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Inhalt</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Copy all lines, to paste in a report</source>
      <translation>Alle Zeilen kopieren, um sie in eine Meldung einzufügen</translation>
    </message>
    <message>
      <source>Copy as &amp;Python Command</source>
      <translation>Als &amp;Python-Befehl kopieren</translation>
    </message>
    <message>
      <source>Copy as &amp;qgis_process Command</source>
      <translation>Als &amp;qgis_process-Befehl kopieren</translation>
    </message>
    <message>
      <source>Copy Log</source>
      <translation>Protokoll kopieren</translation>
    </message>
    <message>
      <source>Copy this into a report of a fault. Names, your home folder and passwords have been left out; read it before you send it. Nothing is sent by itself.</source>
      <translation>Kopieren Sie dies in eine Fehlermeldung. Namen, Ihr Benutzerordner und Passwörter wurden weggelassen; lesen Sie es, bevor Sie es weitergeben. Von selbst wird nichts gesendet.</translation>
    </message>
    <message>
      <source>Cores</source>
      <translation>Kerne</translation>
    </message>
    <message>
      <source>Corruptions and strengths of REOBench (Li and others, 2025, arXiv 2505.16793), of which the first strength of brightness and contrast changes nothing. Of what is no bytes, 0.5 and 99.5 % of the values stand for black and white; where its values are stretched for the model by what they are like, haze and brightness are taken away again, as they are in any run. Turned, shrunk and shifted imagery is told to the model as if it were not; its map is put back in place before it is compared.</source>
      <translation>Arten und Stärken von REOBench (Li und andere, 2025, arXiv 2505.16793); die erste Stärke von Helligkeit und Kontrast ändert nichts. Bei Werten, die keine Bytes sind, stehen 0,5 und 99,5 % der Werte für Schwarz und Weiß; wo sie für das Modell danach gestreckt werden, wie sie sind, werden Dunst und Helligkeit wieder weggenommen, wie in jedem Lauf. Gedrehte, verkleinerte und verschobene Bilder bekommt das Modell, als wären sie es nicht; ihre Karte wird vor dem Vergleich an ihren Platz zurückgelegt.</translation>
    </message>
    <message>
      <source>Costs (JSON)</source>
      <translation>Aufwand (JSON)</translation>
    </message>
    <message>
      <source>Course of the training</source>
      <translation>Verlauf des Trainings</translation>
    </message>
    <message>
      <source>Create a layer to draw samples in</source>
      <translation>Layer anlegen, in den Stichproben gezeichnet werden</translation>
    </message>
    <message>
      <source>Creates the Python environment that the engine runs in, in the user data folder. QGIS's own Python is not changed. Needed once, and after an update of the plugin that asks for it; an environment that is complete is left as it is.

The panel does the same with a button. This is for machines without a window: qgis_process run crossearth:setupengine</source>
      <translation>Legt im Datenordner des Benutzers die Python-Umgebung an, in der die Engine läuft. Das Python von QGIS wird nicht verändert. Einmal nötig, und nach einer Aktualisierung der Erweiterung, die danach verlangt; eine vollständige Umgebung bleibt, wie sie ist.

Das Bedienfeld tut dasselbe auf Knopfdruck. Dies ist für Rechner ohne Bildschirm: qgis_process run crossearth:setupengine</translation>
    </message>
    <message>
      <source>Creating the environment with {python}…</source>
      <translation>Die Umgebung wird mit {python} angelegt…</translation>
    </message>
    <message>
      <source>CrossEarth Diagnostics</source>
      <translation>CrossEarth-Diagnose</translation>
    </message>
    <message>
      <source>CrossEarth Help</source>
      <translation>CrossEarth-Hilfe</translation>
    </message>
    <message>
      <source>CRS after, as asked</source>
      <translation>KBS nachher, wie verlangt</translation>
    </message>
    <message>
      <source>CRS as asked</source>
      <translation>KBS wie verlangt</translation>
    </message>
    <message>
      <source>CRS before, as asked</source>
      <translation>KBS vorher, wie verlangt</translation>
    </message>
    <message>
      <source>CRS of the other map, as asked</source>
      <translation>KBS der anderen Karte, wie verlangt</translation>
    </message>
    <message>
      <source>CRS of the raster</source>
      <translation>KBS des Rasters</translation>
    </message>
    <message>
      <source>CRS of the reference, as asked</source>
      <translation>KBS der Referenz, wie verlangt</translation>
    </message>
    <message>
      <source>Ctrl+C copies the table or the selected rows</source>
      <translation>Strg+C kopiert die Tabelle oder die gewählten Zeilen</translation>
    </message>
    <message>
      <source>Ctrl+Return runs, Esc cancels</source>
      <translation>Strg+Eingabe startet, Esc bricht ab</translation>
    </message>
    <message>
      <source>Cubic</source>
      <translation>Kubisch</translation>
    </message>
    <message>
      <source>Curves of the training</source>
      <translation>Kurven des Trainings</translation>
    </message>
    <message>
      <source>Data folder</source>
      <translation>Datenordner</translation>
    </message>
    <message>
      <source>Dataset it was trained on</source>
      <translation>Datensatz, auf dem es trainiert wurde</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Dates that stand for those that the model has learned</source>
      <translation>Termine, die für die gelernten stehen</translation>
    </message>
    <message>
      <source>De&amp;lete…</source>
      <translation>&amp;Löschen…</translation>
    </message>
    <message>
      <source>decibels</source>
      <translation>Dezibel</translation>
    </message>
    <message>
      <source>degrees</source>
      <translation>Grad</translation>
    </message>
    <message>
      <source>Delete a Model</source>
      <translation>Modell löschen</translation>
    </message>
    <message>
      <source>Delete the model “{name}” and its earlier rounds? Maps that it has made stay, but no more can be made with it. This cannot be undone.</source>
      <translation>Das Modell „{name}“ und seine früheren Runden löschen? Karten, die damit erstellt wurden, bleiben, aber weitere sind nicht mehr möglich. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <source>Delete the packages that the panel has downloaded. Models and maps stay.</source>
      <translation>Die Pakete löschen, die das Bedienfeld heruntergeladen hat. Modelle und Karten bleiben.</translation>
    </message>
    <message>
      <source>Delete {folder}?

Models and maps stay. The panel can set the engine up again.</source>
      <translation>{folder} löschen?

Modelle und Karten bleiben. Das Bedienfeld kann die Engine wieder einrichten.</translation>
    </message>
    <message>
      <source>Deleting the model {name}</source>
      <translation>Das Modell {name} wird gelöscht</translation>
    </message>
    <message>
      <source>density</source>
      <translation>Dichte</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>Abweichung</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Device that computes</source>
      <translation>Gerät, das rechnet</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnose</translation>
    </message>
    <message>
      <source>Diagnostics…</source>
      <translation>Diagnose…</translation>
    </message>
    <message>
      <source>Distill a model</source>
      <translation>Modell destillieren</translation>
    </message>
    <message>
      <source>distillation,teacher,student,compress,fast,train,machine learning,deep learning</source>
      <translation>Destillation,Lehrer,Schüler,kompakt,schnell,trainieren,maschinelles Lernen,Deep Learning</translation>
    </message>
    <message>
      <source>Distilling took {distilling}, of which the teacher {lessons_time} for {lessons} windows, {teacher_s} s each. A map of this raster takes the teacher {teacher_windows} or {teacher_time}, the new model {student_windows} or {student_time}, at {student_s} s each: together with distilling {share} % of a map by the teacher.</source>
      <translation>Das Destillieren dauerte {distilling}, davon der Lehrer {lessons_time} für {lessons} Fenster, je {teacher_s} s. Eine Karte dieses Rasters kostet den Lehrer {teacher_windows} oder {teacher_time}, das neue Modell {student_windows} oder {student_time}, je {student_s} s: mit dem Destillieren zusammen {share} % einer Karte des Lehrers.</translation>
    </message>
    <message>
      <source>Divides a raster into groups by what a model sees of it, or by its bands alone (k-means). What a group is, is for you to say: name the groups on the page Adapt, and they become samples of classes.

Groups are numbered from the darkest to the brightest. The same seed gives the same map. What the model sees is kept: another number of groups takes a few seconds.

Example: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.</source>
      <translation>Teilt ein Raster in Gruppen, nach dem, was ein Modell darauf sieht, oder allein nach seinen Kanälen (k-Means). Was eine Gruppe ist, sagen Sie: Benennen Sie die Gruppen auf der Seite Anpassen, und sie werden Stichproben von Klassen.

Gruppen sind von der dunkelsten zur hellsten nummeriert. Derselbe Startwert ergibt dieselbe Karte. Was das Modell sieht, wird aufbewahrt: Eine andere Zahl von Gruppen dauert ein paar Sekunden.

Beispiel: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.</translation>
    </message>
    <message>
      <source>Do&amp;wnload ({size})</source>
      <translation>&amp;Herunterladen ({size})</translation>
    </message>
    <message>
      <source>Does for many rasters what crossearth:segment does for one. The model is loaded once; a raster that fails is reported and does not stop the others. Each map has the name of its raster; the report sums them up.</source>
      <translation>Macht mit vielen Rastern, was crossearth:segment mit einem macht. Das Modell wird einmal geladen; ein Raster, das scheitert, wird gemeldet und hält die anderen nicht auf. Jede Karte trägt den Namen ihres Rasters; der Bericht fasst sie zusammen.</translation>
    </message>
    <message>
      <source>Done once. CrossEarth computes in a program of its own, with its own Python packages: QGIS and its Python stay as they are, and your imagery never leaves this computer.</source>
      <translation>Einmalig. CrossEarth rechnet in einem eigenen Programm mit eigenen Python-Paketen: QGIS und sein Python bleiben, wie sie sind, und Ihre Bilder verlassen diesen Rechner nie.</translation>
    </message>
    <message>
      <source>Double-click to change the colour</source>
      <translation>Doppelklick ändert die Farbe</translation>
    </message>
    <message>
      <source>doubtful</source>
      <translation>zweifelhaft</translation>
    </message>
    <message>
      <source>Doubtful, not in the sums</source>
      <translation>Zweifelhaft, nicht in den Summen</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Download</translation>
    </message>
    <message>
      <source>Download &amp;from</source>
      <translation>Herunterladen &amp;von</translation>
    </message>
    <message>
      <source>Download a published model</source>
      <translation>Veröffentlichtes Modell herunterladen</translation>
    </message>
    <message>
      <source>Download a Python if none of this computer will do</source>
      <translation>Ein Python herunterladen, wenn keines dieses Rechners taugt</translation>
    </message>
    <message>
      <source>Download Python</source>
      <translation>Python herunterladen</translation>
    </message>
    <message>
      <source>Download PyTorch</source>
      <translation>PyTorch herunterladen</translation>
    </message>
    <message>
      <source>Download the model “{model}” first.</source>
      <translation>Laden Sie zuerst das Modell „{model}“ herunter.</translation>
    </message>
    <message>
      <source>Download {size} and add {name} to the engine in
{folder}?</source>
      <translation>{size} herunterladen und {name} zur Engine hinzufügen in
{folder}?</translation>
    </message>
    <message>
      <source>Downloading Python {version} from {host}…</source>
      <translation>Python {version} wird von {host} heruntergeladen…</translation>
    </message>
    <message>
      <source>Downloading {name}: {size}…</source>
      <translation>{name} wird heruntergeladen: {size}…</translation>
    </message>
    <message>
      <source>Downloads a model that its authors published, checks it, and makes it ready to run: one of CrossEarth's, or one for clouds and their shadows, which comes in a Python package of which nothing is installed. Cancelling pauses: what has arrived is kept, and the next run goes on from there. QGIS's proxy is used.

A computer without internet takes the files from a folder or a mirror: copy them there, with a file SHA256SUMS as sha256sum writes it, and name the place.</source>
      <translation>Lädt ein Modell herunter, das seine Autoren veröffentlicht haben, prüft es und macht es startbereit: eines von CrossEarth oder eines für Wolken und ihre Schatten, das in einem Python-Paket kommt, von dem nichts installiert wird. Abbrechen pausiert: Was angekommen ist, bleibt, und der nächste Lauf macht dort weiter. Der Proxy von QGIS wird benutzt.

Ein Rechner ohne Internet nimmt die Dateien aus einem Ordner oder von einem Spiegel: Kopieren Sie sie dorthin, mit einer Datei SHA256SUMS, wie sha256sum sie schreibt, und nennen Sie den Ort.</translation>
    </message>
    <message>
      <source>Downloads the packages that the engine computes with.</source>
      <translation>Lädt die Pakete herunter, mit denen die Engine rechnet.</translation>
    </message>
    <message>
      <source>Draw sample points on a map</source>
      <translation>Stichprobenpunkte auf einer Karte ziehen</translation>
    </message>
    <message>
      <source>Draw sample points on the map, or choose some that you have.</source>
      <translation>Stichprobenpunkte auf der Karte ziehen oder vorhandene wählen.</translation>
    </message>
    <message>
      <source>Draw samples of at least two classes: choose one and press Draw.</source>
      <translation>Zeichnen Sie Stichproben von mindestens zwei Klassen: wählen Sie eine und drücken Sie „Zeichnen“.</translation>
    </message>
    <message>
      <source>Draw samples of the chosen class</source>
      <translation>Stichproben der gewählten Klasse zeichnen</translation>
    </message>
    <message>
      <source>Drawing polygons</source>
      <translation>Polygone werden gezeichnet</translation>
    </message>
    <message>
      <source>Draws random points on a class map, so many in each class as Olofsson and others (2014) recommend. Look at the imagery at each point and fill its field “reference” with the class that is really there; what the map says is hidden on purpose. “Measure the accuracy of a map” then estimates accuracies and areas with their confidence intervals, of this map and of any other of the same place: each point carries the class that it was drawn from, and how large that is.</source>
      <translation>Zieht Zufallspunkte auf einer Klassenkarte, so viele je Klasse, wie Olofsson und andere (2014) empfehlen. Sehen Sie sich das Bild an jedem Punkt an und füllen Sie sein Feld „reference“ mit der Klasse, die wirklich da ist; was die Karte sagt, ist absichtlich verborgen. „Genauigkeit einer Karte messen“ schätzt daraus Genauigkeiten und Flächen mit ihren Konfidenzintervallen, dieser Karte und jeder anderen desselben Orts: Jeder Punkt trägt die Klasse, aus der er gezogen wurde, und deren Größe.</translation>
    </message>
    <message>
      <source>Draws random points on the map, so many in each class, into a layer of their own</source>
      <translation>Zieht zufällige Punkte auf der Karte, so viele in jeder Klasse, in einen eigenen Layer</translation>
    </message>
    <message>
      <source>Driver of the device</source>
      <translation>Treiber des Geräts</translation>
    </message>
    <message>
      <source>Duplicate a Model</source>
      <translation>Modell duplizieren</translation>
    </message>
    <message>
      <source>Duplicating the model {name}</source>
      <translation>Das Modell {name} wird dupliziert</translation>
    </message>
    <message>
      <source>Duration (s)</source>
      <translation>Dauer (s)</translation>
    </message>
    <message>
      <source>Each class</source>
      <translation>Je Klasse</translation>
    </message>
    <message>
      <source>Each counts alike: the figures are those of the map if the points are a random sample of it.</source>
      <translation>Jeder zählt gleich: Die Kennzahlen sind die der Karte, wenn die Punkte eine Zufallsstichprobe von ihr sind.</translation>
    </message>
    <message>
      <source>Each counts for as much of the ground as it stands for in its stratum: the figures are those of the map.</source>
      <translation>Jeder zählt für so viel Boden, wie er in seinem Stratum vertritt: Die Kennzahlen sind die der Karte.</translation>
    </message>
    <message>
      <source>Each map is named after its raster; the style lies beside it.</source>
      <translation>Jede Karte heißt wie ihr Raster; der Stil liegt daneben.</translation>
    </message>
    <message>
      <source>Each sample counts once: of a polygon, the mean of what is mapped in it is compared with its number. No number is mapped beyond the least and the largest of the samples.</source>
      <translation>Jede Stichprobe zählt einmal: Bei einem Polygon wird das Mittel dessen, was darin kartiert ist, mit seiner Zahl verglichen. Keine Zahl wird jenseits der kleinsten und größten Stichprobe kartiert.</translation>
    </message>
    <message>
      <source>Earlier rounds</source>
      <translation>Frühere Runden</translation>
    </message>
    <message>
      <source>Earth-style injection</source>
      <translation>Earth-style injection</translation>
    </message>
    <message>
      <source>Edge of a square, an odd number: each pixel takes the class that most in the square have, which smooths outlines. By default none.</source>
      <translation>Kante eines Quadrats, eine ungerade Zahl: Jedes Pixel bekommt die Klasse, die im Quadrat am häufigsten ist; das glättet Umrisse. Vorgabe: ohne.</translation>
    </message>
    <message>
      <source>Edge of the square that the model sees at once. By default the model's own; of several that are as good, the one with which this raster takes the least time. Smaller windows need less memory.</source>
      <translation>Kante des Quadrats, das das Modell auf einmal sieht. Vorgabe: der Wert des Modells; von mehreren gleich guten der, mit dem dieses Raster die wenigste Zeit braucht. Kleinere Fenster brauchen weniger Speicher.</translation>
    </message>
    <message>
      <source>Edge of what the network looks at at once.</source>
      <translation>Kantenlänge dessen, was das Netz auf einmal sieht.</translation>
    </message>
    <message>
      <source>either it or {file} has no CRS: they cannot be laid over each other.</source>
      <translation>Entweder es oder {file} hat kein KBS: Sie lassen sich nicht übereinanderlegen.</translation>
    </message>
    <message>
      <source>Empty: of an embedding raster its own vectors, of any other the model that comes with the plugin. Else the id of a model, its path, or bands for none.</source>
      <translation>Leer: bei einem Raster von Einbettungen dessen eigene Vektoren, bei jedem anderen das Modell, das mit der Erweiterung kommt. Sonst die Kennung eines Modells, sein Pfad, oder bands für keines.</translation>
    </message>
    <message>
      <source>Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the map; certificates, and what it calls your folders, are in QGIS's options.</source>
      <translation>Leer: dieser Rechner. Oder die Adresse oder Datei des Schedulers eines Clusters, dessen Rechner das Raster und den Ordner der Karte sehen; Zertifikate, und wie er Ihre Ordner nennt, stehen in den Einstellungen von QGIS.</translation>
    </message>
    <message>
      <source>Empty: what the least number of points gives.</source>
      <translation>Leer: was die Mindestzahl der Punkte ergibt.</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Ends the training and keeps the best model so far</source>
      <translation>Beendet das Training und behält das bisher beste Modell</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>enlarged to {size} m</source>
      <translation>vergrößert auf {size} m</translation>
    </message>
    <message>
      <source>Environments made with {python} lack {modules}, which the engine needs. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Umgebungen, die {python} anlegt, fehlt {modules}; die Engine braucht das. Installieren Sie Python von python.org oder wählen Sie ein anderes unter Einstellungen &gt; Optionen &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Error bar ±</source>
      <translation>Fehler ±</translation>
    </message>
    <message>
      <source>Estimated from the points, not counted on the map</source>
      <translation>Aus den Punkten geschätzt, nicht auf der Karte gezählt</translation>
    </message>
    <message>
      <source>Estimated, {unit}</source>
      <translation>Geschätzt, {unit}</translation>
    </message>
    <message>
      <source>Estimates accuracies and areas with their error bars, by the points that are labelled</source>
      <translation>Schätzt Genauigkeiten und Flächen mit ihren Fehlerbalken anhand der beschrifteten Punkte</translation>
    </message>
    <message>
      <source>Exact test of McNemar (1947) at the points where one of the maps alone is right; of a stratified sample the exact permutation test of matched pairs (Fisher 1935), in which each point counts for the part of its stratum that it stands for. The 95 % interval of the difference is made as those of the shares (Fay and Kim 2017).</source>
      <translation>Exakter Test von McNemar (1947) an den Punkten, an denen nur eine der Karten recht hat; bei einer geschichteten Stichprobe der exakte Permutationstest verbundener Paare (Fisher 1935), in dem jeder Punkt für den Teil seines Stratums zählt, für den er steht. Das 95-%-Intervall der Differenz entsteht wie die der Anteile (Fay und Kim 2017).</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>Erwartet</translation>
    </message>
    <message>
      <source>Expected accuracy</source>
      <translation>Erwartete Genauigkeit</translation>
    </message>
    <message>
      <source>Export a model</source>
      <translation>Modell exportieren</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Ausdehnung</translation>
    </message>
    <message>
      <source>extent</source>
      <translation>Ausdehnung</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <source>Faster ways</source>
      <translation>Schnellere Wege</translation>
    </message>
    <message>
      <source>Feature maps</source>
      <translation>Merkmalskarten</translation>
    </message>
    <message>
      <source>Features that are no polygons are left out: {count}.</source>
      <translation>Objekte, die keine Polygone sind, bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Features that are no polygons or points are left out: {count}.</source>
      <translation>Objekte, die weder Polygone noch Punkte sind, bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>fetched and run by the makers of this plugin</source>
      <translation>von den Machern dieser Erweiterung geladen und ausgeführt</translation>
    </message>
    <message>
      <source>Fetching the layer: block {done} of {total}</source>
      <translation>Layer wird geholt: Block {done} von {total}</translation>
    </message>
    <message>
      <source>Fetching {width} × {height} pixels of {layer}, {size} m each, into a temporary file of {bytes}.</source>
      <translation>{width} × {height} Pixel von {layer} zu je {size} m werden in eine temporäre Datei von {bytes} geholt.</translation>
    </message>
    <message>
      <source>Few pixels of the class {name} are drawn ({count}), and it takes {share} of the map. So few say little of it. Check by random points of the map (“Draw sample points on a map”), draw more of {name}, and of what it is confused with.</source>
      <translation>Von der Klasse {name} sind wenige Pixel gezeichnet ({count}), und sie nimmt {share} der Karte ein. So wenige sagen wenig über sie. Prüfen Sie die Karte mit Zufallspunkten („Stichprobenpunkte auf einer Karte ziehen“), zeichnen Sie mehr von {name} und von dem, womit sie verwechselt wird.</translation>
    </message>
    <message>
      <source>Few samples of: {names}. With {fewest} or more of a class, some can be held out to measure the accuracy.</source>
      <translation>Wenige Stichproben von: {names}. Ab {fewest} je Klasse können einige zurückgehalten werden, um die Genauigkeit zu messen.</translation>
    </message>
    <message>
      <source>Field of the classes</source>
      <translation>Feld der Klassen</translation>
    </message>
    <message>
      <source>Field of the numbers</source>
      <translation>Feld der Zahlen</translation>
    </message>
    <message>
      <source>Field with the class or number</source>
      <translation>Feld mit der Klasse oder Zahl</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Felder</translation>
    </message>
    <message>
      <source>Fields of lists or bytes are not in the copy: {fields}.</source>
      <translation>Felder mit Listen oder Bytes fehlen in der Kopie: {fields}.</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>Kennzahlen</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>Files of a model are being copied or deleted. Try again when that is done.</source>
      <translation>Dateien eines Modells werden gerade kopiert oder gelöscht. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
      <source>Find Groups</source>
      <translation>Gruppen finden</translation>
    </message>
    <message>
      <source>Find groups of pixels that are alike</source>
      <translation>Gruppen ähnlicher Pixel finden</translation>
    </message>
    <message>
      <source>Find Places</source>
      <translation>Stellen finden</translation>
    </message>
    <message>
      <source>Find places to review</source>
      <translation>Stellen zum Nachsehen finden</translation>
    </message>
    <message>
      <source>Find similar places</source>
      <translation>Ähnliche Stellen finden</translation>
    </message>
    <message>
      <source>Finds</source>
      <translation>Findet</translation>
    </message>
    <message>
      <source>Finds the places where a map is least certain, most undecided or least like what the model was trained on, spread over the area. They are points with these fields: rank, reason (confidence, lead or unfamiliarity), value (what that is there, percent), class_id and class_name (what the map says).

Draw a sample at each and adapt the model to them.

Give a map that was made with its confidence, its lead or its unfamiliarity; or a model and a raster, which is then mapped first.

Example: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.</source>
      <translation>Findet die Stellen, an denen eine Karte am wenigsten sicher, am meisten unentschieden oder am wenigsten so ist wie das, woran das Modell gelernt hat, verteilt über das Gebiet. Es sind Punkte mit diesen Feldern: rank (Rang), reason (warum: confidence, lead oder unfamiliarity), value (was das dort ist, in Prozent), class_id und class_name (was die Karte sagt).

Zeichnen Sie an jeder eine Stichprobe und passen Sie das Modell daran an.

Geben Sie eine Karte an, die mit ihrer Sicherheit, ihrem Vorsprung oder ihrer Fremdheit gemacht wurde; oder ein Modell und ein Raster, das dann zuerst kartiert wird.

Beispiel: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.</translation>
    </message>
    <message>
      <source>Fits a model to polygons drawn on imagery and stores it as a new model, which can be chosen at once. Some of the polygons are held out, whole ones, to measure how good the new model is where it has not been taught.

quick fits a small head on what the model sees; it takes seconds to a minute. full trains the model itself, which takes much longer and needs PyTorch. Cancelling keeps the best model so far.

A field of numbers, such as heights or shares of cover, makes a model whose maps tell these: choose “Numbers, not classes”.</source>
      <translation>Passt ein Modell an Polygone an, die auf Bildern gezeichnet wurden, und speichert es als neues Modell, das sofort gewählt werden kann. Einige der Polygone werden zurückgehalten, als ganze, um zu messen, wie gut das neue Modell dort ist, wo es nichts gelernt hat.

quick passt einen kleinen Kopf auf dem an, was das Modell sieht; das dauert Sekunden bis eine Minute. full trainiert das Modell selbst, was viel länger dauert und PyTorch braucht. Abbrechen behält das bisher beste Modell.

Ein Feld mit Zahlen, etwa Höhen oder Deckungsgraden, ergibt ein Modell, dessen Karten diese sagen: Wählen Sie „Zahlen, keine Klassen“.</translation>
    </message>
    <message>
      <source>Fits a small head on what the model sees: seconds to a minute</source>
      <translation>Passt einen kleinen Kopf auf dem an, was das Modell sieht: Sekunden bis eine Minute</translation>
    </message>
    <message>
      <source>Floods</source>
      <translation>Überschwemmungen</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folder for the cluster</source>
      <translation>Ordner für den Cluster</translation>
    </message>
    <message>
      <source>Folder for the maps</source>
      <translation>Ordner für die Karten</translation>
    </message>
    <message>
      <source>Folder for the model</source>
      <translation>Ordner für das Modell</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Ordner des Modells</translation>
    </message>
    <message>
      <source>Folder with the Engine's Packages</source>
      <translation>Ordner mit den Paketen der Engine</translation>
    </message>
    <message>
      <source>Folder with the packages</source>
      <translation>Ordner mit den Paketen</translation>
    </message>
    <message>
      <source>Folders &amp;there</source>
      <translation>Ordner &amp;dort</translation>
    </message>
    <message>
      <source>For imagery of another date or sensor than the model was trained on: bands whose values have moved are brought back to those of the training before the model sees them. Where none has moved, nothing is changed. The model must know its values: the bundled one does, and those that are adapted here.</source>
      <translation>Für Bilder von einem anderen Datum oder Sensor, als das Modell sie gelernt hat: Bänder, deren Werte sich verschoben haben, werden auf die des Trainings zurückgebracht, bevor das Modell sie sieht. Hat sich keines verschoben, ändert sich nichts. Das Modell muss seine Werte kennen: das mitgelieferte kennt sie, ebenso die, die hier angepasst werden.</translation>
    </message>
    <message>
      <source>Forget the object clicked last</source>
      <translation>Das zuletzt angeklickte Objekt vergessen</translation>
    </message>
    <message>
      <source>Forget what was found; each model is tried at its next run</source>
      <translation>Vergessen, was gefunden wurde; jedes Modell wird bei seinem nächsten Lauf neu versucht</translation>
    </message>
    <message>
      <source>Form of candidates</source>
      <translation>Form der Kandidaten</translation>
    </message>
    <message>
      <source>Frequency ones (Earth-Adapter)</source>
      <translation>Frequenzmodule (Earth-Adapter)</translation>
    </message>
    <message>
      <source>From 0 to 1, 0.85 where nothing is known: one number, or one for each class that the map has, with commas between them. The nearer to 0.5, the more points.</source>
      <translation>Von 0 bis 1; 0.85, wo nichts bekannt ist: eine Zahl, oder eine je Klasse der Karte, durch Kommas getrennt. Je näher an 0.5, desto mehr Punkte.</translation>
    </message>
    <message>
      <source>From a &amp;Folder…</source>
      <translation>Aus einem &amp;Ordner…</translation>
    </message>
    <message>
      <source>From what to what</source>
      <translation>Von was zu was</translation>
    </message>
    <message>
      <source>From {address}</source>
      <translation>Von {address}</translation>
    </message>
    <message>
      <source>From {windows} of the teacher's on it is a fifth at most.</source>
      <translation>Ab {windows} des Lehrers ist es höchstens ein Fünftel.</translation>
    </message>
    <message>
      <source>Full training</source>
      <translation>Ganzes Modell</translation>
    </message>
    <message>
      <source>Gained</source>
      <translation>Gewonnen</translation>
    </message>
    <message>
      <source>Gaps in stripes</source>
      <translation>Lücken in Streifen</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>Gaußsche Unschärfe</translation>
    </message>
    <message>
      <source>Gaussian noise</source>
      <translation>Gaußsches Rauschen</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>GeoPackage with the map as polygons, without gaps between neighbours, each with its class and area.</source>
      <translation>GeoPackage mit der Karte als Polygonen, ohne Lücken zwischen Nachbarn, jedes mit Klasse und Fläche.</translation>
    </message>
    <message>
      <source>GeoTIFF (*.tif *.tiff)</source>
      <translation>GeoTIFF (*.tif *.tiff)</translation>
    </message>
    <message>
      <source>GeoTIFF for the class map. Empty: a file beside the project, named after raster and model. No map takes the name of another: the next one gets a number</source>
      <translation>GeoTIFF für die Klassenkarte. Leer: eine Datei neben dem Projekt, benannt nach Raster und Modell. Keine Karte nimmt einer anderen den Namen: die nächste bekommt eine Nummer</translation>
    </message>
    <message>
      <source>GeoTIFF of class numbers, with colours, class names and areas in the file and a style beside it.</source>
      <translation>GeoTIFF mit Klassennummern, mit Farben, Klassennamen und Flächen in der Datei und einem Stil daneben.</translation>
    </message>
    <message>
      <source>Get Python fr&amp;om</source>
      <translation>Python h&amp;olen von</translation>
    </message>
    <message>
      <source>Give each parcel or building of a layer the class it has on a map</source>
      <translation>Jedem Flurstück oder Gebäude eines Layers die Klasse geben, die es auf einer Karte hat</translation>
    </message>
    <message>
      <source>Give either a map, or a raster and the model that maps it.</source>
      <translation>Geben Sie entweder eine Karte an, oder ein Raster und das Modell, das es kartiert.</translation>
    </message>
    <message>
      <source>Give either polygons or points, or a raster, as reference.</source>
      <translation>Geben Sie als Referenz entweder Polygone oder Punkte an, oder ein Raster.</translation>
    </message>
    <message>
      <source>Gives each object of a layer, such as parcels or outlines of buildings, the class that most of its pixels have on a map. The result is a copy of the layer with all its fields and these: class_id, class_name, share (percent of the pixels that have this class), confidence (their mean, percent, where it is known) and pixels.

Give a map; or a model and a raster, which is then mapped first.

Example: OBJECTS parcels.gpkg, MAP map.tif, OUTPUT classified.gpkg. Objects with a small share or confidence are those to look at.</source>
      <translation>Gibt jedem Objekt eines Layers, etwa Flurstücken oder Gebäudeumrissen, die Klasse, die die meisten seiner Pixel auf einer Karte haben. Das Ergebnis ist eine Kopie des Layers mit allen seinen Feldern und diesen: class_id, class_name, share (Prozent der Pixel, die diese Klasse haben), confidence (deren mittlere Sicherheit in Prozent, wo sie bekannt ist) und pixels.

Geben Sie eine Karte an; oder ein Modell und ein Raster, das dann zuerst kartiert wird.

Beispiel: OBJECTS flurstuecke.gpkg, MAP karte.tif, OUTPUT klassifiziert.gpkg. Objekte mit kleinem Anteil oder kleiner Sicherheit sind die, die man sich ansehen sollte.</translation>
    </message>
    <message>
      <source>Gives each parcel or building its class on a map, as fields of a copy.</source>
      <translation>Gibt jedem Flurstück oder Gebäude seine Klasse auf einer Karte, als Felder einer Kopie.</translation>
    </message>
    <message>
      <source>Gives names and colours to the classes. Empty: the dataset of the published file of this name; of other files the classes are numbered.</source>
      <translation>Gibt den Klassen Namen und Farben. Leer: der Datensatz der veröffentlichten Datei dieses Namens; die Klassen anderer Dateien werden nummeriert.</translation>
    </message>
    <message>
      <source>Giving small patches to their neighbours</source>
      <translation>Kleine Flächen werden ihren Nachbarn zugeschlagen</translation>
    </message>
    <message>
      <source>Giving the objects their classes</source>
      <translation>Gebe den Objekten ihre Klassen</translation>
    </message>
    <message>
      <source>Go Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Go from point to point, key by key; the maps are hidden meanwhile, so that they do not lead you</source>
      <translation>Von Punkt zu Punkt gehen, Taste für Taste; die Karten sind solange ausgeblendet, damit sie nicht in die Irre führen</translation>
    </message>
    <message>
      <source>Go On</source>
      <translation>Weitermachen</translation>
    </message>
    <message>
      <source>Goes on where the training of this name was stopped.</source>
      <translation>Fährt dort fort, wo das Training dieses Namens angehalten wurde.</translation>
    </message>
    <message>
      <source>Goes to</source>
      <translation>Kommt nach</translation>
    </message>
    <message>
      <source>Going back to round {number} of the model {name}</source>
      <translation>Zurück zu Runde {number} des Modells {name}</translation>
    </message>
    <message>
      <source>green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <source>Grid of the map</source>
      <translation>Gitter der Karte</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Gruppen</translation>
    </message>
    <message>
      <source>Groups without samples</source>
      <translation>Gruppen ohne Stichproben</translation>
    </message>
    <message>
      <source>Half of its 95 % interval: 0.05 is ± 5 %.</source>
      <translation>Die Hälfte ihres 95-%-Intervalls: 0.05 ist ± 5 %.</translation>
    </message>
    <message>
      <source>Half the size, and scores that differ a little. ONNX models are copied as they are.</source>
      <translation>Halb so groß, mit leicht abweichenden Werten. ONNX-Modelle werden kopiert, wie sie sind.</translation>
    </message>
    <message>
      <source>Haze</source>
      <translation>Dunst</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Kopf</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Help on this page</source>
      <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
      <source>Holds authority.pem, cert.pem and key.pem, with which the cluster knows you and you know the cluster. Needed for other computers.</source>
      <translation>Enthält authority.pem, cert.pem und key.pem, an denen der Cluster Sie erkennt und Sie den Cluster. Nötig für andere Rechner.</translation>
    </message>
    <message>
      <source>Holds the engine's environment and your models. The environment variable CROSSEARTH_HOME moves it.</source>
      <translation>Enthält die Umgebung der Engine und Ihre Modelle. Die Umgebungsvariable CROSSEARTH_HOME verlegt ihn.</translation>
    </message>
    <message>
      <source>Holds the published files under their own names. Empty: the one in the options, else where the models are published; a package comes from the index that pip is set to.</source>
      <translation>Enthält die veröffentlichten Dateien unter ihren eigenen Namen. Leer: wie in den Optionen, sonst dort, wo die Modelle veröffentlicht sind; ein Paket kommt aus dem Verzeichnis, auf das pip eingestellt ist.</translation>
    </message>
    <message>
      <source>How it was made</source>
      <translation>Wie sie entstand</translation>
    </message>
    <message>
      <source>How many points make the accuracy of a map sure.</source>
      <translation>Wie viele Punkte die Genauigkeit einer Karte sicher machen.</translation>
    </message>
    <message>
      <source>How many processor cores the engine may use. Fewer leave more for other programs.</source>
      <translation>Wie viele Prozessorkerne die Engine benutzen darf. Weniger lassen anderen Programmen mehr übrig.</translation>
    </message>
    <message>
      <source>How similar a place is at least that the canvas shows</source>
      <translation>Wie ähnlich eine Stelle mindestens ist, die das Kartenfenster zeigt</translation>
    </message>
    <message>
      <source>How sure the overall accuracy is to be: half of its 95 % interval</source>
      <translation>Wie sicher die Gesamtgenauigkeit sein soll: die Hälfte ihres 95-%-Intervalls</translation>
    </message>
    <message>
      <source>How they were made</source>
      <translation>Wie sie entstanden</translation>
    </message>
    <message>
      <source>How to cite</source>
      <translation>So wird zitiert</translation>
    </message>
    <message>
      <source>However large the raster, it is more than a fifth of that: the new model itself takes too long.</source>
      <translation>Wie groß das Raster auch ist, es ist mehr als ein Fünftel davon: Das neue Modell selbst braucht zu lange.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
      <source>Id of the model</source>
      <translation>Kennung des Modells</translation>
    </message>
    <message>
      <source>If a map by this model takes too long, a compact one can learn from it on a part of the raster.</source>
      <translation>Wenn eine Karte mit diesem Modell zu lange dauert, kann ein kompaktes auf einem Teil des Rasters von ihm lernen.</translation>
    </message>
    <message>
      <source>If the class {name} of the reference is all that is none of the others, give it as the background (BACKGROUND).</source>
      <translation>Ist die Klasse {name} der Referenz alles, was zu keiner der anderen gehört, geben Sie sie als Hintergrund an (BACKGROUND).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>Bildmaterial</translation>
    </message>
    <message>
      <source>Imagery spoiled</source>
      <translation>Verdorbene Bilder</translation>
    </message>
    <message>
      <source>Images without labels (DINOv2)</source>
      <translation>Bilder ohne Beschriftung (DINOv2)</translation>
    </message>
    <message>
      <source>Import a model</source>
      <translation>Modell importieren</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: nir, red.</source>
      <translation>In der Reihenfolge des Netzes, durch Kommas getrennt: nir, rot.</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: water, trees.</source>
      <translation>In der Reihenfolge des Netzes, durch Kommas getrennt: Wasser, Bäume.</translation>
    </message>
    <message>
      <source>In the paper</source>
      <translation>In der Publikation</translation>
    </message>
    <message>
      <source>In their order</source>
      <translation>Der Reihe nach</translation>
    </message>
    <message>
      <source>in {count} of {all} samples</source>
      <translation>in {count} von {all} Stichproben</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>Eingaberaster</translation>
    </message>
    <message>
      <source>input: that of the raster. model: that which the model sees, a smaller map of a raster that is finer than the model was trained for.</source>
      <translation>input: die des Rasters. model: die, die das Modell sieht; das ergibt eine kleinere Karte, wenn das Raster feiner ist als die Trainingsdaten.</translation>
    </message>
    <message>
      <source>install,repair,update,python,environment</source>
      <translation>installieren,reparieren,aktualisieren,Python,Umgebung</translation>
    </message>
    <message>
      <source>Installing the packages of the engine…</source>
      <translation>Die Pakete der Engine werden installiert…</translation>
    </message>
    <message>
      <source>Installing {name}…</source>
      <translation>{name} wird installiert…</translation>
    </message>
    <message>
      <source>IoU</source>
      <translation>IoU</translation>
    </message>
    <message>
      <source>Is in round {number}.</source>
      <translation>Ist in Runde {number}.</translation>
    </message>
    <message>
      <source>Is in round {number}. Others kept: {size} of {limit}.</source>
      <translation>Ist in Runde {number}. Andere aufgehoben: {size} von {limit}.</translation>
    </message>
    <message>
      <source>it does not lie on the pixels of the map {file}.</source>
      <translation>Es liegt nicht auf den Pixeln der Karte {file}.</translation>
    </message>
    <message>
      <source>it has more than {most} different values: it is no class raster.</source>
      <translation>Es hat mehr als {most} verschiedene Werte: Es ist kein Klassenraster.</translation>
    </message>
    <message>
      <source>it has no field {field}. Its fields are: {fields}.</source>
      <translation>Er hat kein Feld {field}. Seine Felder sind: {fields}.</translation>
    </message>
    <message>
      <source>it has no pixels with data where {file} has some. Check its position and its CRS.</source>
      <translation>Es hat keine Pixel mit Daten, wo {file} welche hat. Prüfen Sie Lage und KBS.</translation>
    </message>
    <message>
      <source>it has no pixels with data. Check its position and its CRS.</source>
      <translation>Es hat keine Pixel mit Daten. Prüfen Sie Lage und KBS.</translation>
    </message>
    <message>
      <source>It has to be downloaded first, {size}.</source>
      <translation>Es muss zuerst heruntergeladen werden, {size}.</translation>
    </message>
    <message>
      <source>it has {count} bands, as an image has; it is no class raster.</source>
      <translation>Es hat {count} Kanäle wie ein Bild; es ist kein Klassenraster.</translation>
    </message>
    <message>
      <source>it has {count} different values and seems to be an image. If they are classes, give it a colour table.</source>
      <translation>Es hat {count} verschiedene Werte und scheint ein Bild zu sein. Sind es Klassen, so geben Sie ihm eine Farbtabelle.</translation>
    </message>
    <message>
      <source>it holds lines, which cover no pixel. Give them a width first (in QGIS: Vector, Geoprocessing Tools, Buffer).</source>
      <translation>Er enthält Linien, die kein Pixel bedecken. Geben Sie ihnen zuerst eine Breite (in QGIS: Vektor, Geoverarbeitungswerkzeuge, Puffer).</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a class.</source>
      <translation>Er enthält kein Polygon mit einer Fläche und keinen Punkt mit einer Klasse.</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a number.</source>
      <translation>Er enthält kein Polygon mit einer Fläche und keinen Punkt mit einer Zahl.</translation>
    </message>
    <message>
      <source>it holds no polygon with an area and a class.</source>
      <translation>Er enthält kein Polygon mit einer Fläche und einer Klasse.</translation>
    </message>
    <message>
      <source>it holds no polygons or points.</source>
      <translation>Er enthält keine Polygone und keine Punkte.</translation>
    </message>
    <message>
      <source>it holds no polygons.</source>
      <translation>Er enthält keine Polygone.</translation>
    </message>
    <message>
      <source>it is a map of numbers, and has no classes.</source>
      <translation>Es ist eine Karte von Zahlen und hat keine Klassen.</translation>
    </message>
    <message>
      <source>it is empty.</source>
      <translation>Er ist leer.</translation>
    </message>
    <message>
      <source>It is kept among your models, and maps other rasters into the same groups. Empty: none is kept.</source>
      <translation>Es bleibt bei Ihren Modellen und kartiert andere Raster in dieselben Gruppen. Leer: Es wird keines aufbewahrt.</translation>
    </message>
    <message>
      <source>it is no encoder: of a window it gives numbers of shape {shape}.</source>
      <translation>Es ist kein Encoder: Aus einem Fenster macht es Zahlen der Form {shape}.</translation>
    </message>
    <message>
      <source>it is {value} % sure.</source>
      <translation>es ist zu {value} % sicher.</translation>
    </message>
    <message>
      <source>it leads by {value} %.</source>
      <translation>der Vorsprung beträgt {value} %.</translation>
    </message>
    <message>
      <source>it takes {own} bands, and you name {given}.</source>
      <translation>Es nimmt {own} Bänder, und Sie nennen {given}.</translation>
    </message>
    <message>
      <source>it takes {own} bands, and {name} {given}.</source>
      <translation>Es nimmt {own} Bänder, und {name} {given}.</translation>
    </message>
    <message>
      <source>it tells {own} classes apart, but {name} has {given} ({classes}). Choose another dataset (DATASET), or name the classes (CLASSES).</source>
      <translation>Es unterscheidet {own} Klassen, aber {name} hat {given} ({classes}). Wählen Sie einen anderen Datensatz (DATASET), oder benennen Sie die Klassen (CLASSES).</translation>
    </message>
    <message>
      <source>it tells {own} classes apart; a map holds at most {most}.</source>
      <translation>Es unterscheidet {own} Klassen; eine Karte fasst höchstens {most}.</translation>
    </message>
    <message>
      <source>Items of {list} without a raster among their assets are left out: {names} ({count} in all).</source>
      <translation>Items von {list} ohne ein Raster unter ihren Assets werden ausgelassen: {names} (insgesamt {count}).</translation>
    </message>
    <message>
      <source>Items of {list} without the asset {asset} are left out: {names} ({count} in all).</source>
      <translation>Items von {list} ohne das Asset {asset} werden ausgelassen: {names} (insgesamt {count}).</translation>
    </message>
    <message>
      <source>its checksum is known; not run by us</source>
      <translation>seine Prüfsumme ist bekannt; von uns nicht ausgeführt</translation>
    </message>
    <message>
      <source>Its classes do not matter. The id of a model, its path, or bands for none: then colour and texture of the raster's own bands are grouped, whichever they are.</source>
      <translation>Auf seine Klassen kommt es nicht an. Die Kennung eines Modells, sein Pfad oder bands für keines: Dann werden Farbe und Textur der Kanäle des Rasters gruppiert, welche es auch sind.</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the first raster and the day. A model that was adapted under this name before is kept as an earlier round.</source>
      <translation>Seine Kennung wird daraus gemacht. Leer: nach dem ersten Raster und dem Tag. Ein Modell, das früher unter diesem Namen angepasst wurde, bleibt als frühere Runde erhalten.</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the raster. A model that was made under this name before is kept as an earlier round.</source>
      <translation>Daraus wird seine Kennung. Leer: nach dem Raster. Ein Modell, das unter diesem Namen schon gemacht wurde, bleibt als frühere Runde erhalten.</translation>
    </message>
    <message>
      <source>Its own description is read when it runs; classes and colours come with the result.</source>
      <translation>Seine eigene Beschreibung wird beim Lauf gelesen; Klassen und Farben kommen mit dem Ergebnis.</translation>
    </message>
    <message>
      <source>its pixels are complex numbers.</source>
      <translation>Seine Pixel sind komplexe Zahlen.</translation>
    </message>
    <message>
      <source>its wavelength</source>
      <translation>seine Wellenlänge</translation>
    </message>
    <message>
      <source>its weights tell {own} classes apart, its metadata has {given}.</source>
      <translation>Seine Gewichte unterscheiden {own} Klassen, seine Metadaten {given}.</translation>
    </message>
    <message>
      <source>Its weights, SHA-256</source>
      <translation>Seine Gewichte, SHA-256</translation>
    </message>
    <message>
      <source>Join of windows</source>
      <translation>Naht der Fenster</translation>
    </message>
    <message>
      <source>k-means,kmeans,cluster,clustering,unsupervised,isodata,classification,groups,features</source>
      <translation>k-means,kmeans,Cluster,Clusteranalyse,unüberwacht,isodata,Klassifikation,Gruppen,Merkmale</translation>
    </message>
    <message>
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <source>Keep all models of the file</source>
      <translation>Alle Modelle der Datei behalten</translation>
    </message>
    <message>
      <source>Keep all {count} models of the file</source>
      <translation>Alle {count} Modelle der Datei behalten</translation>
    </message>
    <message>
      <source>Keep Candidates</source>
      <translation>Kandidaten behalten</translation>
    </message>
    <message>
      <source>Keep the finished part on cancel</source>
      <translation>Fertigen Teil behalten</translation>
    </message>
    <message>
      <source>Keep the map with all that was made beside it: a temporary one goes when QGIS closes, a preview when the next one comes</source>
      <translation>Die Karte mit allem behalten, was daneben erzeugt wurde: eine temporäre verschwindet, wenn QGIS schließt, eine Vorschau, wenn die nächste kommt</translation>
    </message>
    <message>
      <source>Keep This Map</source>
      <translation>Diese Karte behalten</translation>
    </message>
    <message>
      <source>Keep This Map…</source>
      <translation>Karte behalten…</translation>
    </message>
    <message>
      <source>Keeping the best model so far…</source>
      <translation>Das bisher beste Modell wird behalten…</translation>
    </message>
    <message>
      <source>Keeping the map {name}</source>
      <translation>Die Karte {name} wird kopiert</translation>
    </message>
    <message>
      <source>kernel, pixels</source>
      <translation>Kern, Pixel</translation>
    </message>
    <message>
      <source>Kinds of change</source>
      <translation>Arten der Veränderung</translation>
    </message>
    <message>
      <source>Label the points first.</source>
      <translation>Zuerst die Punkte beschriften.</translation>
    </message>
    <message>
      <source>Land cover</source>
      <translation>Landbedeckung</translation>
    </message>
    <message>
      <source>Land-cover map by {model}, {date}</source>
      <translation>Karte der Landbedeckung von {model}, {date}</translation>
    </message>
    <message>
      <source>Land-cover map of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>Karte der Landbedeckung von {name}, erstellt mit CrossEarth for QGIS {version} und dem Modell {model} (SHA-256 {digest}…), {date}.</translation>
    </message>
    <message>
      <source>Land-cover maps by {model}, {date}</source>
      <translation>Karten der Landbedeckung von {model}, {date}</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Layer</translation>
    </message>
    <message>
      <source>layer of objects</source>
      <translation>Layer der Objekte</translation>
    </message>
    <message>
      <source>Layers made by CrossEarth are left out; a right click offers them, too.</source>
      <translation>Von CrossEarth erzeugte Layer fehlen hier; ein Rechtsklick bietet auch sie an.</translation>
    </message>
    <message>
      <source>Lead</source>
      <translation>Vorsprung</translation>
    </message>
    <message>
      <source>Lead of the map</source>
      <translation>Vorsprung der Karte</translation>
    </message>
    <message>
      <source>Lead – {name}</source>
      <translation>Vorsprung – {name}</translation>
    </message>
    <message>
      <source>Least</source>
      <translation>Kleinster Wert</translation>
    </message>
    <message>
      <source>Least distance between two places</source>
      <translation>Kleinster Abstand zweier Stellen</translation>
    </message>
    <message>
      <source>Least number of points of a class</source>
      <translation>Mindestzahl der Punkte je Klasse</translation>
    </message>
    <message>
      <source>Least similarity</source>
      <translation>Mindestähnlichkeit</translation>
    </message>
    <message>
      <source>Least similarity of candidates</source>
      <translation>Geringste Ähnlichkeit der Kandidaten</translation>
    </message>
    <message>
      <source>Libraries</source>
      <translation>Bibliotheken</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <source>Licence of the model</source>
      <translation>Lizenz des Modells</translation>
    </message>
    <message>
      <source>Limits the run to a rectangle. Empty: the whole raster.</source>
      <translation>Begrenzt den Lauf auf ein Rechteck. Leer: das ganze Raster.</translation>
    </message>
    <message>
      <source>Limits the run to polygons: outside of them nothing is computed or written.</source>
      <translation>Begrenzt den Lauf auf Polygone: Außerhalb wird nichts berechnet oder geschrieben.</translation>
    </message>
    <message>
      <source>Little confidence, little lead of the class over the next one, or unlike the training. all: those that are known of the map; of a model the first two.</source>
      <translation>Wenig Sicherheit, wenig Vorsprung der Klasse vor der nächsten, oder anders als das Gelernte. all: was von der Karte bekannt ist; von einem Modell die ersten beiden.</translation>
    </message>
    <message>
      <source>Live preview</source>
      <translation>Live-Vorschau</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>Look Again</source>
      <translation>Durchsehen</translation>
    </message>
    <message>
      <source>Look for other places; the samples that are drawn stay</source>
      <translation>Andere Stellen suchen; die gezeichneten Stichproben bleiben</translation>
    </message>
    <message>
      <source>Looking at the raster</source>
      <translation>Das Raster wird angesehen</translation>
    </message>
    <message>
      <source>Looking for graphics cards</source>
      <translation>Suche nach Grafikkarten</translation>
    </message>
    <message>
      <source>Looks at the imagery window by window with a trained model and writes a raster of classes, styled and with the area of each class. Everything is computed on this computer, or on a cluster if you choose one; the imagery is sent nowhere.

The raster may be of any size. Limit the run to an extent or to polygons to try a model out. Pixels without data stay without a class.</source>
      <translation>Sieht die Bilder Fenster für Fenster mit einem trainierten Modell an und schreibt ein Raster aus Klassen, gestaltet und mit der Fläche jeder Klasse. Alles wird auf diesem Rechner berechnet, oder auf einem Cluster, wenn Sie einen wählen; die Bilder werden nirgendwohin gesendet.

Das Raster darf beliebig groß sein. Begrenzen Sie den Lauf auf eine Ausdehnung oder auf Polygone, um ein Modell auszuprobieren. Pixel ohne Daten bleiben ohne Klasse.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>Loss on held-out polygons</source>
      <translation>Verlust auf zurückgehaltenen Polygonen</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Verloren</translation>
    </message>
    <message>
      <source>M&amp;easure</source>
      <translation>&amp;Messen</translation>
    </message>
    <message>
      <source>Made with CrossEarth for QGIS, engine {version}. One file: it loads nothing and runs no script.</source>
      <translation>Erstellt mit CrossEarth for QGIS, Engine {version}. Eine einzige Datei: Sie lädt nichts nach und führt kein Skript aus.</translation>
    </message>
    <message>
      <source>Majority filter</source>
      <translation>Mehrheitsfilter</translation>
    </message>
    <message>
      <source>Majority window, pixels</source>
      <translation>Fenster des Mehrheitsfilters, Pixel</translation>
    </message>
    <message>
      <source>Make a map, or add a raster of classes to the project.</source>
      <translation>Eine Karte erstellen oder dem Projekt ein Raster mit Klassen hinzufügen.</translation>
    </message>
    <message>
      <source>Make an earlier round the model again; the one that is the model now is kept</source>
      <translation>Eine frühere Runde wieder zum Modell machen; die jetzige bleibt erhalten</translation>
    </message>
    <message>
      <source>Make no map that would be doubtful</source>
      <translation>Keine zweifelhafte Karte machen</translation>
    </message>
    <message>
      <source>Makes a folder of maps from many rasters, with one report.</source>
      <translation>Macht aus vielen Rastern einen Ordner voller Karten, mit einem Bericht.</translation>
    </message>
    <message>
      <source>Makes a map of classes from imagery with a trained model.</source>
      <translation>Macht aus Bildern mit einem trainierten Modell eine Klassenkarte.</translation>
    </message>
    <message>
      <source>Makes a map of groups of pixels that are alike, without any samples.</source>
      <translation>Macht eine Karte von Gruppen ähnlicher Pixel, ganz ohne Stichproben.</translation>
    </message>
    <message>
      <source>Makes a model out of a file that you have.</source>
      <translation>Macht aus einer Datei, die Sie haben, ein Modell.</translation>
    </message>
    <message>
      <source>Manage Models…</source>
      <translation>Modelle verwalten…</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>Map after</source>
      <translation>Karte nachher</translation>
    </message>
    <message>
      <source>Map and field hold amounts, such as heights. Maps and models made here say so themselves.</source>
      <translation>Karte und Feld enthalten Mengen wie etwa Höhen. Hier erzeugte Karten und Modelle sagen das selbst.</translation>
    </message>
    <message>
      <source>Map before</source>
      <translation>Karte vorher</translation>
    </message>
    <message>
      <source>Map of changes</source>
      <translation>Karte der Änderungen</translation>
    </message>
    <message>
      <source>Map of the new model: {text}</source>
      <translation>Karte des neuen Modells: {text}</translation>
    </message>
    <message>
      <source>Map of {name}</source>
      <translation>Karte von {name}</translation>
    </message>
    <message>
      <source>Map of {name} by {model}, {date}</source>
      <translation>Karte von {name} mit {model}, {date}</translation>
    </message>
    <message>
      <source>Map of {quantity} of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>Karte von {quantity} zu {name}, erstellt mit CrossEarth für QGIS {version} und dem Modell {model} (SHA-256 {digest}…), {date}.</translation>
    </message>
    <message>
      <source>Map on or off (M)</source>
      <translation>Karte ein oder aus (M)</translation>
    </message>
    <message>
      <source>Map to judge</source>
      <translation>Zu beurteilende Karte</translation>
    </message>
    <message>
      <source>Map what the canvas shows at once, wherever you go; no file comes of it</source>
      <translation>Gleich kartieren, was die Karte zeigt, wohin Sie auch gehen; eine Datei wird nicht daraus</translation>
    </message>
    <message>
      <source>map {path}</source>
      <translation>Karte {path}</translation>
    </message>
    <message>
      <source>Mapped, {unit}</source>
      <translation>Kartiert, {unit}</translation>
    </message>
    <message>
      <source>Mapping spoiled imagery</source>
      <translation>Verdorbene Bilder werden kartiert</translation>
    </message>
    <message>
      <source>Maps</source>
      <translation>Karten</translation>
    </message>
    <message>
      <source>Maps made: {done}, there already: {skipped}, doubtful: {doubtful}, failed: {failed}. {time}</source>
      <translation>Karten gemacht: {done}, schon da: {skipped}, zweifelhaft: {doubtful}, gescheitert: {failed}. {time}</translation>
    </message>
    <message>
      <source>Maps of earlier runs are no imagery and are left out: {names}.</source>
      <translation>Karten früherer Läufe sind keine Bilddaten und werden ausgelassen: {names}.</translation>
    </message>
    <message>
      <source>Maps of {name} by {model}, {date}</source>
      <translation>Karten von {name} mit {model}, {date}</translation>
    </message>
    <message>
      <source>Maps whose pixels are not the same are refused; or are brought to the pixels of one of them, each of which gets the class of the other map's nearest.</source>
      <translation>Karten, deren Pixel nicht dieselben sind, werden abgelehnt; oder sie werden auf die Pixel der einen gebracht, von denen jedes die Klasse des nächsten der anderen Karte bekommt.</translation>
    </message>
    <message>
      <source>Margin of error of the overall accuracy (±)</source>
      <translation>Fehlerspanne der Gesamtgenauigkeit (±)</translation>
    </message>
    <message>
      <source>Margin of error of the user's accuracy of each class (±)</source>
      <translation>Fehlerspanne der Nutzergenauigkeit jeder Klasse (±)</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Maske</translation>
    </message>
    <message>
      <source>Masked image modelling</source>
      <translation>Masked image modelling</translation>
    </message>
    <message>
      <source>Match to the training imagery</source>
      <translation>Trainingsbildern angleichen</translation>
    </message>
    <message>
      <source>Matched to the training imagery</source>
      <translation>An die Trainingsbilder angeglichen</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Mittelwert</translation>
    </message>
    <message>
      <source>Mean absolute error</source>
      <translation>Mittlerer absoluter Fehler</translation>
    </message>
    <message>
      <source>Mean F1</source>
      <translation>Mittleres F1</translation>
    </message>
    <message>
      <source>Mean IoU</source>
      <translation>Mittlere IoU</translation>
    </message>
    <message>
      <source>Mean IoU (0 to 1)</source>
      <translation>Mittlere IoU (0 bis 1)</translation>
    </message>
    <message>
      <source>Mean IoU on held-out polygons</source>
      <translation>Mittlere IoU auf zurückgehaltenen Polygonen</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}, {kept} % of the {clean} on the raster as it is.</source>
      <translation>Die mittlere IoU über die Klassen der Referenz ist über alle Karten {mean}: {kept} % der {clean} auf dem Raster, wie es ist.</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}.</source>
      <translation>Die mittlere IoU über die Klassen der Referenz ist über alle Karten {mean}.</translation>
    </message>
    <message>
      <source>Mean IoU, not measured here</source>
      <translation>Mittlere IoU, hier nicht gemessen</translation>
    </message>
    <message>
      <source>Measure the accuracy of a map</source>
      <translation>Genauigkeit einer Karte messen</translation>
    </message>
    <message>
      <source>Memory on {device} does not suffice: fewer patches at once now ({count}), whose gradients are added up.</source>
      <translation>Der Speicher auf {device} reicht nicht: jetzt weniger Ausschnitte auf einmal ({count}), deren Gradienten addiert werden.</translation>
    </message>
    <message>
      <source>Merge and rename classes</source>
      <translation>Klassen zusammenfassen und umbenennen</translation>
    </message>
    <message>
      <source>Merged classes</source>
      <translation>Zusammengefasste Klassen</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>Meter</translation>
    </message>
    <message>
      <source>Middle of each band before and after that</source>
      <translation>Mitte jedes Bandes davor und danach</translation>
    </message>
    <message>
      <source>Minimum mapping unit</source>
      <translation>Mindestkartierfläche</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Model file</source>
      <translation>Modelldatei</translation>
    </message>
    <message>
      <source>Model File…</source>
      <translation>Modelldatei…</translation>
    </message>
    <message>
      <source>Model Folder…</source>
      <translation>Modellordner…</translation>
    </message>
    <message>
      <source>Model pixel size</source>
      <translation>Modell-Pixelgröße</translation>
    </message>
    <message>
      <source>Model that maps the raster</source>
      <translation>Modell, das das Raster kartiert</translation>
    </message>
    <message>
      <source>Model to start from</source>
      <translation>Ausgangsmodell</translation>
    </message>
    <message>
      <source>Model whose view is compared</source>
      <translation>Modell, dessen Sicht verglichen wird</translation>
    </message>
    <message>
      <source>Model whose view is grouped</source>
      <translation>Modell, dessen Sicht gruppiert wird</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Models (*.onnx *.safetensors *.json)</source>
      <translation>Modelle (*.onnx *.safetensors *.json)</translation>
    </message>
    <message>
      <source>Models ({patterns})</source>
      <translation>Modelle ({patterns})</translation>
    </message>
    <message>
      <source>More than there are classes: several may become one later.</source>
      <translation>Mehr, als es Klassen gibt: Aus mehreren kann später eine werden.</translation>
    </message>
    <message>
      <source>More workers that cannot take part either: {count}.</source>
      <translation>Weitere Worker, die auch nicht teilnehmen können: {count}.</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>Mosaik</translation>
    </message>
    <message>
      <source>Most</source>
      <translation>Größter Wert</translation>
    </message>
    <message>
      <source>Most values of the raster are not what {model} takes, which is {takes}: they are {low} to {high} by {source}. Say which numbers stand for the ends of its range (STRETCH MIN,MAX), or choose another raster.</source>
      <translation>Die meisten Werte des Rasters sind nicht das, was {model} nimmt, nämlich {takes}: Es sind {low} bis {high} nach {source}. Geben Sie an, welche Zahlen für die Enden des Bereichs stehen (STRETCH MIN,MAX), oder wählen Sie ein anderes Raster.</translation>
    </message>
    <message>
      <source>Motion blur</source>
      <translation>Bewegungsunschärfe</translation>
    </message>
    <message>
      <source>N next, B back, S cannot be told, U undo, Esc ends</source>
      <translation>N weiter, B zurück, S nicht zu erkennen, U rückgängig, Esc beendet</translation>
    </message>
    <message>
      <source>N next, B back, S skip, U undo, M map on or off, Esc ends</source>
      <translation>N weiter, B zurück, S überspringen, U rückgängig, M Karte ein oder aus, Esc beendet</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name a folder that the computers of the cluster see, too: they write there what they have computed.</source>
      <translation>Nennen Sie einen Ordner, den auch die Rechner des Clusters sehen: Dorthin schreiben sie, was sie berechnet haben.</translation>
    </message>
    <message>
      <source>Name of a class, such as other: all of the map outside of the polygons counts as it, and a reference raster's pixels without a class. If the map has no such class, all classes that the reference does not name are one with it. Footprints of buildings, for example, need it: without it, only recall can be told from a reference that lacks classes of the map.</source>
      <translation>Name einer Klasse, etwa Sonstiges: Alles auf der Karte außerhalb der Polygone zählt dazu, ebenso die Pixel eines Referenzrasters ohne Klasse. Hat die Karte keine solche Klasse, so gehören alle Klassen dazu, die die Referenz nicht nennt. Gebäudeumrisse brauchen das zum Beispiel: Ohne diese Angabe lässt sich aus einer Referenz, der Klassen der Karte fehlen, nur die Trefferquote (Recall) bestimmen.</translation>
    </message>
    <message>
      <source>Name of a model of the groups</source>
      <translation>Name eines Modells der Gruppen</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Name des Geräts</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>Name des Modells</translation>
    </message>
    <message>
      <source>Name of the new model</source>
      <translation>Name des neuen Modells</translation>
    </message>
    <message>
      <source>Name the field of the reference that holds the class.</source>
      <translation>Nennen Sie das Feld der Referenz, in dem die Klasse steht.</translation>
    </message>
    <message>
      <source>Name:</source>
      <translation>Name:</translation>
    </message>
    <message>
      <source>named by its authors; neither fetched nor run by the makers of this plugin</source>
      <translation>von seinen Autoren genannt; von den Machern dieser Erweiterung weder geladen noch ausgeführt</translation>
    </message>
    <message>
      <source>Names of the bands</source>
      <translation>Namen der Kanäle</translation>
    </message>
    <message>
      <source>Names of the classes</source>
      <translation>Namen der Klassen</translation>
    </message>
    <message>
      <source>Names of the classes after</source>
      <translation>Namen der Klassen nachher</translation>
    </message>
    <message>
      <source>Names of the classes before</source>
      <translation>Namen der Klassen vorher</translation>
    </message>
    <message>
      <source>Names of the other map's classes</source>
      <translation>Namen der Klassen der anderen Karte</translation>
    </message>
    <message>
      <source>Names of the reference's classes</source>
      <translation>Namen der Klassen der Referenz</translation>
    </message>
    <message>
      <source>near infrared</source>
      <translation>nahes Infrarot</translation>
    </message>
    <message>
      <source>Nearest neighbour</source>
      <translation>Nächster Nachbar</translation>
    </message>
    <message>
      <source>Needed for the published checkpoints of CrossEarth and for full adaptation; the bundled model needs none. Where there is an NVIDIA card, it is the build for it: a download of up to 3 GB, without one of 200 MB.</source>
      <translation>Nötig für die veröffentlichten Checkpoints von CrossEarth und für die volle Anpassung; das mitgelieferte Modell braucht keines. Mit einer NVIDIA-Karte ist es die Fassung dafür: ein Download von bis zu 3 GB, ohne eine von 200 MB.</translation>
    </message>
    <message>
      <source>Neither has a CRS, by which the one could be brought to the other.</source>
      <translation>Keines hat ein KBS, mit dem das eine auf das andere gebracht werden könnte.</translation>
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
      <translation>Pixel des Netzes, m</translation>
    </message>
    <message>
      <source>never chosen</source>
      <translation>nie gewählt</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New classes and the model's classes that they are made of: built=building,road; green=vegetation. Classes that are not named stay.</source>
      <translation>Neue Klassen und die Klassen des Modells, aus denen sie bestehen: bebaut=building,road; grün=vegetation. Nicht genannte Klassen bleiben.</translation>
    </message>
    <message>
      <source>New Layer for Samples</source>
      <translation>Neuer Layer für Stichproben</translation>
    </message>
    <message>
      <source>New Layer of Points…</source>
      <translation>Neuer Layer mit Punkten…</translation>
    </message>
    <message>
      <source>New Layer of Polygons…</source>
      <translation>Neuer Layer mit Polygonen…</translation>
    </message>
    <message>
      <source>New sample points</source>
      <translation>Neue Stichprobenpunkte</translation>
    </message>
    <message>
      <source>Next (N)</source>
      <translation>Weiter (N)</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons of at least two classes.</source>
      <translation>Es wurde keine Genauigkeit gemessen: Dazu braucht es je zwei Polygone von mindestens zwei Klassen.</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons or points.</source>
      <translation>Es wurde keine Genauigkeit gemessen: Dazu braucht es zwei Polygone oder Punkte.</translation>
    </message>
    <message>
      <source>No areas are estimated: that takes points drawn at random on the map (“Draw sample points on a map”), and polygons or another map are none.</source>
      <translation>Flächen werden nicht geschätzt: Dazu braucht es zufällig auf der Karte gezogene Punkte („Stichprobenpunkte auf einer Karte ziehen“); Polygone oder eine andere Karte sind keine.</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values.</source>
      <translation>Keine Klasse der Referenz ({names}) ist eine der Karte ({classes}). Ist es das Feld, in dem die Klasse steht? Sonst geben Sie den Klassen Namen oder Werte der Karte.</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values. Is {near} meant?</source>
      <translation>Keine Klasse der Referenz ({names}) ist eine der Karte ({classes}). Ist es das Feld, in dem die Klasse steht? Sonst geben Sie den Klassen Namen oder Werte der Karte. Ist {near} gemeint?</translation>
    </message>
    <message>
      <source>No CRS tells how large the pixels are, and those of one map may be larger than those of another.</source>
      <translation>Kein KBS sagt, wie groß die Pixel sind, und die einer Karte können größer sein als die einer anderen.</translation>
    </message>
    <message>
      <source>No CRS: it is not known where the raster lies.</source>
      <translation>Kein KBS: Es ist nicht bekannt, wo das Raster liegt.</translation>
    </message>
    <message>
      <source>No figures and no areas can be told: each stratum needs a labelled point, and better 50, but {names} has none, and what is not known takes {share} of the map. Say what is there at some of its points.</source>
      <translation>Weder Kennzahlen noch Flächen lassen sich angeben: Jedes Stratum braucht einen Punkt mit Klasse, besser 50. {names} hat keinen, und was nicht bekannt ist, nimmt {share} der Karte ein. Sagen Sie an einigen dieser Punkte, was dort ist.</translation>
    </message>
    <message>
      <source>No map was made of {path}, for it would be doubtful. {doubts}</source>
      <translation>Aus {path} wurde keine Karte gemacht, denn sie wäre zweifelhaft. {doubts}</translation>
    </message>
    <message>
      <source>No map was made with the new model: its raster is not in the project any more. Choose another one.</source>
      <translation>Mit dem neuen Modell wurde keine Karte gemacht: Sein Raster ist nicht mehr im Projekt. Wählen Sie ein anderes.</translation>
    </message>
    <message>
      <source>No map was made: all rasters have failed or are doubtful.</source>
      <translation>Es wurde keine Karte gemacht: Alle Raster sind gescheitert oder zweifelhaft.</translation>
    </message>
    <message>
      <source>No model here knows these {count} bands: their names do not tell what they show, or their pixels are of another size. Start from the bands alone.</source>
      <translation>Kein Modell hier kennt diese {count} Bänder: Ihre Namen sagen nicht, was sie zeigen, oder ihre Pixel haben eine andere Größe. Beginnen Sie mit den Bändern allein.</translation>
    </message>
    <message>
      <source>No other raster in the project</source>
      <translation>Kein anderes Raster im Projekt</translation>
    </message>
    <message>
      <source>No point of the stratum {names} has a class: the figures hold for the rest of the map.</source>
      <translation>Kein Punkt des Stratums {names} hat eine Klasse: Die Kennzahlen gelten für den Rest der Karte.</translation>
    </message>
    <message>
      <source>No program of this computer opens {address}. The address is on the clipboard.</source>
      <translation>Kein Programm dieses Computers öffnet {address}. Die Adresse ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>No Python from {minimum} to {maximum} was found on this computer. Install one, or choose one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Auf diesem Rechner wurde kein Python von {minimum} bis {maximum} gefunden. Installieren Sie eines oder wählen Sie eines unter Einstellungen &gt; Optionen &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>No Python of this computer will do for the engine; the log says why. Python {version} can be downloaded from {host} ({size}), once, into
{folder}

Only the engine uses it. Download it now?</source>
      <translation>Kein Python dieses Rechners taugt für die Engine; das Protokoll sagt, warum. Python {version} kann von {host} heruntergeladen werden ({size}), einmal, nach
{folder}

Nur die Engine benutzt es. Jetzt herunterladen?</translation>
    </message>
    <message>
      <source>No sample could be held out, so nothing shows that {model} helps here: the bands alone are taken. Draw more samples, in more places.</source>
      <translation>Keine Stichprobe ließ sich zurückhalten, sodass nichts zeigt, dass {model} hier hilft: Nur die Bänder werden genommen. Zeichnen Sie mehr Stichproben, an mehr Stellen.</translation>
    </message>
    <message>
      <source>Nodata value</source>
      <translation>Nodata-Wert</translation>
    </message>
    <message>
      <source>Nodata value of the other map</source>
      <translation>Nodata-Wert der anderen Karte</translation>
    </message>
    <message>
      <source>Nodata value of the reference</source>
      <translation>Nodata-Wert der Referenz</translation>
    </message>
    <message>
      <source>NoData values</source>
      <translation>NoData-Werte</translation>
    </message>
    <message>
      <source>none of its points has a class in the field {field} yet.</source>
      <translation>Noch keiner seiner Punkte hat eine Klasse im Feld {field}.</translation>
    </message>
    <message>
      <source>North</source>
      <translation>Norden</translation>
    </message>
    <message>
      <source>Not all of {model} is taken: on the polygons held out it has a mean IoU of {all}, and what is taken {taken}. With all of it much more of the map would become {names}, of which few pixels are drawn. Draw more of it.</source>
      <translation>Nicht alles von {model} wird genommen: Auf den zurückgehaltenen Polygonen hat es eine mittlere IoU von {all}, was genommen wird {taken}. Mit allem würde viel mehr von der Karte zu {names}, wovon wenige Pixel gezeichnet sind. Zeichnen Sie mehr davon.</translation>
    </message>
    <message>
      <source>Not at all</source>
      <translation>Gar nicht</translation>
    </message>
    <message>
      <source>Not enough memory on {device} for one window of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Auf {device} reicht der Speicher nicht für ein Fenster von {window} Pixeln. Beenden Sie andere Programme, die ihn belegen, oder starten Sie mit Optionen, die weniger brauchen: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to load {model}. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Auf {device} reicht der Speicher nicht, um {model} zu laden. Beenden Sie andere Programme, die ihn belegen, oder starten Sie mit Optionen, die weniger brauchen: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to train on a single patch of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>Auf {device} reicht der Speicher nicht, um mit einem einzigen Ausschnitt von {window} Pixeln zu trainieren. Beenden Sie andere Programme, die ihn belegen, oder starten Sie mit Optionen, die weniger brauchen: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory to compute windows side by side: one by one now.</source>
      <translation>Nicht genug Speicher, um Fenster nebeneinander zu rechnen: jetzt eines nach dem anderen.</translation>
    </message>
    <message>
      <source>Not enough memory: fewer windows at once now ({count}).</source>
      <translation>Nicht genug Speicher: jetzt weniger Fenster auf einmal ({count}).</translation>
    </message>
    <message>
      <source>Not measured, for lack of a second polygon: {names}. What of it the model takes for another class does not count in that one's figures.</source>
      <translation>Nicht gemessen, da ein zweites Polygon fehlt: {names}. Was das Modell davon für eine andere Klasse hält, zählt in deren Kennzahlen nicht.</translation>
    </message>
    <message>
      <source>not taken: it saves too little time</source>
      <translation>nicht genutzt: spart zu wenig Zeit</translation>
    </message>
    <message>
      <source>not taken: the trial did not come to its end</source>
      <translation>nicht genutzt: Der Versuch kam nicht zum Ende</translation>
    </message>
    <message>
      <source>not taken: too many pixels change their class</source>
      <translation>nicht genutzt: Zu viele Pixel wechseln die Klasse</translation>
    </message>
    <message>
      <source>not taken: {reason}</source>
      <translation>nicht genutzt: {reason}</translation>
    </message>
    <message>
      <source>Nothing can be downloaded through the SOCKS proxy {host}. Choose an HTTP proxy under Settings &gt; Options &gt; Network. Without one, models can be taken from a folder, and another Python with the engine's packages be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Über den SOCKS-Proxy {host} kann nichts heruntergeladen werden. Wählen Sie einen HTTP-Proxy unter Einstellungen &gt; Optionen &gt; Netzwerk. Ohne ihn lassen sich Modelle aus einem Ordner holen, und unter Einstellungen &gt; Optionen &gt; CrossEarth kann ein anderes Python mit den Paketen der Engine gewählt werden.</translation>
    </message>
    <message>
      <source>Nothing downloaded</source>
      <translation>Nichts heruntergeladen</translation>
    </message>
    <message>
      <source>Nothing in the field “{field}” says what is there.</source>
      <translation>Nichts im Feld „{field}“ sagt, was da ist.</translation>
    </message>
    <message>
      <source>Nothing in the raster is named as {names}, of the {count} bands that {model} was trained on: it is shown their mean instead, which tells it nothing. If the raster has them, say which its bands are (BANDS), or name them in the file.</source>
      <translation>Nichts im Raster heißt wie {names}, von den {count} Bändern, mit denen {model} trainiert wurde: Ihm wird stattdessen deren Mittelwert gezeigt, der ihm nichts sagt. Hat das Raster sie, sagen Sie, welche seine Bänder sind (BANDS), oder benennen Sie sie in der Datei.</translation>
    </message>
    <message>
      <source>Nothing shows that the classes can be told apart here: of the pixels held out, {recall} of a class are right on average, and a map of one class would have {guessed}. The overall accuracy does not show that. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>Nichts zeigt, dass sich die Klassen hier unterscheiden lassen: Von den zurückgehaltenen Pixeln einer Klasse sind im Mittel {recall} richtig, bei einer Karte aus nur einer Klasse wären es {guessed}. An der Gesamtgenauigkeit sieht man das nicht. Wählen Sie andere Bänder, ein anderes Raster oder Klassen, die sich darin unterscheiden.</translation>
    </message>
    <message>
      <source>Nothing shows that the numbers can be told here: on the samples held out, what is mapped is no better than their mean (R² {r2}). Choose other bands or another raster.</source>
      <translation>Nichts zeigt, dass sich die Zahlen hier bestimmen lassen: An den zurückgehaltenen Stellen ist, was kartiert wird, nicht besser als ihr Mittelwert (R² {r2}). Wählen Sie andere Bänder oder ein anderes Raster.</translation>
    </message>
    <message>
      <source>Nothing tells how sure the map {file} is. Make it again with {flags} ({names} in QGIS), or give a model and a raster.</source>
      <translation>Nichts sagt, wie sicher die Karte {file} ist. Erstellen Sie sie neu mit {flags} (in QGIS {names}), oder geben Sie ein Modell und ein Raster an.</translation>
    </message>
    <message>
      <source>Nothing tells how the pixels were scaled that {model} was trained with: they are divided by {divisor}. If that is wrong, the map is: import the model again and say how (MEAN, STD; 0 and 1 for a network that takes them as they are).</source>
      <translation>Nichts sagt, wie die Pixel skaliert waren, mit denen {model} trainiert wurde: Sie werden durch {divisor} geteilt. Ist das falsch, so ist es auch die Karte: Importieren Sie das Modell neu und geben Sie an, wie (MEAN, STD; 0 und 1 für ein Netz, das sie nimmt, wie sie sind).</translation>
    </message>
    <message>
      <source>Nothing tells of which date {path} is: neither a STAC Item beside it, nor its tags, nor its name. Set the date in the layer's properties: Temporal, a fixed time range of one day.</source>
      <translation>Nichts sagt, von welchem Datum {path} ist: weder ein STAC-Item daneben noch die Tags noch der Name. Stellen Sie das Datum in den Layereigenschaften ein: Zeitlich, ein fester Zeitbereich von einem Tag.</translation>
    </message>
    <message>
      <source>Nothing tells what the numbers of the raster measure ({low} to {high}), and {model} takes {takes}: {one} was taken for 1. If that is wrong, the map is; say which numbers stand for 0 and 1, for instance STRETCH 0,10000, for Sentinel-2 since 2022 1000,11000, for Landsat Collection 2 7272.73,43636.36.</source>
      <translation>Nichts sagt, was die Zahlen des Rasters ({low} bis {high}) messen, und {model} nimmt {takes}: {one} wurde für 1 genommen. Ist das falsch, so ist es auch die Karte; geben Sie an, welche Zahlen für 0 und 1 stehen, zum Beispiel STRETCH 0,10000, für Sentinel-2 seit 2022 1000,11000, für Landsat Collection 2 7272.73,43636.36.</translation>
    </message>
    <message>
      <source>Nothing tells which bands {model} was made for: it is given the raster's bands {bands}, in this order. If that is wrong, say which (BANDS), or import the model with their names.</source>
      <translation>Nichts sagt, für welche Bänder {model} gemacht ist: Es bekommt die Bänder {bands} des Rasters, in dieser Reihenfolge. Ist das falsch, geben Sie die richtigen an (BANDS), oder importieren Sie das Modell mit ihren Namen.</translation>
    </message>
    <message>
      <source>Nothing tells which of the {count} bands of the raster are {names}: bands {bands} were taken, in their order. If these are others, say which (BANDS); the map is of no use otherwise.</source>
      <translation>Nichts sagt, welche der {count} Bänder des Rasters {names} sind: Genommen wurden die Bänder {bands}, der Reihe nach. Sind das andere, geben Sie die richtigen an (BANDS); sonst ist die Karte nicht zu gebrauchen.</translation>
    </message>
    <message>
      <source>Nothing varies in band {bands} of the raster, or there is no data in it: the model does without. If it needs more, say which bands it gets (BANDS).</source>
      <translation>In Band {bands} des Rasters ändert sich nichts, oder es hat dort keine Daten: Das Modell kommt ohne aus. Braucht es mehr, geben Sie an, welche Bänder es bekommt (BANDS).</translation>
    </message>
    <message>
      <source>Nothing was tried on this computer yet.</source>
      <translation>Auf diesem Computer wurde noch nichts versucht.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Number &amp;field</source>
      <translation>Zahlen&amp;feld</translation>
    </message>
    <message>
      <source>Number of candidates</source>
      <translation>Anzahl der Kandidaten</translation>
    </message>
    <message>
      <source>Number of groups</source>
      <translation>Anzahl der Gruppen</translation>
    </message>
    <message>
      <source>Number of objects</source>
      <translation>Anzahl der Objekte</translation>
    </message>
    <message>
      <source>Number of places</source>
      <translation>Anzahl der Stellen</translation>
    </message>
    <message>
      <source>Number of points</source>
      <translation>Anzahl der Punkte</translation>
    </message>
    <message>
      <source>Number of sample points for {name}</source>
      <translation>Zahl der Stichprobenpunkte für {name}</translation>
    </message>
    <message>
      <source>Number of windows</source>
      <translation>Anzahl der Fenster</translation>
    </message>
    <message>
      <source>numbered classes</source>
      <translation>nummerierte Klassen</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Zahlen</translation>
    </message>
    <message>
      <source>Numbers of the reference are taken as values of the map's classes: {names}.</source>
      <translation>Zahlen der Referenz gelten als Werte der Klassen der Karte: {names}.</translation>
    </message>
    <message>
      <source>Numbers separated by commas. Empty: as segmenting would take them.</source>
      <translation>Durch Komma getrennte Zahlen. Leer: wie beim Segmentieren.</translation>
    </message>
    <message>
      <source>Numbers with commas between them, such as 3,2,1, for every raster. Empty: by the colours that each file names, else the first ones.</source>
      <translation>Zahlen mit Kommas dazwischen, etwa 3,2,1, für jedes Raster. Leer: nach den Farben, die jede Datei nennt, sonst die ersten.</translation>
    </message>
    <message>
      <source>Numbers, not classes</source>
      <translation>Zahlen, keine Klassen</translation>
    </message>
    <message>
      <source>Numbers: {name}</source>
      <translation>Zahlen: {name}</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objekte</translation>
    </message>
    <message>
      <source>Objects that are sought</source>
      <translation>Gesuchte Objekte</translation>
    </message>
    <message>
      <source>Objects that cover no more than a pixel: {count}. What a network sees of a pixel is mostly what lies around it. Draw the whole object, or a point where it is widest.</source>
      <translation>Objekte, die nicht mehr als ein Pixel bedecken: {count}. Was ein Netz von einem Pixel sieht, ist vor allem das, was um ihn liegt. Zeichnen Sie das ganze Objekt, oder einen Punkt, wo es am breitesten ist.</translation>
    </message>
    <message>
      <source>Objects that do not lie on the raster are left out: {count}.</source>
      <translation>Objekte, die nicht auf dem Raster liegen, bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Objects with their classes</source>
      <translation>Objekte mit ihren Klassen</translation>
    </message>
    <message>
      <source>Objects without a class: {count} of {total}. The map has none there, or they have no geometry.</source>
      <translation>Objekte ohne Klasse: {count} von {total}. Die Karte hat dort keine, oder sie haben keine Geometrie.</translation>
    </message>
    <message>
      <source>observed</source>
      <translation>beobachtet</translation>
    </message>
    <message>
      <source>Of a raster and a model. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the report.</source>
      <translation>Für ein Raster und ein Modell. Leer: dieser Rechner. Oder die Adresse oder Datei des Schedulers eines Clusters, dessen Rechner das Raster und den Ordner des Berichts sehen.</translation>
    </message>
    <message>
      <source>of a size that the server does not say</source>
      <translation>in einer Größe, die der Server nicht nennt</translation>
    </message>
    <message>
      <source>Of polygons: how much simpler their outlines are than the steps of pixels. In pixels where the raster has no CRS; 0 keeps the steps. By default one and a half pixels, or half a pixel of the model.</source>
      <translation>Bei Polygonen: um wie viel einfacher ihre Umrisse sind als die Stufen der Pixel. In Pixeln, wenn das Raster kein KBS hat; 0 lässt die Stufen. Vorgabe: anderthalb Pixel oder ein halbes Pixel des Modells.</translation>
    </message>
    <message>
      <source>Of the numbers that the model computes with. auto: fp32, so that a map does not depend on where it was made, unless a trial on the processor found OpenVINO, an add-on, or bf16 as good. The others are faster, where the device knows them.</source>
      <translation>Der Zahlen, mit denen das Modell rechnet. auto: fp32, damit eine Karte nicht davon abhängt, wo sie entstanden ist, es sei denn, ein Versuch auf dem Prozessor fand OpenVINO, einen Zusatz, oder bf16 ebenso gut. Die anderen sind schneller, wo das Gerät sie beherrscht.</translation>
    </message>
    <message>
      <source>of the place</source>
      <translation>des Gebiets</translation>
    </message>
    <message>
      <source>of the points</source>
      <translation>der Punkte</translation>
    </message>
    <message>
      <source>of the points on both maps</source>
      <translation>der Punkte auf beiden Karten</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed draws the same points.</source>
      <translation>Der Zufallszahlen: Derselbe Startwert ergibt dieselben Punkte.</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same map.</source>
      <translation>Der Zufallszahlen: Derselbe Startwert ergibt dieselbe Karte.</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same model.</source>
      <translation>Der Zufallszahlen: Derselbe Startwert ergibt dasselbe Modell.</translation>
    </message>
    <message>
      <source>Of the recipe full: at most so many; it ends when the model no longer improves.</source>
      <translation>Beim Rezept full: höchstens so viele; es endet, wenn das Modell nicht mehr besser wird.</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches are covered, and the network also learns to rebuild them. auto: for CrossEarth's networks.</source>
      <translation>Beim Rezept full: Teile der Trainingsausschnitte werden verdeckt, und das Netz lernt auch, sie nachzubilden. auto: bei den Netzen von CrossEarth.</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches take the look of other imagery, so that colours count less. auto: for CrossEarth's networks.</source>
      <translation>Beim Rezept full: Teile der Trainingsausschnitte nehmen das Aussehen anderer Bilder an, damit Farben weniger zählen. auto: bei den Netzen von CrossEarth.</translation>
    </message>
    <message>
      <source>Of the recipe full: what learns in CrossEarth's backbone. gate: of three small modules in every block those that say most, chosen anew every 100 steps.</source>
      <translation>Beim Rezept full: was im Grundnetz von CrossEarth lernt. gate: von drei kleinen Modulen in jedem Block die aussagekräftigsten, alle 100 Schritte neu gewählt.</translation>
    </message>
    <message>
      <source>Of the recipe quick. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the rasters; the new model is fitted here, of what they have computed.</source>
      <translation>Beim Rezept quick. Leer: dieser Rechner. Oder die Adresse oder Datei des Schedulers eines Clusters, dessen Rechner die Raster sehen; das neue Modell wird hier angepasst, aus dem, was sie berechnet haben.</translation>
    </message>
    <message>
      <source>Of the same place: by the same points it is said which of the two maps is better, and whether chance alone can explain it (exact paired test of McNemar).</source>
      <translation>Vom selben Ort: Nach denselben Punkten wird gesagt, welche der beiden Karten besser ist und ob der Zufall allein das erklären kann (exakter gepaarter Test von McNemar).</translation>
    </message>
    <message>
      <source>Of the stratum {names} one point only is labelled. Intervals allow for that; ± of the normal approximation needs two points of each stratum and is left out.</source>
      <translation>Vom Stratum {names} hat nur ein Punkt eine Klasse. Die Intervalle berücksichtigen das; ± der Normalnäherung braucht zwei Punkte je Stratum und fehlt.</translation>
    </message>
    <message>
      <source>Of the {count} reference polygons, the model {model} was adapted to {known}: it has seen them, and the figures flatter it. Judge it by other polygons, or by random points (“Draw sample points on a map”); how well it does on polygons that were held out stands in the model's own accuracy report.</source>
      <translation>Von den {count} Polygonen der Referenz wurde das Modell {model} an {known} angepasst: Es hat sie gesehen, und die Kennzahlen schmeicheln ihm. Beurteilen Sie es nach anderen Polygonen oder nach Zufallspunkten („Stichprobenpunkte auf einer Karte ziehen“); wie gut es auf zurückgehaltenen Polygonen ist, steht im Genauigkeitsbericht des Modells.</translation>
    </message>
    <message>
      <source>of what both maps cover</source>
      <translation>dessen, was beide Karten abdecken</translation>
    </message>
    <message>
      <source>Of what is so, the share that the map has (recall)</source>
      <translation>Welchen Anteil dessen, was so ist, die Karte hat (Recall)</translation>
    </message>
    <message>
      <source>Of what the map calls so, the share that is (precision)</source>
      <translation>Welcher Anteil dessen, was die Karte so nennt, es ist (Precision)</translation>
    </message>
    <message>
      <source>Of what was compared</source>
      <translation>Vom Verglichenen</translation>
    </message>
    <message>
      <source>Of what was held out, the model is sure by {confidence} in the mean, and right by {accuracy}. Expected calibration error (ECE): {ece}.</source>
      <translation>Bei dem, was zurückgehalten wurde, ist das Modell im Mittel zu {confidence} sicher und hat zu {accuracy} recht. Erwarteter Kalibrierfehler (ECE): {ece}.</translation>
    </message>
    <message>
      <source>Of {total} points both maps have a class at {count} only: the comparison goes by these, and says nothing of the rest of the place.</source>
      <translation>Von {total} Punkten haben beide Karten nur an {count} eine Klasse: Danach wird verglichen, und über den Rest des Ortes sagt das nichts.</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <source>Offer Layers Made by CrossEarth, Too</source>
      <translation>Auch von CrossEarth erzeugte Layer anbieten</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Ein</translation>
    </message>
    <message>
      <source>On spoiled imagery: mean IoU {mean}, where it is {clean} on the raster as it is</source>
      <translation>Auf verdorbenen Bildern: mittlere IoU {mean}; auf dem Raster, wie es ist, {clean}</translation>
    </message>
    <message>
      <source>On the dashed line predicted and observed are the same.</source>
      <translation>Auf der gestrichelten Linie sind vorhergesagt und beobachtet gleich.</translation>
    </message>
    <message>
      <source>On {count} windows that nothing was learned from, the new model gives {share:.1%} of the pixels the class that the teacher gives them (95 % interval {low:.1%} to {high:.1%}, by drawing the windows anew).</source>
      <translation>Auf {count} Fenstern, aus denen nichts gelernt wurde, gibt das neue Modell {share:.1%} der Pixel die Klasse, die ihnen der Lehrer gibt (95-%-Intervall {low:.1%} bis {high:.1%}, durch erneutes Ziehen der Fenster).</translation>
    </message>
    <message>
      <source>On {date} there is no data for {share} of what the other dates show: there the result has none, either.</source>
      <translation>Am {date} fehlen die Daten für {share} dessen, was die anderen Termine zeigen: Dort hat auch das Ergebnis keine.</translation>
    </message>
    <message>
      <source>On {share} of where the map after has a class the map before has none: nothing is said of it.</source>
      <translation>Auf {share} der Fläche, auf der die Karte nachher eine Klasse hat, hat die Karte vorher keine: Darüber wird nichts gesagt.</translation>
    </message>
    <message>
      <source>On {share} of where the map before has a class the map after has none: nothing is said of it.</source>
      <translation>Auf {share} der Fläche, auf der die Karte vorher eine Klasse hat, hat die Karte nachher keine: Darüber wird nichts gesagt.</translation>
    </message>
    <message>
      <source>One map has numbers where the other has names, and is taken at them: {classes}. If they mean something else, nearly all of it counts as changed: name them (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Eine Karte hat Zahlen, wo die andere Namen hat, und wird danach verstanden: {classes}. Bedeuten sie etwas anderes, gilt fast alles als verändert: Benennen Sie sie (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>One of the engine's packages is not offered, in the version that was tested, for this Python or this computer, or the mirror or folder that is set here lacks it. The log names it; another Python can be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Eines der Pakete der Engine gibt es in der getesteten Version nicht für dieses Python oder diesen Computer, oder es fehlt im eingestellten Spiegel oder Ordner. Das Protokoll nennt es; ein anderes Python lässt sich unter Einstellungen &gt; Optionen &gt; CrossEarth wählen.</translation>
    </message>
    <message>
      <source>one of this computer; if none will do, you are asked to download one</source>
      <translation>eines dieses Rechners; taugt keines, werden Sie gefragt, ob eines heruntergeladen werden soll</translation>
    </message>
    <message>
      <source>One virtual raster of all maps, without those that are doubtful. The maps have to be in one CRS and on one grid of pixels.</source>
      <translation>Ein virtuelles Raster aus allen Karten, ohne die zweifelhaften. Die Karten müssen in einem KBS und auf einem Pixelgitter liegen.</translation>
    </message>
    <message>
      <source>Only pixels inside these polygons are classified; everything else is skipped, which also saves time.</source>
      <translation>Nur Pixel in diesen Polygonen werden klassifiziert; alles andere wird übersprungen, was auch Zeit spart.</translation>
    </message>
    <message>
      <source>Only the map after, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Nur die Karte nachher, {file}, hat {classes}: All das gilt als verändert. Heißt es auf der anderen Karte anders, geben Sie beiden denselben Namen (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>Only the map before, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Nur die Karte vorher, {file}, hat {classes}: All das gilt als verändert. Heißt es auf der anderen Karte anders, geben Sie beiden denselben Namen (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>only {share} of the labels of the exported network are those of the model; nothing was written.</source>
      <translation>Nur {share} der Klassen des exportierten Netzes sind die des Modells; geschrieben wurde nichts.</translation>
    </message>
    <message>
      <source>ONNX file</source>
      <translation>ONNX-Datei</translation>
    </message>
    <message>
      <source>ONNX Runtime for NVIDIA cards</source>
      <translation>ONNX Runtime für NVIDIA-Karten</translation>
    </message>
    <message>
      <source>onnx,deepness,stac,share,weights,convert</source>
      <translation>onnx,deepness,stac,teilen,Gewichte,umwandeln</translation>
    </message>
    <message>
      <source>Open Report</source>
      <translation>Bericht öffnen</translation>
    </message>
    <message>
      <source>openvino has ONNX models, such as the bundled one, run in less time on the processor, if a trial shows that it does; torch is PyTorch for the processor, on Apple's chips for the GPU, too; torch-cuda takes its place on computers with an NVIDIA card; onnxruntime-gpu has ONNX models, such as the bundled one, run on such a card.</source>
      <translation>Mit openvino rechnen ONNX-Modelle wie das mitgelieferte auf dem Prozessor in kürzerer Zeit, wenn ein Versuch das zeigt; torch ist PyTorch für den Prozessor, auf Apples Chips auch für die GPU; torch-cuda tritt auf Rechnern mit einer NVIDIA-Karte an seine Stelle; mit onnxruntime-gpu laufen ONNX-Modelle wie das mitgelieferte auf einer solchen Karte.</translation>
    </message>
    <message>
      <source>OpenVINO: maps in less time without a graphics card</source>
      <translation>OpenVINO: Karten in kürzerer Zeit ohne Grafikkarte</translation>
    </message>
    <message>
      <source>Or a raster that a model maps</source>
      <translation>Oder ein Raster, das ein Modell kartiert</translation>
    </message>
    <message>
      <source>Or a reference raster of classes</source>
      <translation>Oder ein Referenzraster mit Klassen</translation>
    </message>
    <message>
      <source>Othe&amp;r map</source>
      <translation>An&amp;dere Karte</translation>
    </message>
    <message>
      <source>Other computers</source>
      <translation>Andere Rechner</translation>
    </message>
    <message>
      <source>Other dates of the same place</source>
      <translation>Andere Termine desselben Ortes</translation>
    </message>
    <message>
      <source>Other dates of the same place: rasters of the project that are one input with this one, such as crops in other seasons</source>
      <translation>Andere Termine desselben Ortes: Raster des Projekts, die mit diesem eine Eingabe sind, etwa Feldfrüchte in anderen Jahreszeiten</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>Sonstige</translation>
    </message>
    <message>
      <source>Others on this computer can read {key}, with which they can run anything on the cluster: {command} keeps it to you. Where that changes nothing, as on some network drives, copy the folder to a disk of this computer.</source>
      <translation>Andere auf diesem Rechner können {key} lesen und damit auf dem Cluster alles ausführen: {command} behält ihn Ihnen vor. Wo das nichts ändert, wie auf manchen Netzlaufwerken, kopieren Sie den Ordner auf eine Platte dieses Rechners.</translation>
    </message>
    <message>
      <source>Outline tolerance</source>
      <translation>Toleranz der Umrisse</translation>
    </message>
    <message>
      <source>Outlines</source>
      <translation>Umrisse</translation>
    </message>
    <message>
      <source>Outlines of them, or a point in each.</source>
      <translation>Ihre Umrisse, oder ein Punkt in jedem.</translation>
    </message>
    <message>
      <source>Output file</source>
      <translation>Ausgabedatei</translation>
    </message>
    <message>
      <source>Output resolution</source>
      <translation>Ausgabeauflösung</translation>
    </message>
    <message>
      <source>Overall accuracy</source>
      <translation>Gesamtgenauigkeit</translation>
    </message>
    <message>
      <source>Overall accuracy (0 to 1)</source>
      <translation>Gesamtgenauigkeit (0 bis 1)</translation>
    </message>
    <message>
      <source>Overall accuracy {accuracy}, kappa {kappa}, mean IoU {iou}</source>
      <translation>Gesamtgenauigkeit {accuracy}, Kappa {kappa}, mittlere IoU {iou}</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %</source>
      <translation>Gesamtgenauigkeit {share} %</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %, {low} to {high} % (95 %)</source>
      <translation>Gesamtgenauigkeit {share} %, {low} bis {high} % (95 %)</translation>
    </message>
    <message>
      <source>Overall accuracy, less that of the other map</source>
      <translation>Gesamtgenauigkeit abzüglich der der anderen Karte</translation>
    </message>
    <message>
      <source>Overlap, pixels</source>
      <translation>Überlappung, Pixel</translation>
    </message>
    <message>
      <source>p-value of the difference</source>
      <translation>p-Wert des Unterschieds</translation>
    </message>
    <message>
      <source>panchromatic</source>
      <translation>panchromatisch</translation>
    </message>
    <message>
      <source>part {number}</source>
      <translation>Teil {number}</translation>
    </message>
    <message>
      <source>Patches at once</source>
      <translation>Ausschnitte auf einmal</translation>
    </message>
    <message>
      <source>Patches that are smaller take the class of their largest neighbour. In pixels where the raster has no CRS. By default nothing is removed.</source>
      <translation>Kleinere Flächen bekommen die Klasse ihres größten Nachbarn. In Pixeln, wenn das Raster kein KBS hat. Vorgabe: Nichts wird entfernt.</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept, and the next download goes on there.</source>
      <translation>Angehalten; was angekommen ist, bleibt erhalten, und das nächste Herunterladen fährt dort fort.</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept.</source>
      <translation>Angehalten; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
      <source>Percent</source>
      <translation>Prozent</translation>
    </message>
    <message>
      <source>Percent of what has a class; pixels without data do not count.</source>
      <translation>Prozent dessen, was eine Klasse hat; Pixel ohne Daten zählen nicht.</translation>
    </message>
    <message>
      <source>Percent of where both maps have a class.</source>
      <translation>Prozent dessen, wo beide Karten eine Klasse haben.</translation>
    </message>
    <message>
      <source>Pixel of the map</source>
      <translation>Pixel der Karte</translation>
    </message>
    <message>
      <source>Pixel of the raster, m</source>
      <translation>Pixel des Rasters, m</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Pixelgröße</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>Pixels and area per class (JSON)</source>
      <translation>Pixel und Fläche je Klasse (JSON)</translation>
    </message>
    <message>
      <source>Pixels of all maps together</source>
      <translation>Pixel aller Karten zusammen</translation>
    </message>
    <message>
      <source>Pixels of reference</source>
      <translation>Pixel der Referenz</translation>
    </message>
    <message>
      <source>pixels scaled from 0–255 to 0–1</source>
      <translation>Pixelwerte von 0–255 auf 0–1 gebracht</translation>
    </message>
    <message>
      <source>Pixels with a number</source>
      <translation>Pixel mit einer Zahl</translation>
    </message>
    <message>
      <source>Pixels with several points have the mean of their numbers: {count}.</source>
      <translation>Pixel mit mehreren Punkten haben den Mittelwert von deren Zahlen: {count}.</translation>
    </message>
    <message>
      <source>Pixels with these values are left out, instead of those that the file marks: values or ranges with commas between them, such as 0 or -9999..-9000,255; 2:0 for band 2 alone; none, if all are data. Of bytes, in all bands at once. By default as the layer shows it.</source>
      <translation>Pixel mit diesen Werten werden ausgelassen, statt derer, die die Datei kennzeichnet: Werte oder Bereiche mit Kommas dazwischen, etwa 0 oder -9999..-9000,255; 2:0 nur für Kanal 2; none, wenn alle Daten sind. Bei Bytes in allen Kanälen zugleich. Vorgabe: wie der Layer es zeigt.</translation>
    </message>
    <message>
      <source>Pixels without a CRS. Empty: as the area has room.</source>
      <translation>Ohne KBS in Pixeln. Leer: wie das Gebiet Platz hat.</translation>
    </message>
    <message>
      <source>pixels, both ways</source>
      <translation>Pixel, in beide Richtungen</translation>
    </message>
    <message>
      <source>Place {number} of {count}. The model says {name}; {reason}</source>
      <translation>Stelle {number} von {count}. Das Modell sagt {name}; {reason}</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Stellen</translation>
    </message>
    <message>
      <source>Places to review</source>
      <translation>Stellen zum Nachsehen</translation>
    </message>
    <message>
      <source>plan</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Plan sample points</source>
      <translation>Stichprobenpunkte planen</translation>
    </message>
    <message>
      <source>Point at objects</source>
      <translation>Objekte anklicken</translation>
    </message>
    <message>
      <source>Point at one or a few objects, and get a raster that says of every pixel how similar it is to the most similar of them, percent. Places that are similar enough can be written as outlines or points.

What a model sees is compared, not colours alone; of an embedding raster its own vectors are. It is kept: with other objects or another threshold the answer comes within seconds.

Example: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70.</source>
      <translation>Zeigen Sie auf eines oder einige Objekte, und Sie bekommen ein Raster, das von jedem Pixel sagt, wie ähnlich er dem ähnlichsten davon ist, in Prozent. Stellen, die ähnlich genug sind, können als Umrisse oder Punkte geschrieben werden.

Verglichen wird, was ein Modell sieht, nicht nur Farben; bei einem Raster von Einbettungen sind es dessen eigene Vektoren. Es wird behalten: Mit anderen Objekten oder einer anderen Schwelle kommt die Antwort in Sekunden.

Beispiel: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70.</translation>
    </message>
    <message>
      <source>Point {number} of {count}, {done} done.</source>
      <translation>Punkt {number} von {count}, {done} erledigt.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>Points in all</source>
      <translation>Punkte insgesamt</translation>
    </message>
    <message>
      <source>points in it are labelled: {count}. Choose another file, or remove this one.</source>
      <translation>In ihr sind Punkte beschriftet: {count}. Wählen Sie eine andere Datei, oder entfernen Sie diese.</translation>
    </message>
    <message>
      <source>Points of no stratum, as if added by hand, are left out: {count}.</source>
      <translation>Punkte ohne Stratum, wie von Hand ergänzte, bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Points of one place were held out together.</source>
      <translation>Punkte einer Stelle wurden zusammen zurückgehalten.</translation>
    </message>
    <message>
      <source>Points of reference</source>
      <translation>Punkte der Referenz</translation>
    </message>
    <message>
      <source>Points or polygons of what is sought; of a layer in which some are selected, only these if you say so. Any CRS.</source>
      <translation>Punkte oder Polygone dessen, was gesucht wird; von einem Layer, in dem einige gewählt sind, nur diese, wenn Sie es sagen. Beliebiges KBS.</translation>
    </message>
    <message>
      <source>Points say nothing of what lies between them: the background is for polygons.</source>
      <translation>Punkte sagen nichts über das, was zwischen ihnen liegt: Der Hintergrund ist für Polygone.</translation>
    </message>
    <message>
      <source>Points that a class gets at least, where there are enough in all</source>
      <translation>Punkte, die eine Klasse mindestens bekommt, wenn es insgesamt genug sind</translation>
    </message>
    <message>
      <source>Points that are labelled</source>
      <translation>Beschriftete Punkte</translation>
    </message>
    <message>
      <source>Points that do not lie in their stratum on this map, which they were drawn on: {count}. If they were moved, each speaks of another place than it stands for, and figures and areas are wrong: put them back. The same map, count and seed draw the same points.</source>
      <translation>Punkte, die auf dieser Karte, auf der sie gezogen wurden, nicht in ihrem Stratum liegen: {count}. Wurden sie verschoben, spricht jeder von einem anderen Ort als dem, für den er steht, und Kennzahlen und Flächen sind falsch: Setzen Sie sie zurück. Dieselbe Karte, Anzahl und derselbe Startwert ziehen dieselben Punkte.</translation>
    </message>
    <message>
      <source>Points that lie on the pixel of another point: {count}. Each of them counts, so that figures and areas are wrong: remove the copies, and of labels that contradict each other all but one.</source>
      <translation>Punkte, die auf dem Pixel eines anderen Punktes liegen: {count}. Jeder zählt, sodass Kennzahlen und Flächen falsch sind: Entfernen Sie die Kopien, und von Angaben, die einander widersprechen, alle bis auf eine.</translation>
    </message>
    <message>
      <source>Points where one of the maps has no class are left out: {count}.</source>
      <translation>Punkte, an denen eine der Karten keine Klasse hat, bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Points where the map has no class are left out: {count}.</source>
      <translation>Punkte, an denen die Karte keine Klasse hat, bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Points without a class yet are left out: {count}.</source>
      <translation>Punkte, die noch keine Klasse haben, bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Points without a place are left out: {count}.</source>
      <translation>Punkte ohne Ort werden ausgelassen: {count}.</translation>
    </message>
    <message>
      <source>Polygon layer</source>
      <translation>Polygonlayer</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Polygons and points where the map has no number are left out: {count}.</source>
      <translation>Polygone und Punkte, an denen die Karte keine Zahl hat, werden ausgelassen: {count}.</translation>
    </message>
    <message>
      <source>Polygons and points without a number are left out: {count}.</source>
      <translation>Polygone und Punkte ohne Zahl werden ausgelassen: {count}.</translation>
    </message>
    <message>
      <source>Polygons drawn</source>
      <translation>Gezeichnete Polygone</translation>
    </message>
    <message>
      <source>Polygons of a layer</source>
      <translation>Polygone eines Layers</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: what they share is left out. Places: {count}.</source>
      <translation>Polygone verschiedener Klassen überlappen sich: Was sie gemeinsam haben, bleibt weg. Stellen: {count}.</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: {pairs}.</source>
      <translation>Polygone verschiedener Klassen überlappen sich: {pairs}.</translation>
    </message>
    <message>
      <source>Polygons of different numbers overlap: what they share is left out. Places: {count}.</source>
      <translation>Polygone mit verschiedenen Zahlen überlappen sich: Was sie gemeinsam haben, wird ausgelassen. Stellen: {count}.</translation>
    </message>
    <message>
      <source>Polygons or points whose class you know, in a layer with a field for the class</source>
      <translation>Polygone oder Punkte, deren Klasse Sie kennen, in einem Layer mit einem Feld für die Klasse</translation>
    </message>
    <message>
      <source>Polygons outside the raster are left out: {count}.</source>
      <translation>Polygone außerhalb des Rasters bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Polygons that somebody has chosen are no random sample: the figures hold for places like these, and no areas are estimated from them. Random points (crossearth sample) can tell both.</source>
      <translation>Polygone, die jemand gewählt hat, sind keine Zufallsstichprobe: Die Kennzahlen gelten für Stellen wie diese, und Flächen werden aus ihnen nicht geschätzt. Zufällige Punkte („Stichprobenpunkte auf einer Karte ziehen“) können beides sagen.</translation>
    </message>
    <message>
      <source>Polygons without a class are left out: {count}.</source>
      <translation>Polygone ohne Klasse bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Polygons without an area are left out: {count}.</source>
      <translation>Polygone ohne Fläche bleiben weg: {count}.</translation>
    </message>
    <message>
      <source>Polygons – {name}</source>
      <translation>Polygone – {name}</translation>
    </message>
    <message>
      <source>Post-processing</source>
      <translation>Nachbearbeitung</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <source>Precision (user's)</source>
      <translation>Precision (Nutzer)</translation>
    </message>
    <message>
      <source>Precision of the numbers</source>
      <translation>Genauigkeit der Zahlen</translation>
    </message>
    <message>
      <source>Precision: how much of what was mapped as the class is of it. Recall: how much of the class was found. IoU: their common part divided by all of both.</source>
      <translation>Precision: wie viel von dem, was als die Klasse kartiert ist, zu ihr gehört. Recall: wie viel von der Klasse gefunden wurde. IoU: was beiden gemeinsam ist, geteilt durch alles von beiden.</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>vorhergesagt</translation>
    </message>
    <message>
      <source>Predicted against observed</source>
      <translation>Vorhergesagt gegen beobachtet</translation>
    </message>
    <message>
      <source>Predicted and observed</source>
      <translation>Vorhergesagt und beobachtet</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>Vorbereitung…</translation>
    </message>
    <message>
      <source>Probabilities</source>
      <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>Probabilities – {name}</source>
      <translation>Wahrscheinlichkeiten – {name}</translation>
    </message>
    <message>
      <source>Processes</source>
      <translation>Prozesse</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>Processor &amp;cores</source>
      <translation>Prozessor&amp;kerne</translation>
    </message>
    <message>
      <source>Producer's</source>
      <translation>Hersteller</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
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
      <translation>Python, das die Umgebung anlegt</translation>
    </message>
    <message>
      <source>Python {version} lacks the module venv or ensurepip. On Debian and Ubuntu install it with: sudo apt install python{version}-venv</source>
      <translation>Python {version} fehlt das Modul venv oder ensurepip. Unter Debian und Ubuntu installieren Sie es mit: sudo apt install python{version}-venv</translation>
    </message>
    <message>
      <source>PyTorch for NVIDIA cards</source>
      <translation>PyTorch für NVIDIA-Karten</translation>
    </message>
    <message>
      <source>PyTorch of this kind is at download.pytorch.org only, which could not be reached. Check the internet connection, or set the engine up from a folder that another computer has filled.</source>
      <translation>PyTorch dieser Art gibt es nur bei download.pytorch.org, das nicht erreichbar war. Prüfen Sie die Internetverbindung, oder richten Sie die Engine aus einem Ordner ein, den ein anderer Computer gefüllt hat.</translation>
    </message>
    <message>
      <source>QGIS deletes the map and all that is made beside it when it closes, unless you keep it with a button that the result has then</source>
      <translation>QGIS löscht die Karte und alles, was daneben erzeugt wird, wenn es schließt; beim Ergebnis steht dann ein Knopf, um sie zu behalten</translation>
    </message>
    <message>
      <source>quality</source>
      <translation>Qualität</translation>
    </message>
    <message>
      <source>Quick</source>
      <translation>Schnell</translation>
    </message>
    <message>
      <source>quick: a small head on the frozen model, in seconds. full: the model itself is trained.</source>
      <translation>quick: ein kleiner Kopf auf dem eingefrorenen Modell, in Sekunden. full: das Modell selbst wird trainiert.</translation>
    </message>
    <message>
      <source>R&amp;un</source>
      <translation>&amp;Starten</translation>
    </message>
    <message>
      <source>radar backscatter</source>
      <translation>Radarrückstreuung</translation>
    </message>
    <message>
      <source>Random points on a map, to be checked by eye.</source>
      <translation>Zufallspunkte auf einer Karte, von Auge zu prüfen.</translation>
    </message>
    <message>
      <source>random points,stratified sample,validation,accuracy,reference</source>
      <translation>zufallspunkte,geschichtete stichprobe,validierung,genauigkeit,referenz</translation>
    </message>
    <message>
      <source>Raster</source>
      <translation>Raster</translation>
    </message>
    <message>
      <source>Raster band for {name}</source>
      <translation>Rasterkanal für {name}</translation>
    </message>
    <message>
      <source>Raster layers</source>
      <translation>Rasterlayer</translation>
    </message>
    <message>
      <source>Raster pixel size</source>
      <translation>Raster-Pixelgröße</translation>
    </message>
    <message>
      <source>Raster that is to be mapped</source>
      <translation>Raster, das kartiert werden soll</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Raster</translation>
    </message>
    <message>
      <source>Rasters (*.tif *.tiff *.vrt *.jp2 *.img);;All files (*)</source>
      <translation>Raster (*.tif *.tiff *.vrt *.jp2 *.img);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Rasters of the same place at other times, such as crops in other seasons: all dates are one input. A date is that of the layer's temporal range, if it has a fixed one, else of the file's tags or of its name. Where one date has no data, the result has none.</source>
      <translation>Raster desselben Ortes zu anderen Zeiten, etwa Feldfrüchte in anderen Jahreszeiten: Alle Termine sind eine Eingabe. Das Datum ist das des festen Zeitbereichs des Layers, wenn er einen hat, sonst das der Tags oder des Namens der Datei. Wo ein Termin keine Daten hat, hat das Ergebnis keine.</translation>
    </message>
    <message>
      <source>Rasters that the polygons were drawn on</source>
      <translation>Raster, auf denen die Polygone gezeichnet wurden</translation>
    </message>
    <message>
      <source>Rasters whose pixels are not those of the first are refused; or are brought to them by this resampling.</source>
      <translation>Raster, deren Pixel nicht die des ersten sind, werden abgelehnt; oder auf sie gebracht, mit dieser Abtastung.</translation>
    </message>
    <message>
      <source>Re&amp;view</source>
      <translation>&amp;Nachsehen</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>Gründe</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>Recall (producer's)</source>
      <translation>Recall (Hersteller)</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <source>red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <source>red edge</source>
      <translation>Red Edge</translation>
    </message>
    <message>
      <source>reduced to {size} m</source>
      <translation>verkleinert auf {size} m</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Referenz</translation>
    </message>
    <message>
      <source>Reference polygons or points</source>
      <translation>Referenzpolygone oder -punkte</translation>
    </message>
    <message>
      <source>reference raster</source>
      <translation>Referenzraster</translation>
    </message>
    <message>
      <source>reflectance, 0 to 1</source>
      <translation>Reflektanz, 0 bis 1</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>Verlässlichkeit</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Klasse entfernen</translation>
    </message>
    <message>
      <source>Remove Engine Environment</source>
      <translation>Engine-Umgebung entfernen</translation>
    </message>
    <message>
      <source>Remove from the engine</source>
      <translation>Aus der Engine entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen class; one with polygons stays</source>
      <translation>Gewählte Klasse entfernen; eine mit Polygonen bleibt</translation>
    </message>
    <message>
      <source>Remove {name} from the engine?</source>
      <translation>{name} aus der Engine entfernen?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Entfernen…</translation>
    </message>
    <message>
      <source>Removing the CrossEarth engine</source>
      <translation>CrossEarth-Engine wird entfernt</translation>
    </message>
    <message>
      <source>Removing {name}…</source>
      <translation>{name} wird entfernt…</translation>
    </message>
    <message>
      <source>Rename a Model</source>
      <translation>Modell umbenennen</translation>
    </message>
    <message>
      <source>Rename, duplicate, export and delete your own models</source>
      <translation>Eigene Modelle umbenennen, duplizieren, exportieren und löschen</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Report (HTML)</source>
      <translation>Bericht (HTML)</translation>
    </message>
    <message>
      <source>report,bug,fault,versions,log</source>
      <translation>Bericht,Fehler,Versionen,Protokoll,Diagnose</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Resume an interrupted run</source>
      <translation>Abgebrochenen Lauf fortsetzen</translation>
    </message>
    <message>
      <source>Resume an interrupted training</source>
      <translation>Abgebrochenes Training fortsetzen</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>Rechte Winkel</translation>
    </message>
    <message>
      <source>Right angles for classes</source>
      <translation>Rechte Winkel für Klassen</translation>
    </message>
    <message>
      <source>RMSE of numbers</source>
      <translation>RMSE von Zahlen</translation>
    </message>
    <message>
      <source>Roads</source>
      <translation>Straßen</translation>
    </message>
    <message>
      <source>Rotation</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Runde</translation>
    </message>
    <message>
      <source>Round of the model</source>
      <translation>Runde des Modells</translation>
    </message>
    <message>
      <source>round {number}</source>
      <translation>Runde {number}</translation>
    </message>
    <message>
      <source>Round {number} cannot be brought back: {reason}</source>
      <translation>Runde {number} lässt sich nicht zurückholen: {reason}</translation>
    </message>
    <message>
      <source>Round {number} is the model “{id}” again.</source>
      <translation>Runde {number} ist wieder das Modell „{id}“.</translation>
    </message>
    <message>
      <source>R² of numbers</source>
      <translation>R² von Zahlen</translation>
    </message>
    <message>
      <source>R² {r2}, RMSE {rmse}, bias {bias}</source>
      <translation>R² {r2}, RMSE {rmse}, Bias {bias}</translation>
    </message>
    <message>
      <source>R²: 1 less the sum of the squared errors divided by that of the squared differences from the mean. RMSE: the root of the mean squared error. Bias: the mean of predicted less observed. All but R² are in the unit of the numbers. Intervals: percentiles of a bootstrap that draws whole samples anew (Efron and Tibshirani 1993), of ten and more; where samples lie close together they are too short.</source>
      <translation>R²: 1 weniger die Summe der quadrierten Fehler, geteilt durch die der quadrierten Abweichungen vom Mittel. RMSE: die Wurzel des mittleren quadrierten Fehlers. Bias: das Mittel von vorhergesagt weniger beobachtet. Alle außer R² stehen in der Einheit der Zahlen. Intervalle: Perzentile eines Bootstraps, der ganze Stichproben neu zieht (Efron und Tibshirani 1993), ab zehn; wo Stichproben nahe beieinander liegen, sind sie zu kurz.</translation>
    </message>
    <message>
      <source>Salt and pepper</source>
      <translation>Salz und Pfeffer</translation>
    </message>
    <message>
      <source>Same classes</source>
      <translation>Gleiche Klassen</translation>
    </message>
    <message>
      <source>same: the very same dates. order: others, one after the other. season: for each the one at most 45 days from it, whatever the year.</source>
      <translation>same: genau dieselben. order: andere, einer nach dem anderen. season: für jeden der, der höchstens 45 Tage von ihm entfernt ist, gleich in welchem Jahr.</translation>
    </message>
    <message>
      <source>Sample of {name}</source>
      <translation>Stichprobe von {name}</translation>
    </message>
    <message>
      <source>Sample points</source>
      <translation>Stichprobenpunkte</translation>
    </message>
    <message>
      <source>Sample points of this place, drawn on this map or on any other one</source>
      <translation>Stichprobenpunkte dieses Orts, auf dieser oder einer anderen Karte gezogen</translation>
    </message>
    <message>
      <source>Sample points on {name}</source>
      <translation>Stichprobenpunkte auf {name}</translation>
    </message>
    <message>
      <source>Sample points – {name}</source>
      <translation>Stichprobenpunkte – {name}</translation>
    </message>
    <message>
      <source>Sample polygons or points</source>
      <translation>Stichproben: Polygone oder Punkte</translation>
    </message>
    <message>
      <source>sample size,number of points,stratified sample,accuracy,confidence</source>
      <translation>Stichprobenumfang,Anzahl der Punkte,geschichtete Stichprobe,Genauigkeit,Konfidenz</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Stichproben</translation>
    </message>
    <message>
      <source>satellite imagery, 1 m or finer</source>
      <translation>Satellitenbilder, 1 m oder feiner</translation>
    </message>
    <message>
      <source>Save &amp;to</source>
      <translation>A&amp;usgabe</translation>
    </message>
    <message>
      <source>Save the Class Map</source>
      <translation>Klassenkarte speichern</translation>
    </message>
    <message>
      <source>Says how good a map or a model is, and how sure that is.</source>
      <translation>Sagt, wie gut eine Karte oder ein Modell ist, und wie sicher das ist.</translation>
    </message>
    <message>
      <source>Says how many points are needed to tell the accuracy of a map to ± 5 %, or as you like, and how they are shared out among its classes (Cochran; Olofsson and others, 2014): in proportion to area, with a least number for each class.

Then draw as many with “Draw sample points on a map”.</source>
      <translation>Sagt, wie viele Punkte nötig sind, um die Genauigkeit einer Karte auf ± 5 %, oder wie gewünscht, anzugeben, und wie sie auf die Klassen verteilt werden (Cochran; Olofsson und andere, 2014): nach Fläche, mit einer Mindestzahl je Klasse.

Ziehen Sie dann so viele mit „Stichprobenpunkte auf einer Karte ziehen“.</translation>
    </message>
    <message>
      <source>Says how many points that takes, and fills in their number below</source>
      <translation>Sagt, wie viele Punkte das braucht, und trägt ihre Zahl unten ein</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Scale and offset of the raster were not applied: without them its values ({low} to {high}) are in the range that {model} takes, {takes}, and with them they are not.</source>
      <translation>Skala und Versatz des Rasters wurden nicht angewendet: Ohne sie liegen seine Werte ({low} bis {high}) in dem Bereich, den {model} nimmt, {takes}, und mit ihnen nicht.</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>Maßstabsleiste</translation>
    </message>
    <message>
      <source>Scales</source>
      <translation>Maßstäbe</translation>
    </message>
    <message>
      <source>Scales that the teacher looks at</source>
      <translation>Größen, in denen der Lehrer schaut</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Seed of the random numbers</source>
      <translation>Startwert der Zufallszahlen</translation>
    </message>
    <message>
      <source>seen as it is</source>
      <translation>wie es ist</translation>
    </message>
    <message>
      <source>Segment a raster</source>
      <translation>Raster segmentieren</translation>
    </message>
    <message>
      <source>Segment many rasters</source>
      <translation>Viele Raster segmentieren</translation>
    </message>
    <message>
      <source>segmentation,classification,land cover,land use,deep learning,ai,machine learning,semantic,imagery,aerial,satellite,drone,foundation model</source>
      <translation>Segmentierung,Klassifizierung,Landbedeckung,Landnutzung,Deep Learning,KI,maschinelles Lernen,semantisch,Bilder,Luftbild,Satellit,Drohne,Basismodell</translation>
    </message>
    <message>
      <source>Select at least one polygon of {layer}.</source>
      <translation>Wählen Sie mindestens ein Polygon von {layer} aus.</translation>
    </message>
    <message>
      <source>Selected &amp;features only</source>
      <translation>Nur gewählte &amp;Objekte</translation>
    </message>
    <message>
      <source>selected of {layer}</source>
      <translation>ausgewählte von {layer}</translation>
    </message>
    <message>
      <source>Self-crossing polygons are repaired: {count}.</source>
      <translation>Sich selbst kreuzende Polygone werden repariert: {count}.</translation>
    </message>
    <message>
      <source>Semantic ones (adapter beside the MLP)</source>
      <translation>Semantische (Adapter neben dem MLP)</translation>
    </message>
    <message>
      <source>Set &amp;Up the Engine</source>
      <translation>Engine &amp;einrichten</translation>
    </message>
    <message>
      <source>set of objects</source>
      <translation>Objekte</translation>
    </message>
    <message>
      <source>set of points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>set of polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Set Up the Engine</source>
      <translation>Engine einrichten</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Engine einrichten</translation>
    </message>
    <message>
      <source>Setting up the CrossEarth engine</source>
      <translation>CrossEarth-Engine wird eingerichtet</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>Einrichtung</translation>
    </message>
    <message>
      <source>Several dates are of one place: choose one raster that the polygons were drawn on, and its other dates.</source>
      <translation>Mehrere Termine sind von einem Ort: Wählen Sie ein Raster, auf dem die Polygone gezeichnet wurden, und seine anderen Termine.</translation>
    </message>
    <message>
      <source>Share of the area, %; rows: reference, columns: map. Kappa, F1 and IoU are of this matrix.</source>
      <translation>Anteil an der Fläche, %; Zeilen: Referenz, Spalten: Karte. Kappa, F1 und IoU sind die dieser Matrix.</translation>
    </message>
    <message>
      <source>share of the pixels</source>
      <translation>Anteil der Pixel</translation>
    </message>
    <message>
      <source>share of white</source>
      <translation>Anteil von Weiß</translation>
    </message>
    <message>
      <source>Share that is right</source>
      <translation>Anteil, der stimmt</translation>
    </message>
    <message>
      <source>share {number} of the windows</source>
      <translation>Anteil {number} der Fenster</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Verschiebung</translation>
    </message>
    <message>
      <source>short-wave infrared</source>
      <translation>kurzwelliges Infrarot</translation>
    </message>
    <message>
      <source>Show how well both models agree in the web browser</source>
      <translation>Im Webbrowser zeigen, wie gut beide Modelle übereinstimmen</translation>
    </message>
    <message>
      <source>Show the chosen group only</source>
      <translation>Nur die gewählte Gruppe zeigen</translation>
    </message>
    <message>
      <source>Show the report of this run in the web browser</source>
      <translation>Den Bericht dieses Laufs im Browser zeigen</translation>
    </message>
    <message>
      <source>Show what has become of what in the web browser</source>
      <translation>Im Webbrowser zeigen, was aus was geworden ist</translation>
    </message>
    <message>
      <source>Shows every window to the model in several orientations. Often a little better, and several times slower.</source>
      <translation>Zeigt dem Modell jedes Fenster in mehreren Ausrichtungen. Oft etwas besser und um ein Mehrfaches langsamer.</translation>
    </message>
    <message>
      <source>Shows the imagery to the model in several sizes, such as 0.75,1,1.5, and takes the average. Each one takes a run. By default as it is.</source>
      <translation>Zeigt dem Modell das Bild in mehreren Größen, etwa 0.75,1,1.5, und nimmt das Mittel. Jede kostet einen Durchgang. Vorgabe: wie es ist.</translation>
    </message>
    <message>
      <source>Shows what the new model makes of the part of the raster in view</source>
      <translation>Zeigt, was das neue Modell aus dem sichtbaren Teil des Rasters macht</translation>
    </message>
    <message>
      <source>Similar places</source>
      <translation>Ähnliche Stellen</translation>
    </message>
    <message>
      <source>similar places</source>
      <translation>ähnliche Stellen</translation>
    </message>
    <message>
      <source>Similarity</source>
      <translation>Ähnlichkeit</translation>
    </message>
    <message>
      <source>similarity,similar,search,find more like this,few-shot,example,cosine,embedding</source>
      <translation>Ähnlichkeit,ähnlich,suchen,mehr davon finden,few-shot,Beispiel,Kosinus,Einbettung</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Size, pixels</source>
      <translation>Größe, Pixel</translation>
    </message>
    <message>
      <source>Sizes that the teacher sees the imagery in, of which the average is learned, such as 0.75, 1, 1.5.</source>
      <translation>Größen, in denen der Lehrer das Bild sieht und deren Mittel gelernt wird, etwa 0.75, 1, 1.5.</translation>
    </message>
    <message>
      <source>Skip (S)</source>
      <translation>Überspringen (S)</translation>
    </message>
    <message>
      <source>Skipped.</source>
      <translation>Übersprungen.</translation>
    </message>
    <message>
      <source>Smallest patch</source>
      <translation>Kleinster Fleck</translation>
    </message>
    <message>
      <source>Smoothing the map</source>
      <translation>Karte wird geglättet</translation>
    </message>
    <message>
      <source>Some files hold several models, such as those for clouds: all of them are made ready to run, and not the chosen one alone.</source>
      <translation>Manche Dateien enthalten mehrere Modelle, etwa die für Wolken: Alle werden startbereit gemacht und nicht nur das gewählte.</translation>
    </message>
    <message>
      <source>Some workers compute on {device}, and others on {other}: what they see is not the same to the last digit, and the model would be of both. Name a device that all have (DEVICE cpu), or leave out the others.</source>
      <translation>Einige Worker rechnen auf {device}, andere auf {other}: Was sie sehen, ist nicht bis zur letzten Stelle gleich, und das Modell wäre von beiden. Nennen Sie ein Gerät, das alle haben (DEVICE cpu), oder lassen Sie die anderen weg.</translation>
    </message>
    <message>
      <source>Spatial modules that learned (LoRA)</source>
      <translation>Räumliche Module, die gelernt haben (LoRA)</translation>
    </message>
    <message>
      <source>Spread over the raster. More teach more, and take the teacher longer; a raster that has fewer is looked at whole.</source>
      <translation>Über das Raster verteilt. Mehr lehren mehr und kosten den Lehrer mehr Zeit; ein Raster, das weniger hat, wird ganz angesehen.</translation>
    </message>
    <message>
      <source>STAC Collection</source>
      <translation>STAC-Collection</translation>
    </message>
    <message>
      <source>STAC Collections (*.json)</source>
      <translation>STAC-Collections (*.json)</translation>
    </message>
    <message>
      <source>Standard deviation</source>
      <translation>Standardabweichung</translation>
    </message>
    <message>
      <source>standard deviation</source>
      <translation>Standardabweichung</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Ausgang</translation>
    </message>
    <message>
      <source>Start from this</source>
      <translation>Damit beginnen</translation>
    </message>
    <message>
      <source>Starting the engine…</source>
      <translation>Die Engine wird gestartet…</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Wird gestartet…</translation>
    </message>
    <message>
      <source>Step {done} of {total}</source>
      <translation>Schritt {done} von {total}</translation>
    </message>
    <message>
      <source>Step {done} of {total}, {time} left</source>
      <translation>Schritt {done} von {total}, noch {time}</translation>
    </message>
    <message>
      <source>Steps taken</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stopped after {done} of {total} steps: this is the best model until then.</source>
      <translation>Angehalten nach {done} von {total} Schritten: Dies ist das beste Modell bis dahin.</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command goes on.</source>
      <translation>Angehalten, {finished} von {total} Rastern sind fertig. Was fertig ist, bleibt; derselbe Befehl macht weiter.</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command with RESUME goes on.</source>
      <translation>Angehalten, {finished} von {total} Rastern sind fertig. Was fertig ist, bleibt; derselbe Befehl mit RESUME macht weiter.</translation>
    </message>
    <message>
      <source>Stopped: the best model so far is kept.</source>
      <translation>Angehalten: Das bisher beste Modell bleibt.</translation>
    </message>
    <message>
      <source>Stops the download; what has arrived is kept</source>
      <translation>Hält das Herunterladen an; was angekommen ist, bleibt erhalten</translation>
    </message>
    <message>
      <source>Stratified estimator of Stehman (2014), which is that of Olofsson et al. (2014) where the strata are the classes of this map. 95 % intervals are mid-p intervals for stratified samples (Fay and Kim 2017), which hold for rare classes and where no point is wrong. ± is half of the interval of the paper, a normal approximation: too short for rare classes, and none where no point is wrong.</source>
      <translation>Geschichteter Schätzer von Stehman (2014), der von Olofsson u. a. (2014) ist, wo die Strata die Klassen dieser Karte sind. 95-%-Intervalle sind Mid-p-Intervalle für geschichtete Stichproben (Fay und Kim 2017), die auch für seltene Klassen gelten und dort, wo kein Punkt falsch ist. ± ist die Hälfte des Intervalls jener Arbeit, eine Normalnäherung: zu kurz für seltene Klassen, und keines, wo kein Punkt falsch ist.</translation>
    </message>
    <message>
      <source>Strengths</source>
      <translation>Stärken</translation>
    </message>
    <message>
      <source>Stretch</source>
      <translation>Streckung</translation>
    </message>
    <message>
      <source>stripes in {frame}² pixels, of one pixel more</source>
      <translation>Streifen in {frame}² Pixeln, von je einem Pixel mehr</translation>
    </message>
    <message>
      <source>Student</source>
      <translation>Schüler</translation>
    </message>
    <message>
      <source>Sums over the maps: where maps overlap, ground counts as often as it was mapped.</source>
      <translation>Summen über die Karten: Wo sich Karten überlappen, zählt Boden so oft, wie er kartiert wurde.</translation>
    </message>
    <message>
      <source>Take back a sample of {name}</source>
      <translation>Stichprobe von {name} zurücknehmen</translation>
    </message>
    <message>
      <source>Take back what was drawn last, as long as the edits of the layer have not been saved</source>
      <translation>Das zuletzt Gezeichnete zurücknehmen, solange die Änderungen des Layers nicht gespeichert sind</translation>
    </message>
    <message>
      <source>Take these settings elsewhere: a terminal, a script, the Processing dialog</source>
      <translation>Diese Einstellungen mitnehmen: in ein Terminal, ein Skript, den Verarbeitungsdialog</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>genutzt</translation>
    </message>
    <message>
      <source>Takes up what a run with the same settings and the same output has left, and leaves what is done so far when it is interrupted itself.</source>
      <translation>Nimmt auf, was ein Lauf mit denselben Einstellungen und derselben Ausgabe hinterlassen hat, und lässt selbst stehen, was bei einer Unterbrechung fertig ist.</translation>
    </message>
    <message>
      <source>taper: the middle of a window counts more than its edge, which hides joins. average: all count the same, as in the publication of CrossEarth.</source>
      <translation>taper: Die Mitte eines Fensters zählt mehr als sein Rand, das verdeckt Nähte. average: Alle zählen gleich, wie in der Veröffentlichung von CrossEarth.</translation>
    </message>
    <message>
      <source>Tapered</source>
      <translation>Auslaufend</translation>
    </message>
    <message>
      <source>Teach a Faster Model…</source>
      <translation>Schnelleres Modell anlernen…</translation>
    </message>
    <message>
      <source>Teacher</source>
      <translation>Lehrer</translation>
    </message>
    <message>
      <source>Teacher looks in eight ways</source>
      <translation>Lehrer schaut auf acht Arten</translation>
    </message>
    <message>
      <source>Teaches a model the classes of polygons that you drew.</source>
      <translation>Bringt einem Modell die Klassen gezeichneter Polygone bei.</translation>
    </message>
    <message>
      <source>Temporary file</source>
      <translation>Temporäre Datei</translation>
    </message>
    <message>
      <source>terrain</source>
      <translation>Gelände</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <translation>Text (*.txt)</translation>
    </message>
    <message>
      <source>That did not work: {reason}</source>
      <translation>Das ging nicht: {reason}</translation>
    </message>
    <message>
      <source>That mean IoU, 0 to 1, by strength, 1 to 5. Dashed: on the raster as it is.</source>
      <translation>Diese mittlere IoU, 0 bis 1, nach Stärke, 1 bis 5. Gestrichelt: auf dem Raster, wie es ist.</translation>
    </message>
    <message>
      <source>The accuracies “{text}” are not understood. Write numbers from 0 to 1 with commas between them, such as 0.9, 0.7.</source>
      <translation>Die Genauigkeiten „{text}“ sind nicht zu verstehen. Schreiben Sie Zahlen von 0 bis 1, durch Kommas getrennt, etwa 0.9, 0.7.</translation>
    </message>
    <message>
      <source>The asked area does not touch the layer “{layer}”.</source>
      <translation>Das gewünschte Gebiet berührt den Layer „{layer}“ nicht.</translation>
    </message>
    <message>
      <source>The bands are embeddings of {name}: they are read as the values that their authors publish, and what is made of them has to name them: {attribution}</source>
      <translation>Die Kanäle sind Einbettungen von {name}: Sie werden als die Werte gelesen, die ihre Autoren angeben, und was aus ihnen entsteht, muss sie nennen: {attribution}</translation>
    </message>
    <message>
      <source>The bands “{text}” are not understood. Write whole numbers with commas between them, such as 3,2,1.</source>
      <translation>Die Kanäle „{text}“ sind unverständlich. Schreiben Sie ganze Zahlen mit Kommas dazwischen, etwa 3,2,1.</translation>
    </message>
    <message>
      <source>The certificate of {host} is not trusted ({reason}): a proxy or virus scanner may open secure connections. Ask for its certificate file and add it under Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
      <translation>Dem Zertifikat von {host} wird nicht vertraut ({reason}): ein Proxy oder Virenscanner öffnet vielleicht gesicherte Verbindungen. Bitten Sie um seine Zertifikatsdatei, fügen Sie sie unter Einstellungen &gt; Optionen &gt; Authentifizierung &gt; Zertifikate verwalten hinzu und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The certificate {file} is valid from {begin} on, and the clock of this computer says {now}: set the clock.</source>
      <translation>Das Zertifikat {file} gilt erst ab {begin}, und die Uhr dieses Rechners zeigt {now}: Stellen Sie die Uhr.</translation>
    </message>
    <message>
      <source>The certificate {file} was valid until {end}, and the clock of this computer says {now}: make new ones for all computers, or set the clock.</source>
      <translation>Das Zertifikat {file} galt bis {end}, und die Uhr dieses Rechners zeigt {now}: Machen Sie neue für alle Rechner, oder stellen Sie die Uhr.</translation>
    </message>
    <message>
      <source>The certificates in {folder} cannot be used: {reason}.</source>
      <translation>Die Zertifikate in {folder} sind nicht zu gebrauchen: {reason}.</translation>
    </message>
    <message>
      <source>The certificates that dask's settings name cannot be used: {reason}.</source>
      <translation>Die Zertifikate, die die Einstellungen von dask nennen, sind nicht zu gebrauchen: {reason}.</translation>
    </message>
    <message>
      <source>The class {name} has few pixels ({count}): draw more of it, {least} are a small start.</source>
      <translation>Die Klasse {name} hat wenige Pixel ({count}): Zeichnen Sie mehr davon, {least} sind ein kleiner Anfang.</translation>
    </message>
    <message>
      <source>The class {name} has no pixel whose centre lies in one of its polygons and is valid: it is left out. Draw larger polygons.</source>
      <translation>Die Klasse {name} hat kein gültiges Pixel, dessen Mitte in einem ihrer Polygone liegt: Sie wird ausgelassen. Zeichnen Sie größere Polygone.</translation>
    </message>
    <message>
      <source>The class {name} has only one polygon: its accuracy cannot be measured. Draw another one elsewhere.</source>
      <translation>Die Klasse {name} hat nur ein Polygon: Ihre Genauigkeit lässt sich nicht messen. Zeichnen Sie anderswo ein weiteres.</translation>
    </message>
    <message>
      <source>The class “{name}” has samples; delete or rename them first.</source>
      <translation>Die Klasse „{name}“ hat Stichproben; löschen Sie diese zuerst oder benennen Sie sie um.</translation>
    </message>
    <message>
      <source>The classes cannot be told apart here: of the very pixels that were learned from, {recall} of a class are right on average, and a map of one class would have {guessed}. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>Die Klassen lassen sich hier nicht unterscheiden: Selbst von den Pixeln, aus denen gelernt wurde, sind im Mittel {recall} einer Klasse richtig, bei einer Karte aus nur einer Klasse wären es {guessed}. Wählen Sie andere Bänder, ein anderes Raster oder Klassen, die sich darin unterscheiden.</translation>
    </message>
    <message>
      <source>The classes to merge “{text}” are not understood. Write each new class once, with those that it is made of: built=building,road; green=vegetation.</source>
      <translation>Die zusammenzufassenden Klassen „{text}“ sind unverständlich. Nennen Sie jede neue Klasse einmal, mit denen, aus denen sie besteht: bebaut=building,road; grün=vegetation.</translation>
    </message>
    <message>
      <source>The classes {names} are learned as classes of their own, though they differ in how they are written only. If they are one, write them alike.</source>
      <translation>Die Klassen {names} werden als eigene Klassen gelernt, obwohl sie sich nur in der Schreibweise unterscheiden. Sind sie eine, schreiben Sie sie gleich.</translation>
    </message>
    <message>
      <source>The classes “{text}” are not understood. Write values and names with commas between them, such as 1=water, 2=forest.</source>
      <translation>Die Klassen „{text}“ sind nicht zu verstehen. Schreiben Sie Werte und Namen mit Kommas dazwischen, etwa 1=Wasser, 2=Wald.</translation>
    </message>
    <message>
      <source>The cluster writes the map beside the report while it is judged: choose a file for the report, in a folder that its computers see.</source>
      <translation>Der Cluster schreibt die Karte neben den Bericht, solange sie beurteilt wird: Wählen Sie eine Datei für den Bericht, in einem Ordner, den seine Rechner sehen.</translation>
    </message>
    <message>
      <source>The colours must be a JSON object, not {text}.</source>
      <translation>Die Farben müssen ein JSON-Objekt sein, nicht {text}.</translation>
    </message>
    <message>
      <source>The command is on the clipboard.</source>
      <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The command is on the clipboard. It is for the Command Prompt (cmd), not for PowerShell.</source>
      <translation>Der Befehl ist in der Zwischenablage. Er ist für die Eingabeaufforderung (cmd), nicht für die PowerShell.</translation>
    </message>
    <message>
      <source>The compact model that learns, by its id or path: an ONNX model, such as the included one.</source>
      <translation>Das kompakte Modell, das lernt, mit Kennung oder Pfad: ein ONNX-Modell wie das mitgelieferte.</translation>
    </message>
    <message>
      <source>the connection ended too early</source>
      <translation>die Verbindung endete zu früh</translation>
    </message>
    <message>
      <source>The CrossEarth engine is damaged ({reason}). Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Die CrossEarth-Engine ist beschädigt ({reason}). Richten Sie sie im CrossEarth-Bedienfeld (Raster &gt; CrossEarth) oder mit dem Algorithmus crossearth:setupengine neu ein.</translation>
    </message>
    <message>
      <source>The CrossEarth engine is not installed yet. Set it up, once, in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Die CrossEarth-Engine ist noch nicht installiert. Richten Sie sie einmalig im CrossEarth-Bedienfeld (Raster &gt; CrossEarth) oder mit dem Algorithmus crossearth:setupengine ein.</translation>
    </message>
    <message>
      <source>The CrossEarth engine was installed for another version of the plugin. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Die CrossEarth-Engine wurde für eine andere Version der Erweiterung installiert. Richten Sie sie im CrossEarth-Bedienfeld (Raster &gt; CrossEarth) oder mit dem Algorithmus crossearth:setupengine neu ein.</translation>
    </message>
    <message>
      <source>The CRS does not tell what the pixels of the raster measure: it is a local one, or the coordinates of the raster are none of it. Areas are given in pixels only, and the model sees the raster as it is. If it is the wrong CRS, say which is right (CRS); if you know how large pixels are, say so (PIXEL_SIZE).</source>
      <translation>Das KBS sagt nicht, was die Pixel des Rasters messen: Es ist ein lokales, oder die Koordinaten des Rasters sind keine darin. Flächen gibt es nur in Pixeln, und das Modell sieht das Raster, wie es ist. Ist es das falsche KBS, geben Sie das richtige an (CRS); wissen Sie, wie groß die Pixel sind, geben Sie es an (PIXEL_SIZE).</translation>
    </message>
    <message>
      <source>The device {device} cannot be used. {reason} Available: {available}.</source>
      <translation>Das Gerät {device} kann nicht genutzt werden. {reason} Verfügbar: {available}.</translation>
    </message>
    <message>
      <source>The device {device} failed: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>Das Gerät {device} ist ausgefallen: {reason}. Versuchen Sie es noch einmal; scheitert es wieder, so aktualisieren Sie den Treiber der Karte, oder rechnen Sie auf dem Prozessor (DEVICE cpu).</translation>
    </message>
    <message>
      <source>The device {device} has failed and cannot be used any more by the engine, which starts anew for the next run: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>Das Gerät {device} ist ausgefallen und für die laufende Engine nicht mehr benutzbar; zum nächsten Lauf startet sie neu: {reason}. Starten Sie noch einmal; fällt es wieder aus, aktualisieren Sie den Treiber der Karte, oder rechnen Sie auf dem Prozessor (DEVICE cpu).</translation>
    </message>
    <message>
      <source>The device {device} is not available. Available: {available}.</source>
      <translation>Das Gerät {device} ist nicht verfügbar. Verfügbar: {available}.</translation>
    </message>
    <message>
      <source>The disk became full. Free some space, then set the engine up again.</source>
      <translation>Der Datenträger ist voll geworden. Schaffen Sie Platz und richten Sie die Engine dann neu ein.</translation>
    </message>
    <message>
      <source>The disk is full: {path} could not be completed and was removed. Free some space.</source>
      <translation>Der Datenträger ist voll: {path} konnte nicht fertiggestellt werden und wurde entfernt. Schaffen Sie Platz.</translation>
    </message>
    <message>
      <source>The download from {host} broke off ({reason}). Check the internet connection, and the proxy under Settings &gt; Options &gt; Network, then try again: it goes on where it was.</source>
      <translation>Das Herunterladen von {host} brach ab ({reason}). Prüfen Sie die Internetverbindung und den Proxy unter Einstellungen &gt; Optionen &gt; Netzwerk und versuchen Sie es noch einmal: es geht weiter, wo es war.</translation>
    </message>
    <message>
      <source>The download of {file} broke off at {done} of {total}: {reason}. What has arrived is kept; download it again to go on from there.</source>
      <translation>Der Download von {file} brach bei {done} von {total} ab: {reason}. Was angekommen ist, bleibt erhalten; laden Sie erneut, um dort weiterzumachen.</translation>
    </message>
    <message>
      <source>The download was refused because of its certificate: a proxy or virus scanner may open secure connections. Ask for its certificate file and name it in the environment variable PIP_CERT.</source>
      <translation>Der Download wurde wegen seines Zertifikats abgelehnt: Ein Proxy oder Virenscanner öffnet vermutlich sichere Verbindungen. Erfragen Sie dessen Zertifikatsdatei und nennen Sie sie in der Umgebungsvariablen PIP_CERT.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>Die Engine</translation>
    </message>
    <message>
      <source>The engine cannot be started with {python}: {reason}. Set it up again.</source>
      <translation>Die Engine lässt sich mit {python} nicht starten: {reason}. Richten Sie sie neu ein.</translation>
    </message>
    <message>
      <source>The engine could not be installed. The log says what went wrong.</source>
      <translation>Die Engine konnte nicht installiert werden. Das Protokoll sagt, was schiefging.</translation>
    </message>
    <message>
      <source>The engine could not be set up: {reason}</source>
      <translation>Die Engine konnte nicht eingerichtet werden: {reason}</translation>
    </message>
    <message>
      <source>The engine crashed inside a native library (exit code {code}). The log has the details; setting the engine up again often helps.</source>
      <translation>Die Engine ist in einer Programmbibliothek abgestürzt (Exit-Code {code}). Einzelheiten stehen im Protokoll; oft hilft es, die Engine neu einzurichten.</translation>
    </message>
    <message>
      <source>The engine did not answer within {seconds} seconds. Try again; set it up again if this persists.</source>
      <translation>Die Engine hat nicht innerhalb von {seconds} Sekunden geantwortet. Versuchen Sie es erneut; richten Sie sie neu ein, wenn das so bleibt.</translation>
    </message>
    <message>
      <source>The engine did not start. Set it up again if this persists. {reason}</source>
      <translation>Die Engine ist nicht gestartet. Richten Sie sie neu ein, wenn das so bleibt. {reason}</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly (exit code {code}). The log has the details.</source>
      <translation>Die Engine wurde unerwartet beendet (Exit-Code {code}). Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly. The log has the details.</source>
      <translation>Die Engine wurde unerwartet beendet. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
      <source>The engine environment has been removed.</source>
      <translation>Die Engine-Umgebung wurde entfernt.</translation>
    </message>
    <message>
      <source>The engine failed: {reason}</source>
      <translation>Die Engine ist gescheitert: {reason}</translation>
    </message>
    <message>
      <source>The engine is of version {version}, which this plugin cannot talk to. Restart QGIS after an update of the plugin.</source>
      <translation>Die Engine hat die Version {version}, mit der diese Erweiterung nicht sprechen kann. Starten Sie QGIS nach einer Aktualisierung der Erweiterung neu.</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>Die Engine ist bereit.</translation>
    </message>
    <message>
      <source>The engine lacks a system library. Install the Microsoft Visual C++ Redistributable (x64), then run again.</source>
      <translation>Der Engine fehlt eine Systembibliothek. Installieren Sie Microsoft Visual C++ Redistributable (x64) und starten Sie erneut.</translation>
    </message>
    <message>
      <source>The engine needs {needed} MB in {folder}, but only {free} MB are free. Free some space, or name another folder in the environment variable CROSSEARTH_HOME.</source>
      <translation>Die Engine braucht {needed} MB in {folder}, aber nur {free} MB sind frei. Schaffen Sie Platz oder nennen Sie in der Umgebungsvariablen CROSSEARTH_HOME einen anderen Ordner.</translation>
    </message>
    <message>
      <source>The engine sent something that the plugin does not understand, and was stopped. Set the engine up again if this persists.</source>
      <translation>Die Engine hat etwas gesendet, was die Erweiterung nicht versteht, und wurde beendet. Richten Sie sie neu ein, wenn das so bleibt.</translation>
    </message>
    <message>
      <source>The engine stays in memory between runs, so that the next one starts at once; after this time without work it ends.</source>
      <translation>Die Engine bleibt zwischen den Läufen im Speicher, damit der nächste sofort beginnt; nach dieser Zeit ohne Arbeit endet sie.</translation>
    </message>
    <message>
      <source>The engine was killed by the system, probably because memory ran out. Close other programs or use a smaller window, then run again.</source>
      <translation>Die Engine wurde vom System beendet, vermutlich weil der Arbeitsspeicher nicht reichte. Schließen Sie andere Programme oder wählen Sie ein kleineres Fenster und starten Sie erneut.</translation>
    </message>
    <message>
      <source>The engine was stopped. Nothing was written.</source>
      <translation>Die Engine wurde angehalten. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
      <source>The engine works.</source>
      <translation>Die Engine funktioniert.</translation>
    </message>
    <message>
      <source>The engine's Python</source>
      <translation>Das Python der Engine</translation>
    </message>
    <message>
      <source>The engine's Python {path} does not exist. Correct it under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Das Python {path} der Engine gibt es nicht. Berichtigen Sie es unter Einstellungen &gt; Optionen &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The engine's Python {python} was chosen by you and is left as it is. Install or remove {packages} there yourself.</source>
      <translation>Das Python der Engine {python} haben Sie gewählt; es bleibt, wie es ist. Installieren oder entfernen Sie {packages} dort selbst.</translation>
    </message>
    <message>
      <source>The environment is made with this one and no other. Without it, the first one of this computer is taken whose environments work.</source>
      <translation>Die Umgebung wird mit diesem und keinem anderen angelegt. Ohne Angabe wird das erste dieses Rechners genommen, dessen Umgebungen funktionieren.</translation>
    </message>
    <message>
      <source>The environment that the panel sets up</source>
      <translation>Die Umgebung, die das Bedienfeld einrichtet</translation>
    </message>
    <message>
      <source>The environment variable {variable} names {path}, which is not a file. Correct it or unset it, then restart QGIS.</source>
      <translation>Die Umgebungsvariable {variable} nennt {path}, das keine Datei ist. Berichtigen oder löschen Sie sie und starten Sie QGIS neu.</translation>
    </message>
    <message>
      <source>The extent is for a model and a raster: a map is taken whole.</source>
      <translation>Die Ausdehnung gilt für ein Modell und ein Raster: eine Karte wird ganz genommen.</translation>
    </message>
    <message>
      <source>The field has more than {most} different values: choose the one that holds the class.</source>
      <translation>Das Feld hat mehr als {most} verschiedene Werte: Wählen Sie das, das die Klasse enthält.</translation>
    </message>
    <message>
      <source>The field holds amounts, such as heights or shares of cover: the model tells a number of each pixel.</source>
      <translation>Das Feld enthält Mengen wie Höhen oder Deckungsgrade: Das Modell sagt für jedes Pixel eine Zahl.</translation>
    </message>
    <message>
      <source>The field that holds the class of each polygon</source>
      <translation>Das Feld, das die Klasse jedes Polygons enthält</translation>
    </message>
    <message>
      <source>The field {field} holds whole numbers only, {count} different ones. If they are codes of classes, what lies between two of them means nothing: adapt to classes instead.</source>
      <translation>Das Feld {field} enthält nur ganze Zahlen, {count} verschiedene. Sind es Schlüssel von Klassen, bedeutet nichts, was zwischen zweien liegt: Passen Sie stattdessen an Klassen an.</translation>
    </message>
    <message>
      <source>The field {field} says what the map had where a point was drawn, and no truth. Name the field with what is there ({reference}).</source>
      <translation>Das Feld {field} sagt, was die Karte dort hatte, wo ein Punkt gezogen wurde, und nicht, was wahr ist. Nennen Sie das Feld mit dem, was dort ist ({reference}).</translation>
    </message>
    <message>
      <source>The field “{field}” of {layer} cannot hold the class “{name}”. Take a number where it holds numbers, or choose a field of text.</source>
      <translation>Das Feld „{field}“ von {layer} kann die Klasse „{name}“ nicht aufnehmen. Nehmen Sie eine Zahl, wo es Zahlen enthält, oder wählen Sie ein Textfeld.</translation>
    </message>
    <message>
      <source>The figures go beside it as JSON, too.</source>
      <translation>Die Kennzahlen kommen auch als JSON daneben.</translation>
    </message>
    <message>
      <source>The file does not tell everything; assumed were: {aspects}. If that is wrong, import it again with the advanced parameters.</source>
      <translation>Die Datei sagt nicht alles; angenommen wurden: {aspects}. Wenn das falsch ist, importieren Sie sie noch einmal mit den erweiterten Parametern.</translation>
    </message>
    <message>
      <source>The file of the DINOv2 backbone, where the checkpoint holds only the rest.</source>
      <translation>Die Datei des DINOv2-Backbones, falls der Checkpoint nur den Rest enthält.</translation>
    </message>
    <message>
      <source>The file {path} is damaged: its SHA-256 is not the one in its metadata.</source>
      <translation>Die Datei {path} ist beschädigt: Ihre SHA-256-Summe ist nicht die in ihren Metadaten.</translation>
    </message>
    <message>
      <source>The file {path} is not what was written to it: {reason}. What lay there before is as it was. The disk, or the connection to it, may be damaged: take another folder.</source>
      <translation>Die Datei {path} ist nicht, was geschrieben wurde: {reason}. Was vorher dort lag, ist unverändert. Der Datenträger oder die Verbindung zu ihm ist vielleicht beschädigt: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>The file {path} was changed, replaced or removed while it was being read: the result would be of both. Nothing was written. Run it again when no other program writes to the file.</source>
      <translation>Die Datei {path} wurde geändert, ersetzt oder gelöscht, während sie gelesen wurde: Das Ergebnis wäre aus beiden gemischt. Es wurde nichts geschrieben. Starten Sie den Lauf erneut, wenn kein anderes Programm die Datei schreibt.</translation>
    </message>
    <message>
      <source>The files of the model “{model}” are not on disk.</source>
      <translation>Die Dateien des Modells „{model}“ sind nicht vorhanden.</translation>
    </message>
    <message>
      <source>The folder of the project cannot be written to</source>
      <translation>In den Ordner des Projekts kann nicht geschrieben werden</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be deleted ({reason}). Close other QGIS windows that use the engine, then try again.</source>
      <translation>Der Ordner {folder} lässt sich nicht löschen ({reason}). Schließen Sie andere QGIS-Fenster, die die Engine benutzen, und versuchen Sie es erneut.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be written ({reason}). Make it writable, or name another one in the environment variable CROSSEARTH_HOME.</source>
      <translation>In den Ordner {folder} lässt sich nicht schreiben ({reason}). Machen Sie ihn beschreibbar oder nennen Sie in der Umgebungsvariablen CROSSEARTH_HOME einen anderen.</translation>
    </message>
    <message>
      <source>The folder {folder} does not have {file}. Put it there, or correct the folder under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Der Ordner {folder} enthält {file} nicht. Legen Sie die Datei dorthin oder berichtigen Sie den Ordner unter Einstellungen &gt; Optionen &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The folder {folder} has no {file}: {files} are needed.</source>
      <translation>Im Ordner {folder} fehlt {file}: Nötig sind {files}.</translation>
    </message>
    <message>
      <source>The folder {folder} lacks {packages}. On a computer with a network, dev.py wheelhouse fills such a folder.</source>
      <translation>Im Ordner {folder} fehlt {packages}. Auf einem Rechner mit Netz füllt dev.py wheelhouse einen solchen Ordner.</translation>
    </message>
    <message>
      <source>The folder {folder} will be made.</source>
      <translation>Der Ordner {folder} wird angelegt.</translation>
    </message>
    <message>
      <source>The GSD must be more than 0 m, not {gsd}.</source>
      <translation>Die Pixelgröße muss mehr als 0 m sein, nicht {gsd}.</translation>
    </message>
    <message>
      <source>The id of the model in the catalogue.</source>
      <translation>Die Kennung des Modells im Katalog.</translation>
    </message>
    <message>
      <source>The id {id} may hold small letters, digits, dots and hyphens only.</source>
      <translation>Die ID {id} darf nur Kleinbuchstaben, Ziffern, Punkte und Bindestriche enthalten.</translation>
    </message>
    <message>
      <source>The imagery is resampled to it on the way into the model. By default the raster's pixel size where the model was trained for it, else the nearest that it was trained for.</source>
      <translation>Auf sie wird das Bild auf dem Weg ins Modell umgerechnet. Vorgabe: die Pixelgröße des Rasters, wenn das Modell dafür trainiert ist, sonst die nächste, für die es trainiert ist.</translation>
    </message>
    <message>
      <source>The imagery, as files, with the same bands each.</source>
      <translation>Die Bilder, als Dateien, alle mit denselben Kanälen.</translation>
    </message>
    <message>
      <source>The imagery: aerial, drone or satellite. What is not a file, such as a web map, is fetched first, at the pixel size of the model and for the asked extent.</source>
      <translation>Das Bild: vom Flugzeug, von der Drohne oder vom Satelliten. Was keine Datei ist, etwa eine Webkarte, wird zuerst geholt, in der Pixelgröße des Modells und für das gewünschte Gebiet.</translation>
    </message>
    <message>
      <source>The included model learns from this one on windows that are spread over the raster, and maps the raster in its place</source>
      <translation>Das mitgelieferte Modell lernt von diesem auf Fenstern, die über das Raster verteilt sind, und kartiert es an seiner Stelle</translation>
    </message>
    <message>
      <source>The installation of the CrossEarth engine was interrupted. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>Die Installation der CrossEarth-Engine wurde unterbrochen. Richten Sie sie im CrossEarth-Bedienfeld (Raster &gt; CrossEarth) oder mit dem Algorithmus crossearth:setupengine neu ein.</translation>
    </message>
    <message>
      <source>The installation was ended from outside: by the system, which does that where memory is short, or by another program. Nothing was lost. Close what takes much memory, then try again.</source>
      <translation>Die Installation wurde von außen beendet: vom System, das dies tut, wenn der Arbeitsspeicher knapp ist, oder von einem anderen Programm. Verloren ist nichts. Schließen Sie, was viel Speicher braucht, und versuchen Sie es erneut.</translation>
    </message>
    <message>
      <source>The interval reaches over 0 all the same: it also allows for what the few points of some classes may have missed. More points will tell.</source>
      <translation>Das Intervall reicht trotzdem über 0 hinweg: Es berücksichtigt auch, was den wenigen Punkten mancher Klassen entgangen sein kann. Mehr Punkte schaffen Klarheit.</translation>
    </message>
    <message>
      <source>The key {key} has a password, and nobody is asked for it: name one without.</source>
      <translation>Der Schlüssel {key} hat ein Passwort, und niemand wird danach gefragt: Nennen Sie einen ohne.</translation>
    </message>
    <message>
      <source>The layer has fewer bands ({available}) than the model takes ({names}): one stands for several. Expect a poorer map.</source>
      <translation>Der Layer hat weniger Kanäle ({available}), als das Modell nimmt ({names}): Einer steht für mehrere. Rechnen Sie mit einer schlechteren Karte.</translation>
    </message>
    <message>
      <source>The layer has fields of the names of the new ones, which are called {fields} in the copy.</source>
      <translation>Der Layer hat Felder mit den Namen der neuen; diese heißen in der Kopie {fields}.</translation>
    </message>
    <message>
      <source>The layer has no CRS: areas can only be counted in pixels. Set its CRS first.</source>
      <translation>Der Layer hat kein KBS: Flächen lassen sich nur in Pixeln zählen. Legen Sie zuerst sein KBS fest.</translation>
    </message>
    <message>
      <source>The layer is a picture in numbered colours: its colours are seen as red, green and blue. If the numbers stand for classes, it is a map already and no imagery.</source>
      <translation>Der Layer ist ein Bild mit nummerierten Farben: Seine Farben werden als Rot, Grün und Blau gesehen. Stehen die Nummern für Klassen, ist er schon eine Karte und kein Luft- oder Satellitenbild.</translation>
    </message>
    <message>
      <source>The layer with what is there says no CRS: its coordinates are taken to be in {crs}, as those of {file}. If they are in another one, give the layer its CRS.</source>
      <translation>Der Layer mit dem, was dort ist, nennt kein KBS: Seine Koordinaten werden in {crs} angenommen wie die von {file}. Sind sie in einem anderen, so geben Sie dem Layer sein KBS.</translation>
    </message>
    <message>
      <source>The layer {layer} has no field with numbers. Choose another one.</source>
      <translation>Der Layer {layer} hat kein Feld mit Zahlen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>The layer {path} cannot be used: {reason}</source>
      <translation>Der Layer {path} lässt sich nicht verwenden: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” ({provider}) is not a file that the engine can open. Save the part you need as GeoTIFF first: Layer &gt; Save As…, with raw data or a rendered image.</source>
      <translation>Der Layer „{layer}“ ({provider}) ist keine Datei, die die Engine öffnen kann. Speichern Sie den nötigen Teil zuerst als GeoTIFF: Layer &gt; Speichern als…, mit Rohdaten oder als gerendertes Bild.</translation>
    </message>
    <message>
      <source>The layer “{layer}” can be fetched at any resolution, and the model does not say which it is made for. Give the pixel size that the model sees (GSD).</source>
      <translation>Der Layer „{layer}“ kann in jeder Auflösung geholt werden, und das Modell sagt nicht, für welche es gemacht ist. Geben Sie die Pixelgröße an, die das Modell sieht (GSD).</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be changed. {reason}</source>
      <translation>Der Layer „{layer}“ lässt sich nicht ändern. {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be copied: {reason}</source>
      <translation>Der Layer „{layer}“ kann nicht kopiert werden: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be fetched: {reason}</source>
      <translation>Der Layer „{layer}“ kann nicht geholt werden: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be read: its source is missing or damaged.</source>
      <translation>Der Layer „{layer}“ lässt sich nicht lesen: Seine Quelle fehlt oder ist beschädigt.</translation>
    </message>
    <message>
      <source>The layer “{layer}” has no band {bands}: its bands are numbered from 1 to {available}.</source>
      <translation>Der Layer „{layer}“ hat keinen Kanal {bands}: Seine Kanäle sind von 1 bis {available} nummeriert.</translation>
    </message>
    <message>
      <source>The layer “{layer}” hides pixels in how it is drawn (Properties ▸ Transparency: colours, or a transparency band). They are mapped all the same. Values that are no data belong into “Additional no data value” there.</source>
      <translation>Der Layer „{layer}“ blendet Pixel in seiner Darstellung aus (Eigenschaften ▸ Transparenz: Farben oder ein Transparenzkanal). Kartiert werden sie trotzdem. Werte, die keine Daten sind, gehören dort in „Zusätzlicher Leerwert“.</translation>
    </message>
    <message>
      <source>The layer “{layer}” is in memory only, so a command cannot use it. Save it to a file first.</source>
      <translation>Der Layer „{layer}“ liegt nur im Arbeitsspeicher, ein Befehl kann ihn nicht benutzen. Speichern Sie ihn zuerst in eine Datei.</translation>
    </message>
    <message>
      <source>The layer “{layer}” is {width} × {height} pixels of {size} m in the asked area: too much to fetch. Limit the run to an extent or to polygons.</source>
      <translation>Der Layer „{layer}“ hat im gewünschten Gebiet {width} × {height} Pixel von {size} m: zu viel zum Holen. Beschränken Sie den Lauf auf einen Ausschnitt oder auf Polygone.</translation>
    </message>
    <message>
      <source>The layer “{layer}” needs {needed} of temporary files in {folder}, but only {free} are free. Limit the run to a smaller area.</source>
      <translation>Der Layer „{layer}“ braucht {needed} an temporären Dateien in {folder}, aber nur {free} sind frei. Beschränken Sie den Lauf auf ein kleineres Gebiet.</translation>
    </message>
    <message>
      <source>The layer “{layer}” shows nothing in the asked area.</source>
      <translation>Der Layer „{layer}“ zeigt im gewünschten Gebiet nichts.</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are coarser than the {low} to {high} m that the model is made for. They are enlarged for it: this takes longer, and the map will be poorer.</source>
      <translation>Die Pixel des Layers von {size} m sind gröber als die {low} bis {high} m, für die das Modell gemacht ist. Sie werden dafür vergrößert: Das dauert länger, und die Karte wird schlechter.</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are finer than the {low} to {high} m that the model is made for. They are reduced for it: the map has no finer details than that.</source>
      <translation>Die Pixel des Layers von {size} m sind feiner als die {low} bis {high} m, für die das Modell gemacht ist. Sie werden dafür verkleinert: Feinere Einzelheiten hat die Karte nicht.</translation>
    </message>
    <message>
      <source>The layers “{one}” and “{other}” are read otherwise than their files say, and not in the same way: set the same CRS and the same values without data on all dates, or none.</source>
      <translation>Die Layer „{one}“ und „{other}“ werden anders gelesen, als ihre Dateien sagen, und nicht auf dieselbe Weise: Stellen Sie bei allen Terminen dasselbe KBS und dieselben Werte ohne Daten ein, oder bei keinem.</translation>
    </message>
    <message>
      <source>The legend of a map has changed since. Measure again for its classes as they are called now.</source>
      <translation>Die Legende einer Karte hat sich seitdem geändert. Messen Sie neu, damit die Klassen heißen wie jetzt.</translation>
    </message>
    <message>
      <source>The live preview is off: it would hide the map {name}.</source>
      <translation>Die Live-Vorschau ist aus: Sie würde die Karte {name} verdecken.</translation>
    </message>
    <message>
      <source>The majority filter needs an odd number of pixels, not {count}.</source>
      <translation>Der Mehrheitsfilter braucht eine ungerade Anzahl Pixel, nicht {count}.</translation>
    </message>
    <message>
      <source>The map cannot be kept there: {reason}</source>
      <translation>Die Karte kann dort nicht abgelegt werden: {reason}</translation>
    </message>
    <message>
      <source>The map has fewer pixels with a class ({pixels}) than the {asked} points that were asked for: each of them is a point.</source>
      <translation>Die Karte hat weniger Pixel mit einer Klasse ({pixels}) als die {asked} gewünschten Punkte: Jedes davon ist ein Punkt.</translation>
    </message>
    <message>
      <source>The map has no class on {share} of the reference's pixels: they are left out. If no class means something else there, such as all that is no building, the figures are too good: give it a value of its own on the map.</source>
      <translation>Auf {share} der Pixel der Referenz hat die Karte keine Klasse: Sie bleiben weg. Bedeutet keine Klasse dort etwas anderes, etwa alles, was kein Gebäude ist, sind die Kennzahlen zu gut: Geben Sie dem auf der Karte einen eigenen Wert.</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong.</source>
      <translation>Die Karte hat keine Klasse {name} (ihre Klassen: {classes}): All das zählt als falsch.</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong. Is {near} meant?</source>
      <translation>Die Karte hat keine Klasse {name} (ihre Klassen: {classes}): All das zählt als falsch. Ist {near} gemeint?</translation>
    </message>
    <message>
      <source>The map has room for fewer places than the {asked} that were asked for: {count}.</source>
      <translation>Auf der Karte ist Platz für weniger Stellen als die {asked} gewünschten: {count}.</translation>
    </message>
    <message>
      <source>The map has {count} classes ({names}), and {given} expected accuracies were given: give one for all of them, or one for each in this order.</source>
      <translation>Die Karte hat {count} Klassen ({names}), und {given} erwartete Genauigkeiten sind angegeben: Geben Sie eine für alle an, oder für jede eine in dieser Reihenfolge.</translation>
    </message>
    <message>
      <source>The map has {pixels} pixels with a class, and not all of them would make it as sure as asked. Ask for less.</source>
      <translation>Die Karte hat {pixels} Pixel mit einer Klasse, und selbst mit allen wäre sie nicht so sicher beurteilt wie gewünscht. Verlangen Sie weniger.</translation>
    </message>
    <message>
      <source>The map is being copied to {path}…</source>
      <translation>Die Karte wird nach {path} kopiert…</translation>
    </message>
    <message>
      <source>The map is better than the other one: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>Die Karte ist besser als die andere: Wären beide gleich gut, käme ein so großer Unterschied mit einer Wahrscheinlichkeit von {chance} % durch Zufall zustande.</translation>
    </message>
    <message>
      <source>The map is kept: {path}</source>
      <translation>Die Karte bleibt erhalten: {path}</translation>
    </message>
    <message>
      <source>The map is partial: the run was canceled, and this is what it had finished.</source>
      <translation>Die Karte ist ein Teil: Der Lauf wurde abgebrochen, und dies hatte er fertig.</translation>
    </message>
    <message>
      <source>The map is right on {share} %, the other one on {other_share} %: a difference of {difference} percentage points, {low} to {high} (95 %).</source>
      <translation>Die Karte ist auf {share} % richtig, die andere auf {other_share} %: ein Unterschied von {difference} Prozentpunkten, {low} bis {high} (95 %).</translation>
    </message>
    <message>
      <source>The map to judge: a raster of classes</source>
      <translation>Die zu beurteilende Karte: ein Raster mit Klassen</translation>
    </message>
    <message>
      <source>The map {file} has no class {name} (its classes: {classes}): all of it counts as wrong there. If it calls the class something else, give the classes of its layer's legend the names of the other map's.</source>
      <translation>Die Karte {file} hat keine Klasse {name} (ihre Klassen: {classes}): Alles davon gilt dort als falsch. Falls sie die Klasse anders nennt, geben Sie den Klassen in der Legende ihres Layers die Namen der anderen Karte.</translation>
    </message>
    <message>
      <source>The map “{map}” is doubtful and left out of the sums.</source>
      <translation>Die Karte „{map}“ ist zweifelhaft und bleibt aus den Summen heraus.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready, out of view: zoom to its layer.</source>
      <translation>Die Karte „{name}“ ist fertig, aber nicht im Bild: zoomen Sie auf ihren Layer.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready.</source>
      <translation>Die Karte „{name}“ ist fertig.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready: {path}. The project of the run is not open any more.</source>
      <translation>Die Karte „{name}“ ist fertig: {path}. Das Projekt des Laufs ist nicht mehr offen.</translation>
    </message>
    <message>
      <source>The map, coloured by class</source>
      <translation>Die Karte, nach Klasse gefärbt</translation>
    </message>
    <message>
      <source>The map, coloured by number</source>
      <translation>Die Karte, nach Zahlen gefärbt</translation>
    </message>
    <message>
      <source>The maps are shown again.</source>
      <translation>Die Karten sind wieder zu sehen.</translation>
    </message>
    <message>
      <source>The maps for a catalogue, without those that are doubtful: where and when they are of, and their classes.</source>
      <translation>Die Karten für einen Katalog, ohne die zweifelhaften: von wo und wann sie sind, und ihre Klassen.</translation>
    </message>
    <message>
      <source>The maps have no class in common: {before} before, {after} after. Give them the same names (BEFORE_CLASSES or AFTER_CLASSES VALUE=NAME,…).</source>
      <translation>Die Karten haben keine Klasse gemeinsam: vorher {before}, nachher {after}. Geben Sie ihnen dieselben Namen (BEFORE_CLASSES oder AFTER_CLASSES WERT=NAME,…).</translation>
    </message>
    <message>
      <source>The maps have {share} of the smaller one in common, and what lies elsewhere is not compared. Are they of one place?</source>
      <translation>Die Karten haben {share} der kleineren gemeinsam, und was anderswo liegt, wird nicht verglichen. Zeigen sie denselben Ort?</translation>
    </message>
    <message>
      <source>The maps {path} and {other} do not lie on one grid. {reason} Say on whose grid to compare them (Align to the grid of the map, ALIGN): each pixel then gets the class of the other map's nearest one.</source>
      <translation>Die Karten {path} und {other} liegen nicht auf einem Gitter. {reason} Sagen Sie, auf wessen Gitter sie verglichen werden („Angleichen an das Gitter der Karte“, ALIGN): Jedes Pixel bekommt dann die Klasse des nächsten der anderen Karte.</translation>
    </message>
    <message>
      <source>The mask {path} cannot be used: {reason}</source>
      <translation>Die Maske {path} lässt sich nicht verwenden: {reason}</translation>
    </message>
    <message>
      <source>The middle of what you see; zoom in for all of it.</source>
      <translation>Die Mitte dessen, was Sie sehen; für alles zoomen Sie hinein.</translation>
    </message>
    <message>
      <source>The model cannot be described so: {reason}.</source>
      <translation>So lässt sich das Modell nicht beschreiben: {reason}.</translation>
    </message>
    <message>
      <source>The model has learned other dates. These stand for them: {dates}. What has grown earlier or later than in the year that it learned may get another class.</source>
      <translation>Das Modell hat andere Termine gelernt. Diese stehen für sie: {dates}. Was früher oder später gewachsen ist als in dem Jahr, das es gelernt hat, kann eine andere Klasse bekommen.</translation>
    </message>
    <message>
      <source>The model has learned the dates {dates}: tick the other ones in the list beside the raster.</source>
      <translation>Das Modell hat die Termine {dates} gelernt: Haken Sie die anderen in der Liste neben dem Raster an.</translation>
    </message>
    <message>
      <source>The model has learned the dates {learned}; there is no raster of {missing} (given: {given}). Give one of each date (DATES), or say which dates stand for others: DATES_AS=order takes one after the other, DATES_AS=season the same time of another year.</source>
      <translation>Das Modell hat die Termine {learned} gelernt; es gibt kein Raster von {missing} (gegeben: {given}). Geben Sie von jedem Termin eines an (DATES), oder sagen Sie, welche Termine für andere stehen: DATES_AS=order nimmt einen nach dem anderen, DATES_AS=season dieselbe Zeit eines anderen Jahres.</translation>
    </message>
    <message>
      <source>The model has mapped the raster anew, spoiled in twelve ways and five strengths; each map is compared in the same way.</source>
      <translation>Das Modell hat das Raster neu kartiert, auf zwölf Arten und in fünf Stärken verdorben; jede Karte wird auf dieselbe Weise verglichen.</translation>
    </message>
    <message>
      <source>The model has not learned these dates, and does without: {dates}.</source>
      <translation>Diese Termine hat das Modell nicht gelernt und kommt ohne sie aus: {dates}.</translation>
    </message>
    <message>
      <source>The model is a CrossEarth network:</source>
      <translation>Das Modell ist ein CrossEarth-Netz:</translation>
    </message>
    <message>
      <source>The model maps the raster sixty times more, spoiled in twelve ways and five strengths: noise, blur, haze, clouds, gaps, JPEG, turned, shrunk and others, as in the benchmark REOBench. The report shows what is left of the accuracy. It takes sixty times as long as the map.</source>
      <translation>Das Modell kartiert das Raster sechzigmal zusätzlich, auf zwölf Weisen in fünf Stärken verdorben: Rauschen, Unschärfe, Dunst, Wolken, Lücken, JPEG, gedreht, verkleinert und andere, wie im Benchmark REOBench. Der Bericht zeigt, was von der Genauigkeit bleibt. Es dauert sechzigmal so lange wie die Karte.</translation>
    </message>
    <message>
      <source>The model needs {needed} bands ({names}), but the choice is {given}; the raster {path} has {available}. Say which band of the raster stands for which of the model, such as {example}: one may stand for several, and what calls itself alpha is data when it is named.</source>
      <translation>Das Modell braucht {needed} Kanäle ({names}), gewählt ist {given}; das Raster {path} hat {available}. Geben Sie an, welcher Kanal des Rasters für welchen des Modells steht, etwa {example}: Einer darf für mehrere stehen, und was sich Alpha nennt, zählt als Daten, wenn es genannt wird.</translation>
    </message>
    <message>
      <source>The model that you start from knows no classes: adapt it once, then review.</source>
      <translation>Das Modell, von dem Sie ausgehen, kennt keine Klassen: passen Sie es einmal an, dann sehen Sie nach.</translation>
    </message>
    <message>
      <source>The model to learn from, by its id or path. It may be the student's own model, if it looks several times.</source>
      <translation>Das Modell, von dem gelernt wird, mit Kennung oder Pfad. Es darf das Modell des Schülers selbst sein, wenn es mehrmals hinsieht.</translation>
    </message>
    <message>
      <source>The model {model} is sent to workers that lack it: {count}.</source>
      <translation>Das Modell {model} wird den Workern geschickt, denen es fehlt: {count}.</translation>
    </message>
    <message>
      <source>The model {path} cannot be loaded: {reason}</source>
      <translation>Das Modell {path} lässt sich nicht laden: {reason}</translation>
    </message>
    <message>
      <source>The model {path} cannot be used: {reason}</source>
      <translation>Das Modell {path} lässt sich nicht verwenden: {reason}</translation>
    </message>
    <message>
      <source>The model “{id}” has no classes yet: adapt it first.</source>
      <translation>Das Modell „{id}“ hat noch keine Klassen: Passen Sie es zuerst an.</translation>
    </message>
    <message>
      <source>The model “{id}” has the classes {names}.</source>
      <translation>Das Modell „{id}“ hat die Klassen {names}.</translation>
    </message>
    <message>
      <source>The model “{id}” is ready; made in {time}.</source>
      <translation>Das Modell „{id}“ ist fertig; erstellt in {time}.</translation>
    </message>
    <message>
      <source>The model “{id}” tells numbers: {names}.</source>
      <translation>Das Modell „{id}“ sagt Zahlen: {names}.</translation>
    </message>
    <message>
      <source>The model “{id}”, round {number}, was made in {time}.</source>
      <translation>Das Modell „{id}“, Runde {number}, wurde in {time} erstellt.</translation>
    </message>
    <message>
      <source>The model “{model}” has to be downloaded first: in the CrossEarth panel, or with the algorithm crossearth:downloadmodel.</source>
      <translation>Das Modell „{model}“ muss zuerst heruntergeladen werden: im CrossEarth-Bedienfeld oder mit dem Algorithmus crossearth:downloadmodel.</translation>
    </message>
    <message>
      <source>The model “{model}” is being downloaded already.</source>
      <translation>Das Modell „{model}“ wird schon heruntergeladen.</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet. Adapt it to polygons of your own first, then take the model that comes of it.</source>
      <translation>Das Modell „{model}“ kennt noch keine Klassen. Passen Sie es zuerst an eigene Polygone an und nehmen Sie dann das Modell, das daraus entsteht.</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet; it has to be adapted first.</source>
      <translation>Das Modell „{model}“ kennt noch keine Klassen; es muss zuerst angepasst werden.</translation>
    </message>
    <message>
      <source>The model “{model}” needs {needed} bands ({names}), but {given} were given; the layer has {available}. Choose which band stands for which input of the model.</source>
      <translation>Das Modell „{model}“ braucht {needed} Kanäle ({names}), angegeben wurden {given}; der Layer hat {available}. Wählen Sie, welcher Kanal für welche Eingabe des Modells steht.</translation>
    </message>
    <message>
      <source>The model “{model}” of this project is not on this computer. Choose another one, or bring it here and open the project again.</source>
      <translation>Das Modell „{model}“ dieses Projekts ist nicht auf diesem Rechner. Wählen Sie ein anderes, oder bringen Sie es hierher und öffnen Sie das Projekt noch einmal.</translation>
    </message>
    <message>
      <source>The model “{name}” is ready.</source>
      <translation>Das Modell „{name}“ ist fertig.</translation>
    </message>
    <message>
      <source>The model's own</source>
      <translation>Wert des Modells</translation>
    </message>
    <message>
      <source>The model: it decides the classes and fills the options below</source>
      <translation>Das Modell: Es bestimmt die Klassen und füllt die Optionen darunter</translation>
    </message>
    <message>
      <source>The network of CrossEarth without a trained head: it knows imagery, but no classes. It has to be adapted to polygons of your own first.</source>
      <translation>Das Netz von CrossEarth ohne trainierten Kopf: Es kennt Bilder, aber keine Klassen. Es muss zuerst an eigene Polygone angepasst werden.</translation>
    </message>
    <message>
      <source>The network sees pixels of {size} m; {model} was trained for {sizes} and may be unreliable here. Leave GSD out, and the nearest of these is taken.</source>
      <translation>Das Netz sieht Pixel von {size} m; {model} wurde für {sizes} trainiert und ist hier vielleicht unzuverlässig. Lassen Sie GSD weg, dann wird die nächste davon genommen.</translation>
    </message>
    <message>
      <source>The network's only score lies between {low} and {high}, as percent or bytes do, and was taken for what a sigmoid makes a share of: above 0 is the second class. If that is wrong, so is the map: export the network again with shares of one.</source>
      <translation>Der einzige Wert des Netzes liegt zwischen {low} und {high}, wie Prozente oder Bytes, und wurde für etwas genommen, woraus ein Sigmoid einen Anteil macht: Über 0 ist die zweite Klasse. Ist das falsch, ist es die Karte auch: Exportieren Sie das Netz neu mit Anteilen an eins.</translation>
    </message>
    <message>
      <source>The network's scores are shares of one for each class by itself, and do not sum to one: confidence, lead and probabilities are shares of their sum, which says less.</source>
      <translation>Die Werte des Netzes sind für jede Klasse allein Anteile an eins und ergeben zusammen nicht eins: Sicherheit, Vorsprung und Wahrscheinlichkeiten sind Anteile an ihrer Summe, was weniger sagt.</translation>
    </message>
    <message>
      <source>The new model agrees no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>Das neue Modell stimmt mit dem Lehrer nicht besser überein als der Schüler zuvor, auf Fenstern, von denen es nicht gelernt hat. Kartieren Sie mit dem Schüler, wie er war, oder lassen Sie den Lehrer mehr Fenster ansehen (WINDOWS).</translation>
    </message>
    <message>
      <source>The new model may agree no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>Das neue Modell stimmt mit dem Lehrer vielleicht nicht besser überein als der Schüler zuvor, auf Fenstern, von denen es nicht gelernt hat. Kartieren Sie mit dem Schüler, wie er war, oder lassen Sie den Lehrer mehr Fenster ansehen (WINDOWS).</translation>
    </message>
    <message>
      <source>The numbers of the points (id) have gaps: {count} are not there. If they were removed by what is there, or because it is hard to tell, figures and areas are wrong: put them back. Points that nobody can tell stay, without a class.</source>
      <translation>Die Nummern der Punkte (id) haben Lücken: {count} fehlen. Wurden sie entfernt wegen dessen, was dort ist, oder weil es schwer zu sagen ist, sind Kennzahlen und Flächen falsch: Nehmen Sie sie wieder auf. Punkte, bei denen es niemand sagen kann, bleiben ohne Klasse stehen.</translation>
    </message>
    <message>
      <source>The one is in {own}, the other in {other}.</source>
      <translation>Die eine ist in {own}, die andere in {other}.</translation>
    </message>
    <message>
      <source>The other is right</source>
      <translation>Die andere stimmt</translation>
    </message>
    <message>
      <source>The other is wrong</source>
      <translation>Die andere ist falsch</translation>
    </message>
    <message>
      <source>The other map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>Die andere Karte ist besser: Wären beide gleich gut, käme ein so großer Unterschied mit einer Wahrscheinlichkeit von {chance} % durch Zufall zustande.</translation>
    </message>
    <message>
      <source>The outlines of these objects cross themselves: no. {numbers} of the layer. What they enclose is counted; check these objects.</source>
      <translation>Die Umrisse dieser Objekte überschneiden sich selbst: Nr. {numbers} des Layers. Gezählt wird, was sie umschließen; prüfen Sie diese Objekte.</translation>
    </message>
    <message>
      <source>The output {path} cannot be written: {reason}</source>
      <translation>Die Ausgabe {path} lässt sich nicht schreiben: {reason}</translation>
    </message>
    <message>
      <source>The output {path} is itself an input. Choose another file.</source>
      <translation>Die Ausgabe {path} ist selbst eine Eingabe. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>The overall accuracy that you expect; the nearer to 50 %, the more points</source>
      <translation>Die erwartete Gesamtgenauigkeit; je näher an 50 %, desto mehr Punkte</translation>
    </message>
    <message>
      <source>The overlap of {overlap} pixels must be smaller than the window of {window}.</source>
      <translation>Die Überlappung von {overlap} Pixeln muss kleiner sein als das Fenster von {window}.</translation>
    </message>
    <message>
      <source>The packages could not be downloaded. Check the internet connection, then try again.</source>
      <translation>Die Pakete konnten nicht heruntergeladen werden. Prüfen Sie die Internetverbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
      <source>The path of a file of the engine became longer than this computer takes. Name a shorter folder in the environment variable CROSSEARTH_HOME, for instance C:\crossearth, then restart QGIS.</source>
      <translation>Der Pfad einer Datei der Engine wurde länger, als dieser Rechner erlaubt. Nennen Sie in der Umgebungsvariablen CROSSEARTH_HOME einen kürzeren Ordner, zum Beispiel C:\crossearth, und starten Sie QGIS neu.</translation>
    </message>
    <message>
      <source>The pixel size that it was trained for.</source>
      <translation>Die Pixelgröße, für die es trainiert wurde.</translation>
    </message>
    <message>
      <source>The pixels of one map are {times} times as long as those of the other: along edges of what has stayed, the finer map shows change that is none.</source>
      <translation>Die Pixel der einen Karte sind {times}-mal so lang wie die der anderen: Entlang der Ränder von Unverändertem zeigt die feinere Karte Veränderungen, die keine sind.</translation>
    </message>
    <message>
      <source>The pixels of the one lie between those of the other, shifted by {right} of a pixel along rows and {down} along columns.</source>
      <translation>Die Pixel der einen liegen zwischen denen der anderen, um {right} Pixel entlang der Zeilen und {down} entlang der Spalten verschoben.</translation>
    </message>
    <message>
      <source>The pixels of the one measure {own}, those of the other {other} (in units of the CRS).</source>
      <translation>Die Pixel der einen messen {own}, die der anderen {other} (in Einheiten des KBS).</translation>
    </message>
    <message>
      <source>the place is unlike the training ({value} %).</source>
      <translation>die Stelle ist anders als das Gelernte ({value} %).</translation>
    </message>
    <message>
      <source>The places where a map is least sure, for you to look there next.</source>
      <translation>Die Stellen, an denen eine Karte am wenigsten sicher ist, um dort als Nächstes nachzusehen.</translation>
    </message>
    <message>
      <source>The point is not in the layer “{layer}” any more.</source>
      <translation>Der Punkt ist nicht mehr im Layer „{layer}“.</translation>
    </message>
    <message>
      <source>The points do not say which strata they were drawn from, nor how large these are (fields stratum and stratum_px or stratum_m2): the figures hold for these points only, and are wrong for the map if some classes have more points than their area asks for. No areas are estimated. Draw points with “Draw sample points on a map”, which writes these fields; for points that it drew without them, draw once more with the same map, count and seed into another file, and join the fields by id.</source>
      <translation>Die Punkte sagen nicht, aus welchen Strata sie gezogen wurden, noch wie groß diese sind (Felder stratum und stratum_px oder stratum_m2): Die Kennzahlen gelten nur für diese Punkte und sind für die Karte falsch, wenn manche Klassen mehr Punkte haben, als ihrer Fläche entspricht. Flächen werden nicht geschätzt. Ziehen Sie Punkte mit „Stichprobenpunkte auf einer Karte ziehen“, das diese Felder schreibt; für Punkte, die es ohne sie gezogen hat, ziehen Sie noch einmal mit derselben Karte, Anzahl und Startzahl in eine andere Datei, und verbinden Sie die Felder über id.</translation>
    </message>
    <message>
      <source>The points do not tell the overall accuracy.</source>
      <translation>Die Punkte sagen die Gesamtgenauigkeit nicht.</translation>
    </message>
    <message>
      <source>The points have changed since. Measure again for what they say now.</source>
      <translation>Die Punkte haben sich seither geändert. „Messen“ sagt, was sie jetzt ergeben.</translation>
    </message>
    <message>
      <source>The points have no field “{field}” any more. Undo that, or choose other points.</source>
      <translation>Die Punkte haben kein Feld „{field}“ mehr. Machen Sie das rückgängig, oder wählen Sie andere Punkte.</translation>
    </message>
    <message>
      <source>The points have nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>Die Punkte haben nichts von dem, was auf der Karte {names} heißt: Es lässt sich sagen, wie viel von ihren Klassen die Karte findet (Recall), aber nicht, was die Karte fälschlich dafür hält. Darum gibt es weder Precision, F1, IoU, Kappa noch Gesamtgenauigkeit. Ergänzen Sie Punkte auf allem, was es dort gibt.</translation>
    </message>
    <message>
      <source>The points have one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>Die Punkte haben nur eine Klasse, {name}: Es lässt sich sagen, wie viel von ihren Klassen die Karte findet (Recall), aber nicht, was die Karte fälschlich dafür hält. Darum gibt es weder Precision, F1, IoU, Kappa noch Gesamtgenauigkeit. Ergänzen Sie Punkte auf allem, was es dort gibt.</translation>
    </message>
    <message>
      <source>The points of strata that take {share} of the map that they were drawn on are missing: no figures can be told. Use all points that “Draw sample points on a map” has drawn, those without a class, too.</source>
      <translation>Die Punkte von Strata, die {share} der Karte einnehmen, auf der sie gezogen wurden, fehlen: Kennzahlen lassen sich nicht angeben. Nehmen Sie alle Punkte, die „Stichprobenpunkte auf einer Karte ziehen“ gezogen hat, auch die ohne Klasse.</translation>
    </message>
    <message>
      <source>The points of the stratum {name} carry different sizes in their field {field}: they come from several samples. Judge by one sample at a time.</source>
      <translation>Die Punkte des Stratums {name} tragen verschiedene Größen im Feld {field}: Sie stammen aus mehreren Stichproben. Beurteilen Sie mit einer Stichprobe auf einmal.</translation>
    </message>
    <message>
      <source>The polygons are in {own} and {file} in {other}: they are reprojected.</source>
      <translation>Die Polygone sind in {own} und {file} in {other}: Sie werden umprojiziert.</translation>
    </message>
    <message>
      <source>The polygons cannot be brought into the raster's CRS {crs}. Check the CRS of both layers.</source>
      <translation>Die Polygone lassen sich nicht in das KBS {crs} des Rasters bringen. Prüfen Sie das KBS beider Layer.</translation>
    </message>
    <message>
      <source>The polygons have no field “{field}”. Choose the one with the class.</source>
      <translation>Die Polygone haben kein Feld „{field}“. Wählen Sie das mit der Klasse.</translation>
    </message>
    <message>
      <source>The polygons span only {share} of the map, and all of the rest counts as the background. If they were drawn on a part of the map only, judge the map of that part alone.</source>
      <translation>Die Polygone umspannen nur {share} der Karte, und der ganze Rest zählt als Hintergrund. Wurden sie nur auf einem Teil der Karte gezeichnet, beurteilen Sie nur die Karte dieses Teils.</translation>
    </message>
    <message>
      <source>The precision {precision} is not available for this model on {device}. Available: {available}.</source>
      <translation>Die Genauigkeit {precision} ist für dieses Modell auf {device} nicht verfügbar. Verfügbar: {available}.</translation>
    </message>
    <message>
      <source>The preview goes on when the engine is free.</source>
      <translation>Die Vorschau geht weiter, wenn die Engine frei ist.</translation>
    </message>
    <message>
      <source>The project has not been saved yet</source>
      <translation>Das Projekt wurde noch nicht gespeichert</translation>
    </message>
    <message>
      <source>The project is no file</source>
      <translation>Das Projekt ist keine Datei</translation>
    </message>
    <message>
      <source>The proxy refused the download. Check the proxy under Settings &gt; Options &gt; Network.</source>
      <translation>Der Proxy hat den Download abgelehnt. Prüfen Sie den Proxy unter Einstellungen &gt; Optionen &gt; Netzwerk.</translation>
    </message>
    <message>
      <source>The proxy wants a user name and a password, or other ones. Enter them under Settings &gt; Options &gt; Network, then try again.</source>
      <translation>Der Proxy verlangt einen Benutzernamen und ein Passwort, oder andere. Tragen Sie sie unter Einstellungen &gt; Optionen &gt; Netzwerk ein und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The Python of this computer cannot open secure connections: it lacks the module ssl. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Das Python dieses Rechners kann keine sicheren Verbindungen öffnen: Ihm fehlt das Modul ssl. Installieren Sie Python von python.org oder wählen Sie ein anderes unter Einstellungen &gt; Optionen &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by.</source>
      <translation>Das Raster hat kein KBS, nach dem zu messen wäre.</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by: areas are given in pixels only, and the model sees it as it is. If you know how large its pixels are, say so (PIXEL_SIZE).</source>
      <translation>Das Raster hat kein KBS, nach dem sich messen ließe: Flächen gibt es nur in Pixeln, und das Modell sieht es, wie es ist. Wissen Sie, wie groß seine Pixel sind, geben Sie es an (PIXEL_SIZE).</translation>
    </message>
    <message>
      <source>The raster has no more than {count} different values: it looks like a map of classes and not like imagery, of which the model makes one. Choose the imagery itself.</source>
      <translation>Das Raster hat nicht mehr als {count} verschiedene Werte: Es sieht aus wie eine Karte von Klassen und nicht wie eine Aufnahme, aus der das Modell eine macht. Wählen Sie die Aufnahme selbst.</translation>
    </message>
    <message>
      <source>The raster holds bytes, and {model} takes reflectance: 255 was taken for 1. A picture for the eye is no reflectance; take the imagery as it was delivered, or say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>Das Raster enthält Bytes, und {model} nimmt Reflexion: 255 wurde für 1 genommen. Ein Bild fürs Auge ist keine Reflexion; nehmen Sie die Aufnahme, wie sie geliefert wurde, oder geben Sie an, welche Zahlen für 0 und 1 stehen (STRETCH).</translation>
    </message>
    <message>
      <source>The raster is a picture in numbered colours: its colour table makes the bands 1 red, 2 green and 3 blue of it. If the numbers stand for classes and not for colours, it is a map already, and no imagery for a model.</source>
      <translation>Das Raster ist ein Bild in nummerierten Farben: Seine Farbtabelle macht daraus die Bänder 1 Rot, 2 Grün und 3 Blau. Stehen die Nummern für Klassen und nicht für Farben, so ist es schon eine Karte und keine Aufnahme für ein Modell.</translation>
    </message>
    <message>
      <source>The raster is out of view.</source>
      <translation>Das Raster ist nicht zu sehen.</translation>
    </message>
    <message>
      <source>The raster itself says that {own} is a reflectance of 0, {source} says {other}: what the raster says was taken. If that is wrong, say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>Das Raster selbst sagt, dass {own} eine Reflexion von 0 ist, {source} sagt {other}: Genommen wurde, was das Raster sagt. Ist das falsch, geben Sie an, welche Zahlen für 0 und 1 stehen (STRETCH).</translation>
    </message>
    <message>
      <source>The raster stores numbers of {bits} bits, but none is above {high}: they look like bytes and were stretched as if they were not. If they are, say so (STRETCH 0,255).</source>
      <translation>Das Raster speichert Zahlen von {bits} Bit, aber keine ist größer als {high}: Sie sehen aus wie Bytes und wurden gestreckt, als wären sie keine. Sind es welche, geben Sie es an (STRETCH 0,255).</translation>
    </message>
    <message>
      <source>The raster that was mapped</source>
      <translation>Das kartierte Raster</translation>
    </message>
    <message>
      <source>The raster that was mapped, bands {bands}</source>
      <translation>Das kartierte Raster, Bänder {bands}</translation>
    </message>
    <message>
      <source>The raster to classify. Follows the active layer until you choose one.</source>
      <translation>Das Raster, das klassifiziert wird. Folgt dem aktiven Layer, bis Sie eines wählen.</translation>
    </message>
    <message>
      <source>The raster {path} cannot be divided into {groups} groups: {pixels} of its pixels were looked at, and the number of different ones among them is {different}. Ask for fewer groups (3 at least), or take a larger area or other bands.</source>
      <translation>Das Raster {path} lässt sich nicht in {groups} Gruppen teilen: {pixels} seiner Pixel wurden angesehen, und die Zahl der verschiedenen unter ihnen ist {different}. Verlangen Sie weniger Gruppen (mindestens 3), oder nehmen Sie ein größeres Gebiet oder andere Kanäle.</translation>
    </message>
    <message>
      <source>The raster {path} cannot be read: {reason}</source>
      <translation>Das Raster {path} lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
      <source>The raster {path} cannot be used: {reason}</source>
      <translation>Das Raster {path} lässt sich nicht verwenden: {reason}</translation>
    </message>
    <message>
      <source>The raster {path} did not arrive whole from its server ({reason}). Check the network and run it again; if it fails again, download the file: it may be damaged there.</source>
      <translation>Das Raster {path} ist nicht vollständig von seinem Server angekommen ({reason}). Netzwerk prüfen und noch einmal starten; misslingt es wieder, die Datei herunterladen: Sie ist vielleicht dort beschädigt.</translation>
    </message>
    <message>
      <source>The raster {path} has no valid pixels in the asked area: everything is nodata.</source>
      <translation>Das Raster {path} hat im gewählten Bereich keine gültigen Pixel: Alles ist ohne Daten.</translation>
    </message>
    <message>
      <source>The raster {path} has pixels of type {dtype}, which no model knows. Make real numbers of them first, for instance their magnitude with the raster calculator.</source>
      <translation>Das Raster {path} hat Pixel vom Typ {dtype}, die kein Modell kennt. Machen Sie daraus zuerst reelle Zahlen, zum Beispiel den Betrag mit dem Rasterrechner.</translation>
    </message>
    <message>
      <source>The raster's band that the model takes as its band “{name}”</source>
      <translation>Der Rasterkanal, den das Modell als Kanal „{name}“ verwendet</translation>
    </message>
    <message>
      <source>The redder, the more similar. Slide until the canvas shows what you look for, then keep the candidates.</source>
      <translation>Je röter, desto ähnlicher. Schieben Sie, bis das Kartenfenster zeigt, was Sie suchen, und behalten Sie dann die Kandidaten.</translation>
    </message>
    <message>
      <source>The reference has nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>Die Referenz hat nichts von dem, was auf der Karte {names} heißt: Es lässt sich sagen, wie viel von ihren Klassen die Karte findet (Recall), aber nicht, was die Karte fälschlich dafür hält. Darum gibt es weder Precision, F1, IoU, Kappa noch Gesamtgenauigkeit. Ergänzen Sie Stellen von allem, was es dort gibt; oder, wenn alles außerhalb der Polygone der Referenz etwas anderes ist, sagen Sie es: BACKGROUND other.</translation>
    </message>
    <message>
      <source>The reference has one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>Die Referenz hat nur eine Klasse, {name}: Es lässt sich sagen, wie viel von ihren Klassen die Karte findet (Recall), aber nicht, was die Karte fälschlich dafür hält. Darum gibt es weder Precision, F1, IoU, Kappa noch Gesamtgenauigkeit. Ergänzen Sie Stellen von allem, was es dort gibt; oder, wenn alles außerhalb der Polygone der Referenz etwas anderes ist, sagen Sie es: BACKGROUND other.</translation>
    </message>
    <message>
      <source>The reference has {count} classes. Is it the field that holds the class?</source>
      <translation>Die Referenz hat {count} Klassen. Ist es das Feld, in dem die Klasse steht?</translation>
    </message>
    <message>
      <source>The reference is itself a map, made by the model {model}: the figures say how far two maps agree, and not how good either is.</source>
      <translation>Die Referenz ist selbst eine Karte, vom Modell {model}: Die Kennzahlen sagen, wie weit zwei Karten übereinstimmen, und nicht, wie gut eine von beiden ist.</translation>
    </message>
    <message>
      <source>The reference of all figures here is the teacher, {name}: how often the map is right they do not say. Measure that by polygons or points (crossearth evaluate).</source>
      <translation>Die Referenz aller Kennzahlen hier ist der Lehrer, {name}: Wie oft die Karte stimmt, sagen sie nicht. Messen Sie das mit Polygonen oder Punkten.</translation>
    </message>
    <message>
      <source>The reference writes {spellings}: all are taken as the class {name}.</source>
      <translation>Die Referenz schreibt {spellings}: Alle gelten als die Klasse {name}.</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>Der Bericht</translation>
    </message>
    <message>
      <source>The result could not be uploaded to {path}: {reason}. It is finished and kept in {folder}; the same run with RESUME uploads it and computes nothing again.</source>
      <translation>Das Ergebnis konnte nicht nach {path} hochgeladen werden: {reason}. Es ist fertig und liegt in {folder}; derselbe Lauf mit RESUME lädt es hoch und rechnet nichts noch einmal.</translation>
    </message>
    <message>
      <source>The rows of the one are turned by {own}°, those of the other by {other}°.</source>
      <translation>Die Zeilen der einen sind um {own}° gedreht, die der anderen um {other}°.</translation>
    </message>
    <message>
      <source>The rows of the one run from the north, those of the other from the south.</source>
      <translation>Die Zeilen der einen laufen von Norden, die der anderen von Süden.</translation>
    </message>
    <message>
      <source>The run failed. The log has the details.</source>
      <translation>Der Lauf ist fehlgeschlagen. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
      <source>The same</source>
      <translation>Dieselben</translation>
    </message>
    <message>
      <source>The sample points are ready: {path}. The project of the run is not open any more.</source>
      <translation>Die Stichprobenpunkte sind fertig: {path}. Das Projekt des Laufs ist nicht mehr offen.</translation>
    </message>
    <message>
      <source>The samples are being counted.</source>
      <translation>Die Stichproben werden gezählt.</translation>
    </message>
    <message>
      <source>The samples cannot be saved to {path}: {reason}</source>
      <translation>Die Stichproben können nicht in {path} gespeichert werden: {reason}</translation>
    </message>
    <message>
      <source>The scales “{text}” are not understood. Write numbers with commas between them, such as 0.75, 1, 1.5.</source>
      <translation>Die Maßstäbe „{text}“ sind unverständlich. Schreiben Sie Zahlen mit Kommas dazwischen, etwa 0.75, 1, 1.5.</translation>
    </message>
    <message>
      <source>The scheduler has no workers yet: waiting for them…</source>
      <translation>Der Scheduler hat noch keine Worker: Auf sie wird gewartet …</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more. What is done is kept: when there is one again, the same run with RESUME goes on.</source>
      <translation>Der Scheduler {address} antwortet nicht mehr. Was fertig ist, bleibt: Sobald es wieder einen gibt, macht derselbe Lauf mit RESUME dort weiter.</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one, or on this computer. What is computed is kept.</source>
      <translation>Der Scheduler {address} antwortet nicht mehr: Versuchen Sie es noch einmal, sobald es wieder einen gibt, oder auf diesem Rechner. Was berechnet ist, bleibt.</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one.</source>
      <translation>Der Scheduler {address} antwortet nicht mehr: Versuchen Sie es noch einmal, sobald es wieder einen gibt.</translation>
    </message>
    <message>
      <source>The scheduler {address} is on another computer and does not use TLS: who reaches it can run anything on its workers. Start it with certificates (tls://).</source>
      <translation>Der Scheduler {address} läuft auf einem anderen Rechner und nutzt kein TLS: Wer ihn erreicht, kann auf seinen Workern alles ausführen. Starten Sie ihn mit Zertifikaten (tls://).</translation>
    </message>
    <message>
      <source>The scheduler {address} uses TLS, and no certificates are named. Say in QGIS's options in which folder they are.</source>
      <translation>Der Scheduler {address} nutzt TLS, und es sind keine Zertifikate genannt. Geben Sie in den Einstellungen von QGIS an, in welchem Ordner sie liegen.</translation>
    </message>
    <message>
      <source>the server did not answer in time</source>
      <translation>Der Server hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
      <source>The server has no imagery for 1 piece of the layer “{layer}”: the map has a hole there.</source>
      <translation>Der Server hat für 1 Stück des Layers „{layer}“ keine Bilder: Die Karte hat dort eine Lücke.</translation>
    </message>
    <message>
      <source>The server has no imagery for {count} pieces of the layer “{layer}”: the map has holes there.</source>
      <translation>Der Server hat für {count} Stücke des Layers „{layer}“ keine Bilder: Die Karte hat dort Lücken.</translation>
    </message>
    <message>
      <source>the server sent {kind} instead of a picture</source>
      <translation>Der Server hat {kind} statt eines Bildes geschickt</translation>
    </message>
    <message>
      <source>The stretch “{text}” is not understood. Write none, two values such as 0,10000, or two percentages such as 2%,98%.</source>
      <translation>Die Streckung „{text}“ ist unverständlich. Schreiben Sie none, zwei Werte wie 0,10000 oder zwei Prozentwerte wie 2%,98%.</translation>
    </message>
    <message>
      <source>The student had none of these classes before: there is nothing to compare it with.</source>
      <translation>Der Schüler hatte zuvor keine dieser Klassen: Es gibt nichts, womit zu vergleichen wäre.</translation>
    </message>
    <message>
      <source>The sums are without {names}: no CRS tells how large the pixels are.</source>
      <translation>Die Summen sind ohne {names}: Kein KBS sagt, wie groß die Pixel sind.</translation>
    </message>
    <message>
      <source>The sums are without {names}: these maps are doubtful.</source>
      <translation>Die Summen sind ohne {names}: Diese Karten sind zweifelhaft.</translation>
    </message>
    <message>
      <source>The teacher looks at each window in all eight ways, and the student learns the average: no time is lost when it maps.</source>
      <translation>Der Lehrer sieht jedes Fenster auf alle acht Arten an, und der Schüler lernt das Mittel: Beim Kartieren geht keine Zeit verloren.</translation>
    </message>
    <message>
      <source>The temporary file {path} cannot be written: {reason}</source>
      <translation>Die temporäre Datei {path} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>The training was stopped.</source>
      <translation>Das Training wurde angehalten.</translation>
    </message>
    <message>
      <source>The values of band {bands} are not those that {model} was trained on: in band {band} half of the pixels lie below {middle}, where that was {trained}, and {low} to {high} held the middle half of them. Another date, another light, another sensor or haze does that, and the map will be poor. Bring the values back to those of the training (“Match to the training imagery”, MATCH), or adapt the model to this raster.</source>
      <translation>Die Werte von Band {bands} sind nicht die, mit denen {model} trainiert wurde: In Band {band} liegt die Hälfte der Pixel unter {middle}, im Training war das {trained}, und {low} bis {high} enthielt die mittlere Hälfte. Ein anderes Datum, anderes Licht, ein anderer Sensor oder Dunst bewirkt das, und die Karte wird schlechter. Bringen Sie die Werte auf die des Trainings zurück („Trainingsbildern angleichen“, MATCH), oder passen Sie das Modell an dieses Raster an.</translation>
    </message>
    <message>
      <source>The values that become the ends of what the model takes: two values (0,10000), two percentages of the whole raster (2%,98%), or none. By default bytes as they are; reflectance by the scale of the file or its product; others as the model says, else 2%,98%.</source>
      <translation>Die Werte, die zu den Enden dessen werden, was das Modell nimmt: zwei Werte (0,10000), zwei Prozentwerte des ganzen Rasters (2%,98%) oder none. Vorgabe: Bytes, wie sie sind; Reflektanz nach der Skala der Datei oder ihres Produkts; andere, wie das Modell es vorgibt, sonst 2%,98%.</translation>
    </message>
    <message>
      <source>The values without data “{text}” are not understood. Write values or ranges with commas between them, such as 0 or -9999..-9000,255, or none.</source>
      <translation>Die Werte ohne Daten „{text}“ sind nicht zu verstehen. Schreiben Sie Werte oder Bereiche mit Kommas dazwischen, etwa 0 oder -9999..-9000,255, oder none.</translation>
    </message>
    <message>
      <source>The values “{text}” are not understood. Write bytes, reflectance, dB, or two ends such as 0,10000.</source>
      <translation>Die Werte „{text}“ sind unverständlich. Schreiben Sie bytes, reflectance, dB oder zwei Enden wie 0,10000.</translation>
    </message>
    <message>
      <source>The whole raster</source>
      <translation>Das ganze Raster</translation>
    </message>
    <message>
      <source>The worker {worker} cannot keep the model that it was sent: {reason}.</source>
      <translation>Der Worker {worker} kann das Modell nicht ablegen, das ihm geschickt wurde: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} cannot write to the folder {folder}: {reason}.</source>
      <translation>Der Worker {worker} kann nicht in den Ordner {folder} schreiben: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} could not look: {reason}.</source>
      <translation>Der Worker {worker} konnte nicht nachsehen: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} does not see the folder {folder}, where the map is to be.</source>
      <translation>Der Worker {worker} sieht den Ordner {folder} nicht, in dem die Karte entstehen soll.</translation>
    </message>
    <message>
      <source>The worker {worker} does not see what is here: {reason}</source>
      <translation>Der Worker {worker} sieht nicht, was es hier gibt: {reason}</translation>
    </message>
    <message>
      <source>The worker {worker} gets nothing to do.</source>
      <translation>Der Worker {worker} bekommt nichts zu tun.</translation>
    </message>
    <message>
      <source>The worker {worker} has another model {model} than there is here, by the SHA-256 of its weights and its description.</source>
      <translation>Der Worker {worker} hat ein anderes Modell {model}, als es hier gibt, nach der SHA-256 seiner Gewichte und seiner Beschreibung.</translation>
    </message>
    <message>
      <source>The worker {worker} has no engine of version {version} ({reason}).</source>
      <translation>Der Worker {worker} hat keine Engine der Version {version} ({reason}).</translation>
    </message>
    <message>
      <source>The worker {worker} has version {own} of the engine, and not {version}.</source>
      <translation>Der Worker {worker} hat Version {own} der Engine und nicht {version}.</translation>
    </message>
    <message>
      <source>The worker {worker} lacks the model {model}.</source>
      <translation>Dem Worker {worker} fehlt das Modell {model}.</translation>
    </message>
    <message>
      <source>The worker {worker} sees another raster {raster} than the one that is here.</source>
      <translation>Der Worker {worker} sieht ein anderes Raster {raster} als das hiesige.</translation>
    </message>
    <message>
      <source>The workers have written what they see to {folder}, and it is not seen here.</source>
      <translation>Die Worker haben nach {folder} geschrieben, was sie sehen, und hier ist es nicht zu sehen.</translation>
    </message>
    <message>
      <source>The workers write the map beside the report while it is judged: name one (REPORT) in a folder that they see.</source>
      <translation>Die Worker schreiben die Karte neben den Bericht, während sie beurteilt wird: Nennen Sie einen (REPORT) in einem Ordner, den sie sehen.</translation>
    </message>
    <message>
      <source>The workers write what they see beside the new model: name a folder that they see (SCRATCH).</source>
      <translation>Die Worker schreiben, was sie sehen, neben das neue Modell: Nennen Sie einen Ordner, den sie sehen (SCRATCH).</translation>
    </message>
    <message>
      <source>The {area} does not touch the raster {path}. Check its position and its CRS.</source>
      <translation>Auf dem Raster {path} liegt nichts davon: {area}. Prüfen Sie Lage und KBS.</translation>
    </message>
    <message>
      <source>Then map the &amp;visible canvas</source>
      <translation>Dann Aus&amp;schnitt kartieren</translation>
    </message>
    <message>
      <source>There are fewer points than classes: none lies on {names}, and areas cannot be told for the whole map. Ask for {least} points at least, better 50 for each class.</source>
      <translation>Es gibt weniger Punkte als Klassen: Auf {names} liegt keiner, und Flächen lassen sich nicht für die ganze Karte angeben. Verlangen Sie mindestens {least} Punkte, besser 50 je Klasse.</translation>
    </message>
    <message>
      <source>There are no polygons or points with a class in the field “{field}”. Draw some, and give each its class.</source>
      <translation>Es gibt keine Polygone oder Punkte mit einer Klasse im Feld „{field}“. Zeichnen Sie einige, und geben Sie jedem seine Klasse.</translation>
    </message>
    <message>
      <source>There are no polygons or points with a number in the field “{field}”.</source>
      <translation>Es gibt keine Polygone oder Punkte mit einer Zahl im Feld „{field}“.</translation>
    </message>
    <message>
      <source>There are no polygons to limit the run to: the layer, or the selection in it, is empty.</source>
      <translation>Es gibt keine Polygone, auf die der Lauf begrenzt werden könnte: Der Layer oder die Auswahl darin ist leer.</translation>
    </message>
    <message>
      <source>There can be 1 to {most} workers (local:N), not {count}.</source>
      <translation>Es kann 1 bis {most} Worker geben (local:N), nicht {count}.</translation>
    </message>
    <message>
      <source>There is a model {id} already. Choose another id (MODEL_ID), or remove it.</source>
      <translation>Ein Modell {id} gibt es schon. Wählen Sie eine andere ID (MODEL_ID), oder entfernen Sie es.</translation>
    </message>
    <message>
      <source>There is no cluster {text}: name the address of its scheduler, such as tls://host:8786, the file that it has written, or local:N for N workers here.</source>
      <translation>Es gibt keinen Cluster {text}: Nennen Sie die Adresse seines Schedulers, etwa tls://host:8786, die Datei, die er geschrieben hat, oder local:N für N Worker auf diesem Rechner.</translation>
    </message>
    <message>
      <source>There is no connection to {host}: {reason}. Check the network and the proxy settings, or take the file from a folder.</source>
      <translation>Es besteht keine Verbindung zu {host}: {reason}. Prüfen Sie Netzwerk und Proxy-Einstellungen oder nehmen Sie die Datei aus einem Ordner.</translation>
    </message>
    <message>
      <source>There is no data anywhere in band {bands}. What is left out like that is not asked where the raster has data, and is 0 for the model. If it needs more, choose other bands (BANDS).</source>
      <translation>In Band {bands} gibt es nirgends Daten. Was so ausgelassen wird, wird nicht gefragt, wo das Raster Daten hat, und ist 0 für das Modell. Braucht es mehr, wählen Sie andere Bänder (BANDS).</translation>
    </message>
    <message>
      <source>There is no dataset {name}. Known are: {known}.</source>
      <translation>Einen Datensatz {name} gibt es nicht. Bekannt sind: {known}.</translation>
    </message>
    <message>
      <source>There is no model “{model}”. Known models: {known}.</source>
      <translation>Es gibt kein Modell „{model}“. Bekannte Modelle: {known}.</translation>
    </message>
    <message>
      <source>There is no place for the map: {reason}</source>
      <translation>Für die Karte gibt es keinen Platz: {reason}</translation>
    </message>
    <message>
      <source>There is no raster there.</source>
      <translation>Dort ist kein Raster.</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: it does not answer.</source>
      <translation>Unter {address} gibt es keinen Scheduler von dask: Niemand antwortet.</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: {reason}.</source>
      <translation>Unter {address} gibt es keinen Scheduler von dask: {reason}.</translation>
    </message>
    <message>
      <source>there is no such file.</source>
      <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
      <source>There is no {file} at {address}. Check the address.</source>
      <translation>Unter {address} gibt es kein {file}. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
      <source>There is not enough memory for this on the computer. End other programs that use it, or ask for less: smaller windows, one thread, a smaller model.</source>
      <translation>Dafür reicht der Arbeitsspeicher des Rechners nicht. Beenden Sie andere Programme, die ihn brauchen, oder verlangen Sie weniger: kleinere Fenster, einen Thread, ein kleineres Modell.</translation>
    </message>
    <message>
      <source>There is not enough space on the disk of {folder}: {needed} are needed, {free} are free.</source>
      <translation>Auf dem Datenträger von {folder} ist nicht genug Platz: {needed} werden gebraucht, {free} sind frei.</translation>
    </message>
    <message>
      <source>thermal infrared</source>
      <translation>thermisches Infrarot</translation>
    </message>
    <message>
      <source>These points are there to judge maps: a model that has seen them cannot be judged by them any more.</source>
      <translation>Diese Punkte sind da, um Karten zu beurteilen: Ein Modell, das sie gesehen hat, lässt sich an ihnen nicht mehr beurteilen.</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>Diese Punkte sagen nicht, welche Karte besser ist: Wären beide gleich gut, käme ein so großer Unterschied mit einer Wahrscheinlichkeit von {chance} % durch Zufall zustande.</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come up {often} by chance (p = {p}). That does not say that they are equally good; more points may tell.</source>
      <translation>Diese Punkte sagen nicht, welche Karte besser ist: Wären beide gleich gut, käme ein so großer Unterschied {often} durch Zufall vor (p = {p}). Das heißt nicht, dass sie gleich gut sind; mehr Punkte sagen es vielleicht.</translation>
    </message>
    <message>
      <source>They are those of one part of the area, and what lies next to them was not learned from. Of all steps the one with the best mean IoU on them was kept, so the figures flatter a little. After that, the model learned from all for its last steps.</source>
      <translation>Es sind die eines Teils des Gebiets, und aus dem, was daneben liegt, wurde nicht gelernt. Von allen Schritten wurde der mit der besten mittleren IoU auf ihnen behalten; die Kennzahlen schmeicheln also ein wenig. Danach lernte das Modell in seinen letzten Schritten aus allen.</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless a class lies nowhere else.</source>
      <translation>Sie wurden nach ihrer Lage in {count} Teile geteilt, und jeder Teil wurde von einem Modell kartiert, das an die anderen angepasst war, ohne das, was neben dem Teil liegt, es sei denn, eine Klasse liegt nirgends sonst.</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless all does.</source>
      <translation>Sie wurden nach ihrer Lage in {count} Teile geteilt, und jeder Teil wurde von einem Modell kartiert, das an die anderen angepasst war, ohne das, was neben dem Teil liegt, es sei denn, alles liegt dort.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Dieser Rechner</translation>
    </message>
    <message>
      <source>This holds for the place if the points were drawn at random, each pixel with the same chance; else for these points only.</source>
      <translation>Das gilt für das Gebiet, wenn die Punkte zufällig gezogen wurden, jedes Pixel mit derselben Wahrscheinlichkeit; sonst nur für diese Punkte.</translation>
    </message>
    <message>
      <source>This map goes to {folder}.</source>
      <translation>Diese Karte kommt nach {folder}.</translation>
    </message>
    <message>
      <source>This map has a class on {share} of the area of the map that the points were drawn on: areas are estimated for what both have in common.</source>
      <translation>Diese Karte hat auf {share} der Fläche der Karte, auf der die Punkte gezogen wurden, eine Klasse: Flächen werden für das geschätzt, was beide gemeinsam haben.</translation>
    </message>
    <message>
      <source>This map is right</source>
      <translation>Diese Karte stimmt</translation>
    </message>
    <message>
      <source>This map is wrong</source>
      <translation>Diese Karte ist falsch</translation>
    </message>
    <message>
      <source>This map takes about {time}. A compact model can learn from a part of it, and map the rest sooner.</source>
      <translation>Diese Karte dauert etwa {time}. Ein kompaktes Modell kann von einem Teil davon lernen und den Rest schneller kartieren.</translation>
    </message>
    <message>
      <source>This model needs PyTorch: run it once first.</source>
      <translation>Dieses Modell braucht PyTorch: Rechnen Sie zuerst einmal damit.</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed yet: {name}, a download of {size}, once, into
{folder}

Download it now?</source>
      <translation>Dafür wird PyTorch gebraucht, das noch nicht installiert ist: {name}, ein einmaliger Download von {size} nach
{folder}

Jetzt herunterladen?</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed: a download of up to 3 GB. The CrossEarth panel installs it on request; without a window: qgis_process run crossearth:setupengine --TORCH=true</source>
      <translation>Dazu wird PyTorch gebraucht, das nicht installiert ist: bis zu 3 GB Download. Das CrossEarth-Bedienfeld installiert es auf Wunsch; ohne Fenster: qgis_process run crossearth:setupengine --TORCH=true</translation>
    </message>
    <message>
      <source>This needs the package {package}. Install it with: pip install {requirement}</source>
      <translation>Dafür wird das Paket {package} gebraucht. Installieren Sie es mit: pip install {requirement}</translation>
    </message>
    <message>
      <source>This raster is unlike the imagery that {model} was trained on: {share} of the places that were looked at are as unusual as one in 20 is there. Classes may be wrong anywhere on it, and the confidence does not tell where. Check the map against the imagery, or adapt the model to a few polygons drawn on this raster (Adapt); Unfamiliarity among the outputs shows where it is unlike.</source>
      <translation>Dieses Raster ist anders als die Bilder, an denen {model} gelernt hat: {share} der angesehenen Stellen sind so ungewöhnlich wie dort eine von 20. Klassen können darauf überall falsch sein, und die Sicherheit sagt nicht, wo. Vergleichen Sie die Karte mit dem Bild, oder passen Sie das Modell an einige Polygone an, die auf diesem Raster gezeichnet sind (Anpassen); Fremdheit unter den Ausgaben zeigt, wo es anders ist.</translation>
    </message>
    <message>
      <source>This translation was made by a machine. Corrections are welcome.</source>
      <translation>Diese Übersetzung hat eine Maschine gemacht. Verbesserungen sind willkommen.</translation>
    </message>
    <message>
      <source>Those of the same season</source>
      <translation>Die derselben Jahreszeit</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Time needed</source>
      <translation>Zeitbedarf</translation>
    </message>
    <message>
      <source>times the size</source>
      <translation>mal die Größe</translation>
    </message>
    <message>
      <source>To be adapted first</source>
      <translation>Erst anzupassen</translation>
    </message>
    <message>
      <source>To be adapted first: it knows no classes yet</source>
      <translation>Erst anzupassen: Es kennt noch keine Klassen</translation>
    </message>
    <message>
      <source>train,training,finetune,fine-tuning,samples,polygons,machine learning,deep learning</source>
      <translation>trainieren,training,feinabstimmung,anpassen,stichproben,polygone,maschinelles lernen,deep learning</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>Trainiert mit</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Training steps</source>
      <translation>Trainingsschritte</translation>
    </message>
    <message>
      <source>Trains the model itself: minutes to hours, for the best map</source>
      <translation>Trainiert das Modell selbst: Minuten bis Stunden, für die beste Karte</translation>
    </message>
    <message>
      <source>Trees</source>
      <translation>Bäume</translation>
    </message>
    <message>
      <source>Tri&amp;als…</source>
      <translation>&amp;Versuche…</translation>
    </message>
    <message>
      <source>Trials</source>
      <translation>Versuche</translation>
    </message>
    <message>
      <source>Trials on This Computer</source>
      <translation>Versuche auf diesem Computer</translation>
    </message>
    <message>
      <source>Trials on this computer: {count}. Something faster was found in {taken}.</source>
      <translation>Versuche auf diesem Computer: {count}. Etwas Schnelleres fand sich bei {taken}.</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>Versucht</translation>
    </message>
    <message>
      <source>Trying the engine on a small raster…</source>
      <translation>Die Engine wird an einem kleinen Raster ausprobiert…</translation>
    </message>
    <message>
      <source>Two maps are compared by points (“Draw sample points on a map”): pixels of polygons or of another map stand together and are no sample, so that nothing tells how sure a difference is.</source>
      <translation>Zwei Karten werden an Punkten verglichen („Stichprobenpunkte auf einer Karte ziehen“): Pixel von Polygonen oder einer anderen Karte liegen beieinander und sind keine Stichprobe, sodass nichts sagt, wie sicher ein Unterschied ist.</translation>
    </message>
    <message>
      <source>Two outputs need two files, not one: {path}</source>
      <translation>Zwei Ausgaben brauchen zwei Dateien, nicht eine: {path}</translation>
    </message>
    <message>
      <source>Type another name to rename a class; give several the same name to merge them.</source>
      <translation>Schreiben Sie einen anderen Namen, um eine Klasse umzubenennen; gleiche Namen fassen Klassen zusammen.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Undo (U)</source>
      <translation>Rückgängig (U)</translation>
    </message>
    <message>
      <source>Unfamiliarity</source>
      <translation>Fremdheit</translation>
    </message>
    <message>
      <source>Unfamiliarity of the map</source>
      <translation>Fremdheit der Karte</translation>
    </message>
    <message>
      <source>Unfamiliarity – {name}</source>
      <translation>Fremdheit – {name}</translation>
    </message>
    <message>
      <source>Unit: {unit}; rows: before, columns: after. What has stayed lies on the diagonal.</source>
      <translation>Einheit: {unit}; Zeilen: vorher, Spalten: nachher. Was geblieben ist, liegt auf der Diagonale.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unbekannt</translation>
    </message>
    <message>
      <source>Unlike the training imagery</source>
      <translation>Anders als die Trainingsbilder</translation>
    </message>
    <message>
      <source>unlike the training imagery</source>
      <translation>anders als die Trainingsbilder</translation>
    </message>
    <message>
      <source>Unpacking Python {version}…</source>
      <translation>Python {version} wird entpackt…</translation>
    </message>
    <message>
      <source>Use the selected polygons and leave the others out</source>
      <translation>Die gewählten Polygone verwenden, die anderen auslassen</translation>
    </message>
    <message>
      <source>User's</source>
      <translation>Nutzer</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Werte</translation>
    </message>
    <message>
      <source>Values matched to the training imagery</source>
      <translation>Werte den Trainingsbildern angeglichen</translation>
    </message>
    <message>
      <source>values of {ends}</source>
      <translation>Werte von {ends}</translation>
    </message>
    <message>
      <source>Values stretched from</source>
      <translation>Werte gestreckt von</translation>
    </message>
    <message>
      <source>Values stretched: {ranges}</source>
      <translation>Werte gestreckt: {ranges}</translation>
    </message>
    <message>
      <source>Values that the model takes</source>
      <translation>Werte, die das Modell nimmt</translation>
    </message>
    <message>
      <source>Values were matched to the training imagery of {model}; {share} of the places that were looked at are still as unusual as one in 20 is there. Matching brings back brightness and contrast, and no detail, and makes noise stronger: check the map against the imagery.</source>
      <translation>Die Werte wurden den Bildern angeglichen, an denen {model} gelernt hat; {share} der angesehenen Stellen sind noch immer so ungewöhnlich wie dort eine von 20. Das Angleichen bringt Helligkeit und Kontrast zurück, keine Einzelheiten, und verstärkt Rauschen: Vergleichen Sie die Karte mit dem Bild.</translation>
    </message>
    <message>
      <source>Values without data</source>
      <translation>Werte ohne Daten</translation>
    </message>
    <message>
      <source>Values without data after</source>
      <translation>Werte ohne Daten nachher</translation>
    </message>
    <message>
      <source>Values without data before</source>
      <translation>Werte ohne Daten vorher</translation>
    </message>
    <message>
      <source>Versions, devices, settings and the last log, for a report of a fault.</source>
      <translation>Versionen, Geräte, Einstellungen und das letzte Protokoll, für eine Fehlermeldung.</translation>
    </message>
    <message>
      <source>Versions, settings and the log, to paste in a report of a fault</source>
      <translation>Versionen, Einstellungen und das Protokoll, zum Einfügen in eine Fehlermeldung</translation>
    </message>
    <message>
      <source>Virtual rasters (*.vrt)</source>
      <translation>Virtuelle Raster (*.vrt)</translation>
    </message>
    <message>
      <source>Visible canvas</source>
      <translation>Sichtbarer Kartenausschnitt</translation>
    </message>
    <message>
      <source>Waiting for another run to end…</source>
      <translation>Warten auf das Ende eines anderen Laufs…</translation>
    </message>
    <message>
      <source>Walk through the places where the model is least sure, key by key</source>
      <translation>Durch die Stellen gehen, an denen das Modell am wenigsten sicher ist, Taste für Taste</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Wasser</translation>
    </message>
    <message>
      <source>water vapour</source>
      <translation>Wasserdampf</translation>
    </message>
    <message>
      <source>Web address or folder with the models</source>
      <translation>Webadresse oder Ordner mit den Modellen</translation>
    </message>
    <message>
      <source>Weights in half precision</source>
      <translation>Gewichte in halber Genauigkeit</translation>
    </message>
    <message>
      <source>Weights, SHA-256</source>
      <translation>Gewichte, SHA-256</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 less, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>Wenn die Zahlen der Referenz um 1 kleiner wären, stimmten {shifted} davon mit der Karte überein, und nicht {agree}: Die eine zählt ihre Klassen wohl ab 0, die andere ab 1. Wenn ja, nummerieren Sie die Referenz wie die Karte, oder geben Sie ihr die Namen der Klassen der Karte.</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 more, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>Wenn die Zahlen der Referenz um 1 größer wären, stimmten {shifted} davon mit der Karte überein, und nicht {agree}: Die eine zählt ihre Klassen wohl ab 0, die andere ab 1. Wenn ja, nummerieren Sie die Referenz wie die Karte, oder geben Sie ihr die Namen der Klassen der Karte.</translation>
    </message>
    <message>
      <source>What a pixel of a photo or a scan measures on the ground, so that the model sees it in the size that it was trained for, and areas are in square metres. Where the raster has a CRS, that tells.</source>
      <translation>Was ein Pixel eines Fotos oder Scans am Boden misst, damit das Modell es in der Größe sieht, für die es trainiert ist, und Flächen in Quadratmetern sind. Hat das Raster ein KBS, sagt es das.</translation>
    </message>
    <message>
      <source>What Changed…</source>
      <translation>Veränderungen…</translation>
    </message>
    <message>
      <source>What computes: auto takes the fastest that works. Or type a name, such as cuda:1.</source>
      <translation>Was rechnet: auto nimmt das schnellste Gerät, das funktioniert. Oder tippen Sie einen Namen wie cuda:1.</translation>
    </message>
    <message>
      <source>What has changed between two maps, from what to what.</source>
      <translation>Was sich zwischen zwei Karten geändert hat, von was zu was.</translation>
    </message>
    <message>
      <source>What has changed, coloured by what it has become</source>
      <translation>Was sich verändert hat, gefärbt nach dem, was es geworden ist</translation>
    </message>
    <message>
      <source>What is chosen is not trained itself: use “Quick adapt”.</source>
      <translation>Was gewählt ist, wird selbst nicht trainiert: „Schnell anpassen“ nehmen.</translation>
    </message>
    <message>
      <source>What is subtracted from the values: one number, or one per band, separated by commas.</source>
      <translation>Was von den Werten abgezogen wird: eine Zahl oder eine je Band, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>What is told as a warning, such as an unmarked border or bands that are not the model's, then ends the run before anything is computed.</source>
      <translation>Was als Warnung gesagt wird, etwa ein nicht markierter Rand oder Bänder, die nicht die des Modells sind, beendet dann den Lauf, bevor etwas gerechnet wird.</translation>
    </message>
    <message>
      <source>what it computes of a test window is no number: its weights are damaged.</source>
      <translation>Was es aus einem Testfenster berechnet, ist keine Zahl: Seine Gewichte sind beschädigt.</translation>
    </message>
    <message>
      <source>What looks at the imagery and knows the classes. The id of a model in the catalogue, or the path of a model's folder or ONNX file.</source>
      <translation>Was die Bilder ansieht und die Klassen kennt. Die Kennung eines Modells im Katalog oder der Pfad eines Modellordners oder einer ONNX-Datei.</translation>
    </message>
    <message>
      <source>What of the raster the model maps; empty: all.</source>
      <translation>Was vom Raster das Modell kartiert; leer: alles.</translation>
    </message>
    <message>
      <source>What people call it.</source>
      <translation>Wie Menschen es nennen.</translation>
    </message>
    <message>
      <source>What programs write where there is no class is taken for none in the field {field} ({texts}): {count}. If it is a class, give it another name.</source>
      <translation>Was Programme schreiben, wo keine Klasse ist, gilt im Feld {field} als keine ({texts}): {count}. Ist es eine Klasse, geben Sie ihr einen anderen Namen.</translation>
    </message>
    <message>
      <source>What scripts call it: small letters, digits, dots and hyphens. Empty: by the name of the file.</source>
      <translation>So nennen es Skripte: Kleinbuchstaben, Ziffern, Punkte und Bindestriche. Leer: nach dem Namen der Datei.</translation>
    </message>
    <message>
      <source>What the canvas shows</source>
      <translation>Was das Kartenfenster zeigt</translation>
    </message>
    <message>
      <source>What the cluster calls folders of this computer, a line for each: the folder here, =, the folder there. Those that are called the same need no line.</source>
      <translation>Wie der Cluster Ordner dieses Rechners nennt, eine Zeile für jeden: der Ordner hier, =, der Ordner dort. Die, die gleich heißen, brauchen keine Zeile.</translation>
    </message>
    <message>
      <source>What the interrupted run left belongs to other data, another model or other options: the run starts anew.</source>
      <translation>Was der unterbrochene Lauf hinterlassen hat, gehört zu anderen Daten, einem anderen Modell oder anderen Optionen: Der Lauf beginnt neu.</translation>
    </message>
    <message>
      <source>What the interrupted run left is damaged or incomplete: the run starts anew.</source>
      <translation>Was der unterbrochene Lauf hinterlassen hat, ist beschädigt oder unvollständig: Der Lauf beginnt neu.</translation>
    </message>
    <message>
      <source>What the network takes, in which mean and standard deviation are, too: bytes (0 to 255), reflectance (0 to 1), dB (decibels), or two ends such as 0,10000. Empty: what the mean looks like.</source>
      <translation>Was das Netz nimmt; darin stehen auch Mittelwert und Standardabweichung: bytes (0 bis 255), reflectance (Reflektanz, 0 bis 1), dB (Dezibel) oder zwei Enden wie 0,10000. Leer: wonach der Mittelwert aussieht.</translation>
    </message>
    <message>
      <source>What the new model will be called; empty: after raster and day. The same name again makes another round of the model, and the earlier ones are kept</source>
      <translation>Wie das neue Modell heißen wird; leer: nach Raster und Tag. Derselbe Name noch einmal ergibt eine weitere Runde des Modells, und die früheren bleiben erhalten</translation>
    </message>
    <message>
      <source>What the panel offers first. Automatic takes the fastest device that works; a name such as cuda:1 can be typed.</source>
      <translation>Was das Bedienfeld zuerst anbietet. „Automatisch“ nimmt das schnellste Gerät, das funktioniert; ein Name wie cuda:1 lässt sich eintippen.</translation>
    </message>
    <message>
      <source>What the teacher computes in. Less than fp32 is quicker where the device has it.</source>
      <translation>Worin der Lehrer rechnet. Weniger als fp32 ist schneller, wo das Gerät es kann.</translation>
    </message>
    <message>
      <source>What they are then divided by: one number, or one per band, separated by commas.</source>
      <translation>Wodurch sie dann geteilt werden: eine Zahl oder eine je Band, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>What was found cannot be deleted: {reason}.</source>
      <translation>Was gefunden wurde, lässt sich nicht löschen: {reason}.</translation>
    </message>
    <message>
      <source>What {host} has as {file} is another file than the one that was downloaded here earlier. If its authors have changed it, remove its line from {list}, and download it again.</source>
      <translation>Was {host} als {file} hat, ist eine andere Datei als die, die hier früher heruntergeladen wurde. Wenn ihre Autoren sie geändert haben, entfernen Sie ihre Zeile aus {list} und laden Sie sie erneut herunter.</translation>
    </message>
    <message>
      <source>What {host} has as {file} is of {size}; the published file is of {expected}. Nothing was downloaded: check the address, or put a SHA256SUMS beside the file.</source>
      <translation>Was {host} als {file} hat, ist {size} groß; die veröffentlichte Datei hat {expected}. Nichts wurde heruntergeladen: Prüfen Sie die Adresse, oder legen Sie eine SHA256SUMS neben die Datei.</translation>
    </message>
    <message>
      <source>What {host} sent as {file} is not what it announced: size or SHA-256 differ. It was removed; download it again, or from another address.</source>
      <translation>Was {host} als {file} gesendet hat, ist nicht das Angekündigte: Größe oder SHA-256 weichen ab. Es wurde entfernt; laden Sie es erneut oder von einer anderen Adresse.</translation>
    </message>
    <message>
      <source>What {place} has as {file} is not the Python that was published: its SHA-256 is another one. What was fetched is deleted. Try again; if it stays so, the mirror, or a proxy on the way, changes files.</source>
      <translation>Was {place} als {file} hat, ist nicht das veröffentlichte Python: sein SHA-256 ist ein anderer. Das Geholte ist gelöscht. Versuchen Sie es noch einmal; bleibt es so, ändert der Spiegelserver oder ein Proxy auf dem Weg die Dateien.</translation>
    </message>
    <message>
      <source>Whatever the file says. By default that of the layer, and of a file that is no layer its own.</source>
      <translation>Was auch immer in der Datei steht. Vorgabe: das des Layers, bei einer Datei ohne Layer ihr eigenes.</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <source>Where groups are found; the model is the one to start from</source>
      <translation>Wo Gruppen gefunden werden; das Modell ist das, von dem ausgegangen wird</translation>
    </message>
    <message>
      <source>Where it has none, within its extent, counts as {name}, as asked.</source>
      <translation>Wo es keine hat, zählt innerhalb seiner Ausdehnung wie verlangt als {name}.</translation>
    </message>
    <message>
      <source>Where it is published</source>
      <translation>Wo es veröffentlicht ist</translation>
    </message>
    <message>
      <source>Where it looks like at a few points or polygons, without any classes.</source>
      <translation>Wo es aussieht wie an einigen Punkten oder in einigen Polygonen, ohne Klassen.</translation>
    </message>
    <message>
      <source>Where samples were held out it is {sure} % sure and {right} % right.</source>
      <translation>Wo Stichproben zurückgehalten wurden, ist es zu {sure} % sicher und hat zu {right} % recht.</translation>
    </message>
    <message>
      <source>Where the legend of the layer does not say them: values and names, such as 1=water, 2=forest.</source>
      <translation>Wo die Legende des Layers sie nicht sagt: Werte und Namen, etwa 1=Wasser, 2=Wald.</translation>
    </message>
    <message>
      <source>Where the model is computed: auto, cpu, or a graphics card: gpu:0, gpu:1… What really ran, and why no better device, is written into the result.</source>
      <translation>Worauf das Modell gerechnet wird: auto, cpu oder eine Grafikkarte: gpu:0, gpu:1… Was wirklich lief, und warum kein besseres Gerät, steht im Ergebnis.</translation>
    </message>
    <message>
      <source>Where there are enough in all: else all classes share alike.</source>
      <translation>Wo es insgesamt genug sind: sonst teilen alle Klassen gleich.</translation>
    </message>
    <message>
      <source>Which bands stand for the model's inputs, for instance red, green, blue. Empty: by the colours that the file names, else the first ones. In scripts, and for qgis_process: 3,2,1.</source>
      <translation>Welche Kanäle für die Eingaben des Modells stehen, zum Beispiel Rot, Grün, Blau. Leer: nach den Farben, die die Datei nennt, sonst die ersten. In Skripten und für qgis_process: 3,2,1.</translation>
    </message>
    <message>
      <source>Which map is better cannot be told: of {share} of the map that the points were drawn on no point has a class.</source>
      <translation>Welche Karte besser ist, lässt sich nicht sagen: Auf {share} der Karte, auf der die Punkte gezogen wurden, hat kein Punkt eine Klasse.</translation>
    </message>
    <message>
      <source>Which models OpenVINO or less precision was tried for, and what came of it</source>
      <translation>Für welche Modelle OpenVINO oder geringere Genauigkeit versucht wurde und was dabei herauskam</translation>
    </message>
    <message>
      <source>Which part of the raster to classify</source>
      <translation>Welcher Teil des Rasters klassifiziert wird</translation>
    </message>
    <message>
      <source>Whole layer</source>
      <translation>Ganzer Layer</translation>
    </message>
    <message>
      <source>Whole polygons and points were held out, never single pixels.</source>
      <translation>Zurückgehalten wurden ganze Polygone und Punkte, nie einzelne Pixel.</translation>
    </message>
    <message>
      <source>Whole polygons were held out, never single pixels.</source>
      <translation>Zurückgehalten wurden ganze Polygone, nie einzelne Pixel.</translation>
    </message>
    <message>
      <source>Width of what the canvas shows of each point. The same at all, so that none is looked at more closely than others.</source>
      <translation>Breite des Ausschnitts, den die Karte an jedem Punkt zeigt. Überall gleich, damit keiner genauer angesehen wird als andere.</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>Window blending</source>
      <translation>Fensterübergang</translation>
    </message>
    <message>
      <source>Window overlap</source>
      <translation>Überlappung</translation>
    </message>
    <message>
      <source>Window size</source>
      <translation>Fenstergröße</translation>
    </message>
    <message>
      <source>Window {done} of {total}</source>
      <translation>Fenster {done} von {total}</translation>
    </message>
    <message>
      <source>Window {done} of {total}, {time} left</source>
      <translation>Fenster {done} von {total}, noch {time}</translation>
    </message>
    <message>
      <source>Window, pixels</source>
      <translation>Fenster, Pixel</translation>
    </message>
    <message>
      <source>Windows</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>Windows that the teacher looks at</source>
      <translation>Fenster, die der Lehrer ansieht</translation>
    </message>
    <message>
      <source>With Pictures, in the Web Browser</source>
      <translation>Mit Bildern, im Webbrowser</translation>
    </message>
    <message>
      <source>With precision auto the processor computes a model in another library, or in less precision, where that takes less time and 99.5 % of the pixels keep their class. That is tried once for each model, on windows of what you map, and holds from then on.</source>
      <translation>Bei der Genauigkeit auto rechnet der Prozessor ein Modell in einer anderen Bibliothek oder mit geringerer Genauigkeit, wo das weniger Zeit braucht und 99,5 % der Pixel ihre Klasse behalten. Das wird für jedes Modell einmal versucht, auf Fenstern dessen, was Sie kartieren, und gilt von da an.</translation>
    </message>
    <message>
      <source>With PyTorch</source>
      <translation>Mit PyTorch</translation>
    </message>
    <message>
      <source>Without a network: takes the engine's packages from a folder that dev.py wheelhouse has filled.</source>
      <translation>Ohne Netz: nimmt die Pakete der Engine aus einem Ordner, den dev.py wheelhouse gefüllt hat.</translation>
    </message>
    <message>
      <source>Without {names}: no CRS tells how large their pixels are.</source>
      <translation>Ohne {names}: Kein KBS sagt, wie groß ihre Pixel sind.</translation>
    </message>
    <message>
      <source>Without {names}: what is said of them below makes their maps doubtful.</source>
      <translation>Ohne {names}: Was unten von ihnen gesagt wird, macht ihre Karten zweifelhaft.</translation>
    </message>
    <message>
      <source>Write what the canvas shows as outlines or points in a layer</source>
      <translation>Schreibt, was das Kartenfenster zeigt, als Umrisse oder Punkte in einen Layer</translation>
    </message>
    <message>
      <source>Writes a model to a folder that others can use.</source>
      <translation>Schreibt ein Modell in einen Ordner, den andere verwenden können.</translation>
    </message>
    <message>
      <source>Writes model.onnx, its description (model.json, a STAC item), its card (README.md) and its SHA-256 into a new or empty folder. The ONNX file alone tells classes, bands, window and pixel size, to this plugin and to Deepness. Import the folder on another computer with crossearth:importmodel.

The networks of CrossEarth are translated for that, which takes minutes, and compared with the original; ONNX models are copied.</source>
      <translation>Schreibt model.onnx, seine Beschreibung (model.json, ein STAC-Item), seine Karte (README.md) und seine SHA-256 in einen neuen oder leeren Ordner. Schon die ONNX-Datei allein nennt diesem Plugin und Deepness Klassen, Kanäle, Fenster und Pixelgröße. Importieren Sie den Ordner auf einem anderen Computer mit crossearth:importmodel.

Die Netze von CrossEarth werden dafür übersetzt, was Minuten dauert, und mit dem Original verglichen; ONNX-Modelle werden kopiert.</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>Karte wird geschrieben</translation>
    </message>
    <message>
      <source>yellow</source>
      <translation>Gelb</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>You have said {name}.</source>
      <translation>Sie haben {name} gesagt.</translation>
    </message>
    <message>
      <source>Your Models</source>
      <translation>Eigene Modelle</translation>
    </message>
    <message>
      <source>Your models</source>
      <translation>Eigene Modelle</translation>
    </message>
    <message>
      <source>zonal statistics,majority,objects,parcels,fields,buildings,footprints,object-based</source>
      <translation>Zonenstatistik,Mehrheit,Objekte,Flurstücke,Felder,Gebäude,Umrisse,objektbasiert</translation>
    </message>
    <message>
      <source>{address} is not an address.</source>
      <translation>{address} ist keine Adresse.</translation>
    </message>
    <message>
      <source>{archive} cannot be unpacked: {reason}</source>
      <translation>{archive} kann nicht entpackt werden: {reason}</translation>
    </message>
    <message>
      <source>{archive} holds what does not belong into it ({member}) and was not unpacked. Fetch it anew; if it comes from a mirror or a folder, tell whoever fills it.</source>
      <translation>{archive} enthält, was nicht hineingehört ({member}), und wurde nicht entpackt. Holen Sie die Datei neu; kommt sie von einem Spiegelserver oder aus einem Ordner, sagen Sie es dem, der ihn füllt.</translation>
    </message>
    <message>
      <source>{band} from {number} ({reason})</source>
      <translation>{band} aus {number} ({reason})</translation>
    </message>
    <message>
      <source>{benchmark}: not known</source>
      <translation>{benchmark}: nicht bekannt</translation>
    </message>
    <message>
      <source>{better} is better than {worse}: were both equally good, as large a difference would come up {often} by chance (p = {p}).</source>
      <translation>{better} ist besser als {worse}: Wären beide gleich gut, käme ein so großer Unterschied {often} durch Zufall vor (p = {p}).</translation>
    </message>
    <message>
      <source>{card} is not used by {library}: it could be by {way}, of which nobody has shown yet that the maps are right.</source>
      <translation>{card} wird von {library} nicht genutzt: Über {way} wäre es möglich, aber niemand hat bisher gezeigt, dass die Karten dann stimmen.</translation>
    </message>
    <message>
      <source>{card} is not used: its driver {driver} is too old for {library}. Update the driver, or install {library} for an older CUDA.</source>
      <translation>{card} wird nicht genutzt: Der Treiber {driver} ist zu alt für {library}. Aktualisieren Sie den Treiber, oder installieren Sie {library} für ein älteres CUDA.</translation>
    </message>
    <message>
      <source>{card} is not used: its memory ({memory}) does not suffice now. End other programs that use it, or choose less precise numbers (PRECISION) or a smaller model (MODEL).</source>
      <translation>{card} wird nicht genutzt: Ihr Speicher ({memory}) reicht gerade nicht. Beenden Sie andere Programme, die sie nutzen, oder wählen Sie weniger genaue Zahlen (PRECISION) oder ein kleineres Modell (MODEL).</translation>
    </message>
    <message>
      <source>{card} is not used: libraries that {library} needs for it are missing or do not fit ({reason}). Remove {package} under Settings ▸ Options ▸ CrossEarth and add it again; the page on graphics cards in the documentation says more.</source>
      <translation>{card} wird nicht genutzt: Bibliotheken, die {library} dafür braucht, fehlen oder passen nicht ({reason}). Entfernen Sie {package} unter Einstellungen ▸ Optionen ▸ CrossEarth und fügen Sie es wieder hinzu; die Seite über Grafikkarten in der Dokumentation sagt mehr.</translation>
    </message>
    <message>
      <source>{card} is not used: the environment variable {variable} hides it from all programs. Take it away, or name the card in it, to use the card.</source>
      <translation>{card} wird nicht genutzt: Die Umgebungsvariable {variable} verbirgt sie vor allen Programmen. Entfernen Sie die Variable, oder nennen Sie die Karte darin, um sie zu nutzen.</translation>
    </message>
    <message>
      <source>{card} is not used: the model cannot be computed on it in {precision}, only in {available}. Choose one of these (PRECISION) to use the card.</source>
      <translation>{card} wird nicht genutzt: Das Modell kann darauf nicht in {precision} gerechnet werden, nur in {available}. Wählen Sie eines davon (PRECISION), um die Karte zu nutzen.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} computes wrong numbers on it. Update the driver of the card, or install another version of {library}.</source>
      <translation>{card} wird nicht genutzt: {library} rechnet darauf falsch. Aktualisieren Sie den Treiber der Karte, oder installieren Sie eine andere Version von {library}.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} did not come back from it within {seconds} seconds. Start the computer anew; if that does not help, update the driver of the card.</source>
      <translation>{card} wird nicht genutzt: {library} kam davon nicht innerhalb von {seconds} Sekunden zurück. Starten Sie den Computer neu; hilft das nicht, so aktualisieren Sie den Treiber der Karte.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} fails on it ({reason}). Update the driver of the card; until it works, the processor does.</source>
      <translation>{card} wird nicht genutzt: {library} scheitert darauf ({reason}). Aktualisieren Sie den Treiber der Karte; bis sie funktioniert, rechnet der Prozessor.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards as new as this (compute capability {capability}; it has {known}). Install a newer {library}.</source>
      <translation>{card} wird nicht genutzt: {library} hat keine Programme für so neue Karten (Compute Capability {capability}; vorhanden: {known}). Installieren Sie ein neueres {library}.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards of its age (compute capability {capability}; it has {known}). An older {library} may have them; the page on graphics cards in the documentation says which.</source>
      <translation>{card} wird nicht genutzt: {library} hat keine Programme für Karten dieses Alters (Compute Capability {capability}; vorhanden: {known}). Ein älteres {library} hat sie vielleicht; die Seite über Grafikkarten in der Dokumentation sagt, welches.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no way to compute on it with this system.</source>
      <translation>{card} wird nicht genutzt: {library} kann auf diesem System nicht darauf rechnen.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} was made for such cards and does not find it ({reason}). Start the computer anew; if that does not help, install the card's driver again.</source>
      <translation>{card} wird nicht genutzt: {library} ist für solche Karten gemacht und findet sie nicht ({reason}). Starten Sie den Computer neu; hilft das nicht, so installieren Sie den Treiber der Karte neu.</translation>
    </message>
    <message>
      <source>{card}: builds for it can be added later under Settings &gt; Options</source>
      <translation>{card}: Fassungen dafür lassen sich später unter Einstellungen &gt; Optionen hinzufügen</translation>
    </message>
    <message>
      <source>{card}: cannot be used</source>
      <translation>{card}: nicht nutzbar</translation>
    </message>
    <message>
      <source>{count} bands</source>
      <translation>{count} Kanäle</translation>
    </message>
    <message>
      <source>{count} candidates.</source>
      <translation>{count} Kandidaten.</translation>
    </message>
    <message>
      <source>{count} groups</source>
      <translation>{count} Gruppen</translation>
    </message>
    <message>
      <source>{count} groups. Say in the table what each is; groups of one name become one class. Delete what is typical of nothing, then adapt.</source>
      <translation>{count} Gruppen. Sagen Sie in der Tabelle, was jede ist; Gruppen eines Namens werden eine Klasse. Löschen Sie, was für nichts typisch ist, und passen Sie dann an.</translation>
    </message>
    <message>
      <source>{count} objects</source>
      <translation>{count} Objekte</translation>
    </message>
    <message>
      <source>{count} pieces of the layer “{layer}” could not be fetched ({reason}): the map has holes there.</source>
      <translation>{count} Stücke des Layers „{layer}“ konnten nicht geholt werden ({reason}): Die Karte hat dort Lücken.</translation>
    </message>
    <message>
      <source>{count} pixels</source>
      <translation>{count} Pixel</translation>
    </message>
    <message>
      <source>{count} places are similar enough.</source>
      <translation>{count} Stellen sind ähnlich genug.</translation>
    </message>
    <message>
      <source>{count} places.</source>
      <translation>{count} Stellen.</translation>
    </message>
    <message>
      <source>{count} points tell the overall accuracy to ± {margin} percentage points.</source>
      <translation>{count} Punkte sagen die Gesamtgenauigkeit auf ± {margin} Prozentpunkte.</translation>
    </message>
    <message>
      <source>{count} points, {least} of a class at least: overall accuracy {share} ± {margin}. In proportion to area and without a least number, Cochran's formula would ask for {formula}.</source>
      <translation>{count} Punkte, mindestens {least} je Klasse: Gesamtgenauigkeit {share} ± {margin}. Nach Fläche und ohne Mindestzahl verlangte Cochrans Formel {formula}.</translation>
    </message>
    <message>
      <source>{count} polygons cross themselves and will be repaired.</source>
      <translation>{count} Polygone überschneiden sich selbst und werden repariert.</translation>
    </message>
    <message>
      <source>{count} rasters, land cover</source>
      <translation>{count} Raster, Landbedeckung</translation>
    </message>
    <message>
      <source>{count} rasters, {name}</source>
      <translation>{count} Raster, {name}</translation>
    </message>
    <message>
      <source>{count} samples have no class.</source>
      <translation>{count} Stichproben haben keine Klasse.</translation>
    </message>
    <message>
      <source>{count} samples lie outside the raster.</source>
      <translation>{count} Stichproben liegen außerhalb des Rasters.</translation>
    </message>
    <message>
      <source>{count} tensors of the file serve training only and were left out: {names}.</source>
      <translation>{count} Tensoren der Datei dienen nur dem Training und wurden ausgelassen: {names}.</translation>
    </message>
    <message>
      <source>{count} windows</source>
      <translation>{count} Fenster</translation>
    </message>
    <message>
      <source>{count} windows in {time} on {device} ({precision}), batch {batch}</source>
      <translation>{count} Fenster in {time} auf {device} ({precision}), Stapel {batch}</translation>
    </message>
    <message>
      <source>{count}, {size}</source>
      <translation>{count}, {size}</translation>
    </message>
    <message>
      <source>{crs}; x {left} to {right}, y {bottom} to {top}</source>
      <translation>{crs}; x {left} bis {right}, y {bottom} bis {top}</translation>
    </message>
    <message>
      <source>{done} of {count} places are done, of the raster {name}. Choose it to go on there.</source>
      <translation>{done} von {count} Stellen sind erledigt, auf dem Raster {name}. Wählen Sie es, um dort weiterzumachen.</translation>
    </message>
    <message>
      <source>{done} of {count} places are done.</source>
      <translation>{done} von {count} Stellen sind erledigt.</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled, {skipped} skipped.</source>
      <translation>{done} von {count} Punkten sind beschriftet, {skipped} übersprungen.</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled.</source>
      <translation>{done} von {count} Punkten sind beschriftet.</translation>
    </message>
    <message>
      <source>{done} of {planned}, {skipped} skipped</source>
      <translation>{done} von {planned}, {skipped} übersprungen</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message>
      <source>{done} of {total}, {time} left</source>
      <translation>{done} von {total}, noch {time}</translation>
    </message>
    <message>
      <source>{done}, {skipped} skipped</source>
      <translation>{done}, {skipped} übersprungen</translation>
    </message>
    <message>
      <source>{file} is given twice: nothing can differ there. Choose two maps.</source>
      <translation>{file} ist zweimal angegeben: Da kann sich nichts unterscheiden. Wählen Sie zwei Karten.</translation>
    </message>
    <message>
      <source>{file} is lost or was changed</source>
      <translation>{file} ist verloren oder wurde geändert</translation>
    </message>
    <message>
      <source>{file} says no CRS: its coordinates are taken to be in {crs}, as those of the layer with what is there. If they are in another one, give the raster its CRS.</source>
      <translation>{file} nennt kein KBS: Seine Koordinaten werden in {crs} angenommen wie die des Layers mit dem, was dort ist. Sind sie in einem anderen, so geben Sie dem Raster sein KBS.</translation>
    </message>
    <message>
      <source>{file} was taken over by another run.</source>
      <translation>{file} hat ein anderer Lauf übernommen.</translation>
    </message>
    <message>
      <source>{first} or {second}</source>
      <translation>{first} oder {second}</translation>
    </message>
    <message>
      <source>{folder} (about {size})</source>
      <translation>{folder} (etwa {size})</translation>
    </message>
    <message>
      <source>{host} does not give {file} (HTTP status {status}). Check the address of the mirror under Settings &gt; Options &gt; CrossEarth, if one is named there.</source>
      <translation>{host} gibt {file} nicht heraus (HTTP-Status {status}). Prüfen Sie die Adresse des Spiegelservers unter Einstellungen &gt; Optionen &gt; CrossEarth, wenn dort eine steht.</translation>
    </message>
    <message>
      <source>{host} does not send {file} ({status}). Try later, or take it from another address.</source>
      <translation>{host} sendet {file} nicht ({status}). Versuchen Sie es später oder nehmen Sie es von einer anderen Adresse.</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{imagery}, without labels</source>
      <translation>{imagery}, ohne Beschriftung</translation>
    </message>
    <message>
      <source>{layer} is a map on a server: the run fetches the area first, at the pixel size of the model. See to it that its terms of use allow that.</source>
      <translation>{layer} ist eine Karte auf einem Server: Der Lauf holt zuerst das Gebiet, in der Pixelgröße des Modells. Achten Sie darauf, dass die Nutzungsbedingungen das erlauben.</translation>
    </message>
    <message>
      <source>{least} to {most} px, overlap {overlap} px</source>
      <translation>{least} bis {most} px, Überlappung {overlap} px</translation>
    </message>
    <message>
      <source>{library} cannot be loaded ({reason}). Set the engine up again; if that does not help, its packages do not suit this computer.</source>
      <translation>{library} kann nicht geladen werden ({reason}). Richten Sie die Engine neu ein; hilft das nicht, so passen ihre Pakete nicht zu diesem Computer.</translation>
    </message>
    <message>
      <source>{library} cannot compute this network ({reason}). {other} can: choose the precision fp32.</source>
      <translation>{library} kann dieses Netz nicht rechnen ({reason}). {other} kann es: Wählen Sie die Genauigkeit fp32.</translation>
    </message>
    <message>
      <source>{library} did not answer within {seconds} seconds. Try again when the computer has less to do; if that does not help, set the engine up again.</source>
      <translation>{library} hat nicht innerhalb von {seconds} Sekunden geantwortet. Versuchen Sie es noch einmal, wenn der Computer weniger zu tun hat; hilft das nicht, so richten Sie die Engine neu ein.</translation>
    </message>
    <message>
      <source>{library} is not installed. It comes when a model is first used that needs it.</source>
      <translation>{library} ist nicht installiert. Es kommt, wenn erstmals ein Modell verwendet wird, das es braucht.</translation>
    </message>
    <message>
      <source>{library}: works</source>
      <translation>{library}: funktioniert</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} bis {high}</translation>
    </message>
    <message>
      <source>{low} to {high} m</source>
      <translation>{low} bis {high} m</translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{model} as its authors published it, not on this computer yet.</source>
      <translation>{model}, wie die Autoren es veröffentlicht haben, noch nicht auf diesem Rechner.</translation>
    </message>
    <message>
      <source>{model} takes decibels, and the values of the raster ({low} to {high}) look like backscatter that is not in decibels: take 10 times their decimal logarithm first, for instance with the raster calculator.</source>
      <translation>{model} nimmt Dezibel, und die Werte des Rasters ({low} bis {high}) sehen aus wie Rückstreuung, die nicht in Dezibel ist: Nehmen Sie vorher das Zehnfache ihres Zehnerlogarithmus, zum Beispiel mit dem Rasterrechner.</translation>
    </message>
    <message>
      <source>{model} tells numbers ({name}), and no classes.</source>
      <translation>{model} gibt Zahlen ({name}) und keine Klassen.</translation>
    </message>
    <message>
      <source>{model} was made for pixels of {own} m and sees pixels of {size} m: the map will be poorer. With GSD {own} it is shown pixels of the size that it was made for.</source>
      <translation>{model} ist für Pixel von {own} m gemacht und sieht Pixel von {size} m: Die Karte wird schlechter. Mit GSD {own} bekommt es Pixel der Größe, für die es gemacht ist.</translation>
    </message>
    <message>
      <source>{model} was trained on values around {mean}, plus or minus {std}; those of the raster are {low} to {high} (band {band}). Bands, units or scale do not belong together: check BANDS, say which numbers stand for the ends of the model's range (STRETCH), or what the model takes, at its import (VALUES).</source>
      <translation>{model} wurde mit Werten um {mean}, plus oder minus {std}, trainiert; die des Rasters sind {low} bis {high} (Band {band}). Bänder, Einheiten oder Skala gehören nicht zusammen: Prüfen Sie BANDS, geben Sie an, welche Zahlen für die Enden des Bereichs des Modells stehen (STRETCH), oder was das Modell nimmt, bei seinem Import (VALUES).</translation>
    </message>
    <message>
      <source>{model}: {progress}</source>
      <translation>{model}: {progress}</translation>
    </message>
    <message>
      <source>{name} copy</source>
      <translation>{name} Kopie</translation>
    </message>
    <message>
      <source>{name} is not offered for this computer ({computer}) with Python {version}: there is no build of {packages}. The page Setting up the engine has a table of what is.</source>
      <translation>{name} gibt es für diesen Rechner ({computer}) mit Python {version} nicht: Es fehlt eine Fassung von {packages}. Die Seite „Setting up the engine“ hat eine Tabelle dessen, was es gibt.</translation>
    </message>
    <message>
      <source>{name} is there already: this map goes to {other}.</source>
      <translation>{name} gibt es schon: diese Karte kommt nach {other}.</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name} wurde entfernt.</translation>
    </message>
    <message>
      <source>{name}, canceled after {time}: a part of the map</source>
      <translation>{name}, nach {time} abgebrochen: ein Teil der Karte</translation>
    </message>
    <message>
      <source>{name}, made in {time}</source>
      <translation>{name}, erstellt in {time}</translation>
    </message>
    <message>
      <source>{name}: 1 object</source>
      <translation>{name}: 1 Objekt</translation>
    </message>
    <message>
      <source>{name}: 1 point</source>
      <translation>{name}: 1 Punkt</translation>
    </message>
    <message>
      <source>{name}: added</source>
      <translation>{name}: hinzugefügt</translation>
    </message>
    <message>
      <source>{name}: at least {least}, not {value}.</source>
      <translation>{name}: mindestens {least}, nicht {value}.</translation>
    </message>
    <message>
      <source>{name}: at most {most}, not {value}.</source>
      <translation>{name}: höchstens {most}, nicht {value}.</translation>
    </message>
    <message>
      <source>{name}: from {least} to {most}, not {value}.</source>
      <translation>{name}: von {least} bis {most}, nicht {value}.</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}</source>
      <translation>{name}: IoU {iou}</translation>
    </message>
    <message>
      <source>{name}: no number</source>
      <translation>{name}: keine Zahl</translation>
    </message>
    <message>
      <source>{name}: this computer has an {card}</source>
      <translation>{name}: Dieser Rechner hat eine {card}</translation>
    </message>
    <message>
      <source>{name}: {amount} ha, {percent} %</source>
      <translation>{name}: {amount} ha, {percent} %</translation>
    </message>
    <message>
      <source>{name}: {amount} pixels, {percent} %</source>
      <translation>{name}: {amount} Pixel, {percent} %</translation>
    </message>
    <message>
      <source>{name}: {area} ha, {low} to {high} ha (95 %)</source>
      <translation>{name}: {area} ha, {low} bis {high} ha (95 %)</translation>
    </message>
    <message>
      <source>{name}: {area} pixels, {low} to {high} pixels (95 %)</source>
      <translation>{name}: {area} Pixel, {low} bis {high} Pixel (95 %)</translation>
    </message>
    <message>
      <source>{name}: {count} objects</source>
      <translation>{name}: {count} Objekte</translation>
    </message>
    <message>
      <source>{name}: {least} to {most}, mean {mean}</source>
      <translation>{name}: {least} bis {most}, Mittelwert {mean}</translation>
    </message>
    <message>
      <source>{name}: {points} points</source>
      <translation>{name}: {points} Punkte</translation>
    </message>
    <message>
      <source>{name}: {points} points, accuracy {share} ± {margin}</source>
      <translation>{name}: {points} Punkte, Genauigkeit {share} ± {margin}</translation>
    </message>
    <message>
      <source>{path} and {other} are both of {date}. Make one raster of those of one day.</source>
      <translation>{path} und {other} sind beide vom {date}. Machen Sie aus denen eines Tages ein Raster.</translation>
    </message>
    <message>
      <source>{path} and {other} do not have the same pixels. {reason} Say how the one is to be brought to the pixels of the other, which is given first (ALIGN).</source>
      <translation>{path} und {other} haben nicht dieselben Pixel. {reason} Sagen Sie, wie das eine auf die Pixel des anderen gebracht werden soll, das zuerst angegeben ist (ALIGN).</translation>
    </message>
    <message>
      <source>{path} and {other} do not lie over each other: several dates are of one place. Check which files are meant, and their CRS.</source>
      <translation>{path} und {other} liegen nicht übereinander: Mehrere Termine sind von einem Ort. Prüfen Sie, welche Dateien gemeint sind, und ihr KBS.</translation>
    </message>
    <message>
      <source>{path} is no file of a scheduler (dask scheduler --scheduler-file).</source>
      <translation>{path} ist keine Datei eines Schedulers (dask scheduler --scheduler-file).</translation>
    </message>
    <message>
      <source>{path} is there already. Choose another name, or add it to the project and choose its layer.</source>
      <translation>{path} gibt es schon. Wählen Sie einen anderen Namen, oder fügen Sie es dem Projekt hinzu und wählen Sie seinen Layer.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{percent} % of the asked area is empty in the layer “{layer}”, and QGIS was too busy to tell why: the map has holes there.</source>
      <translation>{percent} % des verlangten Gebiets sind im Layer „{layer}“ leer, und QGIS war zu beschäftigt, um zu sagen, warum: Dort hat die Karte Lücken.</translation>
    </message>
    <message>
      <source>{percent} %, {time} left</source>
      <translation>{percent} %, noch {time}</translation>
    </message>
    <message>
      <source>{product} is one band of percent in bytes, as segment --{product} writes it.</source>
      <translation>{product} ist ein Kanal mit Prozent in Bytes, wie segment --{product} ihn schreibt.</translation>
    </message>
    <message>
      <source>{program} cannot be started: {reason}</source>
      <translation>{program} lässt sich nicht starten: {reason}</translation>
    </message>
    <message>
      <source>{program} does not answer.</source>
      <translation>{program} antwortet nicht.</translation>
    </message>
    <message>
      <source>{python} cannot make the engine's environment: that takes a Python from {minimum} to {maximum} with its modules venv and ensurepip. Name another one, or none.</source>
      <translation>{python} kann die Umgebung der Engine nicht anlegen: dazu braucht es ein Python von {minimum} bis {maximum} mit seinen Modulen venv und ensurepip. Nennen Sie ein anderes oder keines.</translation>
    </message>
    <message>
      <source>{python} lacks the package {package}, which the engine needs. Install it there, or let the CrossEarth panel set up an environment of its own.</source>
      <translation>{python} fehlt das Paket {package}, das die Engine braucht. Installieren Sie es dort, oder lassen Sie das CrossEarth-Bedienfeld eine eigene Umgebung einrichten.</translation>
    </message>
    <message>
      <source>{raster} distilled</source>
      <translation>{raster} destilliert</translation>
    </message>
    <message>
      <source>{raster} – {count} groups</source>
      <translation>{raster} – {count} Gruppen</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{reason} Another device is tried now.</source>
      <translation>{reason} Jetzt wird ein anderes Gerät versucht.</translation>
    </message>
    <message>
      <source>{reason} Nor can another Python be downloaded: {problem}</source>
      <translation>{reason} Auch ein anderes Python lässt sich nicht herunterladen: {problem}</translation>
    </message>
    <message>
      <source>{reason} Or have Python {version} downloaded from {host}: the CrossEarth panel asks for it; without a window: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</source>
      <translation>{reason} Oder lassen Sie Python {version} von {host} herunterladen: das CrossEarth-Bedienfeld fragt danach; ohne Fenster: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</translation>
    </message>
    <message>
      <source>{reason} The folder has no Python to try instead: dev.py wheelhouse --standalone-python puts one there.</source>
      <translation>{reason} Der Ordner hat kein Python, das stattdessen versucht werden könnte: dev.py wheelhouse --standalone-python legt eines hinein.</translation>
    </message>
    <message>
      <source>{reason} The standalone Python {version} does not run on this computer, either.</source>
      <translation>{reason} Das eigenständige Python {version} läuft auf diesem Rechner auch nicht.</translation>
    </message>
    <message>
      <source>{reason}: the map goes beside the raster, to {folder}.</source>
      <translation>{reason}: die Karte kommt neben das Raster, nach {folder}.</translation>
    </message>
    <message>
      <source>{reason}: the map goes to {folder}.</source>
      <translation>{reason}: die Karte kommt nach {folder}.</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{share:.0%} of what is like it is less unusual</source>
      <translation>{share:.0%} dessen, was ihm gleicht, ist weniger ungewöhnlich</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge are {value} in all bands. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>{share} der Pixel am Rand des Rasters sind {value} in allen Bändern. Sind das keine Daten, geben Sie es an (NODATA {nodata}): Sie werden klassifiziert, als wären sie Teil der Aufnahme.</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge have one colour, {value}. If that is no data, draw polygons around the imagery and limit the run to them (MASK): it is classified as if it were imagery.</source>
      <translation>{share} der Pixel am Rand des Rasters haben eine Farbe, {value}. Sind das keine Daten, zeichnen Sie Polygone um die Aufnahme und beschränken Sie den Lauf auf sie (MASK): Sie werden klassifiziert, als wären sie Teil der Aufnahme.</translation>
    </message>
    <message>
      <source>{share} of the pixels are {value} in band {band}, far from all others ({low} to {high}), and nothing says that this is no data. If it is, say so (NODATA {nodata}): it is classified as if it were imagery, and it spoils the stretch of the values.</source>
      <translation>{share} der Pixel sind {value} in Band {band}, weit weg von allen anderen ({low} bis {high}), und nichts sagt, dass das keine Daten sind. Wenn es keine sind, geben Sie es an (NODATA {nodata}): Sie werden klassifiziert, als wären sie Teil der Aufnahme, und verderben die Streckung der Werte.</translation>
    </message>
    <message>
      <source>{share} of the pixels lie in patches that are 0 in {bands}. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>{share} der Pixel liegen in Flecken, die 0 in {bands} sind. Sind das keine Daten, geben Sie es an (NODATA {nodata}): Sie werden klassifiziert, als wären sie Teil der Aufnahme.</translation>
    </message>
    <message>
      <source>{share} of the values of band {band} lie beyond {low} to {high} and are cut off: the model cannot tell them apart. Say which values stand for the ends of its range (STRETCH).</source>
      <translation>{share} der Werte von Band {band} liegen jenseits von {low} bis {high} und werden abgeschnitten: Das Modell kann sie nicht unterscheiden. Geben Sie an, welche Werte für die Enden seines Bereichs stehen (STRETCH).</translation>
    </message>
    <message>
      <source>{size} MB of Python {version} are here</source>
      <translation>{size} MB von Python {version} sind da</translation>
    </message>
    <message>
      <source>{size} px, overlap {overlap} px</source>
      <translation>{size} px, Überlappung {overlap} px</translation>
    </message>
    <message>
      <source>{size} to download</source>
      <translation>{size} herunterzuladen</translation>
    </message>
    <message>
      <source>{size}, not on disk</source>
      <translation>{size}, nicht vorhanden</translation>
    </message>
    <message>
      <source>{size}, on disk</source>
      <translation>{size}, vorhanden</translation>
    </message>
    <message>
      <source>{stage}, {time} left</source>
      <translation>{stage}, noch {time}</translation>
    </message>
    <message>
      <source>{stage}…</source>
      <translation>{stage}…</translation>
    </message>
    <message>
      <source>{task} is given up: it was lost {count} times.</source>
      <translation>{task} wird aufgegeben: {count} Mal verloren.</translation>
    </message>
    <message>
      <source>{task} is not needed any more.</source>
      <translation>{task} wird nicht mehr gebraucht.</translation>
    </message>
    <message>
      <source>{task} is tried again.</source>
      <translation>{task} wird noch einmal versucht.</translation>
    </message>
    <message>
      <source>{task} of {file}</source>
      <translation>{task} von {file}</translation>
    </message>
    <message>
      <source>{task} was lost with its worker: {reason}.</source>
      <translation>{task} ging mit dem Worker verloren: {reason}.</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} it was stopped.</source>
      <translation>{task} ging verloren: auf {worker} angehalten.</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} the engine ended with status {status}. The last it said: {words}</source>
      <translation>{task} ging verloren: Auf {worker} hat sich die Engine mit Status {status} beendet. Ihr letztes Wort: {words}</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker}, {reason}</source>
      <translation>{task} ging verloren: Auf {worker}, {reason}</translation>
    </message>
    <message>
      <source>{text} does not say what workers call a folder: write both absolute, as in Z:\imagery=/data/imagery.</source>
      <translation>{text} sagt nicht, wie Worker einen Ordner nennen: Schreiben Sie beide absolut, wie in Z:\imagery=/data/imagery.</translation>
    </message>
    <message>
      <source>{this} is right on {right} {where}, {other} on {other_right}: a difference of {difference} percentage points (95 % interval: {low} to {high}).</source>
      <translation>{this} stimmt auf {right} {where}, {other} auf {other_right}: ein Unterschied von {difference} Prozentpunkten (95-%-Intervall: {low} bis {high}).</translation>
    </message>
    <message>
      <source>{title}, canceled as you wished</source>
      <translation>{title}, wie gewünscht abgebrochen</translation>
    </message>
    <message>
      <source>{unit}; rows: reference, columns: map.</source>
      <translation>{unit}; Zeilen: Referenz, Spalten: Karte.</translation>
    </message>
    <message>
      <source>{wall:.1f} s, {inference:.1f} s in the network</source>
      <translation>{wall:.1f} s, davon {inference:.1f} s im Netz</translation>
    </message>
    <message>
      <source>± (normal)</source>
      <translation>± (normal)</translation>
    </message>
    <message>
      <source>“Additional no data value” of the layer</source>
      <translation>„Zusätzlicher Leerwert“ des Layers</translation>
    </message>
    <message>
      <source>“{label}”</source>
      <translation>„{label}“</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher, hardly more than the student did before ({before}). Map with the student as it was, or have the teacher look at more windows.</source>
      <translation>„{model}“ gibt {share} der zurückgehaltenen Pixel die Klasse seines Lehrers, kaum mehr als der Schüler vorher ({before}). Kartieren Sie mit dem Schüler, wie er war, oder lassen Sie den Lehrer mehr Fenster ansehen.</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>„{model}“ gibt {share} der zurückgehaltenen Pixel die Klasse seines Lehrers. Für eine Karte braucht es etwa {time}, sein Lehrer {teacher_time}.</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher; before it learned, {before}. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>„{model}“ gibt {share} der zurückgehaltenen Pixel die Klasse seines Lehrers; bevor es lernte, {before}. Für eine Karte braucht es etwa {time}, sein Lehrer {teacher_time}.</translation>
    </message>
    <message>
      <source>“{model}” knows all {count} bands by their wavelengths.</source>
      <translation>„{model}“ kennt alle {count} Bänder an ihren Wellenlängen.</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster, and was made for pixels of {gsd} m; these are of {size} m.</source>
      <translation>„{model}“ kennt {found} seiner {count} Bänder in diesem Raster und wurde für Pixel von {gsd} m gemacht; diese haben {size} m.</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster.</source>
      <translation>„{model}“ kennt {found} seiner {count} Bänder in diesem Raster.</translation>
    </message>
    <message>
      <source>“{name}” becomes “{into}”</source>
      <translation>„{name}“ wird „{into}“</translation>
    </message>
    <message>
      <source>“{name}” is now part of “{into}”. Undo takes it back until you save.</source>
      <translation>„{name}“ ist jetzt Teil von „{into}“. Bis Sie speichern, nimmt „Rückgängig“ es zurück.</translation>
    </message>
    <message>
      <source>“{text}” is not understood. Write one number, or one per band with commas between them, such as 123.7, 116.3, 103.5.</source>
      <translation>„{text}“ ist unverständlich. Schreiben Sie eine Zahl, oder eine für jeden Kanal mit Kommas dazwischen, etwa 123.7, 116.3, 103.5.</translation>
    </message>
    <message>
      <source>… and {count} more kinds of change.</source>
      <translation>… und {count} weitere Arten von Änderung.</translation>
    </message>
  </context>
</TS>
