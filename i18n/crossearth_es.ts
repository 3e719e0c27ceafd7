<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
      <translation>Á&amp;rea</translation>
    </message>
    <message>
      <source>&amp;Continue Download ({size} are here)</source>
      <translation>&amp;Continuar la descarga ({size} ya recibidos)</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Copiar</translation>
    </message>
    <message>
      <source>&amp;Device</source>
      <translation>&amp;Dispositivo</translation>
    </message>
    <message>
      <source>&amp;Draw</source>
      <translation>&amp;Dibujar</translation>
    </message>
    <message>
      <source>&amp;Draw Points</source>
      <translation>&amp;Generar puntos</translation>
    </message>
    <message>
      <source>&amp;Duplicate…</source>
      <translation>&amp;Duplicar…</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Exportar…</translation>
    </message>
    <message>
      <source>&amp;How Many?</source>
      <translation>¿&amp;Cuántos?</translation>
    </message>
    <message>
      <source>&amp;Input</source>
      <translation>E&amp;ntrada</translation>
    </message>
    <message>
      <source>&amp;Keep the engine ready for</source>
      <translation>Mantener el &amp;motor listo durante</translation>
    </message>
    <message>
      <source>&amp;Label Points</source>
      <translation>E&amp;tiquetar puntos</translation>
    </message>
    <message>
      <source>&amp;Learn</source>
      <translation>&amp;Aprender</translation>
    </message>
    <message>
      <source>&amp;Map</source>
      <translation>&amp;Mapa</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>N&amp;ombre</translation>
    </message>
    <message>
      <source>&amp;Open Folder</source>
      <translation>Abrir &amp;carpeta</translation>
    </message>
    <message>
      <source>&amp;Open the accuracy report</source>
      <translation>&amp;Abrir el informe de exactitud</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>&amp;Pausar</translation>
    </message>
    <message>
      <source>&amp;Points</source>
      <translation>&amp;Puntos</translation>
    </message>
    <message>
      <source>&amp;Python</source>
      <translation>&amp;Python</translation>
    </message>
    <message>
      <source>&amp;Quick adapt</source>
      <translation>Adaptación rá&amp;pida</translation>
    </message>
    <message>
      <source>&amp;Raster</source>
      <translation>&amp;Ráster</translation>
    </message>
    <message>
      <source>&amp;Remove Engine Environment…</source>
      <translation>&amp;Eliminar entorno del motor…</translation>
    </message>
    <message>
      <source>&amp;Rename…</source>
      <translation>Cambiar &amp;nombre…</translation>
    </message>
    <message>
      <source>&amp;Repair the Engine</source>
      <translation>&amp;Reparar el motor</translation>
    </message>
    <message>
      <source>&amp;Samples</source>
      <translation>&amp;Muestras</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>&amp;Entrenar</translation>
    </message>
    <message>
      <source>&amp;Try Again</source>
      <translation>Inten&amp;tar de nuevo</translation>
    </message>
    <message>
      <source>&amp;Try All Anew</source>
      <translation>&amp;Probar todo de nuevo</translation>
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
      <translation>1 objeto</translation>
    </message>
    <message>
      <source>1 piece of the layer “{layer}” could not be fetched ({reason}): the map has a hole there.</source>
      <translation>No se pudo obtener 1 fragmento de la capa «{layer}» ({reason}): ahí el mapa tiene un hueco.</translation>
    </message>
    <message>
      <source>1 place is similar enough.</source>
      <translation>1 lugar es suficientemente similar.</translation>
    </message>
    <message>
      <source>1 place.</source>
      <translation>1 lugar.</translation>
    </message>
    <message>
      <source>1 polygon crosses itself and will be repaired.</source>
      <translation>1 polígono se cruza a sí mismo y se reparará.</translation>
    </message>
    <message>
      <source>1 sample has no class.</source>
      <translation>1 muestra no tiene clase.</translation>
    </message>
    <message>
      <source>1 sample lies outside the raster.</source>
      <translation>1 muestra está fuera del ráster.</translation>
    </message>
    <message>
      <source>1 tensor of the file serves training only and was left out: {names}.</source>
      <translation>1 tensor del archivo solo sirve para el entrenamiento y se omitió: {names}.</translation>
    </message>
    <message>
      <source>1 window</source>
      <translation>1 ventana</translation>
    </message>
    <message>
      <source>1 window in {time} on {device} ({precision}), batch {batch}</source>
      <translation>1 ventana en {time} con {device} ({precision}), lote {batch}</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>Intervalo del 95 %</translation>
    </message>
    <message>
      <source>[Temporary file]</source>
      <translation>[Archivo temporal]</translation>
    </message>
    <message>
      <source>A cluster computes what one model sees; bands alone, and several models at once, are for this computer: change “Compute on”.</source>
      <translation>Un clúster calcula lo que ve un solo modelo; las bandas solas, y varios modelos a la vez, se calculan en este equipo: cambie «Calcular en».</translation>
    </message>
    <message>
      <source>A cluster helps to adapt quickly; the recipe full trains on this computer: change “Compute on”.</source>
      <translation>Un clúster ayuda en la adaptación rápida; el método full entrena en este equipo: cambie «Calcular en».</translation>
    </message>
    <message>
      <source>A cluster makes the map of a raster and a model; a map that is there, and imagery that is spoiled, are judged on this computer. Leave “Compute on” empty.</source>
      <translation>Un clúster genera el mapa de un ráster y un modelo; un mapa ya existente y las imágenes degradadas se evalúan en este equipo. Deje vacío «Calcular en».</translation>
    </message>
    <message>
      <source>A cluster of dask: the address of its scheduler, or the file that it has written. The panel then offers to compute maps there, under Advanced parameters. Nothing is sent unless that is chosen.</source>
      <translation>Un clúster de dask: la dirección de su planificador, o el archivo que este ha escrito. El panel ofrece entonces calcular allí los mapas, en Parámetros avanzados. No se envía nada a menos que se elija.</translation>
    </message>
    <message>
      <source>A command cannot use the selection in {layer}. Save the selected polygons to a file first.</source>
      <translation>Un comando no puede usar la selección de {layer}. Guarde primero los polígonos seleccionados en un archivo.</translation>
    </message>
    <message>
      <source>A compact model learns one raster from a large model, to map it sooner.</source>
      <translation>Un modelo compacto aprende un ráster de un modelo grande, para cartografiarlo más rápido.</translation>
    </message>
    <message>
      <source>A constraint in pip's settings forbids a version that the engine was tested with; the log names it. Take it out for the set-up (PIP_CONSTRAINT or pip's configuration file), or choose a Python that has the packages under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Una restricción en la configuración de pip prohíbe una versión con la que se probó el motor de cálculo; el registro la nombra. Quítela para la configuración del motor (PIP_CONSTRAINT o el archivo de configuración de pip), o elija en Configuración &gt; Opciones &gt; CrossEarth un Python que tenga los paquetes.</translation>
    </message>
    <message>
      <source>a CRS of its own</source>
      <translation>un SRC propio</translation>
    </message>
    <message>
      <source>A disc is a sample, of which {shown} of {all} are shown.</source>
      <translation>Cada disco es una muestra; se muestran {shown} de {all}.</translation>
    </message>
    <message>
      <source>A disc is a sample.</source>
      <translation>Cada disco es una muestra.</translation>
    </message>
    <message>
      <source>A file cannot be read or written: {reason}.</source>
      <translation>No se puede leer o escribir un archivo: {reason}.</translation>
    </message>
    <message>
      <source>a file of it cannot be read, or lies elsewhere.</source>
      <translation>uno de sus archivos no se puede leer, o está en otro lugar.</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the archive of the standalone Python under its own name. It is fetched if no Python of this computer will do, and checked by its SHA-256 wherever it comes from. Empty: where it is published.</source>
      <translation>Una carpeta o una dirección web que contiene el archivo comprimido del Python independiente con su propio nombre. Se obtiene si ningún Python de este equipo sirve, y se comprueba con su SHA-256 venga de donde venga. Vacío: donde está publicado.</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the published files under their own names, for instance on a computer without internet. Empty: where they are published.</source>
      <translation>Una carpeta o una dirección web que contiene los archivos publicados con sus propios nombres, por ejemplo en un equipo sin internet. Vacío: donde están publicados.</translation>
    </message>
    <message>
      <source>A folder that the computers of a cluster see, too: they write there what they have computed, until it is fetched. Nothing stays there.</source>
      <translation>Una carpeta que vean también los equipos de un clúster: en ella escriben lo que han calculado, hasta que se recoge. No queda nada en ella.</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}) without a driver that lets programs compute on it. Install the driver of its maker and start the computer anew to use the card.</source>
      <translation>Hay una tarjeta gráfica ({card}), pero ningún controlador que permita a los programas calcular con ella. Instale el controlador del fabricante y reinicie el equipo para usar la tarjeta.</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}); the engine was installed without its support: this {library} computes on processors only. To use the card, add {package} under Settings ▸ Options ▸ CrossEarth; the page on graphics cards in the documentation says more.</source>
      <translation>Hay una tarjeta gráfica ({card}); el motor de cálculo se instaló sin soporte para ella: esta versión de {library} calcula solo con procesadores. Para usar la tarjeta, añada {package} en Configuración ▸ Opciones ▸ CrossEarth; la página sobre tarjetas gráficas de la documentación da más detalles.</translation>
    </message>
    <message>
      <source>A large model, or one that looks several times, maps some windows spread over the raster; a compact model learns from what it says there and is stored as a new model, to map the whole raster with. It knows the classes of its teacher, and this raster.

Every fifth window is held out: the report says how well the new model agrees with its teacher there, whether it learned anything, and from how many windows on all of it costs at most a fifth of a map by the teacher. How good the teacher itself is, it does not say.</source>
      <translation>Un modelo grande, o uno que mira varias veces, cartografía algunas ventanas repartidas por el ráster; un modelo compacto aprende de lo que aquel dice en ellas y se guarda como un modelo nuevo con el que cartografiar todo el ráster. Conoce las clases de su profesor y este ráster.

Se reserva una de cada cinco ventanas: el informe indica en qué medida coincide allí el nuevo modelo con su profesor, si ha aprendido algo y a partir de cuántas ventanas todo ello cuesta como máximo una quinta parte de un mapa del profesor. No indica la calidad del propio profesor.</translation>
    </message>
    <message>
      <source>A live preview needs a raster that is a file that the engine can open.</source>
      <translation>La vista previa en vivo necesita un ráster que sea un archivo que el motor de cálculo pueda abrir.</translation>
    </message>
    <message>
      <source>a mask</source>
      <translation>una máscara</translation>
    </message>
    <message>
      <source>A model of this name was there: it is kept as an earlier round.</source>
      <translation>Ya existía un modelo con este nombre: se conserva como ronda anterior.</translation>
    </message>
    <message>
      <source>A package that arrived is not the one that was tested: its SHA-256 is another. It was not installed. Try again; if that does not help, ask who runs the index, the mirror or the folder that the packages come from.</source>
      <translation>Un paquete recibido no es el que se probó: su SHA-256 es otro. No se instaló. Inténtelo de nuevo; si eso no ayuda, consulte a quien administra el índice, el servidor espejo o la carpeta de donde proceden los paquetes.</translation>
    </message>
    <message>
      <source>A page to read and to print: the map, the area of each class, and how it was made.</source>
      <translation>Una página para leer e imprimir: el mapa, el área de cada clase y cómo se hizo.</translation>
    </message>
    <message>
      <source>A page with all maps, and with the areas of all together.</source>
      <translation>Una página con todos los mapas y con las áreas del conjunto.</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}, and the map will be poorer. Take finer imagery, or say which size of pixels the model is to see (GSD).</source>
      <translation>Un píxel del ráster mide {size} m; {model} se entrenó para {sizes}. El ráster se usa así: {change}, y el mapa será peor. Use imágenes más finas, o indique qué tamaño de píxel debe ver el modelo (GSD).</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}: the map has no finer details than that.</source>
      <translation>Un píxel del ráster mide {size} m; {model} se entrenó para {sizes}. El ráster se usa así: {change}; el mapa no tiene detalles más finos que eso.</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has onnxruntime, numpy and rasterio, for instance on a computer without internet. Empty: the one that the panel sets up.</source>
      <translation>Un Python 3.10 o posterior que tenga onnxruntime, numpy y rasterio, por ejemplo en un equipo sin internet. Vacío: el que configura el panel.</translation>
    </message>
    <message>
      <source>A raster of percent on the pixels of the map. Empty: that which was made with the map, if it lies beside it.</source>
      <translation>Un ráster de porcentajes sobre los píxeles del mapa. Vacío: el que se generó con el mapa, si está junto a él.</translation>
    </message>
    <message>
      <source>A raster that says by how much each pixel's class leads over the next, in percent: near 0 the map is undecided.</source>
      <translation>Un ráster que indica cuánta ventaja tiene la clase de cada píxel sobre la siguiente, en porcentaje: cerca de 0 el mapa está indeciso.</translation>
    </message>
    <message>
      <source>A raster that says how unlike the imagery of the model's training each place is: how much of such imagery is less unusual, in percent. From 95 on nothing on the map is to be trusted unchecked.</source>
      <translation>Un ráster que indica en qué medida difiere cada lugar de las imágenes con las que se entrenó el modelo: qué parte de esas imágenes es menos inusual, en porcentaje. A partir de 95, nada en el mapa es fiable sin comprobarlo.</translation>
    </message>
    <message>
      <source>A raster with the probability of each pixel's class, in percent: low values show where to check the map.</source>
      <translation>Un ráster con la probabilidad de la clase de cada píxel, en porcentaje: los valores bajos muestran dónde comprobar el mapa.</translation>
    </message>
    <message>
      <source>A raster with the probability of every class, in percent, a band for each.</source>
      <translation>Un ráster con la probabilidad de todas las clases, en porcentaje, con una banda para cada una.</translation>
    </message>
    <message>
      <source>A review maps one date: look at the map that several dates give, and draw where it is wrong.</source>
      <translation>Una revisión cartografía una sola fecha: mire el mapa que dan varias fechas y dibuje donde sea erróneo.</translation>
    </message>
    <message>
      <source>A run that is canceled still writes its map: the rest has no class.</source>
      <translation>Una ejecución cancelada escribe su mapa igualmente: el resto no tiene clase.</translation>
    </message>
    <message>
      <source>A standalone Python of a fixed version, checked by its SHA-256, for the engine only. It comes from where it is published, or from the mirror or folder under Settings &gt; Options &gt; CrossEarth or in the environment variable CROSSEARTH_PYTHON_URL.</source>
      <translation>Un Python independiente de una versión fija, comprobado con su SHA-256, solo para el motor de cálculo. Procede de donde está publicado, o del servidor espejo o la carpeta que figura en Configuración &gt; Opciones &gt; CrossEarth o en la variable de entorno CROSSEARTH_PYTHON_URL.</translation>
    </message>
    <message>
      <source>a window of {size} px</source>
      <translation>una ventana de {size} px</translation>
    </message>
    <message>
      <source>About the model</source>
      <translation>Acerca del modelo</translation>
    </message>
    <message>
      <source>about {size} from {index}: onnxruntime, rasterio, scikit-learn. Each file is the one that was tested, or is refused.</source>
      <translation>alrededor de {size} desde {index}: onnxruntime, rasterio, scikit-learn. Cada archivo es el que se probó o, de lo contrario, se rechaza.</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Exactitud</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>exactitud</translation>
    </message>
    <message>
      <source>Accuracy (JSON)</source>
      <translation>Exactitud (JSON)</translation>
    </message>
    <message>
      <source>Accuracy and area of each class</source>
      <translation>Exactitud y área de cada clase</translation>
    </message>
    <message>
      <source>Accuracy of each class</source>
      <translation>Exactitud de cada clase</translation>
    </message>
    <message>
      <source>Accuracy of {name}</source>
      <translation>Exactitud de {name}</translation>
    </message>
    <message>
      <source>accuracy,validation,confusion matrix,kappa,iou,f1,precision,recall,area estimation</source>
      <translation>exactitud,validación,matriz de confusión,kappa,iou,f1,precisión,exhaustividad,estimación de áreas</translation>
    </message>
    <message>
      <source>Across: confidence; upwards: how much of it is right; a disc is as large as what has this confidence. On the diagonal, confidence is what it says; below, the model is too sure. It holds for places like those that were drawn: elsewhere confidence can be far too high.</source>
      <translation>En horizontal: confianza; en vertical: qué parte es correcta; un disco es tan grande como la cantidad que tiene esa confianza. En la diagonal, la confianza es lo que dice ser; por debajo, el modelo está demasiado seguro. Vale para lugares como los que se dibujaron: en otras partes la confianza puede ser excesiva.</translation>
    </message>
    <message>
      <source>active learning,uncertainty,uncertain,review,where to draw,samples,confidence</source>
      <translation>aprendizaje activo,incertidumbre,inseguro,revisar,dónde dibujar,muestras,confianza</translation>
    </message>
    <message>
      <source>Adapt</source>
      <translation>Adaptar</translation>
    </message>
    <message>
      <source>Adapt a model to polygons</source>
      <translation>Adaptar un modelo a polígonos</translation>
    </message>
    <message>
      <source>Adapt Now</source>
      <translation>Adaptar ahora</translation>
    </message>
    <message>
      <source>Adaptation of the model “{name}”</source>
      <translation>Adaptación del modelo «{name}»</translation>
    </message>
    <message>
      <source>Adapter</source>
      <translation>Adaptador</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>Añadir una clase</translation>
    </message>
    <message>
      <source>Add a polygon layer to the project.</source>
      <translation>Añada una capa de polígonos al proyecto.</translation>
    </message>
    <message>
      <source>Add a raster layer to the project, or choose a file with “…”.</source>
      <translation>Añada una capa ráster al proyecto, o elija un archivo con «…».</translation>
    </message>
    <message>
      <source>Add at least two classes.</source>
      <translation>Añada al menos dos clases.</translation>
    </message>
    <message>
      <source>Add to the engine</source>
      <translation>Añadir al motor de cálculo</translation>
    </message>
    <message>
      <source>Add, {size}…</source>
      <translation>Añadir, {size}…</translation>
    </message>
    <message>
      <source>Add-ons</source>
      <translation>Componentes adicionales</translation>
    </message>
    <message>
      <source>added; twice as much is taken off the contrast</source>
      <translation>sumado; al contraste se le resta el doble</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avanzado</translation>
    </message>
    <message>
      <source>Advanced parameters</source>
      <translation>Parámetros avanzados</translation>
    </message>
    <message>
      <source>aerial imagery</source>
      <translation>imágenes aéreas</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Posterior</translation>
    </message>
    <message>
      <source>After, {unit}</source>
      <translation>Después, {unit}</translation>
    </message>
    <message>
      <source>Against {map}</source>
      <translation>Frente a {map}</translation>
    </message>
    <message>
      <source>Agreement with the teacher (JSON)</source>
      <translation>Coincidencia con el profesor (JSON)</translation>
    </message>
    <message>
      <source>Agreement with the teacher on {windows} windows held out: {share}; before: {before}</source>
      <translation>Coincidencia con el profesor en {windows} ventanas reservadas: {share}; antes: {before}</translation>
    </message>
    <message>
      <source>Align rasters of other dates</source>
      <translation>Alinear los rásteres de otras fechas</translation>
    </message>
    <message>
      <source>Align to the grid of the map</source>
      <translation>Alinear a la cuadrícula del mapa</translation>
    </message>
    <message>
      <source>Aligned to the grid of the map</source>
      <translation>Alineado a la cuadrícula del mapa</translation>
    </message>
    <message>
      <source>All are those of the map, not of the points. Below each: its 95 % interval, and ± of the normal approximation, which is too short for rare classes.</source>
      <translation>Todas son las del mapa, no las de los puntos. Debajo de cada una: su intervalo del 95 %, y el ± de la aproximación normal, que es demasiado corto para clases raras.</translation>
    </message>
    <message>
      <source>all bands</source>
      <translation>todas las bandas</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Todas las clases</translation>
    </message>
    <message>
      <source>All figures (JSON)</source>
      <translation>Todas las cifras (JSON)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Todos los archivos (*)</translation>
    </message>
    <message>
      <source>All of the map that lies outside of them counts as {name}, as asked.</source>
      <translation>Todo lo que en el mapa queda fuera de ellos cuenta como {name}, según lo solicitado.</translation>
    </message>
    <message>
      <source>All packages come from it, and nothing from the network; so does a standalone Python, if its archive lies there and none of this computer will do. dev.py wheelhouse fills such a folder. What it has for adapting or PyTorch is installed, too.</source>
      <translation>Todos los paquetes se toman de ella, y nada de la red; también un Python independiente, si su archivo está en ella y ninguno de este equipo sirve. dev.py wheelhouse llena una carpeta así. Lo que contiene para la adaptación o PyTorch se instala también.</translation>
    </message>
    <message>
      <source>All pixels of band {bands} have one value, {value}: the model learns nothing from that. Choose other bands (BANDS), or say that the value is no data (NODATA {value}).</source>
      <translation>Todos los píxeles de la banda {bands} tienen un mismo valor, {value}: el modelo no aprende nada de ello. Elija otras bandas (BANDS), o indique que el valor es «sin datos» (NODATA {value}).</translation>
    </message>
    <message>
      <source>All pixels that the map has of {names} would not make the accuracy there as sure as asked; the margins below are what can be had.</source>
      <translation>Ni con todos los píxeles que el mapa tiene de {names} se alcanzaría allí la seguridad solicitada; los márgenes de abajo son los mejores posibles.</translation>
    </message>
    <message>
      <source>All that are known</source>
      <translation>Todos los conocidos</translation>
    </message>
    <message>
      <source>All that has changed (JSON)</source>
      <translation>Todo lo que ha cambiado (JSON)</translation>
    </message>
    <message>
      <source>All that is known of the run (JSON)</source>
      <translation>Todo lo que se sabe de la ejecución (JSON)</translation>
    </message>
    <message>
      <source>All that is known of the runs (JSON)</source>
      <translation>Todo lo que se sabe de las ejecuciones (JSON)</translation>
    </message>
    <message>
      <source>All {count} places are done, and the model is adapted to the {samples} samples.</source>
      <translation>Los {count} lugares están hechos, y el modelo se ha adaptado a las {samples} muestras.</translation>
    </message>
    <message>
      <source>All {count} places are done, {samples} samples drawn. Adapt now.</source>
      <translation>Los {count} lugares están hechos; muestras dibujadas: {samples}. Adapte ahora.</translation>
    </message>
    <message>
      <source>Also on imagery that is spoiled</source>
      <translation>También con imágenes degradadas</translation>
    </message>
    <message>
      <source>An earlier round is being brought back.</source>
      <translation>Se está recuperando una ronda anterior.</translation>
    </message>
    <message>
      <source>An encoder for {imagery}: it turns images into features, but knows no classes. It has to be adapted to polygons of your own first.</source>
      <translation>Un codificador para {imagery}: convierte imágenes en características, pero no conoce ninguna clase. Primero hay que adaptarlo a polígonos propios.</translation>
    </message>
    <message>
      <source>an index of several bands</source>
      <translation>un índice de varias bandas</translation>
    </message>
    <message>
      <source>Another map</source>
      <translation>Otro mapa</translation>
    </message>
    <message>
      <source>Another map of the same place: the same points tell which of the two is better, and whether chance alone can explain it</source>
      <translation>Otro mapa del mismo lugar: los mismos puntos indican cuál de los dos es mejor y si la diferencia puede deberse solo al azar</translation>
    </message>
    <message>
      <source>Another program held a file of the engine, as virus scanners do. Wait a minute, then try again. If that does not help, have the scanner leave out the data folder that Settings &gt; Options &gt; CrossEarth shows.</source>
      <translation>Otro programa retenía un archivo del motor de cálculo, como hacen los antivirus. Espere un minuto e inténtelo de nuevo. Si eso no ayuda, excluya del antivirus la carpeta de datos que muestra Configuración &gt; Opciones &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Another program held a file. Trying again…</source>
      <translation>Otro programa retenía un archivo. Intentándolo de nuevo…</translation>
    </message>
    <message>
      <source>Another QGIS is installing the engine right now. Wait until it has finished.</source>
      <translation>Otro QGIS está instalando ahora mismo el motor de cálculo. Espere a que termine.</translation>
    </message>
    <message>
      <source>Another tool is chosen. Press Go On for the keys.</source>
      <translation>Hay otra herramienta elegida. Pulse Continuar para recuperar las teclas.</translation>
    </message>
    <message>
      <source>Another tool is chosen; the maps stay hidden. Press Go On for the keys.</source>
      <translation>Hay otra herramienta elegida; los mapas siguen ocultos. Pulse Continuar para recuperar las teclas.</translation>
    </message>
    <message>
      <source>any time: Settings &gt; Options &gt; CrossEarth</source>
      <translation>en cualquier momento: Configuración &gt; Opciones &gt; CrossEarth</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Área</translation>
    </message>
    <message>
      <source>Area ({unit})</source>
      <translation>Área ({unit})</translation>
    </message>
    <message>
      <source>Area mapped</source>
      <translation>Área cartografiada</translation>
    </message>
    <message>
      <source>Area of each class</source>
      <translation>Área de cada clase</translation>
    </message>
    <message>
      <source>Area of the maps that can be measured</source>
      <translation>Área de los mapas que se puede medir</translation>
    </message>
    <message>
      <source>area of the polygons</source>
      <translation>área de los polígonos</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>Área que se clasifica</translation>
    </message>
    <message>
      <source>Area, {unit}</source>
      <translation>Área, {unit}</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>Áreas</translation>
    </message>
    <message>
      <source>Areas are counted pixels of the two maps, not estimates: what either map has wrong counts as change, and small changes may be nothing but errors. For areas with error bars draw random points on the map of changes (crossearth sample), say at each what has become of what, and give them to crossearth evaluate.</source>
      <translation>Las áreas son píxeles contados de los dos mapas, no estimaciones: lo que cualquiera de los mapas tenga mal cuenta como cambio, y los cambios pequeños pueden no ser más que errores. Para obtener áreas con barras de error, genere puntos aleatorios en el mapa de cambios («Generar puntos de muestreo en un mapa»), indique en cada uno qué se ha convertido en qué, y úselos en «Medir la exactitud de un mapa».</translation>
    </message>
    <message>
      <source>Areas in the plane of the raster's CRS, which is true here within 1 %.</source>
      <translation>Áreas en el plano del SRC del ráster, que aquí son correctas con un error inferior al 1 %.</translation>
    </message>
    <message>
      <source>Areas of all maps together</source>
      <translation>Áreas del conjunto de los mapas</translation>
    </message>
    <message>
      <source>Areas of the maps that can be measured</source>
      <translation>Áreas de los mapas que se pueden medir</translation>
    </message>
    <message>
      <source>Areas on the ellipsoid, since the raster's CRS distorts them here.</source>
      <translation>Áreas sobre el elipsoide, ya que el SRC del ráster las deforma aquí.</translation>
    </message>
    <message>
      <source>Areas or places whose class is known; a point speaks of the pixel that it lies in. A dozen areas of each class, spread over the raster, are a good start. Any CRS.</source>
      <translation>Áreas o lugares cuya clase se conoce; un punto representa el píxel en el que está. Una docena de áreas de cada clase, repartidas por el ráster, es un buen comienzo. Cualquier SRC.</translation>
    </message>
    <message>
      <source>as asked</source>
      <translation>según lo solicitado</translation>
    </message>
    <message>
      <source>As JSON: {"water": "#0000ff"}. Classes that are not named keep the colour that the model gives them, or get one.</source>
      <translation>Como JSON: {"water": "#0000ff"}. Las clases que no se nombran conservan el color que les da el modelo, o reciben uno.</translation>
    </message>
    <message>
      <source>as ONNX the encoder computes something else; it was not kept.</source>
      <translation>como ONNX, el codificador calcula otra cosa; no se conservó.</translation>
    </message>
    <message>
      <source>As suits the raster</source>
      <translation>Según convenga al ráster</translation>
    </message>
    <message>
      <source>As the file says</source>
      <translation>Según el archivo</translation>
    </message>
    <message>
      <source>as the only one</source>
      <translation>por ser la única</translation>
    </message>
    <message>
      <source>As the recipe says</source>
      <translation>Del método</translation>
    </message>
    <message>
      <source>as they are</source>
      <translation>tal cual</translation>
    </message>
    <message>
      <source>asked for, but bands have hardly moved</source>
      <translation>solicitado, pero las bandas apenas se han desplazado</translation>
    </message>
    <message>
      <source>Asking QGIS and the engine…</source>
      <translation>Consultando a QGIS y al motor de cálculo…</translation>
    </message>
    <message>
      <source>assemble</source>
      <translation>ensamblado</translation>
    </message>
    <message>
      <source>At {count} points {this} alone is right, at {other_count} {other} alone; the others tell nothing of which is better.</source>
      <translation>En {count} puntos acierta solo {this}, en {other_count} solo {other}; los demás no indican nada sobre cuál es mejor.</translation>
    </message>
    <message>
      <source>Attribution</source>
      <translation>Atribución</translation>
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
      <translation>Promediar reflejos y giros</translation>
    </message>
    <message>
      <source>Averaged over sizes</source>
      <translation>Promediado sobre tamaños</translation>
    </message>
    <message>
      <source>Averaged over turns and flips</source>
      <translation>Promediado sobre giros y reflejos</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Atrás</translation>
    </message>
    <message>
      <source>Back (B)</source>
      <translation>Atrás (B)</translation>
    </message>
    <message>
      <source>Back to Round {number}</source>
      <translation>Volver a la ronda {number}</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Red troncal</translation>
    </message>
    <message>
      <source>Band {band} alone stands for {names} and {last}: a model that was made for colours sees a grey picture. Expect a poorer map, or choose imagery in colours.</source>
      <translation>La banda {band} sirve por sí sola como {names} y {last}: un modelo hecho para colores ve una imagen gris. Cuente con un mapa peor, o elija imágenes en color.</translation>
    </message>
    <message>
      <source>Band {band} holds nothing but 0 and {value}, as a mask does that says where there is data, and nothing marks it as one: where it is 0, the raster is classified all the same. If it is one, mark it as alpha (gdal_translate -colorinterp_{band} alpha) and take the new file.</source>
      <translation>La banda {band} contiene solo 0 y {value}, como una máscara que indica dónde hay datos, y nada la declara como tal: donde vale 0, el ráster se clasifica igualmente. Si es una máscara, declárela como alfa (gdal_translate -colorinterp_{band} alpha) y use el archivo nuevo.</translation>
    </message>
    <message>
      <source>Band {band} says that it is alpha, and {share} of its values lie between 0 and the largest: it looks like data. Only where it is 0 the raster is taken to be without data. If the band is imagery, ask for it (BANDS), or take its name of alpha away.</source>
      <translation>La banda {band} se declara alfa, y el {share} de sus valores está entre 0 y el máximo: parece contener datos. Solo donde vale 0 se considera que el ráster no tiene datos. Si la banda forma parte de la imagen, pídala (BANDS), o quítele la denominación de alfa.</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, and it holds nothing but 0 and {value}, as a mask does. Choose the bands if this is wrong (BANDS): the model sees no imagery in it.</source>
      <translation>La banda {band} se usa como {wanted} y contiene solo 0 y {value}, como una máscara. Elija las bandas si esto es incorrecto (BANDS): el modelo no ve en ella ninguna imagen.</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, but it seems to be {meaning} ({by}). Choose the bands if this is wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>La banda {band} se usa como {wanted}, pero parece ser {meaning} ({by}). Elija las bandas si esto es incorrecto (BANDS): el modelo confundiría una con otra.</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandas</translation>
    </message>
    <message>
      <source>Bands alone, of any number</source>
      <translation>Solo bandas, en cualquier número</translation>
    </message>
    <message>
      <source>Bands for the model, in its order</source>
      <translation>Bandas para el modelo, en su orden</translation>
    </message>
    <message>
      <source>Bands have hardly moved: nothing to match</source>
      <translation>Las bandas apenas se han desplazado: nada que igualar</translation>
    </message>
    <message>
      <source>Bands {bands} of the raster hold the same values everywhere: the model sees no colours, and the map will be poorer. Choose others (BANDS) if there are any.</source>
      <translation>Las bandas {bands} del ráster tienen los mismos valores en todas partes: el modelo no ve colores y el mapa será peor. Elija otras (BANDS) si las hay.</translation>
    </message>
    <message>
      <source>bands {names}</source>
      <translation>bandas {names}</translation>
    </message>
    <message>
      <source>Base model</source>
      <translation>Modelo de partida</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Pasa a ser</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Anterior</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}) and closes {closed:.0%} of the gap to the teacher.</source>
      <translation>Antes de aprender, el alumno coincidía en el {before:.1%}: destilar aporta {gain:+.1f} puntos (de {low:+.1f} a {high:+.1f}) y reduce en un {closed:.0%} la distancia al profesor.</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}).</source>
      <translation>Antes de aprender, el alumno coincidía en el {before:.1%}: destilar aporta {gain:+.1f} puntos (de {low:+.1f} a {high:+.1f}).</translation>
    </message>
    <message>
      <source>Before, {unit}</source>
      <translation>Antes, {unit}</translation>
    </message>
    <message>
      <source>Begin Anew</source>
      <translation>Empezar de nuevo</translation>
    </message>
    <message>
      <source>Beside each map: {file} beside {map}.</source>
      <translation>Junto a cada mapa: {file} junto a {map}.</translation>
    </message>
    <message>
      <source>Best after step</source>
      <translation>Mejor tras el paso</translation>
    </message>
    <message>
      <source>Bias</source>
      <translation>Sesgo</translation>
    </message>
    <message>
      <source>Bias of numbers</source>
      <translation>Sesgo de los números</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>Bilineal</translation>
    </message>
    <message>
      <source>block {block}: {times} of {all} times</source>
      <translation>bloque {block}: {times} de {all} veces</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>azul</translation>
    </message>
    <message>
      <source>Bright, low contrast</source>
      <translation>Claro, poco contraste</translation>
    </message>
    <message>
      <source>Bring the model's values back</source>
      <translation>Recupera los valores del modelo</translation>
    </message>
    <message>
      <source>Brings a published model to this computer.</source>
      <translation>Trae un modelo publicado a este equipo.</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>Edificios</translation>
    </message>
    <message>
      <source>Burn scars</source>
      <translation>Áreas quemadas</translation>
    </message>
    <message>
      <source>by colour</source>
      <translation>por el color</translation>
    </message>
    <message>
      <source>By how much neighbouring windows overlap. By default the model's own. More overlap hides joins better and takes longer.</source>
      <translation>Cuánto se superponen las ventanas vecinas. De forma predeterminada, el propio del modelo. Un solape mayor oculta mejor las uniones y tarda más.</translation>
    </message>
    <message>
      <source>By its CRS</source>
      <translation>Según su SRC</translation>
    </message>
    <message>
      <source>By its CRS a pixel of the raster measures {own} m; the {said} m that were given (PIXEL_SIZE) are for rasters without one and were not used.</source>
      <translation>Según su SRC, un píxel del ráster mide {own} m; los {said} m indicados (PIXEL_SIZE) son para rásteres sin SRC y no se usaron.</translation>
    </message>
    <message>
      <source>By its unit, {unit}, the elevation of the raster is in feet, and {model} takes metres: multiply it by 0.3048 first, for instance with the raster calculator.</source>
      <translation>Según su unidad, {unit}, la elevación del ráster está en pies, y {model} admite metros: multiplíquela antes por 0.3048, por ejemplo con la calculadora ráster.</translation>
    </message>
    <message>
      <source>by name</source>
      <translation>por el nombre</translation>
    </message>
    <message>
      <source>by order</source>
      <translation>por el orden</translation>
    </message>
    <message>
      <source>By the colours that the file states, bands {bands} of the raster are {names}; by their names, {called}, they are others, whatever the sensor. Choose the bands if the colours are wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>Según los colores que declara el archivo, las bandas {bands} del ráster son {names}; según sus nombres, {called}, son otras, sea cual sea el sensor. Elija las bandas si los colores son incorrectos (BANDS): el modelo confundiría unas con otras.</translation>
    </message>
    <message>
      <source>By the name of the file</source>
      <translation>Según el nombre del archivo</translation>
    </message>
    <message>
      <source>By the raster</source>
      <translation>Según el ráster</translation>
    </message>
    <message>
      <source>by wavelength</source>
      <translation>por la longitud de onda</translation>
    </message>
    <message>
      <source>By {source}, the darkest of the raster is a reflectance of {low}, which is below 0: what is added to the numbers of such products was perhaps taken off them already. If so, say so: STRETCH 0,10000.</source>
      <translation>Según {source}, lo más oscuro del ráster es una reflectancia de {low}, inferior a 0: quizá ya se restó lo que se suma a los números de esos productos. En ese caso, indíquelo: STRETCH 0,10000.</translation>
    </message>
    <message>
      <source>By {source}, {added} was added to the numbers of the raster. {model} takes numbers as they are, and by its means it was trained without that. If so, import it again with the range that it takes (VALUES 0,10000).</source>
      <translation>Según {source}, se sumó {added} a los números del ráster. {model} admite los números tal cual y, a juzgar por sus medias, se entrenó sin esa suma. En ese caso, impórtelo de nuevo con el rango que admite (VALUES 0,10000).</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>bytes</translation>
    </message>
    <message>
      <source>C&amp;luster</source>
      <translation>C&amp;lúster</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Canceled.</source>
      <translation>Cancelado.</translation>
    </message>
    <message>
      <source>Canceled: the map holds what was done until then.</source>
      <translation>Cancelado: el mapa contiene lo que se había hecho hasta entonces.</translation>
    </message>
    <message>
      <source>Canceled; finished maps stay.</source>
      <translation>Cancelado; los mapas terminados se conservan.</translation>
    </message>
    <message>
      <source>Canceled; no model was made.</source>
      <translation>Cancelado; no se creó ningún modelo.</translation>
    </message>
    <message>
      <source>Canceled; nothing was measured.</source>
      <translation>Cancelado; no se midió nada.</translation>
    </message>
    <message>
      <source>Canceled; nothing was written.</source>
      <translation>Cancelado; no se escribió nada.</translation>
    </message>
    <message>
      <source>Canceled; the map is a temporary one still.</source>
      <translation>Cancelado; el mapa sigue siendo temporal.</translation>
    </message>
    <message>
      <source>Canceled; what is done is kept for the same run to go on from.</source>
      <translation>Cancelado; lo hecho se conserva para que la misma ejecución continúe desde ahí.</translation>
    </message>
    <message>
      <source>Canceling…</source>
      <translation>Cancelando…</translation>
    </message>
    <message>
      <source>Candidates</source>
      <translation>Candidatos</translation>
    </message>
    <message>
      <source>Candidates from {threshold} %</source>
      <translation>Candidatos desde el {threshold} %</translation>
    </message>
    <message>
      <source>Candidates – {name}</source>
      <translation>Candidatos – {name}</translation>
    </message>
    <message>
      <source>canvas</source>
      <translation>lienzo</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>Tarjeta</translation>
    </message>
    <message>
      <source>Certif&amp;icates</source>
      <translation>Certif&amp;icados</translation>
    </message>
    <message>
      <source>Change between two land-cover maps, {date}</source>
      <translation>Cambio entre dos mapas de cobertura del suelo, {date}</translation>
    </message>
    <message>
      <source>change detection,from-to matrix,transition,land cover change,difference,gain,loss</source>
      <translation>detección de cambios,matriz de cambios,transición,cambio de cobertura del suelo,diferencia,ganancia,pérdida</translation>
    </message>
    <message>
      <source>Change – {before} → {after}</source>
      <translation>Cambio – {before} → {after}</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Cambiado</translation>
    </message>
    <message>
      <source>Changed (0 to 1)</source>
      <translation>Cambio (de 0 a 1)</translation>
    </message>
    <message>
      <source>Changed: {percent} % of where both maps have a class. These are counted pixels, not estimates: what either map has wrong counts as change.</source>
      <translation>Cambio: {percent} % de la superficie donde ambos mapas tienen una clase. Son píxeles contados, no estimaciones: lo que cualquiera de los mapas tenga mal cuenta como cambio.</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>Cambios</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Comprobado</translation>
    </message>
    <message>
      <source>Checking the installation…</source>
      <translation>Comprobando la instalación…</translation>
    </message>
    <message>
      <source>checkpoint,weights,hugging face,mirror,offline</source>
      <translation>checkpoint,pesos,hugging face,espejo,sin conexión,modelo</translation>
    </message>
    <message>
      <source>checkpoint,weights,pth,safetensors,onnx,stac,convert</source>
      <translation>checkpoint,pesos,pth,safetensors,onnx,stac,convertir</translation>
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
      <translation>Comprueba un archivo y lo guarda como un modelo que se puede ejecutar de inmediato:
- un checkpoint de CrossEarth (.pth, .safetensors), leído sin ejecutar nada de su contenido; uno de una red troncal DINOv2 se convierte en un modelo que hay que adaptar primero
- un codificador para otros sensores (.pth, .pt), que hay que adaptar primero
- un archivo ONNX, con las claves de Deepness, con las nuestras o sin ninguna
- un ítem STAC de la extensión Machine Learning Model (.json) junto a sus pesos, o la carpeta de uno

Lo que el archivo no indica se supone y se comunica, salvo que usted lo indique en los parámetros avanzados.</translation>
    </message>
    <message>
      <source>Choose a Folder with a Standalone Python</source>
      <translation>Elegir una carpeta con un Python independiente</translation>
    </message>
    <message>
      <source>Choose a Folder with Certificates</source>
      <translation>Elegir una carpeta con certificados</translation>
    </message>
    <message>
      <source>Choose a Folder with Published Models</source>
      <translation>Elegir una carpeta con modelos publicados</translation>
    </message>
    <message>
      <source>Choose a layer of polygons or points that have a number.</source>
      <translation>Elija una capa de polígonos o puntos que tengan un número.</translation>
    </message>
    <message>
      <source>Choose a layer of sample polygons or points, or create one with the button beside it.</source>
      <translation>Elija una capa de polígonos o puntos de muestra, o cree una con el botón de al lado.</translation>
    </message>
    <message>
      <source>Choose a layer of samples, or create one.</source>
      <translation>Elija una capa de muestras, o cree una.</translation>
    </message>
    <message>
      <source>Choose a Model File</source>
      <translation>Elegir un archivo de modelo</translation>
    </message>
    <message>
      <source>Choose a model file</source>
      <translation>Elegir un archivo de modelo</translation>
    </message>
    <message>
      <source>Choose a model file (.onnx, model.json) or a model folder</source>
      <translation>Elija un archivo de modelo (.onnx, model.json) o una carpeta de modelo</translation>
    </message>
    <message>
      <source>Choose a Model Folder</source>
      <translation>Elegir una carpeta de modelo</translation>
    </message>
    <message>
      <source>Choose a model.</source>
      <translation>Elija un modelo.</translation>
    </message>
    <message>
      <source>Choose a Python with the Engine's Packages</source>
      <translation>Elegir un Python con los paquetes del motor</translation>
    </message>
    <message>
      <source>Choose a Raster File</source>
      <translation>Elegir un archivo ráster</translation>
    </message>
    <message>
      <source>Choose a raster file</source>
      <translation>Elegir un archivo ráster</translation>
    </message>
    <message>
      <source>Choose a raster file that is not in the project</source>
      <translation>Elegir un archivo ráster que no está en el proyecto</translation>
    </message>
    <message>
      <source>Choose a Scheduler File</source>
      <translation>Elegir un archivo de planificador</translation>
    </message>
    <message>
      <source>Choose groups in the table one by one, to see what they are</source>
      <translation>Elija los grupos en la tabla uno a uno para ver qué son</translation>
    </message>
    <message>
      <source>Choose the field that holds the class.</source>
      <translation>Elija el campo que contiene la clase.</translation>
    </message>
    <message>
      <source>Choose the map to judge.</source>
      <translation>Elija el mapa que se va a evaluar.</translation>
    </message>
    <message>
      <source>Choose two different maps.</source>
      <translation>Elija dos mapas distintos.</translation>
    </message>
    <message>
      <source>Choosing places</source>
      <translation>Eligiendo lugares</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Clase</translation>
    </message>
    <message>
      <source>Class &amp;field</source>
      <translation>&amp;Campo de clase</translation>
    </message>
    <message>
      <source>Class outside of the reference</source>
      <translation>Clase fuera de la referencia</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Ráster de clases</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>clase {number}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>Classes and their keys</source>
      <translation>Clases y sus teclas</translation>
    </message>
    <message>
      <source>Classes are weighted by how much of each there is likely to be on the ground that was looked at, not by how much of each was drawn. One polygon more of each is counted than was held out, taken for any of them alike: few without an error do not show that there is none.</source>
      <translation>Las clases se ponderan según la cantidad probable de cada una en el terreno examinado, no según la cantidad dibujada. De cada una se cuenta un polígono más de los que se reservaron, como si se tomara por cualquiera de ellas por igual: que unos pocos no tengan error no demuestra que no haya ninguno.</translation>
    </message>
    <message>
      <source>Classes before and after</source>
      <translation>Clases antes y después</translation>
    </message>
    <message>
      <source>Classes found</source>
      <translation>Clases encontradas</translation>
    </message>
    <message>
      <source>Classes to teach</source>
      <translation>Clases que se enseñan</translation>
    </message>
    <message>
      <source>Classes whose polygons get right angles, with commas between them, such as building. Their neighbours keep the shared edges; what is round or has no two main directions stays as it is. Empty: none.</source>
      <translation>Clases cuyos polígonos reciben ángulos rectos, separadas por comas, como building. Sus vecinos conservan los bordes compartidos; lo que es redondo o no tiene dos direcciones principales queda como está. Vacío: ninguna.</translation>
    </message>
    <message>
      <source>Classes, such as water and forest; or numbers, such as heights or shares of cover</source>
      <translation>Clases, como agua y bosque; o números, como alturas o porcentajes de cobertura</translation>
    </message>
    <message>
      <source>Classify Objects…</source>
      <translation>Clasificar objetos…</translation>
    </message>
    <message>
      <source>Classify the objects of a layer</source>
      <translation>Clasificar los objetos de una capa</translation>
    </message>
    <message>
      <source>Click in the map where there is a {name}.</source>
      <translation>Haga clic en el mapa donde haya {name}.</translation>
    </message>
    <message>
      <source>Click one or a few objects first.</source>
      <translation>Haga clic primero en uno o varios objetos.</translation>
    </message>
    <message>
      <source>Click the corners of a {name} in the map; a right click ends the polygon.</source>
      <translation>Haga clic en los vértices de {name} en el mapa; un clic derecho termina el polígono.</translation>
    </message>
    <message>
      <source>Click what you look for in the map; a right click ends</source>
      <translation>Haga clic en el mapa sobre lo que busca; un clic derecho termina</translation>
    </message>
    <message>
      <source>Clouds</source>
      <translation>Nubes</translation>
    </message>
    <message>
      <source>Clouds and shadows</source>
      <translation>Nubes y sombras</translation>
    </message>
    <message>
      <source>Coarsest pixel of the rasters, m</source>
      <translation>Píxel más grueso de los rásteres, m</translation>
    </message>
    <message>
      <source>coastal aerosol</source>
      <translation>aerosol costero</translation>
    </message>
    <message>
      <source>Collects what others need to know to find a fault: versions, the computer and its devices, how the engine was installed, changed settings, environment variables, models and the end of the log. Your name, the name of the computer, your home folder, passwords and what follows in web addresses are left out. Read it before you send it.

It works without an engine, too.</source>
      <translation>Reúne lo que otros necesitan saber para encontrar un error: versiones, el equipo y sus dispositivos, cómo se instaló el motor de cálculo, ajustes modificados, variables de entorno, modelos y el final del registro. Se omiten su nombre, el nombre del equipo, su carpeta personal, las contraseñas y lo que sigue en las direcciones web. Léalo antes de enviarlo.

Funciona también sin motor de cálculo.</translation>
    </message>
    <message>
      <source>Colours of the classes</source>
      <translation>Colores de las clases</translation>
    </message>
    <message>
      <source>comes with the plugin, nothing to download</source>
      <translation>viene con el complemento, no hay nada que descargar</translation>
    </message>
    <message>
      <source>Compare two maps</source>
      <translation>Comparar dos mapas</translation>
    </message>
    <message>
      <source>Compare two maps: what has become of what, and how much</source>
      <translation>Comparar dos mapas: qué se ha convertido en qué, y cuánto</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>Comparado</translation>
    </message>
    <message>
      <source>Compared with another raster, pixel by pixel, wherever both have a class.</source>
      <translation>Comparado con otro ráster, píxel a píxel, donde ambos tienen una clase.</translation>
    </message>
    <message>
      <source>Compared with the map</source>
      <translation>Comparado con el mapa</translation>
    </message>
    <message>
      <source>Compared with {count} points of a random sample within {strata} strata: each counts for the part of its stratum that it stands for. Error bars hold if the points are those that were drawn, and whoever labelled them did not look at a map.</source>
      <translation>Comparado con {count} puntos de un muestreo aleatorio en {strata} estratos: cada uno cuenta por la parte de su estrato que representa. Las barras de error son válidas si los puntos son los que se generaron y quien los etiquetó no miró ningún mapa.</translation>
    </message>
    <message>
      <source>Compared with {count} points: each counts as much as any other.</source>
      <translation>Comparado con {count} puntos: cada uno cuenta tanto como cualquier otro.</translation>
    </message>
    <message>
      <source>Compared with {count} points: each with the pixel that it lies in.</source>
      <translation>Comparado con {count} puntos: cada uno con el píxel en el que está.</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each pixel in them counts.</source>
      <translation>Comparado con {count} polígonos: cuenta cada píxel que contienen.</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each, once, with the mean of the pixels in it. Polygons that somebody has chosen are no random sample: the figures hold for places like these.</source>
      <translation>Comparado con {count} polígonos: cada uno, una sola vez, con la media de los píxeles que contiene. Los polígonos que alguien ha elegido no son un muestreo aleatorio: las cifras valen para lugares como estos.</translation>
    </message>
    <message>
      <source>Compares a map with polygons, points or a raster that say what is really there: confusion matrix, overall accuracy, kappa, and precision, recall, F1 and IoU of each class.

From the random points of “Draw sample points on a map”, filled in by eye, it also estimates the true area of each class with its 95 % confidence interval (Olofsson and others, 2014).

Give a map; or a model and a raster, which is then mapped first. With another map the same points also tell which of the two is better, and how sure that is.

Example: MAP map.tif, AGAINST other-map.tif, REFERENCE points.gpkg, CLASS_FIELD reference.</source>
      <translation>Compara un mapa con polígonos, puntos o un ráster que indican lo que hay realmente: matriz de confusión, exactitud global, kappa, y precisión, exhaustividad, F1 e IoU de cada clase.

A partir de los puntos aleatorios de «Generar puntos de muestreo en un mapa», rellenados por interpretación visual, estima también el área real de cada clase con su intervalo de confianza del 95 % (Olofsson y otros, 2014).

Indique un mapa; o un modelo y un ráster, que entonces se cartografía primero. Con otro mapa, los mismos puntos indican también cuál de los dos es mejor y con qué seguridad.

Ejemplo: MAP mapa.tif, AGAINST otro-mapa.tif, REFERENCE puntos.gpkg, CLASS_FIELD reference.</translation>
    </message>
    <message>
      <source>Compares two class rasters pixel by pixel: a raster with a class for each change that there is, such as “forest → building”, and the area of each, as a table and, if you like, as a page. The maps may be of any program; classes are matched by the names in their legends, and where there are none, by their values.

Areas are counted pixels: what either map has wrong counts as change. For areas with error bars draw sample points on the map of changes, say at each what has become of what, and give both to “Measure the accuracy of a map”.

Example: BEFORE map-2020.tif, AFTER map-2024.tif, OUTPUT change.tif. Maps whose pixels are not the same are refused; with ALIGN=before the second one is brought to the pixels of the first, each of which gets the class of the nearest.</source>
      <translation>Compara dos rásteres de clases píxel a píxel: un ráster con una clase para cada cambio que exista, como «bosque → edificio», y el área de cada uno, como tabla y, si lo desea, como página. Los mapas pueden proceder de cualquier programa; las clases se emparejan por los nombres de sus leyendas y, si no los hay, por sus valores.

Las áreas son píxeles contados: lo que cualquiera de los mapas tenga mal cuenta como cambio. Para obtener áreas con barras de error, genere puntos de muestreo en el mapa de cambios, indique en cada uno qué se ha convertido en qué, y use ambos en «Medir la exactitud de un mapa».

Ejemplo: BEFORE mapa-2020.tif, AFTER mapa-2024.tif, OUTPUT cambios.tif. Los mapas cuyos píxeles no son los mismos se rechazan; con ALIGN=before el segundo se lleva a los píxeles del primero, cada uno de los cuales recibe la clase del más cercano.</translation>
    </message>
    <message>
      <source>Comparing the maps</source>
      <translation>Comparando los mapas</translation>
    </message>
    <message>
      <source>Comparing with the reference</source>
      <translation>Comparando con la referencia</translation>
    </message>
    <message>
      <source>Completing the files</source>
      <translation>Completando los archivos</translation>
    </message>
    <message>
      <source>Compute on</source>
      <translation>Calcular en</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>Cálculo</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confianza</translation>
    </message>
    <message>
      <source>Confidence of the map</source>
      <translation>Confianza del mapa</translation>
    </message>
    <message>
      <source>Confidence – {name}</source>
      <translation>Confianza – {name}</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>Confusión</translation>
    </message>
    <message>
      <source>Confusion by area</source>
      <translation>Confusión por área</translation>
    </message>
    <message>
      <source>Connecting to download {model}…</source>
      <translation>Conectando para descargar {model}…</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Contenido</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copiado</translation>
    </message>
    <message>
      <source>Copy all lines, to paste in a report</source>
      <translation>Copiar todas las líneas, para pegarlas en un informe</translation>
    </message>
    <message>
      <source>Copy as &amp;Python Command</source>
      <translation>Copiar como comando de &amp;Python</translation>
    </message>
    <message>
      <source>Copy as &amp;qgis_process Command</source>
      <translation>Copiar como comando de &amp;qgis_process</translation>
    </message>
    <message>
      <source>Copy Log</source>
      <translation>Copiar registro</translation>
    </message>
    <message>
      <source>Copy this into a report of a fault. Names, your home folder and passwords have been left out; read it before you send it. Nothing is sent by itself.</source>
      <translation>Copie esto en un informe de error. Se han omitido nombres, su carpeta personal y las contraseñas; léalo antes de enviarlo. Nada se envía automáticamente.</translation>
    </message>
    <message>
      <source>Cores</source>
      <translation>Núcleos</translation>
    </message>
    <message>
      <source>Corruptions and strengths of REOBench (Li and others, 2025, arXiv 2505.16793), of which the first strength of brightness and contrast changes nothing. Of what is no bytes, 0.5 and 99.5 % of the values stand for black and white; where its values are stretched for the model by what they are like, haze and brightness are taken away again, as they are in any run. Turned, shrunk and shifted imagery is told to the model as if it were not; its map is put back in place before it is compared.</source>
      <translation>Degradaciones e intensidades de REOBench (Li y otros, 2025, arXiv 2505.16793), de las que la primera intensidad de brillo y contraste no cambia nada. Si los datos no son bytes, el 0,5 y el 99,5 % de los valores representan el negro y el blanco; si los valores se estiran para el modelo según cómo son, la bruma y el brillo se eliminan de nuevo, como en cualquier ejecución. Las imágenes giradas, reducidas y desplazadas se presentan al modelo como si no lo estuvieran; su mapa se devuelve a su sitio antes de compararlo.</translation>
    </message>
    <message>
      <source>Costs (JSON)</source>
      <translation>Costes (JSON)</translation>
    </message>
    <message>
      <source>Course of the training</source>
      <translation>Curso del entrenamiento</translation>
    </message>
    <message>
      <source>Create a layer to draw samples in</source>
      <translation>Crear una capa en la que dibujar muestras</translation>
    </message>
    <message>
      <source>Creates the Python environment that the engine runs in, in the user data folder. QGIS's own Python is not changed. Needed once, and after an update of the plugin that asks for it; an environment that is complete is left as it is.

The panel does the same with a button. This is for machines without a window: qgis_process run crossearth:setupengine</source>
      <translation>Crea el entorno de Python en el que se ejecuta el motor de cálculo, en la carpeta de datos del usuario. El Python de QGIS no se modifica. Es necesario una vez, y tras una actualización del complemento que lo pida; un entorno completo queda como está.

El panel hace lo mismo con un botón. Esto es para equipos sin interfaz gráfica: qgis_process run crossearth:setupengine</translation>
    </message>
    <message>
      <source>Creating the environment with {python}…</source>
      <translation>Creando el entorno con {python}…</translation>
    </message>
    <message>
      <source>CrossEarth Diagnostics</source>
      <translation>Diagnóstico de CrossEarth</translation>
    </message>
    <message>
      <source>CrossEarth Help</source>
      <translation>Ayuda de CrossEarth</translation>
    </message>
    <message>
      <source>CRS after, as asked</source>
      <translation>SRC del mapa posterior, según lo solicitado</translation>
    </message>
    <message>
      <source>CRS as asked</source>
      <translation>SRC según lo solicitado</translation>
    </message>
    <message>
      <source>CRS before, as asked</source>
      <translation>SRC del mapa anterior, según lo solicitado</translation>
    </message>
    <message>
      <source>CRS of the other map, as asked</source>
      <translation>SRC del otro mapa, según lo solicitado</translation>
    </message>
    <message>
      <source>CRS of the raster</source>
      <translation>SRC del ráster</translation>
    </message>
    <message>
      <source>CRS of the reference, as asked</source>
      <translation>SRC de la referencia, según lo solicitado</translation>
    </message>
    <message>
      <source>Ctrl+C copies the table or the selected rows</source>
      <translation>Ctrl+C copia la tabla o las filas seleccionadas</translation>
    </message>
    <message>
      <source>Ctrl+Return runs, Esc cancels</source>
      <translation>Ctrl+Intro ejecuta, Esc cancela</translation>
    </message>
    <message>
      <source>Cubic</source>
      <translation>Cúbica</translation>
    </message>
    <message>
      <source>Curves of the training</source>
      <translation>Curvas del entrenamiento</translation>
    </message>
    <message>
      <source>Data folder</source>
      <translation>Carpeta de datos</translation>
    </message>
    <message>
      <source>Dataset it was trained on</source>
      <translation>Conjunto de datos de entrenamiento</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Fecha</translation>
    </message>
    <message>
      <source>Dates that stand for those that the model has learned</source>
      <translation>Fechas que sustituyen a las aprendidas por el modelo</translation>
    </message>
    <message>
      <source>De&amp;lete…</source>
      <translation>&amp;Borrar…</translation>
    </message>
    <message>
      <source>decibels</source>
      <translation>decibelios</translation>
    </message>
    <message>
      <source>degrees</source>
      <translation>grados</translation>
    </message>
    <message>
      <source>Delete a Model</source>
      <translation>Borrar un modelo</translation>
    </message>
    <message>
      <source>Delete the model “{name}” and its earlier rounds? Maps that it has made stay, but no more can be made with it. This cannot be undone.</source>
      <translation>¿Borrar el modelo «{name}» y sus rondas anteriores? Los mapas que ha generado se conservan, pero no se podrán generar más con él. Esto no se puede deshacer.</translation>
    </message>
    <message>
      <source>Delete the packages that the panel has downloaded. Models and maps stay.</source>
      <translation>Borra los paquetes que ha descargado el panel. Los modelos y los mapas se conservan.</translation>
    </message>
    <message>
      <source>Delete {folder}?

Models and maps stay. The panel can set the engine up again.</source>
      <translation>¿Borrar {folder}?

Los modelos y los mapas se conservan. El panel puede volver a configurar el motor de cálculo.</translation>
    </message>
    <message>
      <source>Deleting the model {name}</source>
      <translation>Borrando el modelo {name}</translation>
    </message>
    <message>
      <source>density</source>
      <translation>densidad</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>Desviación</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Device that computes</source>
      <translation>Dispositivo que calcula</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnóstico</translation>
    </message>
    <message>
      <source>Diagnostics…</source>
      <translation>Diagnóstico…</translation>
    </message>
    <message>
      <source>Distill a model</source>
      <translation>Destilar un modelo</translation>
    </message>
    <message>
      <source>distillation,teacher,student,compress,fast,train,machine learning,deep learning</source>
      <translation>destilación,profesor,alumno,comprimir,rápido,entrenar,aprendizaje automático,aprendizaje profundo</translation>
    </message>
    <message>
      <source>Distilling took {distilling}, of which the teacher {lessons_time} for {lessons} windows, {teacher_s} s each. A map of this raster takes the teacher {teacher_windows} or {teacher_time}, the new model {student_windows} or {student_time}, at {student_s} s each: together with distilling {share} % of a map by the teacher.</source>
      <translation>Destilar llevó {distilling}; de ese tiempo, el profesor necesitó {lessons_time} para {lessons} ventanas, a {teacher_s} s cada una. Un mapa de este ráster le cuesta al profesor {teacher_windows} o {teacher_time}, y al nuevo modelo {student_windows} o {student_time}, a {student_s} s cada una: junto con la destilación, el {share} % de un mapa del profesor.</translation>
    </message>
    <message>
      <source>Divides a raster into groups by what a model sees of it, or by its bands alone (k-means). What a group is, is for you to say: name the groups on the page Adapt, and they become samples of classes.

Groups are numbered from the darkest to the brightest. The same seed gives the same map. What the model sees is kept: another number of groups takes a few seconds.

Example: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.</source>
      <translation>Divide un ráster en grupos según lo que un modelo ve en él, o solo según sus bandas (k-medias). Qué es cada grupo lo dice usted: dé nombre a los grupos en la página Adaptar y se convierten en muestras de clases.

Los grupos se numeran del más oscuro al más claro. La misma semilla da el mismo mapa. Lo que ve el modelo se conserva: otro número de grupos tarda pocos segundos.

Ejemplo: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.</translation>
    </message>
    <message>
      <source>Do&amp;wnload ({size})</source>
      <translation>&amp;Descargar ({size})</translation>
    </message>
    <message>
      <source>Does for many rasters what crossearth:segment does for one. The model is loaded once; a raster that fails is reported and does not stop the others. Each map has the name of its raster; the report sums them up.</source>
      <translation>Hace con muchos rásteres lo que crossearth:segment hace con uno. El modelo se carga una sola vez; un ráster que falla se notifica y no detiene los demás. Cada mapa lleva el nombre de su ráster; el informe los resume.</translation>
    </message>
    <message>
      <source>Done once. CrossEarth computes in a program of its own, with its own Python packages: QGIS and its Python stay as they are, and your imagery never leaves this computer.</source>
      <translation>Se hace una sola vez. CrossEarth calcula en un programa aparte, con sus propios paquetes de Python: QGIS y su Python quedan como están, y sus imágenes nunca salen de este equipo.</translation>
    </message>
    <message>
      <source>Double-click to change the colour</source>
      <translation>Doble clic para cambiar el color</translation>
    </message>
    <message>
      <source>doubtful</source>
      <translation>dudoso</translation>
    </message>
    <message>
      <source>Doubtful, not in the sums</source>
      <translation>Dudosos, no incluidos en los totales</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Descarga</translation>
    </message>
    <message>
      <source>Download &amp;from</source>
      <translation>Descargar de&amp;sde</translation>
    </message>
    <message>
      <source>Download a published model</source>
      <translation>Descargar un modelo publicado</translation>
    </message>
    <message>
      <source>Download a Python if none of this computer will do</source>
      <translation>Descargar un Python si ninguno de este equipo sirve</translation>
    </message>
    <message>
      <source>Download Python</source>
      <translation>Descargar Python</translation>
    </message>
    <message>
      <source>Download PyTorch</source>
      <translation>Descargar PyTorch</translation>
    </message>
    <message>
      <source>Download the model “{model}” first.</source>
      <translation>Descargue primero el modelo «{model}».</translation>
    </message>
    <message>
      <source>Download {size} and add {name} to the engine in
{folder}?</source>
      <translation>¿Descargar {size} y añadir {name} al motor de cálculo en
{folder}?</translation>
    </message>
    <message>
      <source>Downloading Python {version} from {host}…</source>
      <translation>Descargando Python {version} desde {host}…</translation>
    </message>
    <message>
      <source>Downloading {name}: {size}…</source>
      <translation>Descargando {name}: {size}…</translation>
    </message>
    <message>
      <source>Downloads a model that its authors published, checks it, and makes it ready to run: one of CrossEarth's, or one for clouds and their shadows, which comes in a Python package of which nothing is installed. Cancelling pauses: what has arrived is kept, and the next run goes on from there. QGIS's proxy is used.

A computer without internet takes the files from a folder or a mirror: copy them there, with a file SHA256SUMS as sha256sum writes it, and name the place.</source>
      <translation>Descarga un modelo que sus autores publicaron, lo comprueba y lo deja listo para ejecutar: uno de CrossEarth, o uno para nubes y sus sombras, que viene en un paquete de Python del que no se instala nada. Cancelar pone la descarga en pausa: lo recibido se conserva y la próxima ejecución continúa desde ahí. Se usa el proxy de QGIS.

Un equipo sin internet toma los archivos de una carpeta o de un servidor espejo: cópielos allí, con un archivo SHA256SUMS como el que escribe sha256sum, e indique el lugar.</translation>
    </message>
    <message>
      <source>Downloads the packages that the engine computes with.</source>
      <translation>Descarga los paquetes con los que calcula el motor.</translation>
    </message>
    <message>
      <source>Draw sample points on a map</source>
      <translation>Generar puntos de muestreo en un mapa</translation>
    </message>
    <message>
      <source>Draw sample points on the map, or choose some that you have.</source>
      <translation>Genere puntos de muestreo en el mapa, o elija unos que ya tenga.</translation>
    </message>
    <message>
      <source>Draw samples of at least two classes: choose one and press Draw.</source>
      <translation>Dibuje muestras de al menos dos clases: elija una y pulse Dibujar.</translation>
    </message>
    <message>
      <source>Draw samples of the chosen class</source>
      <translation>Dibujar muestras de la clase elegida</translation>
    </message>
    <message>
      <source>Drawing polygons</source>
      <translation>Dibujando polígonos</translation>
    </message>
    <message>
      <source>Draws random points on a class map, so many in each class as Olofsson and others (2014) recommend. Look at the imagery at each point and fill its field “reference” with the class that is really there; what the map says is hidden on purpose. “Measure the accuracy of a map” then estimates accuracies and areas with their confidence intervals, of this map and of any other of the same place: each point carries the class that it was drawn from, and how large that is.</source>
      <translation>Genera puntos aleatorios en un mapa de clases, tantos por clase como recomiendan Olofsson y otros (2014). Mire la imagen en cada punto y rellene su campo «reference» con la clase que hay realmente allí; lo que dice el mapa se oculta a propósito. «Medir la exactitud de un mapa» estima después exactitudes y áreas con sus intervalos de confianza, de este mapa y de cualquier otro del mismo lugar: cada punto lleva la clase de la que se extrajo y el tamaño de esta.</translation>
    </message>
    <message>
      <source>Draws random points on the map, so many in each class, into a layer of their own</source>
      <translation>Genera puntos aleatorios en el mapa, tantos por clase, en una capa propia</translation>
    </message>
    <message>
      <source>Driver of the device</source>
      <translation>Controlador del dispositivo</translation>
    </message>
    <message>
      <source>Duplicate a Model</source>
      <translation>Duplicar un modelo</translation>
    </message>
    <message>
      <source>Duplicating the model {name}</source>
      <translation>Duplicando el modelo {name}</translation>
    </message>
    <message>
      <source>Duration (s)</source>
      <translation>Duración (s)</translation>
    </message>
    <message>
      <source>Each class</source>
      <translation>Cada clase</translation>
    </message>
    <message>
      <source>Each counts alike: the figures are those of the map if the points are a random sample of it.</source>
      <translation>Todos cuentan igual: las cifras son las del mapa si los puntos son un muestreo aleatorio de él.</translation>
    </message>
    <message>
      <source>Each counts for as much of the ground as it stands for in its stratum: the figures are those of the map.</source>
      <translation>Cada uno cuenta por la superficie que representa en su estrato: las cifras son las del mapa.</translation>
    </message>
    <message>
      <source>Each map is named after its raster; the style lies beside it.</source>
      <translation>Cada mapa lleva el nombre de su ráster; el estilo está junto a él.</translation>
    </message>
    <message>
      <source>Each sample counts once: of a polygon, the mean of what is mapped in it is compared with its number. No number is mapped beyond the least and the largest of the samples.</source>
      <translation>Cada muestra cuenta una vez: de un polígono se compara con su número la media de lo cartografiado en él. No se cartografía ningún número por debajo del mínimo ni por encima del máximo de las muestras.</translation>
    </message>
    <message>
      <source>Earlier rounds</source>
      <translation>Rondas anteriores</translation>
    </message>
    <message>
      <source>Earth-style injection</source>
      <translation>Inyección de estilo (Earth-style)</translation>
    </message>
    <message>
      <source>Edge of a square, an odd number: each pixel takes the class that most in the square have, which smooths outlines. By default none.</source>
      <translation>Lado de un cuadrado, un número impar: cada píxel toma la clase más frecuente en el cuadrado, lo que suaviza los contornos. De forma predeterminada, ninguno.</translation>
    </message>
    <message>
      <source>Edge of the square that the model sees at once. By default the model's own; of several that are as good, the one with which this raster takes the least time. Smaller windows need less memory.</source>
      <translation>Lado del cuadrado que el modelo ve de una vez. De forma predeterminada, el propio del modelo; si hay varios igual de buenos, aquel con el que este ráster tarda menos. Las ventanas más pequeñas necesitan menos memoria.</translation>
    </message>
    <message>
      <source>Edge of what the network looks at at once.</source>
      <translation>Lado de lo que la red mira de una vez.</translation>
    </message>
    <message>
      <source>either it or {file} has no CRS: they cannot be laid over each other.</source>
      <translation>o bien este o bien {file} carece de SRC: no se pueden superponer.</translation>
    </message>
    <message>
      <source>Empty: of an embedding raster its own vectors, of any other the model that comes with the plugin. Else the id of a model, its path, or bands for none.</source>
      <translation>Vacío: en un ráster de embeddings, sus propios vectores; en cualquier otro, el modelo que viene con el complemento. Si no, el identificador de un modelo, su ruta, o bands para ninguno.</translation>
    </message>
    <message>
      <source>Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the map; certificates, and what it calls your folders, are in QGIS's options.</source>
      <translation>Vacío: este equipo. O bien la dirección o el archivo de planificador de un clúster cuyos equipos vean el ráster y la carpeta del mapa; los certificados, y cómo llama a sus carpetas, están en las opciones de QGIS.</translation>
    </message>
    <message>
      <source>Empty: what the least number of points gives.</source>
      <translation>Vacío: lo que resulte del número mínimo de puntos.</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Terminar</translation>
    </message>
    <message>
      <source>Ends the training and keeps the best model so far</source>
      <translation>Termina el entrenamiento y conserva el mejor modelo hasta ahora</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Motor de cálculo</translation>
    </message>
    <message>
      <source>enlarged to {size} m</source>
      <translation>ampliado a {size} m</translation>
    </message>
    <message>
      <source>Environments made with {python} lack {modules}, which the engine needs. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>A los entornos creados con {python} les falta {modules}, que el motor de cálculo necesita. Instale Python desde python.org, o elija otro en Configuración &gt; Opciones &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Error bar ±</source>
      <translation>Barra de error ±</translation>
    </message>
    <message>
      <source>Estimated from the points, not counted on the map</source>
      <translation>Estimada a partir de los puntos, no contada en el mapa</translation>
    </message>
    <message>
      <source>Estimated, {unit}</source>
      <translation>Estimada, {unit}</translation>
    </message>
    <message>
      <source>Estimates accuracies and areas with their error bars, by the points that are labelled</source>
      <translation>Estima exactitudes y áreas con sus barras de error, a partir de los puntos etiquetados</translation>
    </message>
    <message>
      <source>Exact test of McNemar (1947) at the points where one of the maps alone is right; of a stratified sample the exact permutation test of matched pairs (Fisher 1935), in which each point counts for the part of its stratum that it stands for. The 95 % interval of the difference is made as those of the shares (Fay and Kim 2017).</source>
      <translation>Prueba exacta de McNemar (1947) en los puntos donde solo uno de los mapas acierta; con un muestreo estratificado, la prueba exacta de permutación de pares emparejados (Fisher 1935), en la que cada punto cuenta por la parte de su estrato que representa. El intervalo del 95 % de la diferencia se obtiene como los de las proporciones (Fay y Kim 2017).</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>Esperada</translation>
    </message>
    <message>
      <source>Expected accuracy</source>
      <translation>Exactitud esperada</translation>
    </message>
    <message>
      <source>Export a model</source>
      <translation>Exportar un modelo</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Extensión</translation>
    </message>
    <message>
      <source>extent</source>
      <translation>extensión</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fallidos</translation>
    </message>
    <message>
      <source>Faster ways</source>
      <translation>Opciones más rápidas</translation>
    </message>
    <message>
      <source>Feature maps</source>
      <translation>Mapas de características</translation>
    </message>
    <message>
      <source>Features that are no polygons are left out: {count}.</source>
      <translation>Se omiten objetos que no son polígonos: {count}.</translation>
    </message>
    <message>
      <source>Features that are no polygons or points are left out: {count}.</source>
      <translation>Se omiten objetos que no son polígonos ni puntos: {count}.</translation>
    </message>
    <message>
      <source>fetched and run by the makers of this plugin</source>
      <translation>descargado y ejecutado por los autores de este complemento</translation>
    </message>
    <message>
      <source>Fetching the layer: block {done} of {total}</source>
      <translation>Obteniendo la capa: bloque {done} de {total}</translation>
    </message>
    <message>
      <source>Fetching {width} × {height} pixels of {layer}, {size} m each, into a temporary file of {bytes}.</source>
      <translation>Obteniendo {width} × {height} píxeles de {layer}, de {size} m cada uno, en un archivo temporal de {bytes}.</translation>
    </message>
    <message>
      <source>Few pixels of the class {name} are drawn ({count}), and it takes {share} of the map. So few say little of it. Check by random points of the map (“Draw sample points on a map”), draw more of {name}, and of what it is confused with.</source>
      <translation>Hay pocos píxeles dibujados de la clase {name} ({count}), y esta ocupa el {share} del mapa. Tan pocos dicen poco de ella. Compruebe el mapa con puntos aleatorios («Generar puntos de muestreo en un mapa»), dibuje más de {name} y de aquello con lo que se confunde.</translation>
    </message>
    <message>
      <source>Few samples of: {names}. With {fewest} or more of a class, some can be held out to measure the accuracy.</source>
      <translation>Pocas muestras de: {names}. Con {fewest} o más por clase, se pueden reservar algunas para medir la exactitud.</translation>
    </message>
    <message>
      <source>Field of the classes</source>
      <translation>Campo de las clases</translation>
    </message>
    <message>
      <source>Field of the numbers</source>
      <translation>Campo de los números</translation>
    </message>
    <message>
      <source>Field with the class or number</source>
      <translation>Campo con la clase o el número</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Campos de cultivo</translation>
    </message>
    <message>
      <source>Fields of lists or bytes are not in the copy: {fields}.</source>
      <translation>Los campos de listas o bytes no se incluyen en la copia: {fields}.</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>Cifras</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Archivo</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Archivos</translation>
    </message>
    <message>
      <source>Files of a model are being copied or deleted. Try again when that is done.</source>
      <translation>Se están copiando o borrando archivos de un modelo. Inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
      <source>Find Groups</source>
      <translation>Buscar grupos</translation>
    </message>
    <message>
      <source>Find groups of pixels that are alike</source>
      <translation>Buscar grupos de píxeles parecidos</translation>
    </message>
    <message>
      <source>Find Places</source>
      <translation>Buscar lugares</translation>
    </message>
    <message>
      <source>Find places to review</source>
      <translation>Buscar lugares por revisar</translation>
    </message>
    <message>
      <source>Find similar places</source>
      <translation>Buscar lugares similares</translation>
    </message>
    <message>
      <source>Finds</source>
      <translation>Encuentra</translation>
    </message>
    <message>
      <source>Finds the places where a map is least certain, most undecided or least like what the model was trained on, spread over the area. They are points with these fields: rank, reason (confidence, lead or unfamiliarity), value (what that is there, percent), class_id and class_name (what the map says).

Draw a sample at each and adapt the model to them.

Give a map that was made with its confidence, its lead or its unfamiliarity; or a model and a raster, which is then mapped first.

Example: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.</source>
      <translation>Encuentra los lugares donde un mapa es menos seguro, está más indeciso o se parece menos a aquello con lo que se entrenó el modelo, repartidos por el área. Son puntos con estos campos: rank (orden), reason (motivo: confidence, lead o unfamiliarity), value (su valor allí, en porcentaje), class_id y class_name (lo que dice el mapa).

Dibuje una muestra en cada uno y adapte el modelo a ellas.

Indique un mapa generado con su confianza, su ventaja o su disimilitud; o un modelo y un ráster, que entonces se cartografía primero.

Ejemplo: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.</translation>
    </message>
    <message>
      <source>Fits a model to polygons drawn on imagery and stores it as a new model, which can be chosen at once. Some of the polygons are held out, whole ones, to measure how good the new model is where it has not been taught.

quick fits a small head on what the model sees; it takes seconds to a minute. full trains the model itself, which takes much longer and needs PyTorch. Cancelling keeps the best model so far.

A field of numbers, such as heights or shares of cover, makes a model whose maps tell these: choose “Numbers, not classes”.</source>
      <translation>Ajusta un modelo a polígonos dibujados sobre imágenes y lo guarda como un modelo nuevo, que se puede elegir de inmediato. Algunos de los polígonos se reservan, enteros, para medir la calidad del nuevo modelo donde no ha aprendido.

quick ajusta un cabezal pequeño a lo que el modelo ve; tarda de segundos a un minuto. full entrena el propio modelo, lo que tarda mucho más y necesita PyTorch. Al cancelar se conserva el mejor modelo hasta ese momento.

Un campo de números, como alturas o porcentajes de cobertura, produce un modelo cuyos mapas los indican: elija «Números, no clases».</translation>
    </message>
    <message>
      <source>Fits a small head on what the model sees: seconds to a minute</source>
      <translation>Ajusta un cabezal pequeño a lo que el modelo ve: de segundos a un minuto</translation>
    </message>
    <message>
      <source>Floods</source>
      <translation>Inundaciones</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <source>Folder for the cluster</source>
      <translation>Carpeta para el clúster</translation>
    </message>
    <message>
      <source>Folder for the maps</source>
      <translation>Carpeta para los mapas</translation>
    </message>
    <message>
      <source>Folder for the model</source>
      <translation>Carpeta para el modelo</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Carpeta del modelo</translation>
    </message>
    <message>
      <source>Folder with the Engine's Packages</source>
      <translation>Carpeta con los paquetes del motor</translation>
    </message>
    <message>
      <source>Folder with the packages</source>
      <translation>Carpeta con los paquetes</translation>
    </message>
    <message>
      <source>Folders &amp;there</source>
      <translation>Carpetas &amp;allí</translation>
    </message>
    <message>
      <source>For imagery of another date or sensor than the model was trained on: bands whose values have moved are brought back to those of the training before the model sees them. Where none has moved, nothing is changed. The model must know its values: the bundled one does, and those that are adapted here.</source>
      <translation>Para imágenes de otra fecha u otro sensor que aquellas con las que se entrenó el modelo: las bandas cuyos valores se han desplazado se devuelven a los del entrenamiento antes de que el modelo las vea. Si ninguna se ha desplazado, no cambia nada. El modelo debe conocer sus valores: los conoce el incluido, y los que se adaptan aquí.</translation>
    </message>
    <message>
      <source>Forget the object clicked last</source>
      <translation>Olvidar el último objeto en el que se hizo clic</translation>
    </message>
    <message>
      <source>Forget what was found; each model is tried at its next run</source>
      <translation>Olvidar lo encontrado; cada modelo se prueba en su próxima ejecución</translation>
    </message>
    <message>
      <source>Form of candidates</source>
      <translation>Forma de los candidatos</translation>
    </message>
    <message>
      <source>Frequency ones (Earth-Adapter)</source>
      <translation>De frecuencia (Earth-Adapter)</translation>
    </message>
    <message>
      <source>From 0 to 1, 0.85 where nothing is known: one number, or one for each class that the map has, with commas between them. The nearer to 0.5, the more points.</source>
      <translation>De 0 a 1; 0.85 si no se sabe nada: un número, o uno por cada clase que tiene el mapa, separados por comas. Cuanto más cerca de 0.5, más puntos.</translation>
    </message>
    <message>
      <source>From a &amp;Folder…</source>
      <translation>Desde una c&amp;arpeta…</translation>
    </message>
    <message>
      <source>From what to what</source>
      <translation>De qué a qué</translation>
    </message>
    <message>
      <source>From {address}</source>
      <translation>Desde {address}</translation>
    </message>
    <message>
      <source>From {windows} of the teacher's on it is a fifth at most.</source>
      <translation>A partir de {windows} del profesor es, como máximo, una quinta parte.</translation>
    </message>
    <message>
      <source>Full training</source>
      <translation>Entrenamiento completo</translation>
    </message>
    <message>
      <source>Gained</source>
      <translation>Ganancia</translation>
    </message>
    <message>
      <source>Gaps in stripes</source>
      <translation>Huecos en franjas</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>Desenfoque gaussiano</translation>
    </message>
    <message>
      <source>Gaussian noise</source>
      <translation>Ruido gaussiano</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>GeoPackage with the map as polygons, without gaps between neighbours, each with its class and area.</source>
      <translation>GeoPackage con el mapa como polígonos, sin huecos entre vecinos, cada uno con su clase y su área.</translation>
    </message>
    <message>
      <source>GeoTIFF (*.tif *.tiff)</source>
      <translation>GeoTIFF (*.tif *.tiff)</translation>
    </message>
    <message>
      <source>GeoTIFF for the class map. Empty: a file beside the project, named after raster and model. No map takes the name of another: the next one gets a number</source>
      <translation>GeoTIFF para el mapa de clases. Vacío: un archivo junto al proyecto, con el nombre del ráster y del modelo. Ningún mapa ocupa el nombre de otro: el siguiente recibe un número</translation>
    </message>
    <message>
      <source>GeoTIFF of class numbers, with colours, class names and areas in the file and a style beside it.</source>
      <translation>GeoTIFF de números de clase, con colores, nombres de clases y áreas en el archivo y un estilo junto a él.</translation>
    </message>
    <message>
      <source>Get Python fr&amp;om</source>
      <translation>&amp;Obtener Python de</translation>
    </message>
    <message>
      <source>Give each parcel or building of a layer the class it has on a map</source>
      <translation>Dar a cada parcela o edificio de una capa la clase que tiene en un mapa</translation>
    </message>
    <message>
      <source>Give either a map, or a raster and the model that maps it.</source>
      <translation>Indique un mapa, o bien un ráster y el modelo que lo cartografía.</translation>
    </message>
    <message>
      <source>Give either polygons or points, or a raster, as reference.</source>
      <translation>Indique como referencia polígonos o puntos, o bien un ráster.</translation>
    </message>
    <message>
      <source>Gives each object of a layer, such as parcels or outlines of buildings, the class that most of its pixels have on a map. The result is a copy of the layer with all its fields and these: class_id, class_name, share (percent of the pixels that have this class), confidence (their mean, percent, where it is known) and pixels.

Give a map; or a model and a raster, which is then mapped first.

Example: OBJECTS parcels.gpkg, MAP map.tif, OUTPUT classified.gpkg. Objects with a small share or confidence are those to look at.</source>
      <translation>Da a cada objeto de una capa, como parcelas o contornos de edificios, la clase que tiene la mayoría de sus píxeles en un mapa. El resultado es una copia de la capa con todos sus campos y estos: class_id, class_name, share (porcentaje de los píxeles que tienen esta clase), confidence (su confianza media, en porcentaje, si se conoce) y pixels.

Indique un mapa; o un modelo y un ráster, que entonces se cartografía primero.

Ejemplo: OBJECTS parcelas.gpkg, MAP mapa.tif, OUTPUT clasificadas.gpkg. Los objetos con una proporción o confianza pequeña son los que conviene mirar.</translation>
    </message>
    <message>
      <source>Gives each parcel or building its class on a map, as fields of a copy.</source>
      <translation>Da a cada parcela o edificio su clase en un mapa, como campos de una copia.</translation>
    </message>
    <message>
      <source>Gives names and colours to the classes. Empty: the dataset of the published file of this name; of other files the classes are numbered.</source>
      <translation>Da nombres y colores a las clases. Vacío: el conjunto de datos del archivo publicado con este nombre; en otros archivos las clases se numeran.</translation>
    </message>
    <message>
      <source>Giving small patches to their neighbours</source>
      <translation>Asignando las manchas pequeñas a sus vecinas</translation>
    </message>
    <message>
      <source>Giving the objects their classes</source>
      <translation>Asignando a los objetos sus clases</translation>
    </message>
    <message>
      <source>Go Back</source>
      <translation>Volver</translation>
    </message>
    <message>
      <source>Go from point to point, key by key; the maps are hidden meanwhile, so that they do not lead you</source>
      <translation>Ir de punto en punto con el teclado; los mapas se ocultan mientras tanto, para que no le influyan</translation>
    </message>
    <message>
      <source>Go On</source>
      <translation>Continuar</translation>
    </message>
    <message>
      <source>Goes on where the training of this name was stopped.</source>
      <translation>Continúa donde se detuvo el entrenamiento con este nombre.</translation>
    </message>
    <message>
      <source>Goes to</source>
      <translation>Destino</translation>
    </message>
    <message>
      <source>Going back to round {number} of the model {name}</source>
      <translation>Volviendo a la ronda {number} del modelo {name}</translation>
    </message>
    <message>
      <source>green</source>
      <translation>verde</translation>
    </message>
    <message>
      <source>Grid of the map</source>
      <translation>Cuadrícula del mapa</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Grupos</translation>
    </message>
    <message>
      <source>Groups without samples</source>
      <translation>Grupos sin muestras</translation>
    </message>
    <message>
      <source>Half of its 95 % interval: 0.05 is ± 5 %.</source>
      <translation>La mitad de su intervalo del 95 %: 0.05 es ± 5 %.</translation>
    </message>
    <message>
      <source>Half the size, and scores that differ a little. ONNX models are copied as they are.</source>
      <translation>La mitad del tamaño, con puntuaciones que difieren un poco. Los modelos ONNX se copian tal cual.</translation>
    </message>
    <message>
      <source>Haze</source>
      <translation>Bruma</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Cabezal</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
    <message>
      <source>Help on this page</source>
      <translation>Ayuda sobre esta página</translation>
    </message>
    <message>
      <source>Holds authority.pem, cert.pem and key.pem, with which the cluster knows you and you know the cluster. Needed for other computers.</source>
      <translation>Contiene authority.pem, cert.pem y key.pem, con los que el clúster le reconoce a usted y usted al clúster. Necesarios para otros equipos.</translation>
    </message>
    <message>
      <source>Holds the engine's environment and your models. The environment variable CROSSEARTH_HOME moves it.</source>
      <translation>Contiene el entorno del motor de cálculo y sus modelos. La variable de entorno CROSSEARTH_HOME la cambia de lugar.</translation>
    </message>
    <message>
      <source>Holds the published files under their own names. Empty: the one in the options, else where the models are published; a package comes from the index that pip is set to.</source>
      <translation>Contiene los archivos publicados con sus propios nombres. Vacío: la indicada en las opciones o, si no la hay, donde se publican los modelos; un paquete se toma del índice configurado en pip.</translation>
    </message>
    <message>
      <source>How it was made</source>
      <translation>Cómo se hizo</translation>
    </message>
    <message>
      <source>How many points make the accuracy of a map sure.</source>
      <translation>Cuántos puntos se necesitan para conocer con seguridad la exactitud de un mapa.</translation>
    </message>
    <message>
      <source>How many processor cores the engine may use. Fewer leave more for other programs.</source>
      <translation>Cuántos núcleos del procesador puede usar el motor de cálculo. Menos núcleos dejan más para otros programas.</translation>
    </message>
    <message>
      <source>How similar a place is at least that the canvas shows</source>
      <translation>Similitud mínima de los lugares que muestra el lienzo</translation>
    </message>
    <message>
      <source>How sure the overall accuracy is to be: half of its 95 % interval</source>
      <translation>Con qué seguridad debe conocerse la exactitud global: la mitad de su intervalo del 95 %</translation>
    </message>
    <message>
      <source>How they were made</source>
      <translation>Cómo se hicieron</translation>
    </message>
    <message>
      <source>How to cite</source>
      <translation>Cómo citar</translation>
    </message>
    <message>
      <source>However large the raster, it is more than a fifth of that: the new model itself takes too long.</source>
      <translation>Por grande que sea el ráster, es más de una quinta parte de eso: el propio modelo nuevo tarda demasiado.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
      <source>Id of the model</source>
      <translation>Identificador del modelo</translation>
    </message>
    <message>
      <source>If a map by this model takes too long, a compact one can learn from it on a part of the raster.</source>
      <translation>Si un mapa con este modelo tarda demasiado, uno compacto puede aprender de él en una parte del ráster.</translation>
    </message>
    <message>
      <source>If the class {name} of the reference is all that is none of the others, give it as the background (BACKGROUND).</source>
      <translation>Si la clase {name} de la referencia es todo lo que no pertenece a las demás, indíquela como fondo (BACKGROUND).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <source>Imagery spoiled</source>
      <translation>Imágenes degradadas</translation>
    </message>
    <message>
      <source>Images without labels (DINOv2)</source>
      <translation>Imágenes sin etiquetas (DINOv2)</translation>
    </message>
    <message>
      <source>Import a model</source>
      <translation>Importar un modelo</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: nir, red.</source>
      <translation>En el orden de la red, separados por comas: nir, red.</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: water, trees.</source>
      <translation>En el orden de la red, separados por comas: agua, árboles.</translation>
    </message>
    <message>
      <source>In the paper</source>
      <translation>En la publicación</translation>
    </message>
    <message>
      <source>In their order</source>
      <translation>En su orden</translation>
    </message>
    <message>
      <source>in {count} of {all} samples</source>
      <translation>en {count} de {all} muestreos</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>Ráster de entrada</translation>
    </message>
    <message>
      <source>input: that of the raster. model: that which the model sees, a smaller map of a raster that is finer than the model was trained for.</source>
      <translation>input: la del ráster. model: la que ve el modelo, que da un mapa más pequeño si el ráster es más fino que aquello con lo que se entrenó el modelo.</translation>
    </message>
    <message>
      <source>install,repair,update,python,environment</source>
      <translation>instalar,reparar,actualizar,python,entorno</translation>
    </message>
    <message>
      <source>Installing the packages of the engine…</source>
      <translation>Instalando los paquetes del motor de cálculo…</translation>
    </message>
    <message>
      <source>Installing {name}…</source>
      <translation>Instalando {name}…</translation>
    </message>
    <message>
      <source>IoU</source>
      <translation>IoU</translation>
    </message>
    <message>
      <source>Is in round {number}.</source>
      <translation>Está en la ronda {number}.</translation>
    </message>
    <message>
      <source>Is in round {number}. Others kept: {size} of {limit}.</source>
      <translation>Está en la ronda {number}. Otras conservadas: {size} de {limit}.</translation>
    </message>
    <message>
      <source>it does not lie on the pixels of the map {file}.</source>
      <translation>no coincide con los píxeles del mapa {file}.</translation>
    </message>
    <message>
      <source>it has more than {most} different values: it is no class raster.</source>
      <translation>tiene más de {most} valores distintos: no es un ráster de clases.</translation>
    </message>
    <message>
      <source>it has no field {field}. Its fields are: {fields}.</source>
      <translation>no tiene ningún campo {field}. Sus campos son: {fields}.</translation>
    </message>
    <message>
      <source>it has no pixels with data where {file} has some. Check its position and its CRS.</source>
      <translation>no tiene píxeles con datos donde {file} sí los tiene. Compruebe su posición y su SRC.</translation>
    </message>
    <message>
      <source>it has no pixels with data. Check its position and its CRS.</source>
      <translation>no tiene píxeles con datos. Compruebe su posición y su SRC.</translation>
    </message>
    <message>
      <source>It has to be downloaded first, {size}.</source>
      <translation>Hay que descargarlo primero, {size}.</translation>
    </message>
    <message>
      <source>it has {count} bands, as an image has; it is no class raster.</source>
      <translation>tiene {count} bandas, como una imagen; no es un ráster de clases.</translation>
    </message>
    <message>
      <source>it has {count} different values and seems to be an image. If they are classes, give it a colour table.</source>
      <translation>tiene {count} valores distintos y parece una imagen. Si son clases, dele una tabla de colores.</translation>
    </message>
    <message>
      <source>it holds lines, which cover no pixel. Give them a width first (in QGIS: Vector, Geoprocessing Tools, Buffer).</source>
      <translation>contiene líneas, que no cubren ningún píxel. Deles primero una anchura (en QGIS: Vectorial, Herramientas de geoproceso, Buffer).</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a class.</source>
      <translation>no contiene ningún polígono con área, ni ningún punto, que tenga una clase.</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a number.</source>
      <translation>no contiene ningún polígono con área, ni ningún punto, que tenga un número.</translation>
    </message>
    <message>
      <source>it holds no polygon with an area and a class.</source>
      <translation>no contiene ningún polígono con área y clase.</translation>
    </message>
    <message>
      <source>it holds no polygons or points.</source>
      <translation>no contiene polígonos ni puntos.</translation>
    </message>
    <message>
      <source>it holds no polygons.</source>
      <translation>no contiene polígonos.</translation>
    </message>
    <message>
      <source>it is a map of numbers, and has no classes.</source>
      <translation>es un mapa de números y no tiene clases.</translation>
    </message>
    <message>
      <source>it is empty.</source>
      <translation>está vacía.</translation>
    </message>
    <message>
      <source>It is kept among your models, and maps other rasters into the same groups. Empty: none is kept.</source>
      <translation>Se conserva entre sus modelos y cartografía otros rásteres en los mismos grupos. Vacío: no se conserva ninguno.</translation>
    </message>
    <message>
      <source>it is no encoder: of a window it gives numbers of shape {shape}.</source>
      <translation>no es un codificador: de una ventana da números de forma {shape}.</translation>
    </message>
    <message>
      <source>it is {value} % sure.</source>
      <translation>su confianza es del {value} %.</translation>
    </message>
    <message>
      <source>it leads by {value} %.</source>
      <translation>su ventaja es del {value} %.</translation>
    </message>
    <message>
      <source>it takes {own} bands, and you name {given}.</source>
      <translation>admite {own} bandas, y usted indica {given}.</translation>
    </message>
    <message>
      <source>it takes {own} bands, and {name} {given}.</source>
      <translation>admite {own} bandas, y {name}, {given}.</translation>
    </message>
    <message>
      <source>it tells {own} classes apart, but {name} has {given} ({classes}). Choose another dataset (DATASET), or name the classes (CLASSES).</source>
      <translation>distingue {own} clases, pero {name} tiene {given} ({classes}). Elija otro conjunto de datos (DATASET), o dé nombre a las clases (CLASSES).</translation>
    </message>
    <message>
      <source>it tells {own} classes apart; a map holds at most {most}.</source>
      <translation>distingue {own} clases; un mapa admite como máximo {most}.</translation>
    </message>
    <message>
      <source>Items of {list} without a raster among their assets are left out: {names} ({count} in all).</source>
      <translation>Se omiten los ítems de {list} sin ningún ráster entre sus recursos: {names} ({count} en total).</translation>
    </message>
    <message>
      <source>Items of {list} without the asset {asset} are left out: {names} ({count} in all).</source>
      <translation>Se omiten los ítems de {list} sin el recurso {asset}: {names} ({count} en total).</translation>
    </message>
    <message>
      <source>its checksum is known; not run by us</source>
      <translation>se conoce su suma de verificación; no ejecutado por nosotros</translation>
    </message>
    <message>
      <source>Its classes do not matter. The id of a model, its path, or bands for none: then colour and texture of the raster's own bands are grouped, whichever they are.</source>
      <translation>Sus clases no importan. El identificador de un modelo, su ruta, o bands para ninguno: entonces se agrupan el color y la textura de las propias bandas del ráster, sean cuales sean.</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the first raster and the day. A model that was adapted under this name before is kept as an earlier round.</source>
      <translation>De él se deriva su identificador. Vacío: según el primer ráster y el día. Un modelo adaptado antes con este nombre se conserva como ronda anterior.</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the raster. A model that was made under this name before is kept as an earlier round.</source>
      <translation>De él se deriva su identificador. Vacío: según el ráster. Un modelo creado antes con este nombre se conserva como ronda anterior.</translation>
    </message>
    <message>
      <source>Its own description is read when it runs; classes and colours come with the result.</source>
      <translation>Su propia descripción se lee al ejecutarlo; las clases y los colores vienen con el resultado.</translation>
    </message>
    <message>
      <source>its pixels are complex numbers.</source>
      <translation>sus píxeles son números complejos.</translation>
    </message>
    <message>
      <source>its wavelength</source>
      <translation>su longitud de onda</translation>
    </message>
    <message>
      <source>its weights tell {own} classes apart, its metadata has {given}.</source>
      <translation>sus pesos distinguen {own} clases, sus metadatos tienen {given}.</translation>
    </message>
    <message>
      <source>Its weights, SHA-256</source>
      <translation>Sus pesos, SHA-256</translation>
    </message>
    <message>
      <source>Join of windows</source>
      <translation>Unión de las ventanas</translation>
    </message>
    <message>
      <source>k-means,kmeans,cluster,clustering,unsupervised,isodata,classification,groups,features</source>
      <translation>k-medias,k-means,kmeans,agrupamiento,clúster,no supervisada,isodata,clasificación,grupos,características</translation>
    </message>
    <message>
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <source>Keep all models of the file</source>
      <translation>Conservar todos los modelos del archivo</translation>
    </message>
    <message>
      <source>Keep all {count} models of the file</source>
      <translation>Conservar los {count} modelos del archivo</translation>
    </message>
    <message>
      <source>Keep Candidates</source>
      <translation>Conservar candidatos</translation>
    </message>
    <message>
      <source>Keep the finished part on cancel</source>
      <translation>Conservar lo terminado</translation>
    </message>
    <message>
      <source>Keep the map with all that was made beside it: a temporary one goes when QGIS closes, a preview when the next one comes</source>
      <translation>Conservar el mapa con todo lo creado junto a él: uno temporal desaparece al cerrar QGIS; una vista previa, cuando llega la siguiente</translation>
    </message>
    <message>
      <source>Keep This Map</source>
      <translation>Conservar este mapa</translation>
    </message>
    <message>
      <source>Keep This Map…</source>
      <translation>Conservar este mapa…</translation>
    </message>
    <message>
      <source>Keeping the best model so far…</source>
      <translation>Guardando el mejor modelo hasta ahora…</translation>
    </message>
    <message>
      <source>Keeping the map {name}</source>
      <translation>Copiando el mapa {name}</translation>
    </message>
    <message>
      <source>kernel, pixels</source>
      <translation>núcleo, píxeles</translation>
    </message>
    <message>
      <source>Kinds of change</source>
      <translation>Tipos de cambio</translation>
    </message>
    <message>
      <source>Label the points first.</source>
      <translation>Etiquete primero los puntos.</translation>
    </message>
    <message>
      <source>Land cover</source>
      <translation>Cobertura del suelo</translation>
    </message>
    <message>
      <source>Land-cover map by {model}, {date}</source>
      <translation>Mapa de cobertura del suelo con {model}, {date}</translation>
    </message>
    <message>
      <source>Land-cover map of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>Mapa de cobertura del suelo de {name}, generado con CrossEarth for QGIS {version} y el modelo {model} (SHA-256 {digest}…), {date}.</translation>
    </message>
    <message>
      <source>Land-cover maps by {model}, {date}</source>
      <translation>Mapas de cobertura del suelo con {model}, {date}</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Capa</translation>
    </message>
    <message>
      <source>layer of objects</source>
      <translation>capa de objetos</translation>
    </message>
    <message>
      <source>Layers made by CrossEarth are left out; a right click offers them, too.</source>
      <translation>Las capas generadas por CrossEarth se omiten; un clic derecho las ofrece también.</translation>
    </message>
    <message>
      <source>Lead</source>
      <translation>Ventaja</translation>
    </message>
    <message>
      <source>Lead of the map</source>
      <translation>Ventaja del mapa</translation>
    </message>
    <message>
      <source>Lead – {name}</source>
      <translation>Ventaja – {name}</translation>
    </message>
    <message>
      <source>Least</source>
      <translation>Mínimo</translation>
    </message>
    <message>
      <source>Least distance between two places</source>
      <translation>Distancia mínima entre dos lugares</translation>
    </message>
    <message>
      <source>Least number of points of a class</source>
      <translation>Número mínimo de puntos por clase</translation>
    </message>
    <message>
      <source>Least similarity</source>
      <translation>Similitud mínima</translation>
    </message>
    <message>
      <source>Least similarity of candidates</source>
      <translation>Similitud mínima de los candidatos</translation>
    </message>
    <message>
      <source>Libraries</source>
      <translation>Bibliotecas</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Licencia</translation>
    </message>
    <message>
      <source>Licence of the model</source>
      <translation>Licencia del modelo</translation>
    </message>
    <message>
      <source>Limits the run to a rectangle. Empty: the whole raster.</source>
      <translation>Limita la ejecución a un rectángulo. Vacío: todo el ráster.</translation>
    </message>
    <message>
      <source>Limits the run to polygons: outside of them nothing is computed or written.</source>
      <translation>Limita la ejecución a polígonos: fuera de ellos no se calcula ni se escribe nada.</translation>
    </message>
    <message>
      <source>Little confidence, little lead of the class over the next one, or unlike the training. all: those that are known of the map; of a model the first two.</source>
      <translation>Poca confianza, poca ventaja de la clase sobre la siguiente, o distinto del entrenamiento. all: los que se conocen del mapa; de un modelo, los dos primeros.</translation>
    </message>
    <message>
      <source>Live preview</source>
      <translation>Vista previa en vivo</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Registro</translation>
    </message>
    <message>
      <source>Look Again</source>
      <translation>Revisar otra vez</translation>
    </message>
    <message>
      <source>Look for other places; the samples that are drawn stay</source>
      <translation>Busca otros lugares; las muestras dibujadas se conservan</translation>
    </message>
    <message>
      <source>Looking at the raster</source>
      <translation>Examinando el ráster</translation>
    </message>
    <message>
      <source>Looking for graphics cards</source>
      <translation>Buscando tarjetas gráficas</translation>
    </message>
    <message>
      <source>Looks at the imagery window by window with a trained model and writes a raster of classes, styled and with the area of each class. Everything is computed on this computer, or on a cluster if you choose one; the imagery is sent nowhere.

The raster may be of any size. Limit the run to an extent or to polygons to try a model out. Pixels without data stay without a class.</source>
      <translation>Mira las imágenes ventana a ventana con un modelo entrenado y escribe un ráster de clases, con estilo y con el área de cada clase. Todo se calcula en este equipo, o en un clúster si usted elige uno; las imágenes no se envían a ninguna parte.

El ráster puede tener cualquier tamaño. Limite la ejecución a una extensión o a polígonos para probar un modelo. Los píxeles sin datos quedan sin clase.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Pérdida</translation>
    </message>
    <message>
      <source>Loss on held-out polygons</source>
      <translation>Pérdida en los polígonos reservados</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Pérdida</translation>
    </message>
    <message>
      <source>M&amp;easure</source>
      <translation>M&amp;edir</translation>
    </message>
    <message>
      <source>Made with CrossEarth for QGIS, engine {version}. One file: it loads nothing and runs no script.</source>
      <translation>Generado con CrossEarth for QGIS, motor de cálculo {version}. Un solo archivo: no carga nada ni ejecuta ningún script.</translation>
    </message>
    <message>
      <source>Majority filter</source>
      <translation>Filtro de mayoría</translation>
    </message>
    <message>
      <source>Majority window, pixels</source>
      <translation>Ventana del filtro de mayoría, píxeles</translation>
    </message>
    <message>
      <source>Make a map, or add a raster of classes to the project.</source>
      <translation>Genere un mapa, o añada un ráster de clases al proyecto.</translation>
    </message>
    <message>
      <source>Make an earlier round the model again; the one that is the model now is kept</source>
      <translation>Hacer que una ronda anterior vuelva a ser el modelo; la actual se conserva</translation>
    </message>
    <message>
      <source>Make no map that would be doubtful</source>
      <translation>No generar mapas dudosos</translation>
    </message>
    <message>
      <source>Makes a folder of maps from many rasters, with one report.</source>
      <translation>Genera una carpeta de mapas a partir de muchos rásteres, con un solo informe.</translation>
    </message>
    <message>
      <source>Makes a map of classes from imagery with a trained model.</source>
      <translation>Genera un mapa de clases a partir de imágenes con un modelo entrenado.</translation>
    </message>
    <message>
      <source>Makes a map of groups of pixels that are alike, without any samples.</source>
      <translation>Genera un mapa de grupos de píxeles parecidos, sin ninguna muestra.</translation>
    </message>
    <message>
      <source>Makes a model out of a file that you have.</source>
      <translation>Crea un modelo a partir de un archivo que usted tiene.</translation>
    </message>
    <message>
      <source>Manage Models…</source>
      <translation>Administrar modelos…</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Mapa</translation>
    </message>
    <message>
      <source>Map after</source>
      <translation>Mapa posterior</translation>
    </message>
    <message>
      <source>Map and field hold amounts, such as heights. Maps and models made here say so themselves.</source>
      <translation>El mapa y el campo contienen cantidades, como alturas. Los mapas y modelos creados aquí lo indican ellos mismos.</translation>
    </message>
    <message>
      <source>Map before</source>
      <translation>Mapa anterior</translation>
    </message>
    <message>
      <source>Map of changes</source>
      <translation>Mapa de cambios</translation>
    </message>
    <message>
      <source>Map of the new model: {text}</source>
      <translation>Mapa del nuevo modelo: {text}</translation>
    </message>
    <message>
      <source>Map of {name}</source>
      <translation>Mapa de {name}</translation>
    </message>
    <message>
      <source>Map of {name} by {model}, {date}</source>
      <translation>Mapa de {name} con {model}, {date}</translation>
    </message>
    <message>
      <source>Map of {quantity} of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>Mapa de {quantity} de {name}, generado con CrossEarth for QGIS {version} y el modelo {model} (SHA-256 {digest}…), {date}.</translation>
    </message>
    <message>
      <source>Map on or off (M)</source>
      <translation>Mostrar u ocultar mapa (M)</translation>
    </message>
    <message>
      <source>Map to judge</source>
      <translation>Mapa que se evalúa</translation>
    </message>
    <message>
      <source>Map what the canvas shows at once, wherever you go; no file comes of it</source>
      <translation>Cartografía de inmediato lo que muestra el lienzo, allí donde vaya; no se crea ningún archivo</translation>
    </message>
    <message>
      <source>map {path}</source>
      <translation>mapa {path}</translation>
    </message>
    <message>
      <source>Mapped, {unit}</source>
      <translation>Cartografiada, {unit}</translation>
    </message>
    <message>
      <source>Mapping spoiled imagery</source>
      <translation>Cartografiando imágenes degradadas</translation>
    </message>
    <message>
      <source>Maps</source>
      <translation>Mapas</translation>
    </message>
    <message>
      <source>Maps made: {done}, there already: {skipped}, doubtful: {doubtful}, failed: {failed}. {time}</source>
      <translation>Mapas generados: {done}, ya existentes: {skipped}, dudosos: {doubtful}, fallidos: {failed}. {time}</translation>
    </message>
    <message>
      <source>Maps of earlier runs are no imagery and are left out: {names}.</source>
      <translation>Los mapas de ejecuciones anteriores no son imágenes y se omiten: {names}.</translation>
    </message>
    <message>
      <source>Maps of {name} by {model}, {date}</source>
      <translation>Mapas de {name} con {model}, {date}</translation>
    </message>
    <message>
      <source>Maps whose pixels are not the same are refused; or are brought to the pixels of one of them, each of which gets the class of the other map's nearest.</source>
      <translation>Los mapas cuyos píxeles no son los mismos se rechazan, o se llevan a los píxeles de uno de ellos, cada uno de los cuales recibe la clase del más cercano del otro mapa.</translation>
    </message>
    <message>
      <source>Margin of error of the overall accuracy (±)</source>
      <translation>Margen de error de la exactitud global (±)</translation>
    </message>
    <message>
      <source>Margin of error of the user's accuracy of each class (±)</source>
      <translation>Margen de error de la exactitud del usuario de cada clase (±)</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Máscara</translation>
    </message>
    <message>
      <source>Masked image modelling</source>
      <translation>Modelado de imagen enmascarada</translation>
    </message>
    <message>
      <source>Match to the training imagery</source>
      <translation>Igualar al entrenamiento</translation>
    </message>
    <message>
      <source>Matched to the training imagery</source>
      <translation>Igualado a las imágenes de entrenamiento</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Media</translation>
    </message>
    <message>
      <source>Mean absolute error</source>
      <translation>Error absoluto medio</translation>
    </message>
    <message>
      <source>Mean F1</source>
      <translation>F1 media</translation>
    </message>
    <message>
      <source>Mean IoU</source>
      <translation>IoU media</translation>
    </message>
    <message>
      <source>Mean IoU (0 to 1)</source>
      <translation>IoU media (de 0 a 1)</translation>
    </message>
    <message>
      <source>Mean IoU on held-out polygons</source>
      <translation>IoU media en los polígonos reservados</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}, {kept} % of the {clean} on the raster as it is.</source>
      <translation>La IoU media de las clases que tiene la referencia es, sobre todos los mapas, {mean}: el {kept} % de {clean}, la del ráster tal cual.</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}.</source>
      <translation>La IoU media de las clases que tiene la referencia es, sobre todos los mapas, {mean}.</translation>
    </message>
    <message>
      <source>Mean IoU, not measured here</source>
      <translation>IoU media, no medida aquí</translation>
    </message>
    <message>
      <source>Measure the accuracy of a map</source>
      <translation>Medir la exactitud de un mapa</translation>
    </message>
    <message>
      <source>Memory on {device} does not suffice: fewer patches at once now ({count}), whose gradients are added up.</source>
      <translation>La memoria de {device} no basta: ahora se usan menos recortes a la vez ({count}), cuyos gradientes se suman.</translation>
    </message>
    <message>
      <source>Merge and rename classes</source>
      <translation>Fusionar y renombrar clases</translation>
    </message>
    <message>
      <source>Merged classes</source>
      <translation>Clases fusionadas</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>metros</translation>
    </message>
    <message>
      <source>Middle of each band before and after that</source>
      <translation>Valor central de cada banda antes y después</translation>
    </message>
    <message>
      <source>Minimum mapping unit</source>
      <translation>Área mínima</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Model file</source>
      <translation>Archivo de modelo</translation>
    </message>
    <message>
      <source>Model File…</source>
      <translation>Archivo de modelo…</translation>
    </message>
    <message>
      <source>Model Folder…</source>
      <translation>Carpeta de modelo…</translation>
    </message>
    <message>
      <source>Model pixel size</source>
      <translation>Píxel del modelo</translation>
    </message>
    <message>
      <source>Model that maps the raster</source>
      <translation>Modelo que cartografía el ráster</translation>
    </message>
    <message>
      <source>Model to start from</source>
      <translation>Modelo del que se parte</translation>
    </message>
    <message>
      <source>Model whose view is compared</source>
      <translation>Modelo cuya visión se compara</translation>
    </message>
    <message>
      <source>Model whose view is grouped</source>
      <translation>Modelo cuya visión se agrupa</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelos</translation>
    </message>
    <message>
      <source>Models (*.onnx *.safetensors *.json)</source>
      <translation>Modelos (*.onnx *.safetensors *.json)</translation>
    </message>
    <message>
      <source>Models ({patterns})</source>
      <translation>Modelos ({patterns})</translation>
    </message>
    <message>
      <source>More than there are classes: several may become one later.</source>
      <translation>Más grupos que clases: varios pueden convertirse después en una.</translation>
    </message>
    <message>
      <source>More workers that cannot take part either: {count}.</source>
      <translation>Otros procesos de trabajo que tampoco pueden participar: {count}.</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>Mosaico</translation>
    </message>
    <message>
      <source>Most</source>
      <translation>Máximo</translation>
    </message>
    <message>
      <source>Most values of the raster are not what {model} takes, which is {takes}: they are {low} to {high} by {source}. Say which numbers stand for the ends of its range (STRETCH MIN,MAX), or choose another raster.</source>
      <translation>La mayoría de los valores del ráster no son lo que {model} admite, es decir, {takes}: van de {low} a {high} según {source}. Indique qué números corresponden a los extremos de su rango (STRETCH MIN,MAX), o elija otro ráster.</translation>
    </message>
    <message>
      <source>Motion blur</source>
      <translation>Desenfoque de movimiento</translation>
    </message>
    <message>
      <source>N next, B back, S cannot be told, U undo, Esc ends</source>
      <translation>N siguiente, B atrás, S no se puede determinar, U deshacer, Esc termina</translation>
    </message>
    <message>
      <source>N next, B back, S skip, U undo, M map on or off, Esc ends</source>
      <translation>N siguiente, B atrás, S omitir, U deshacer, M mostrar u ocultar mapa, Esc termina</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Name a folder that the computers of the cluster see, too: they write there what they have computed.</source>
      <translation>Indique una carpeta que vean también los equipos del clúster: en ella escriben lo que han calculado.</translation>
    </message>
    <message>
      <source>Name of a class, such as other: all of the map outside of the polygons counts as it, and a reference raster's pixels without a class. If the map has no such class, all classes that the reference does not name are one with it. Footprints of buildings, for example, need it: without it, only recall can be told from a reference that lacks classes of the map.</source>
      <translation>Nombre de una clase, como otros: cuenta como tal todo lo que en el mapa queda fuera de los polígonos, y los píxeles sin clase de un ráster de referencia. Si el mapa no tiene esa clase, todas las clases que la referencia no nombra se unen en ella. Las huellas de edificios, por ejemplo, lo necesitan: sin ello, de una referencia a la que le faltan clases del mapa solo se puede obtener la exhaustividad.</translation>
    </message>
    <message>
      <source>Name of a model of the groups</source>
      <translation>Nombre de un modelo de los grupos</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Nombre del dispositivo</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>Nombre del modelo</translation>
    </message>
    <message>
      <source>Name of the new model</source>
      <translation>Nombre del nuevo modelo</translation>
    </message>
    <message>
      <source>Name the field of the reference that holds the class.</source>
      <translation>Indique el campo de la referencia que contiene la clase.</translation>
    </message>
    <message>
      <source>Name:</source>
      <translation>Nombre:</translation>
    </message>
    <message>
      <source>named by its authors; neither fetched nor run by the makers of this plugin</source>
      <translation>indicado por sus autores; ni descargado ni ejecutado por los autores de este complemento</translation>
    </message>
    <message>
      <source>Names of the bands</source>
      <translation>Nombres de las bandas</translation>
    </message>
    <message>
      <source>Names of the classes</source>
      <translation>Nombres de las clases</translation>
    </message>
    <message>
      <source>Names of the classes after</source>
      <translation>Nombres de clases del mapa posterior</translation>
    </message>
    <message>
      <source>Names of the classes before</source>
      <translation>Nombres de clases del mapa anterior</translation>
    </message>
    <message>
      <source>Names of the other map's classes</source>
      <translation>Nombres de las clases del otro mapa</translation>
    </message>
    <message>
      <source>Names of the reference's classes</source>
      <translation>Nombres de las clases de la referencia</translation>
    </message>
    <message>
      <source>near infrared</source>
      <translation>infrarrojo cercano</translation>
    </message>
    <message>
      <source>Nearest neighbour</source>
      <translation>Vecino más cercano</translation>
    </message>
    <message>
      <source>Needed for the published checkpoints of CrossEarth and for full adaptation; the bundled model needs none. Where there is an NVIDIA card, it is the build for it: a download of up to 3 GB, without one of 200 MB.</source>
      <translation>Necesario para los checkpoints publicados de CrossEarth y para la adaptación completa; el modelo incluido no lo necesita. Si hay una tarjeta NVIDIA, es la versión para ella: una descarga de hasta 3 GB; sin ella, de 200 MB.</translation>
    </message>
    <message>
      <source>Neither has a CRS, by which the one could be brought to the other.</source>
      <translation>Ninguno tiene un SRC con el que llevar uno al otro.</translation>
    </message>
    <message>
      <source>Net</source>
      <translation>Neto</translation>
    </message>
    <message>
      <source>Net, %</source>
      <translation>Neto, %</translation>
    </message>
    <message>
      <source>Network pixel, m</source>
      <translation>Píxel de la red, m</translation>
    </message>
    <message>
      <source>never chosen</source>
      <translation>nunca elegido</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Nueva</translation>
    </message>
    <message>
      <source>New classes and the model's classes that they are made of: built=building,road; green=vegetation. Classes that are not named stay.</source>
      <translation>Clases nuevas y las clases del modelo que las componen: construido=building,road; verde=vegetation. Las clases que no se nombran se conservan.</translation>
    </message>
    <message>
      <source>New Layer for Samples</source>
      <translation>Nueva capa para muestras</translation>
    </message>
    <message>
      <source>New Layer of Points…</source>
      <translation>Nueva capa de puntos…</translation>
    </message>
    <message>
      <source>New Layer of Polygons…</source>
      <translation>Nueva capa de polígonos…</translation>
    </message>
    <message>
      <source>New sample points</source>
      <translation>Puntos de muestreo nuevos</translation>
    </message>
    <message>
      <source>Next (N)</source>
      <translation>Siguiente (N)</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons of at least two classes.</source>
      <translation>No se midió ninguna exactitud: se necesitan dos polígonos de al menos dos clases.</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons or points.</source>
      <translation>No se midió ninguna exactitud: se necesitan dos polígonos o puntos.</translation>
    </message>
    <message>
      <source>No areas are estimated: that takes points drawn at random on the map (“Draw sample points on a map”), and polygons or another map are none.</source>
      <translation>No se estiman áreas: para ello se necesitan puntos generados al azar en el mapa («Generar puntos de muestreo en un mapa»), y los polígonos u otro mapa no lo son.</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values.</source>
      <translation>Ninguna clase de la referencia ({names}) es una del mapa ({classes}). ¿Es ese el campo que contiene la clase? Si lo es, dé a las clases los nombres o valores del mapa.</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values. Is {near} meant?</source>
      <translation>Ninguna clase de la referencia ({names}) es una del mapa ({classes}). ¿Es ese el campo que contiene la clase? Si lo es, dé a las clases los nombres o valores del mapa. ¿Se refiere a {near}?</translation>
    </message>
    <message>
      <source>No CRS tells how large the pixels are, and those of one map may be larger than those of another.</source>
      <translation>Ningún SRC indica qué tamaño tienen los píxeles, y los de un mapa pueden ser mayores que los de otro.</translation>
    </message>
    <message>
      <source>No CRS: it is not known where the raster lies.</source>
      <translation>Sin SRC: no se sabe dónde está el ráster.</translation>
    </message>
    <message>
      <source>No figures and no areas can be told: each stratum needs a labelled point, and better 50, but {names} has none, and what is not known takes {share} of the map. Say what is there at some of its points.</source>
      <translation>No se pueden dar cifras ni áreas: cada estrato necesita un punto etiquetado, y mejor 50, pero {names} no tiene ninguno, y lo desconocido ocupa el {share} del mapa. Indique qué hay en algunos de sus puntos.</translation>
    </message>
    <message>
      <source>No map was made of {path}, for it would be doubtful. {doubts}</source>
      <translation>No se generó ningún mapa de {path} porque sería dudoso. {doubts}</translation>
    </message>
    <message>
      <source>No map was made with the new model: its raster is not in the project any more. Choose another one.</source>
      <translation>No se generó ningún mapa con el nuevo modelo: su ráster ya no está en el proyecto. Elija otro.</translation>
    </message>
    <message>
      <source>No map was made: all rasters have failed or are doubtful.</source>
      <translation>No se generó ningún mapa: todos los rásteres han fallado o son dudosos.</translation>
    </message>
    <message>
      <source>No model here knows these {count} bands: their names do not tell what they show, or their pixels are of another size. Start from the bands alone.</source>
      <translation>Ningún modelo de aquí conoce estas {count} bandas: sus nombres no indican qué muestran, o sus píxeles tienen otro tamaño. Parta solo de las bandas.</translation>
    </message>
    <message>
      <source>No other raster in the project</source>
      <translation>No hay otro ráster en el proyecto</translation>
    </message>
    <message>
      <source>No point of the stratum {names} has a class: the figures hold for the rest of the map.</source>
      <translation>Ningún punto del estrato {names} tiene clase: las cifras valen para el resto del mapa.</translation>
    </message>
    <message>
      <source>No program of this computer opens {address}. The address is on the clipboard.</source>
      <translation>Ningún programa de este equipo abre {address}. La dirección está en el portapapeles.</translation>
    </message>
    <message>
      <source>No Python from {minimum} to {maximum} was found on this computer. Install one, or choose one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>No se encontró ningún Python de {minimum} a {maximum} en este equipo. Instale uno, o elija uno en Configuración &gt; Opciones &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>No Python of this computer will do for the engine; the log says why. Python {version} can be downloaded from {host} ({size}), once, into
{folder}

Only the engine uses it. Download it now?</source>
      <translation>Ningún Python de este equipo sirve para el motor de cálculo; el registro indica por qué. Se puede descargar Python {version} desde {host} ({size}), una sola vez, en
{folder}

Solo lo usa el motor de cálculo. ¿Descargarlo ahora?</translation>
    </message>
    <message>
      <source>No sample could be held out, so nothing shows that {model} helps here: the bands alone are taken. Draw more samples, in more places.</source>
      <translation>No se pudo reservar ninguna muestra, así que nada demuestra que {model} ayude aquí: se usan solo las bandas. Dibuje más muestras en más lugares.</translation>
    </message>
    <message>
      <source>Nodata value</source>
      <translation>Valor sin datos</translation>
    </message>
    <message>
      <source>Nodata value of the other map</source>
      <translation>Valor sin datos del otro mapa</translation>
    </message>
    <message>
      <source>Nodata value of the reference</source>
      <translation>Valor sin datos de la referencia</translation>
    </message>
    <message>
      <source>NoData values</source>
      <translation>Valores sin datos</translation>
    </message>
    <message>
      <source>none of its points has a class in the field {field} yet.</source>
      <translation>ninguno de sus puntos tiene todavía una clase en el campo {field}.</translation>
    </message>
    <message>
      <source>North</source>
      <translation>Norte</translation>
    </message>
    <message>
      <source>Not all of {model} is taken: on the polygons held out it has a mean IoU of {all}, and what is taken {taken}. With all of it much more of the map would become {names}, of which few pixels are drawn. Draw more of it.</source>
      <translation>No se usa todo {model}: en los polígonos reservados alcanza una IoU media de {all}, y lo que se usa, {taken}. Con todo él, una parte mucho mayor del mapa pasaría a ser {names}, de lo que hay pocos píxeles dibujados. Dibuje más.</translation>
    </message>
    <message>
      <source>Not at all</source>
      <translation>No alinear</translation>
    </message>
    <message>
      <source>Not enough memory on {device} for one window of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>No hay memoria suficiente en {device} para una ventana de {window} píxeles. Cierre otros programas que la usen, o ejecute con opciones que necesiten menos: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to load {model}. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>No hay memoria suficiente en {device} para cargar {model}. Cierre otros programas que la usen, o ejecute con opciones que necesiten menos: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to train on a single patch of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>No hay memoria suficiente en {device} para entrenar ni siquiera con un recorte de {window} píxeles. Cierre otros programas que la usen, o ejecute con opciones que necesiten menos: {options}.</translation>
    </message>
    <message>
      <source>Not enough memory to compute windows side by side: one by one now.</source>
      <translation>No hay memoria suficiente para calcular ventanas en paralelo: ahora se calculan una a una.</translation>
    </message>
    <message>
      <source>Not enough memory: fewer windows at once now ({count}).</source>
      <translation>No hay memoria suficiente: ahora menos ventanas a la vez ({count}).</translation>
    </message>
    <message>
      <source>Not measured, for lack of a second polygon: {names}. What of it the model takes for another class does not count in that one's figures.</source>
      <translation>Sin medir, por falta de un segundo polígono: {names}. Lo que de ello el modelo toma por otra clase no cuenta en las cifras de esta.</translation>
    </message>
    <message>
      <source>not taken: it saves too little time</source>
      <translation>no se usa: ahorra muy poco tiempo</translation>
    </message>
    <message>
      <source>not taken: the trial did not come to its end</source>
      <translation>no se usa: la prueba no llegó a su fin</translation>
    </message>
    <message>
      <source>not taken: too many pixels change their class</source>
      <translation>no se usa: demasiados píxeles cambian de clase</translation>
    </message>
    <message>
      <source>not taken: {reason}</source>
      <translation>no se usa: {reason}</translation>
    </message>
    <message>
      <source>Nothing can be downloaded through the SOCKS proxy {host}. Choose an HTTP proxy under Settings &gt; Options &gt; Network. Without one, models can be taken from a folder, and another Python with the engine's packages be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>No se puede descargar nada a través del proxy SOCKS {host}. Elija un proxy HTTP en Configuración &gt; Opciones &gt; Red. Sin él, los modelos se pueden tomar de una carpeta, y se puede elegir otro Python con los paquetes del motor de cálculo en Configuración &gt; Opciones &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>Nothing downloaded</source>
      <translation>No se descargó nada</translation>
    </message>
    <message>
      <source>Nothing in the field “{field}” says what is there.</source>
      <translation>Nada en el campo «{field}» indica qué hay allí.</translation>
    </message>
    <message>
      <source>Nothing in the raster is named as {names}, of the {count} bands that {model} was trained on: it is shown their mean instead, which tells it nothing. If the raster has them, say which its bands are (BANDS), or name them in the file.</source>
      <translation>Nada en el ráster se llama {names}, de las {count} bandas con las que se entrenó {model}: se le muestra en su lugar la media de estas, que no le aporta nada. Si el ráster las tiene, indique cuáles son sus bandas (BANDS), o nómbrelas en el archivo.</translation>
    </message>
    <message>
      <source>Nothing shows that the classes can be told apart here: of the pixels held out, {recall} of a class are right on average, and a map of one class would have {guessed}. The overall accuracy does not show that. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>Nada demuestra que las clases se puedan distinguir aquí: de los píxeles reservados de una clase es correcto en promedio el {recall}, y en un mapa de una sola clase lo sería el {guessed}. La exactitud global no lo refleja. Elija otras bandas, otro ráster o clases que se diferencien en él.</translation>
    </message>
    <message>
      <source>Nothing shows that the numbers can be told here: on the samples held out, what is mapped is no better than their mean (R² {r2}). Choose other bands or another raster.</source>
      <translation>Nada demuestra que los números se puedan determinar aquí: en las muestras reservadas, lo cartografiado no es mejor que su media (R² {r2}). Elija otras bandas u otro ráster.</translation>
    </message>
    <message>
      <source>Nothing tells how sure the map {file} is. Make it again with {flags} ({names} in QGIS), or give a model and a raster.</source>
      <translation>Nada indica el grado de seguridad del mapa {file}. Genérelo de nuevo con {flags} ({names} en QGIS), o indique un modelo y un ráster.</translation>
    </message>
    <message>
      <source>Nothing tells how the pixels were scaled that {model} was trained with: they are divided by {divisor}. If that is wrong, the map is: import the model again and say how (MEAN, STD; 0 and 1 for a network that takes them as they are).</source>
      <translation>Nada indica cómo se escalaron los píxeles con los que se entrenó {model}: se dividen por {divisor}. Si eso es incorrecto, el mapa también lo es: importe el modelo de nuevo e indique cómo (MEAN, STD; 0 y 1 para una red que los admite tal cual).</translation>
    </message>
    <message>
      <source>Nothing tells of which date {path} is: neither a STAC Item beside it, nor its tags, nor its name. Set the date in the layer's properties: Temporal, a fixed time range of one day.</source>
      <translation>Nada indica de qué fecha es {path}: ni un ítem STAC junto al archivo, ni sus etiquetas, ni su nombre. Establezca la fecha en las propiedades de la capa: Temporal, un rango de tiempo fijo de un día.</translation>
    </message>
    <message>
      <source>Nothing tells what the numbers of the raster measure ({low} to {high}), and {model} takes {takes}: {one} was taken for 1. If that is wrong, the map is; say which numbers stand for 0 and 1, for instance STRETCH 0,10000, for Sentinel-2 since 2022 1000,11000, for Landsat Collection 2 7272.73,43636.36.</source>
      <translation>Nada indica qué miden los números del ráster (de {low} a {high}), y {model} admite {takes}: se tomó {one} como 1. Si eso es incorrecto, el mapa también lo es; indique qué números corresponden a 0 y 1, por ejemplo STRETCH 0,10000, para Sentinel-2 desde 2022 1000,11000, para Landsat Collection 2 7272.73,43636.36.</translation>
    </message>
    <message>
      <source>Nothing tells which bands {model} was made for: it is given the raster's bands {bands}, in this order. If that is wrong, say which (BANDS), or import the model with their names.</source>
      <translation>Nada indica para qué bandas se hizo {model}: recibe las bandas {bands} del ráster, en este orden. Si eso es incorrecto, indique cuáles (BANDS), o importe el modelo con sus nombres.</translation>
    </message>
    <message>
      <source>Nothing tells which of the {count} bands of the raster are {names}: bands {bands} were taken, in their order. If these are others, say which (BANDS); the map is of no use otherwise.</source>
      <translation>Nada indica cuáles de las {count} bandas del ráster son {names}: se tomaron las bandas {bands}, en su orden. Si son otras, indique cuáles (BANDS); de lo contrario el mapa no sirve.</translation>
    </message>
    <message>
      <source>Nothing varies in band {bands} of the raster, or there is no data in it: the model does without. If it needs more, say which bands it gets (BANDS).</source>
      <translation>Nada varía en la banda {bands} del ráster, o no hay datos en ella: el modelo prescinde de ella. Si necesita más, indique qué bandas recibe (BANDS).</translation>
    </message>
    <message>
      <source>Nothing was tried on this computer yet.</source>
      <translation>Aún no se ha probado nada en este equipo.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Número</translation>
    </message>
    <message>
      <source>Number &amp;field</source>
      <translation>Campo de &amp;número</translation>
    </message>
    <message>
      <source>Number of candidates</source>
      <translation>Número de candidatos</translation>
    </message>
    <message>
      <source>Number of groups</source>
      <translation>Número de grupos</translation>
    </message>
    <message>
      <source>Number of objects</source>
      <translation>Número de objetos</translation>
    </message>
    <message>
      <source>Number of places</source>
      <translation>Número de lugares</translation>
    </message>
    <message>
      <source>Number of points</source>
      <translation>Número de puntos</translation>
    </message>
    <message>
      <source>Number of sample points for {name}</source>
      <translation>Número de puntos de muestreo para {name}</translation>
    </message>
    <message>
      <source>Number of windows</source>
      <translation>Número de ventanas</translation>
    </message>
    <message>
      <source>numbered classes</source>
      <translation>clases numeradas</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Números</translation>
    </message>
    <message>
      <source>Numbers of the reference are taken as values of the map's classes: {names}.</source>
      <translation>Los números de la referencia se toman como valores de las clases del mapa: {names}.</translation>
    </message>
    <message>
      <source>Numbers separated by commas. Empty: as segmenting would take them.</source>
      <translation>Números separados por comas. Vacío: los que tomaría la segmentación.</translation>
    </message>
    <message>
      <source>Numbers with commas between them, such as 3,2,1, for every raster. Empty: by the colours that each file names, else the first ones.</source>
      <translation>Números separados por comas, como 3,2,1, para todos los rásteres. Vacío: según los colores que nombra cada archivo; si no, las primeras.</translation>
    </message>
    <message>
      <source>Numbers, not classes</source>
      <translation>Números, no clases</translation>
    </message>
    <message>
      <source>Numbers: {name}</source>
      <translation>Números: {name}</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objetos</translation>
    </message>
    <message>
      <source>Objects that are sought</source>
      <translation>Objetos que se buscan</translation>
    </message>
    <message>
      <source>Objects that cover no more than a pixel: {count}. What a network sees of a pixel is mostly what lies around it. Draw the whole object, or a point where it is widest.</source>
      <translation>Objetos que no cubren más de un píxel: {count}. Lo que una red ve de un píxel es sobre todo lo que lo rodea. Dibuje el objeto completo, o un punto donde sea más ancho.</translation>
    </message>
    <message>
      <source>Objects that do not lie on the raster are left out: {count}.</source>
      <translation>Se omiten objetos que no están sobre el ráster: {count}.</translation>
    </message>
    <message>
      <source>Objects with their classes</source>
      <translation>Objetos con sus clases</translation>
    </message>
    <message>
      <source>Objects without a class: {count} of {total}. The map has none there, or they have no geometry.</source>
      <translation>Objetos sin clase: {count} de {total}. El mapa no tiene ninguna allí, o carecen de geometría.</translation>
    </message>
    <message>
      <source>observed</source>
      <translation>observado</translation>
    </message>
    <message>
      <source>Of a raster and a model. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the report.</source>
      <translation>Para un ráster y un modelo. Vacío: este equipo. O bien la dirección o el archivo de planificador de un clúster cuyos equipos vean el ráster y la carpeta del informe.</translation>
    </message>
    <message>
      <source>of a size that the server does not say</source>
      <translation>de un tamaño que el servidor no indica</translation>
    </message>
    <message>
      <source>Of polygons: how much simpler their outlines are than the steps of pixels. In pixels where the raster has no CRS; 0 keeps the steps. By default one and a half pixels, or half a pixel of the model.</source>
      <translation>Para polígonos: cuánto más simples son sus contornos que los escalones de los píxeles. En píxeles si el ráster no tiene SRC; 0 conserva los escalones. De forma predeterminada, un píxel y medio, o medio píxel del modelo.</translation>
    </message>
    <message>
      <source>Of the numbers that the model computes with. auto: fp32, so that a map does not depend on where it was made, unless a trial on the processor found OpenVINO, an add-on, or bf16 as good. The others are faster, where the device knows them.</source>
      <translation>De los números con los que calcula el modelo. auto: fp32, para que un mapa no dependa de dónde se generó, a menos que una prueba en el procesador haya mostrado que OpenVINO, un componente adicional, o bf16 es igual de bueno. Las demás son más rápidas si el dispositivo las admite.</translation>
    </message>
    <message>
      <source>of the place</source>
      <translation>del lugar</translation>
    </message>
    <message>
      <source>of the points</source>
      <translation>de los puntos</translation>
    </message>
    <message>
      <source>of the points on both maps</source>
      <translation>de los puntos en ambos mapas</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed draws the same points.</source>
      <translation>De los números aleatorios: la misma semilla genera los mismos puntos.</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same map.</source>
      <translation>De los números aleatorios: la misma semilla da el mismo mapa.</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same model.</source>
      <translation>De los números aleatorios: la misma semilla da el mismo modelo.</translation>
    </message>
    <message>
      <source>Of the recipe full: at most so many; it ends when the model no longer improves.</source>
      <translation>Para el método full: como máximo este número; termina cuando el modelo deja de mejorar.</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches are covered, and the network also learns to rebuild them. auto: for CrossEarth's networks.</source>
      <translation>Para el método full: partes de los recortes de entrenamiento se tapan, y la red aprende también a reconstruirlas. auto: para las redes de CrossEarth.</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches take the look of other imagery, so that colours count less. auto: for CrossEarth's networks.</source>
      <translation>Para el método full: partes de los recortes de entrenamiento toman el aspecto de otras imágenes, para que los colores cuenten menos. auto: para las redes de CrossEarth.</translation>
    </message>
    <message>
      <source>Of the recipe full: what learns in CrossEarth's backbone. gate: of three small modules in every block those that say most, chosen anew every 100 steps.</source>
      <translation>Para el método full: qué aprende en la red troncal de CrossEarth. gate: de tres módulos pequeños en cada bloque, los que más aportan, elegidos de nuevo cada 100 pasos.</translation>
    </message>
    <message>
      <source>Of the recipe quick. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the rasters; the new model is fitted here, of what they have computed.</source>
      <translation>Para el método quick. Vacío: este equipo. O bien la dirección o el archivo de planificador de un clúster cuyos equipos vean los rásteres; el nuevo modelo se ajusta aquí, a partir de lo que ellos han calculado.</translation>
    </message>
    <message>
      <source>Of the same place: by the same points it is said which of the two maps is better, and whether chance alone can explain it (exact paired test of McNemar).</source>
      <translation>Del mismo lugar: con los mismos puntos se determina cuál de los dos mapas es mejor y si la diferencia puede deberse solo al azar (prueba exacta pareada de McNemar).</translation>
    </message>
    <message>
      <source>Of the stratum {names} one point only is labelled. Intervals allow for that; ± of the normal approximation needs two points of each stratum and is left out.</source>
      <translation>Del estrato {names} solo hay un punto etiquetado. Los intervalos lo tienen en cuenta; el ± de la aproximación normal necesita dos puntos de cada estrato y se omite.</translation>
    </message>
    <message>
      <source>Of the {count} reference polygons, the model {model} was adapted to {known}: it has seen them, and the figures flatter it. Judge it by other polygons, or by random points (“Draw sample points on a map”); how well it does on polygons that were held out stands in the model's own accuracy report.</source>
      <translation>De los {count} polígonos de referencia, el modelo {model} se adaptó a {known}: los ha visto, y las cifras lo favorecen. Evalúelo con otros polígonos o con puntos aleatorios («Generar puntos de muestreo en un mapa»); su rendimiento en los polígonos reservados figura en el informe de exactitud del propio modelo.</translation>
    </message>
    <message>
      <source>of what both maps cover</source>
      <translation>de lo que cubren ambos mapas</translation>
    </message>
    <message>
      <source>Of what is so, the share that the map has (recall)</source>
      <translation>De lo que es así, la proporción que figura en el mapa (exhaustividad)</translation>
    </message>
    <message>
      <source>Of what the map calls so, the share that is (precision)</source>
      <translation>De lo que el mapa llama así, la proporción que lo es (precisión)</translation>
    </message>
    <message>
      <source>Of what was compared</source>
      <translation>De lo comparado</translation>
    </message>
    <message>
      <source>Of what was held out, the model is sure by {confidence} in the mean, and right by {accuracy}. Expected calibration error (ECE): {ece}.</source>
      <translation>En lo reservado, el modelo tiene una confianza media de {confidence} y una proporción de aciertos de {accuracy}. Error de calibración esperado (ECE): {ece}.</translation>
    </message>
    <message>
      <source>Of {total} points both maps have a class at {count} only: the comparison goes by these, and says nothing of the rest of the place.</source>
      <translation>De {total} puntos, ambos mapas tienen una clase en solo {count}: la comparación se basa en estos y no dice nada del resto del lugar.</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Offer Layers Made by CrossEarth, Too</source>
      <translation>Ofrecer también las capas generadas por CrossEarth</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Sí</translation>
    </message>
    <message>
      <source>On spoiled imagery: mean IoU {mean}, where it is {clean} on the raster as it is</source>
      <translation>Con imágenes degradadas: IoU media {mean}, frente a {clean} con el ráster tal cual</translation>
    </message>
    <message>
      <source>On the dashed line predicted and observed are the same.</source>
      <translation>En la línea discontinua, lo predicho y lo observado son iguales.</translation>
    </message>
    <message>
      <source>On {count} windows that nothing was learned from, the new model gives {share:.1%} of the pixels the class that the teacher gives them (95 % interval {low:.1%} to {high:.1%}, by drawing the windows anew).</source>
      <translation>En {count} ventanas de las que no se aprendió nada, el nuevo modelo da al {share:.1%} de los píxeles la clase que les da el profesor (intervalo del 95 %: de {low:.1%} a {high:.1%}, remuestreando las ventanas).</translation>
    </message>
    <message>
      <source>On {date} there is no data for {share} of what the other dates show: there the result has none, either.</source>
      <translation>El {date} no hay datos para el {share} de lo que muestran las otras fechas: ahí el resultado tampoco los tiene.</translation>
    </message>
    <message>
      <source>On {share} of where the map after has a class the map before has none: nothing is said of it.</source>
      <translation>En el {share} de la superficie donde el mapa posterior tiene una clase, el anterior no tiene ninguna: de ella no se dice nada.</translation>
    </message>
    <message>
      <source>On {share} of where the map before has a class the map after has none: nothing is said of it.</source>
      <translation>En el {share} de la superficie donde el mapa anterior tiene una clase, el posterior no tiene ninguna: de ella no se dice nada.</translation>
    </message>
    <message>
      <source>One map has numbers where the other has names, and is taken at them: {classes}. If they mean something else, nearly all of it counts as changed: name them (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Un mapa tiene números donde el otro tiene nombres, y se interpretan así: {classes}. Si significan otra cosa, casi todo cuenta como cambio: asígneles nombres (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>One of the engine's packages is not offered, in the version that was tested, for this Python or this computer, or the mirror or folder that is set here lacks it. The log names it; another Python can be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>Uno de los paquetes del motor de cálculo no se ofrece, en la versión que se probó, para este Python o este equipo, o falta en el servidor espejo o la carpeta aquí configurados. El registro lo nombra; se puede elegir otro Python en Configuración &gt; Opciones &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>one of this computer; if none will do, you are asked to download one</source>
      <translation>uno de este equipo; si ninguno sirve, se le preguntará si desea descargar uno</translation>
    </message>
    <message>
      <source>One virtual raster of all maps, without those that are doubtful. The maps have to be in one CRS and on one grid of pixels.</source>
      <translation>Un ráster virtual de todos los mapas, sin los dudosos. Los mapas deben tener el mismo SRC y estar en la misma cuadrícula de píxeles.</translation>
    </message>
    <message>
      <source>Only pixels inside these polygons are classified; everything else is skipped, which also saves time.</source>
      <translation>Solo se clasifican los píxeles dentro de estos polígonos; todo lo demás se omite, lo que también ahorra tiempo.</translation>
    </message>
    <message>
      <source>Only the map after, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Solo el mapa posterior, {file}, tiene {classes}: todo ello cuenta como cambio. Si el otro mapa lo llama de otra forma, dé a ambos el mismo nombre (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>Only the map before, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>Solo el mapa anterior, {file}, tiene {classes}: todo ello cuenta como cambio. Si el otro mapa lo llama de otra forma, dé a ambos el mismo nombre (BEFORE_CLASSES, AFTER_CLASSES).</translation>
    </message>
    <message>
      <source>only {share} of the labels of the exported network are those of the model; nothing was written.</source>
      <translation>solo el {share} de las etiquetas de la red exportada coincide con las del modelo; no se escribió nada.</translation>
    </message>
    <message>
      <source>ONNX file</source>
      <translation>Archivo ONNX</translation>
    </message>
    <message>
      <source>ONNX Runtime for NVIDIA cards</source>
      <translation>ONNX Runtime para tarjetas NVIDIA</translation>
    </message>
    <message>
      <source>onnx,deepness,stac,share,weights,convert</source>
      <translation>onnx,deepness,stac,compartir,pesos,convertir</translation>
    </message>
    <message>
      <source>Open Report</source>
      <translation>Abrir informe</translation>
    </message>
    <message>
      <source>openvino has ONNX models, such as the bundled one, run in less time on the processor, if a trial shows that it does; torch is PyTorch for the processor, on Apple's chips for the GPU, too; torch-cuda takes its place on computers with an NVIDIA card; onnxruntime-gpu has ONNX models, such as the bundled one, run on such a card.</source>
      <translation>openvino ejecuta los modelos ONNX, como el incluido, en menos tiempo en el procesador, si una prueba lo confirma; torch es PyTorch para el procesador y, en los chips de Apple, también para la GPU; torch-cuda lo sustituye en equipos con una tarjeta NVIDIA; onnxruntime-gpu ejecuta los modelos ONNX, como el incluido, en una tarjeta de ese tipo.</translation>
    </message>
    <message>
      <source>OpenVINO: maps in less time without a graphics card</source>
      <translation>OpenVINO: mapas en menos tiempo sin tarjeta gráfica</translation>
    </message>
    <message>
      <source>Or a raster that a model maps</source>
      <translation>O un ráster que cartografía un modelo</translation>
    </message>
    <message>
      <source>Or a reference raster of classes</source>
      <translation>O un ráster de clases de referencia</translation>
    </message>
    <message>
      <source>Othe&amp;r map</source>
      <translation>&amp;Otro mapa</translation>
    </message>
    <message>
      <source>Other computers</source>
      <translation>Otros equipos</translation>
    </message>
    <message>
      <source>Other dates of the same place</source>
      <translation>Otras fechas del mismo lugar</translation>
    </message>
    <message>
      <source>Other dates of the same place: rasters of the project that are one input with this one, such as crops in other seasons</source>
      <translation>Otras fechas del mismo lugar: rásteres del proyecto que forman con este una sola entrada, como cultivos en otras estaciones del año</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>Otros</translation>
    </message>
    <message>
      <source>Others on this computer can read {key}, with which they can run anything on the cluster: {command} keeps it to you. Where that changes nothing, as on some network drives, copy the folder to a disk of this computer.</source>
      <translation>Otros usuarios de este equipo pueden leer {key}, con lo que pueden ejecutar cualquier cosa en el clúster: {command} lo reserva para usted. Si eso no cambia nada, como en algunas unidades de red, copie la carpeta en un disco de este equipo.</translation>
    </message>
    <message>
      <source>Outline tolerance</source>
      <translation>Tolerancia</translation>
    </message>
    <message>
      <source>Outlines</source>
      <translation>Contornos</translation>
    </message>
    <message>
      <source>Outlines of them, or a point in each.</source>
      <translation>Sus contornos, o un punto en cada uno.</translation>
    </message>
    <message>
      <source>Output file</source>
      <translation>Archivo de salida</translation>
    </message>
    <message>
      <source>Output resolution</source>
      <translation>Resolución de salida</translation>
    </message>
    <message>
      <source>Overall accuracy</source>
      <translation>Exactitud global</translation>
    </message>
    <message>
      <source>Overall accuracy (0 to 1)</source>
      <translation>Exactitud global (de 0 a 1)</translation>
    </message>
    <message>
      <source>Overall accuracy {accuracy}, kappa {kappa}, mean IoU {iou}</source>
      <translation>Exactitud global {accuracy}, kappa {kappa}, IoU media {iou}</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %</source>
      <translation>Exactitud global: {share} %</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %, {low} to {high} % (95 %)</source>
      <translation>Exactitud global: {share} %, de {low} a {high} % (95 %)</translation>
    </message>
    <message>
      <source>Overall accuracy, less that of the other map</source>
      <translation>Exactitud global menos la del otro mapa</translation>
    </message>
    <message>
      <source>Overlap, pixels</source>
      <translation>Solape, píxeles</translation>
    </message>
    <message>
      <source>p-value of the difference</source>
      <translation>Valor p de la diferencia</translation>
    </message>
    <message>
      <source>panchromatic</source>
      <translation>pancromático</translation>
    </message>
    <message>
      <source>part {number}</source>
      <translation>parte {number}</translation>
    </message>
    <message>
      <source>Patches at once</source>
      <translation>Recortes a la vez</translation>
    </message>
    <message>
      <source>Patches that are smaller take the class of their largest neighbour. In pixels where the raster has no CRS. By default nothing is removed.</source>
      <translation>Las manchas más pequeñas toman la clase de su vecina más grande. En píxeles si el ráster no tiene SRC. De forma predeterminada no se elimina nada.</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept, and the next download goes on there.</source>
      <translation>En pausa; lo recibido se conserva y la próxima descarga continúa desde ahí.</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept.</source>
      <translation>En pausa; lo recibido se conserva.</translation>
    </message>
    <message>
      <source>Percent</source>
      <translation>Porcentaje</translation>
    </message>
    <message>
      <source>Percent of what has a class; pixels without data do not count.</source>
      <translation>Porcentaje de lo que tiene clase; los píxeles sin datos no cuentan.</translation>
    </message>
    <message>
      <source>Percent of where both maps have a class.</source>
      <translation>Porcentaje de la superficie donde ambos mapas tienen una clase.</translation>
    </message>
    <message>
      <source>Pixel of the map</source>
      <translation>Píxel del mapa</translation>
    </message>
    <message>
      <source>Pixel of the raster, m</source>
      <translation>Píxel del ráster, m</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Tamaño de píxel</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Píxeles</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>píxeles</translation>
    </message>
    <message>
      <source>Pixels and area per class (JSON)</source>
      <translation>Píxeles y área por clase (JSON)</translation>
    </message>
    <message>
      <source>Pixels of all maps together</source>
      <translation>Píxeles del conjunto de los mapas</translation>
    </message>
    <message>
      <source>Pixels of reference</source>
      <translation>Píxeles de referencia</translation>
    </message>
    <message>
      <source>pixels scaled from 0–255 to 0–1</source>
      <translation>píxeles escalados de 0–255 a 0–1</translation>
    </message>
    <message>
      <source>Pixels with a number</source>
      <translation>Píxeles con un número</translation>
    </message>
    <message>
      <source>Pixels with several points have the mean of their numbers: {count}.</source>
      <translation>Los píxeles con varios puntos reciben la media de sus números: {count}.</translation>
    </message>
    <message>
      <source>Pixels with these values are left out, instead of those that the file marks: values or ranges with commas between them, such as 0 or -9999..-9000,255; 2:0 for band 2 alone; none, if all are data. Of bytes, in all bands at once. By default as the layer shows it.</source>
      <translation>Los píxeles con estos valores se omiten, en lugar de los que marca el archivo: valores o rangos separados por comas, como 0 o -9999..-9000,255; 2:0 solo para la banda 2; none, si todos son datos. En bytes, en todas las bandas a la vez. De forma predeterminada, como los muestra la capa.</translation>
    </message>
    <message>
      <source>Pixels without a CRS. Empty: as the area has room.</source>
      <translation>En píxeles si no hay SRC. Vacío: según el espacio del área.</translation>
    </message>
    <message>
      <source>pixels, both ways</source>
      <translation>píxeles, en ambas direcciones</translation>
    </message>
    <message>
      <source>Place {number} of {count}. The model says {name}; {reason}</source>
      <translation>Lugar {number} de {count}. El modelo dice {name}; {reason}</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Lugares</translation>
    </message>
    <message>
      <source>Places to review</source>
      <translation>Lugares por revisar</translation>
    </message>
    <message>
      <source>plan</source>
      <translation>plan</translation>
    </message>
    <message>
      <source>Plan sample points</source>
      <translation>Planificar puntos de muestreo</translation>
    </message>
    <message>
      <source>Point at objects</source>
      <translation>Señalar objetos</translation>
    </message>
    <message>
      <source>Point at one or a few objects, and get a raster that says of every pixel how similar it is to the most similar of them, percent. Places that are similar enough can be written as outlines or points.

What a model sees is compared, not colours alone; of an embedding raster its own vectors are. It is kept: with other objects or another threshold the answer comes within seconds.

Example: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70.</source>
      <translation>Señale uno o varios objetos y obtenga un ráster que indica, para cada píxel, su similitud con el más parecido de ellos, en porcentaje. Los lugares suficientemente similares se pueden escribir como contornos o puntos.

Se compara lo que ve un modelo, no solo los colores; en un ráster de embeddings, sus propios vectores. Se conserva: con otros objetos u otro umbral, la respuesta llega en segundos.

Ejemplo: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70.</translation>
    </message>
    <message>
      <source>Point {number} of {count}, {done} done.</source>
      <translation>Punto {number} de {count}; hechos: {done}.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Puntos</translation>
    </message>
    <message>
      <source>points</source>
      <translation>puntos</translation>
    </message>
    <message>
      <source>Points in all</source>
      <translation>Puntos en total</translation>
    </message>
    <message>
      <source>points in it are labelled: {count}. Choose another file, or remove this one.</source>
      <translation>contiene puntos etiquetados: {count}. Elija otro archivo, o elimine este.</translation>
    </message>
    <message>
      <source>Points of no stratum, as if added by hand, are left out: {count}.</source>
      <translation>Se omiten puntos sin estrato, como los añadidos a mano: {count}.</translation>
    </message>
    <message>
      <source>Points of one place were held out together.</source>
      <translation>Los puntos de un mismo lugar se reservaron juntos.</translation>
    </message>
    <message>
      <source>Points of reference</source>
      <translation>Puntos de referencia</translation>
    </message>
    <message>
      <source>Points or polygons of what is sought; of a layer in which some are selected, only these if you say so. Any CRS.</source>
      <translation>Puntos o polígonos de lo que se busca; de una capa en la que hay algunos seleccionados, solo estos si usted lo indica. Cualquier SRC.</translation>
    </message>
    <message>
      <source>Points say nothing of what lies between them: the background is for polygons.</source>
      <translation>Los puntos no dicen nada de lo que hay entre ellos: el fondo es para polígonos.</translation>
    </message>
    <message>
      <source>Points that a class gets at least, where there are enough in all</source>
      <translation>Puntos que recibe como mínimo cada clase, si hay suficientes en total</translation>
    </message>
    <message>
      <source>Points that are labelled</source>
      <translation>Puntos etiquetados</translation>
    </message>
    <message>
      <source>Points that do not lie in their stratum on this map, which they were drawn on: {count}. If they were moved, each speaks of another place than it stands for, and figures and areas are wrong: put them back. The same map, count and seed draw the same points.</source>
      <translation>Puntos que no están en su estrato en este mapa, en el que se generaron: {count}. Si se movieron, cada uno informa de un lugar distinto del que representa, y las cifras y las áreas son erróneas: devuélvalos a su sitio. El mismo mapa, número y semilla generan los mismos puntos.</translation>
    </message>
    <message>
      <source>Points that lie on the pixel of another point: {count}. Each of them counts, so that figures and areas are wrong: remove the copies, and of labels that contradict each other all but one.</source>
      <translation>Puntos situados en el píxel de otro punto: {count}. Cada uno de ellos cuenta, de modo que las cifras y las áreas son erróneas: elimine las copias y, de las etiquetas que se contradigan, todas menos una.</translation>
    </message>
    <message>
      <source>Points where one of the maps has no class are left out: {count}.</source>
      <translation>Se omiten puntos donde uno de los mapas no tiene clase: {count}.</translation>
    </message>
    <message>
      <source>Points where the map has no class are left out: {count}.</source>
      <translation>Se omiten puntos donde el mapa no tiene clase: {count}.</translation>
    </message>
    <message>
      <source>Points without a class yet are left out: {count}.</source>
      <translation>Se omiten puntos que aún no tienen clase: {count}.</translation>
    </message>
    <message>
      <source>Points without a place are left out: {count}.</source>
      <translation>Se omiten puntos sin ubicación: {count}.</translation>
    </message>
    <message>
      <source>Polygon layer</source>
      <translation>Capa de polígonos</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polígonos</translation>
    </message>
    <message>
      <source>Polygons and points where the map has no number are left out: {count}.</source>
      <translation>Se omiten polígonos y puntos donde el mapa no tiene número: {count}.</translation>
    </message>
    <message>
      <source>Polygons and points without a number are left out: {count}.</source>
      <translation>Se omiten polígonos y puntos sin número: {count}.</translation>
    </message>
    <message>
      <source>Polygons drawn</source>
      <translation>Polígonos dibujados</translation>
    </message>
    <message>
      <source>Polygons of a layer</source>
      <translation>Polígonos de una capa</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: what they share is left out. Places: {count}.</source>
      <translation>Polígonos de clases distintas se superponen: se omite lo que tienen en común. Lugares: {count}.</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: {pairs}.</source>
      <translation>Polígonos de clases distintas se superponen: {pairs}.</translation>
    </message>
    <message>
      <source>Polygons of different numbers overlap: what they share is left out. Places: {count}.</source>
      <translation>Polígonos con números distintos se superponen: se omite lo que tienen en común. Lugares: {count}.</translation>
    </message>
    <message>
      <source>Polygons or points whose class you know, in a layer with a field for the class</source>
      <translation>Polígonos o puntos cuya clase conoce, en una capa con un campo para la clase</translation>
    </message>
    <message>
      <source>Polygons outside the raster are left out: {count}.</source>
      <translation>Se omiten polígonos fuera del ráster: {count}.</translation>
    </message>
    <message>
      <source>Polygons that somebody has chosen are no random sample: the figures hold for places like these, and no areas are estimated from them. Random points (crossearth sample) can tell both.</source>
      <translation>Los polígonos que alguien ha elegido no son un muestreo aleatorio: las cifras valen para lugares como estos, y no se estiman áreas a partir de ellos. Los puntos aleatorios («Generar puntos de muestreo en un mapa») permiten obtener ambas cosas.</translation>
    </message>
    <message>
      <source>Polygons without a class are left out: {count}.</source>
      <translation>Se omiten polígonos sin clase: {count}.</translation>
    </message>
    <message>
      <source>Polygons without an area are left out: {count}.</source>
      <translation>Se omiten polígonos sin área: {count}.</translation>
    </message>
    <message>
      <source>Polygons – {name}</source>
      <translation>Polígonos – {name}</translation>
    </message>
    <message>
      <source>Post-processing</source>
      <translation>Posprocesado</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Precisión</translation>
    </message>
    <message>
      <source>Precision (user's)</source>
      <translation>Precisión (del usuario)</translation>
    </message>
    <message>
      <source>Precision of the numbers</source>
      <translation>Precisión de los números</translation>
    </message>
    <message>
      <source>Precision: how much of what was mapped as the class is of it. Recall: how much of the class was found. IoU: their common part divided by all of both.</source>
      <translation>Precisión: qué parte de lo cartografiado como la clase pertenece a ella. Exhaustividad: qué parte de la clase se encontró. IoU: la parte común dividida por el total de ambas.</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>predicho</translation>
    </message>
    <message>
      <source>Predicted against observed</source>
      <translation>Predicho frente a observado</translation>
    </message>
    <message>
      <source>Predicted and observed</source>
      <translation>Predicho y observado</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>Preparando…</translation>
    </message>
    <message>
      <source>Probabilities</source>
      <translation>Probabilidades</translation>
    </message>
    <message>
      <source>Probabilities – {name}</source>
      <translation>Probabilidades – {name}</translation>
    </message>
    <message>
      <source>Processes</source>
      <translation>Procesos</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Procesador</translation>
    </message>
    <message>
      <source>Processor &amp;cores</source>
      <translation>&amp;Núcleos del procesador</translation>
    </message>
    <message>
      <source>Producer's</source>
      <translation>Productor</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progreso</translation>
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
      <translation>Python que crea el entorno</translation>
    </message>
    <message>
      <source>Python {version} lacks the module venv or ensurepip. On Debian and Ubuntu install it with: sudo apt install python{version}-venv</source>
      <translation>A Python {version} le falta el módulo venv o ensurepip. En Debian y Ubuntu instálelo con: sudo apt install python{version}-venv</translation>
    </message>
    <message>
      <source>PyTorch for NVIDIA cards</source>
      <translation>PyTorch para tarjetas NVIDIA</translation>
    </message>
    <message>
      <source>PyTorch of this kind is at download.pytorch.org only, which could not be reached. Check the internet connection, or set the engine up from a folder that another computer has filled.</source>
      <translation>PyTorch de este tipo está solo en download.pytorch.org, con el que no se pudo conectar. Compruebe la conexión a internet, o configure el motor de cálculo desde una carpeta que haya llenado otro equipo.</translation>
    </message>
    <message>
      <source>QGIS deletes the map and all that is made beside it when it closes, unless you keep it with a button that the result has then</source>
      <translation>QGIS borra al cerrarse el mapa y todo lo creado junto a él, salvo que usted lo conserve con un botón que aparecerá en el resultado</translation>
    </message>
    <message>
      <source>quality</source>
      <translation>calidad</translation>
    </message>
    <message>
      <source>Quick</source>
      <translation>Rápido</translation>
    </message>
    <message>
      <source>quick: a small head on the frozen model, in seconds. full: the model itself is trained.</source>
      <translation>quick: un cabezal pequeño sobre el modelo congelado, en segundos. full: se entrena el propio modelo.</translation>
    </message>
    <message>
      <source>R&amp;un</source>
      <translation>&amp;Ejecutar</translation>
    </message>
    <message>
      <source>radar backscatter</source>
      <translation>retrodispersión radar</translation>
    </message>
    <message>
      <source>Random points on a map, to be checked by eye.</source>
      <translation>Puntos aleatorios en un mapa, para comprobarlos a simple vista.</translation>
    </message>
    <message>
      <source>random points,stratified sample,validation,accuracy,reference</source>
      <translation>puntos aleatorios,muestreo estratificado,validación,exactitud,referencia</translation>
    </message>
    <message>
      <source>Raster</source>
      <translation>Ráster</translation>
    </message>
    <message>
      <source>Raster band for {name}</source>
      <translation>Banda del ráster para {name}</translation>
    </message>
    <message>
      <source>Raster layers</source>
      <translation>Capas ráster</translation>
    </message>
    <message>
      <source>Raster pixel size</source>
      <translation>Píxel del ráster</translation>
    </message>
    <message>
      <source>Raster that is to be mapped</source>
      <translation>Ráster que se va a cartografiar</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Rásteres</translation>
    </message>
    <message>
      <source>Rasters (*.tif *.tiff *.vrt *.jp2 *.img);;All files (*)</source>
      <translation>Rásteres (*.tif *.tiff *.vrt *.jp2 *.img);;Todos los archivos (*)</translation>
    </message>
    <message>
      <source>Rasters of the same place at other times, such as crops in other seasons: all dates are one input. A date is that of the layer's temporal range, if it has a fixed one, else of the file's tags or of its name. Where one date has no data, the result has none.</source>
      <translation>Rásteres del mismo lugar en otros momentos, como cultivos en otras estaciones del año: todas las fechas forman una sola entrada. La fecha es la del rango temporal de la capa, si lo tiene fijo; si no, la de las etiquetas del archivo o la de su nombre. Donde una fecha no tiene datos, el resultado tampoco los tiene.</translation>
    </message>
    <message>
      <source>Rasters that the polygons were drawn on</source>
      <translation>Rásteres sobre los que se dibujaron los polígonos</translation>
    </message>
    <message>
      <source>Rasters whose pixels are not those of the first are refused; or are brought to them by this resampling.</source>
      <translation>Los rásteres cuyos píxeles no son los del primero se rechazan, o se llevan a ellos con este remuestreo.</translation>
    </message>
    <message>
      <source>Re&amp;view</source>
      <translation>Revi&amp;sar</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>Motivos</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Exhaustividad</translation>
    </message>
    <message>
      <source>Recall (producer's)</source>
      <translation>Exhaustividad (del productor)</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>Método</translation>
    </message>
    <message>
      <source>red</source>
      <translation>rojo</translation>
    </message>
    <message>
      <source>red edge</source>
      <translation>borde rojo</translation>
    </message>
    <message>
      <source>reduced to {size} m</source>
      <translation>reducido a {size} m</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Referencia</translation>
    </message>
    <message>
      <source>Reference polygons or points</source>
      <translation>Polígonos o puntos de referencia</translation>
    </message>
    <message>
      <source>reference raster</source>
      <translation>ráster de referencia</translation>
    </message>
    <message>
      <source>reflectance, 0 to 1</source>
      <translation>reflectancia, 0 a 1</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>Fiabilidad</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Eliminar</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Eliminar clase</translation>
    </message>
    <message>
      <source>Remove Engine Environment</source>
      <translation>Eliminar entorno del motor</translation>
    </message>
    <message>
      <source>Remove from the engine</source>
      <translation>Eliminar del motor de cálculo</translation>
    </message>
    <message>
      <source>Remove the chosen class; one with polygons stays</source>
      <translation>Eliminar la clase elegida; una que tiene polígonos se conserva</translation>
    </message>
    <message>
      <source>Remove {name} from the engine?</source>
      <translation>¿Eliminar {name} del motor de cálculo?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Eliminar…</translation>
    </message>
    <message>
      <source>Removing the CrossEarth engine</source>
      <translation>Eliminando el motor de cálculo de CrossEarth</translation>
    </message>
    <message>
      <source>Removing {name}…</source>
      <translation>Eliminando {name}…</translation>
    </message>
    <message>
      <source>Rename a Model</source>
      <translation>Cambiar nombre de un modelo</translation>
    </message>
    <message>
      <source>Rename, duplicate, export and delete your own models</source>
      <translation>Cambie el nombre, duplique, exporte y borre sus propios modelos</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Informe</translation>
    </message>
    <message>
      <source>Report (HTML)</source>
      <translation>Informe (HTML)</translation>
    </message>
    <message>
      <source>report,bug,fault,versions,log</source>
      <translation>informe,error,fallo,versiones,registro,diagnóstico</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Restablecer</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Resultado</translation>
    </message>
    <message>
      <source>Resume an interrupted run</source>
      <translation>Reanudar lo interrumpido</translation>
    </message>
    <message>
      <source>Resume an interrupted training</source>
      <translation>Reanudar un entrenamiento interrumpido</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>Ángulos rectos</translation>
    </message>
    <message>
      <source>Right angles for classes</source>
      <translation>Ángulos rectos para clases</translation>
    </message>
    <message>
      <source>RMSE of numbers</source>
      <translation>RMSE de los números</translation>
    </message>
    <message>
      <source>Roads</source>
      <translation>Carreteras</translation>
    </message>
    <message>
      <source>Rotation</source>
      <translation>Rotación</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Ronda</translation>
    </message>
    <message>
      <source>Round of the model</source>
      <translation>Ronda del modelo</translation>
    </message>
    <message>
      <source>round {number}</source>
      <translation>ronda {number}</translation>
    </message>
    <message>
      <source>Round {number} cannot be brought back: {reason}</source>
      <translation>No se puede recuperar la ronda {number}: {reason}</translation>
    </message>
    <message>
      <source>Round {number} is the model “{id}” again.</source>
      <translation>La ronda {number} vuelve a ser el modelo «{id}».</translation>
    </message>
    <message>
      <source>R² of numbers</source>
      <translation>R² de los números</translation>
    </message>
    <message>
      <source>R² {r2}, RMSE {rmse}, bias {bias}</source>
      <translation>R² {r2}, RMSE {rmse}, sesgo {bias}</translation>
    </message>
    <message>
      <source>R²: 1 less the sum of the squared errors divided by that of the squared differences from the mean. RMSE: the root of the mean squared error. Bias: the mean of predicted less observed. All but R² are in the unit of the numbers. Intervals: percentiles of a bootstrap that draws whole samples anew (Efron and Tibshirani 1993), of ten and more; where samples lie close together they are too short.</source>
      <translation>R²: 1 menos la suma de los errores al cuadrado dividida por la de las diferencias a la media al cuadrado. RMSE: la raíz del error cuadrático medio. Sesgo: la media de lo predicho menos lo observado. Todas las cifras salvo R² están en la unidad de los números. Intervalos: percentiles de un bootstrap que remuestrea muestras enteras (Efron y Tibshirani 1993), a partir de diez; donde las muestras están muy juntas, son demasiado cortos.</translation>
    </message>
    <message>
      <source>Salt and pepper</source>
      <translation>Sal y pimienta</translation>
    </message>
    <message>
      <source>Same classes</source>
      <translation>Mismas clases</translation>
    </message>
    <message>
      <source>same: the very same dates. order: others, one after the other. season: for each the one at most 45 days from it, whatever the year.</source>
      <translation>same: exactamente las mismas fechas. order: otras, una tras otra. season: para cada una, la que dista de ella como máximo 45 días, sea cual sea el año.</translation>
    </message>
    <message>
      <source>Sample of {name}</source>
      <translation>Muestra de {name}</translation>
    </message>
    <message>
      <source>Sample points</source>
      <translation>Puntos de muestreo</translation>
    </message>
    <message>
      <source>Sample points of this place, drawn on this map or on any other one</source>
      <translation>Puntos de muestreo de este lugar, generados en este mapa o en cualquier otro</translation>
    </message>
    <message>
      <source>Sample points on {name}</source>
      <translation>Puntos de muestreo en {name}</translation>
    </message>
    <message>
      <source>Sample points – {name}</source>
      <translation>Puntos de muestreo – {name}</translation>
    </message>
    <message>
      <source>Sample polygons or points</source>
      <translation>Polígonos o puntos de muestra</translation>
    </message>
    <message>
      <source>sample size,number of points,stratified sample,accuracy,confidence</source>
      <translation>tamaño de muestra,número de puntos,muestreo estratificado,exactitud,confianza</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Muestras</translation>
    </message>
    <message>
      <source>satellite imagery, 1 m or finer</source>
      <translation>imágenes de satélite, 1 m o más finas</translation>
    </message>
    <message>
      <source>Save &amp;to</source>
      <translation>Gu&amp;ardar en</translation>
    </message>
    <message>
      <source>Save the Class Map</source>
      <translation>Guardar el mapa de clases</translation>
    </message>
    <message>
      <source>Says how good a map or a model is, and how sure that is.</source>
      <translation>Indica la calidad de un mapa o de un modelo, y con qué seguridad se conoce.</translation>
    </message>
    <message>
      <source>Says how many points are needed to tell the accuracy of a map to ± 5 %, or as you like, and how they are shared out among its classes (Cochran; Olofsson and others, 2014): in proportion to area, with a least number for each class.

Then draw as many with “Draw sample points on a map”.</source>
      <translation>Indica cuántos puntos se necesitan para determinar la exactitud de un mapa con ± 5 %, o como usted desee, y cómo se reparten entre sus clases (Cochran; Olofsson y otros, 2014): en proporción al área, con un número mínimo para cada clase.

Genere después esa cantidad con «Generar puntos de muestreo en un mapa».</translation>
    </message>
    <message>
      <source>Says how many points that takes, and fills in their number below</source>
      <translation>Indica cuántos puntos hacen falta y rellena su número más abajo</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Escala</translation>
    </message>
    <message>
      <source>Scale and offset of the raster were not applied: without them its values ({low} to {high}) are in the range that {model} takes, {takes}, and with them they are not.</source>
      <translation>No se aplicaron la escala y el desplazamiento del ráster: sin ellos, sus valores (de {low} a {high}) están en el rango que {model} admite, {takes}, y con ellos no.</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>Barra de escala</translation>
    </message>
    <message>
      <source>Scales</source>
      <translation>Escalas</translation>
    </message>
    <message>
      <source>Scales that the teacher looks at</source>
      <translation>Escalas que mira el profesor</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Semilla</translation>
    </message>
    <message>
      <source>Seed of the random numbers</source>
      <translation>Semilla de los números aleatorios</translation>
    </message>
    <message>
      <source>seen as it is</source>
      <translation>visto tal cual</translation>
    </message>
    <message>
      <source>Segment a raster</source>
      <translation>Segmentar un ráster</translation>
    </message>
    <message>
      <source>Segment many rasters</source>
      <translation>Segmentar varios rásteres</translation>
    </message>
    <message>
      <source>segmentation,classification,land cover,land use,deep learning,ai,machine learning,semantic,imagery,aerial,satellite,drone,foundation model</source>
      <translation>segmentación,clasificación,cobertura del suelo,uso del suelo,aprendizaje profundo,IA,aprendizaje automático,semántica,imágenes,aéreas,satélite,dron,modelo fundacional</translation>
    </message>
    <message>
      <source>Select at least one polygon of {layer}.</source>
      <translation>Seleccione al menos un polígono de {layer}.</translation>
    </message>
    <message>
      <source>Selected &amp;features only</source>
      <translation>Objetos &amp;seleccionados solamente</translation>
    </message>
    <message>
      <source>selected of {layer}</source>
      <translation>seleccionados de {layer}</translation>
    </message>
    <message>
      <source>Self-crossing polygons are repaired: {count}.</source>
      <translation>Se reparan polígonos que se cruzan a sí mismos: {count}.</translation>
    </message>
    <message>
      <source>Semantic ones (adapter beside the MLP)</source>
      <translation>Semánticos (adaptador junto al MLP)</translation>
    </message>
    <message>
      <source>Set &amp;Up the Engine</source>
      <translation>&amp;Configurar el motor</translation>
    </message>
    <message>
      <source>set of objects</source>
      <translation>conjunto de objetos</translation>
    </message>
    <message>
      <source>set of points</source>
      <translation>conjunto de puntos</translation>
    </message>
    <message>
      <source>set of polygons</source>
      <translation>conjunto de polígonos</translation>
    </message>
    <message>
      <source>Set Up the Engine</source>
      <translation>Configurar el motor de cálculo</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Configurar el motor de cálculo</translation>
    </message>
    <message>
      <source>Setting up the CrossEarth engine</source>
      <translation>Configurando el motor de cálculo de CrossEarth</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Configuración</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>Configuración</translation>
    </message>
    <message>
      <source>Several dates are of one place: choose one raster that the polygons were drawn on, and its other dates.</source>
      <translation>Las distintas fechas son de un mismo lugar: elija un ráster sobre el que se dibujaron los polígonos, y sus otras fechas.</translation>
    </message>
    <message>
      <source>Share of the area, %; rows: reference, columns: map. Kappa, F1 and IoU are of this matrix.</source>
      <translation>Proporción del área, %; filas: referencia, columnas: mapa. Kappa, F1 e IoU son de esta matriz.</translation>
    </message>
    <message>
      <source>share of the pixels</source>
      <translation>proporción de los píxeles</translation>
    </message>
    <message>
      <source>share of white</source>
      <translation>proporción de blanco</translation>
    </message>
    <message>
      <source>Share that is right</source>
      <translation>Proporción correcta</translation>
    </message>
    <message>
      <source>share {number} of the windows</source>
      <translation>lote {number} de las ventanas</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Desplazamiento</translation>
    </message>
    <message>
      <source>short-wave infrared</source>
      <translation>infrarrojo de onda corta</translation>
    </message>
    <message>
      <source>Show how well both models agree in the web browser</source>
      <translation>Mostrar en el navegador web en qué medida coinciden ambos modelos</translation>
    </message>
    <message>
      <source>Show the chosen group only</source>
      <translation>Mostrar solo el grupo elegido</translation>
    </message>
    <message>
      <source>Show the report of this run in the web browser</source>
      <translation>Mostrar el informe de esta ejecución en el navegador web</translation>
    </message>
    <message>
      <source>Show what has become of what in the web browser</source>
      <translation>Mostrar en el navegador web qué se ha convertido en qué</translation>
    </message>
    <message>
      <source>Shows every window to the model in several orientations. Often a little better, and several times slower.</source>
      <translation>Muestra cada ventana al modelo en varias orientaciones. A menudo es algo mejor, y varias veces más lento.</translation>
    </message>
    <message>
      <source>Shows the imagery to the model in several sizes, such as 0.75,1,1.5, and takes the average. Each one takes a run. By default as it is.</source>
      <translation>Muestra las imágenes al modelo en varios tamaños, como 0.75,1,1.5, y toma la media. Cada uno requiere una pasada. De forma predeterminada, tal cual.</translation>
    </message>
    <message>
      <source>Shows what the new model makes of the part of the raster in view</source>
      <translation>Muestra lo que el nuevo modelo obtiene de la parte visible del ráster</translation>
    </message>
    <message>
      <source>Similar places</source>
      <translation>Lugares similares</translation>
    </message>
    <message>
      <source>similar places</source>
      <translation>lugares similares</translation>
    </message>
    <message>
      <source>Similarity</source>
      <translation>Similitud</translation>
    </message>
    <message>
      <source>similarity,similar,search,find more like this,few-shot,example,cosine,embedding</source>
      <translation>similitud,similar,buscar,encontrar más como esto,few-shot,ejemplo,coseno,embedding</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Tamaño</translation>
    </message>
    <message>
      <source>Size, pixels</source>
      <translation>Tamaño, píxeles</translation>
    </message>
    <message>
      <source>Sizes that the teacher sees the imagery in, of which the average is learned, such as 0.75, 1, 1.5.</source>
      <translation>Tamaños en los que el profesor ve las imágenes y de los que se aprende la media, como 0.75, 1, 1.5.</translation>
    </message>
    <message>
      <source>Skip (S)</source>
      <translation>Omitir (S)</translation>
    </message>
    <message>
      <source>Skipped.</source>
      <translation>Omitido.</translation>
    </message>
    <message>
      <source>Smallest patch</source>
      <translation>Mancha más pequeña</translation>
    </message>
    <message>
      <source>Smoothing the map</source>
      <translation>Suavizando el mapa</translation>
    </message>
    <message>
      <source>Some files hold several models, such as those for clouds: all of them are made ready to run, and not the chosen one alone.</source>
      <translation>Algunos archivos contienen varios modelos, como los de nubes: todos ellos quedan listos para ejecutar, y no solo el elegido.</translation>
    </message>
    <message>
      <source>Some workers compute on {device}, and others on {other}: what they see is not the same to the last digit, and the model would be of both. Name a device that all have (DEVICE cpu), or leave out the others.</source>
      <translation>Algunos procesos de trabajo calculan en {device} y otros en {other}: lo que ven no es igual hasta la última cifra, y el modelo mezclaría ambos. Indique un dispositivo que todos tengan (DEVICE cpu), o excluya los demás.</translation>
    </message>
    <message>
      <source>Spatial modules that learned (LoRA)</source>
      <translation>Módulos espaciales que aprendieron (LoRA)</translation>
    </message>
    <message>
      <source>Spread over the raster. More teach more, and take the teacher longer; a raster that has fewer is looked at whole.</source>
      <translation>Repartidas por el ráster. Más ventanas enseñan más y llevan más tiempo al profesor; un ráster que tiene menos se examina entero.</translation>
    </message>
    <message>
      <source>STAC Collection</source>
      <translation>Colección STAC</translation>
    </message>
    <message>
      <source>STAC Collections (*.json)</source>
      <translation>Colecciones STAC (*.json)</translation>
    </message>
    <message>
      <source>Standard deviation</source>
      <translation>Desviación estándar</translation>
    </message>
    <message>
      <source>standard deviation</source>
      <translation>desviación estándar</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Partir de</translation>
    </message>
    <message>
      <source>Start from this</source>
      <translation>Partir de este</translation>
    </message>
    <message>
      <source>Starting the engine…</source>
      <translation>Iniciando el motor de cálculo…</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Iniciando…</translation>
    </message>
    <message>
      <source>Step {done} of {total}</source>
      <translation>Paso {done} de {total}</translation>
    </message>
    <message>
      <source>Step {done} of {total}, {time} left</source>
      <translation>Paso {done} de {total}, quedan {time}</translation>
    </message>
    <message>
      <source>Steps taken</source>
      <translation>Pasos realizados</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Detener</translation>
    </message>
    <message>
      <source>Stopped after {done} of {total} steps: this is the best model until then.</source>
      <translation>Detenido tras {done} de {total} pasos: este es el mejor modelo hasta ese momento.</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command goes on.</source>
      <translation>Detenido con {finished} de {total} rásteres terminados. Lo hecho se conserva; el mismo comando continúa.</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command with RESUME goes on.</source>
      <translation>Detenido con {finished} de {total} rásteres terminados. Lo hecho se conserva; el mismo comando con RESUME continúa.</translation>
    </message>
    <message>
      <source>Stopped: the best model so far is kept.</source>
      <translation>Detenido: se conserva el mejor modelo hasta ahora.</translation>
    </message>
    <message>
      <source>Stops the download; what has arrived is kept</source>
      <translation>Detiene la descarga; lo recibido se conserva</translation>
    </message>
    <message>
      <source>Stratified estimator of Stehman (2014), which is that of Olofsson et al. (2014) where the strata are the classes of this map. 95 % intervals are mid-p intervals for stratified samples (Fay and Kim 2017), which hold for rare classes and where no point is wrong. ± is half of the interval of the paper, a normal approximation: too short for rare classes, and none where no point is wrong.</source>
      <translation>Estimador estratificado de Stehman (2014), que es el de Olofsson et al. (2014) cuando los estratos son las clases de este mapa. Los intervalos del 95 % son intervalos mid-p para muestreos estratificados (Fay y Kim 2017), válidos para clases raras y cuando ningún punto es erróneo. ± es la mitad del intervalo de esa publicación, una aproximación normal: demasiado corta para clases raras, e inexistente cuando ningún punto es erróneo.</translation>
    </message>
    <message>
      <source>Strengths</source>
      <translation>Intensidades</translation>
    </message>
    <message>
      <source>Stretch</source>
      <translation>Estiramiento</translation>
    </message>
    <message>
      <source>stripes in {frame}² pixels, of one pixel more</source>
      <translation>franjas en {frame}² píxeles, con un píxel más cada una</translation>
    </message>
    <message>
      <source>Student</source>
      <translation>Alumno</translation>
    </message>
    <message>
      <source>Sums over the maps: where maps overlap, ground counts as often as it was mapped.</source>
      <translation>Totales sobre los mapas: donde los mapas se superponen, el terreno cuenta tantas veces como se cartografió.</translation>
    </message>
    <message>
      <source>Take back a sample of {name}</source>
      <translation>Retirar una muestra de {name}</translation>
    </message>
    <message>
      <source>Take back what was drawn last, as long as the edits of the layer have not been saved</source>
      <translation>Deshacer lo último que se dibujó, mientras no se hayan guardado los cambios de la capa</translation>
    </message>
    <message>
      <source>Take these settings elsewhere: a terminal, a script, the Processing dialog</source>
      <translation>Llevar estos ajustes a otro lugar: un terminal, un script, el diálogo de Procesos</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>se usa</translation>
    </message>
    <message>
      <source>Takes up what a run with the same settings and the same output has left, and leaves what is done so far when it is interrupted itself.</source>
      <translation>Retoma lo que dejó una ejecución con la misma configuración y la misma salida, y deja lo hecho hasta entonces si ella misma se interrumpe.</translation>
    </message>
    <message>
      <source>taper: the middle of a window counts more than its edge, which hides joins. average: all count the same, as in the publication of CrossEarth.</source>
      <translation>taper: el centro de una ventana cuenta más que su borde, lo que oculta las uniones. average: todo cuenta igual, como en la publicación de CrossEarth.</translation>
    </message>
    <message>
      <source>Tapered</source>
      <translation>Gradual</translation>
    </message>
    <message>
      <source>Teach a Faster Model…</source>
      <translation>Enseñar a un modelo más rápido…</translation>
    </message>
    <message>
      <source>Teacher</source>
      <translation>Profesor</translation>
    </message>
    <message>
      <source>Teacher looks in eight ways</source>
      <translation>El profesor mira de ocho formas</translation>
    </message>
    <message>
      <source>Teaches a model the classes of polygons that you drew.</source>
      <translation>Enseña a un modelo las clases de polígonos que usted ha dibujado.</translation>
    </message>
    <message>
      <source>Temporary file</source>
      <translation>Archivo temporal</translation>
    </message>
    <message>
      <source>terrain</source>
      <translation>relieve</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <translation>Texto (*.txt)</translation>
    </message>
    <message>
      <source>That did not work: {reason}</source>
      <translation>No se pudo hacer: {reason}</translation>
    </message>
    <message>
      <source>That mean IoU, 0 to 1, by strength, 1 to 5. Dashed: on the raster as it is.</source>
      <translation>Esa IoU media, de 0 a 1, por intensidad, de 1 a 5. Línea discontinua: con el ráster tal cual.</translation>
    </message>
    <message>
      <source>The accuracies “{text}” are not understood. Write numbers from 0 to 1 with commas between them, such as 0.9, 0.7.</source>
      <translation>No se entienden las exactitudes «{text}». Escriba números de 0 a 1 separados por comas, como 0.9, 0.7.</translation>
    </message>
    <message>
      <source>The asked area does not touch the layer “{layer}”.</source>
      <translation>El área solicitada no se superpone a la capa «{layer}».</translation>
    </message>
    <message>
      <source>The bands are embeddings of {name}: they are read as the values that their authors publish, and what is made of them has to name them: {attribution}</source>
      <translation>Las bandas son embeddings de {name}: se leen con los valores que publican sus autores, y lo que se haga con ellas debe citarlos: {attribution}</translation>
    </message>
    <message>
      <source>The bands “{text}” are not understood. Write whole numbers with commas between them, such as 3,2,1.</source>
      <translation>No se entienden las bandas «{text}». Escriba números enteros separados por comas, como 3,2,1.</translation>
    </message>
    <message>
      <source>The certificate of {host} is not trusted ({reason}): a proxy or virus scanner may open secure connections. Ask for its certificate file and add it under Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
      <translation>El certificado de {host} no es de confianza ({reason}): puede que un proxy o un antivirus abra las conexiones seguras. Pida su archivo de certificado, añádalo en Configuración &gt; Opciones &gt; Autenticación &gt; Administrar certificados e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>The certificate {file} is valid from {begin} on, and the clock of this computer says {now}: set the clock.</source>
      <translation>El certificado {file} es válido a partir de {begin}, y el reloj de este equipo marca {now}: ajuste el reloj.</translation>
    </message>
    <message>
      <source>The certificate {file} was valid until {end}, and the clock of this computer says {now}: make new ones for all computers, or set the clock.</source>
      <translation>El certificado {file} era válido hasta {end}, y el reloj de este equipo marca {now}: cree certificados nuevos para todos los equipos, o ajuste el reloj.</translation>
    </message>
    <message>
      <source>The certificates in {folder} cannot be used: {reason}.</source>
      <translation>No se pueden usar los certificados de {folder}: {reason}.</translation>
    </message>
    <message>
      <source>The certificates that dask's settings name cannot be used: {reason}.</source>
      <translation>No se pueden usar los certificados indicados en la configuración de dask: {reason}.</translation>
    </message>
    <message>
      <source>The class {name} has few pixels ({count}): draw more of it, {least} are a small start.</source>
      <translation>La clase {name} tiene pocos píxeles ({count}): dibuje más; {least} es lo mínimo para empezar.</translation>
    </message>
    <message>
      <source>The class {name} has no pixel whose centre lies in one of its polygons and is valid: it is left out. Draw larger polygons.</source>
      <translation>La clase {name} no tiene ningún píxel válido cuyo centro esté dentro de uno de sus polígonos: se omite. Dibuje polígonos más grandes.</translation>
    </message>
    <message>
      <source>The class {name} has only one polygon: its accuracy cannot be measured. Draw another one elsewhere.</source>
      <translation>La clase {name} tiene un solo polígono: su exactitud no se puede medir. Dibuje otro en un lugar distinto.</translation>
    </message>
    <message>
      <source>The class “{name}” has samples; delete or rename them first.</source>
      <translation>La clase «{name}» tiene muestras; bórrelas o cámbieles el nombre primero.</translation>
    </message>
    <message>
      <source>The classes cannot be told apart here: of the very pixels that were learned from, {recall} of a class are right on average, and a map of one class would have {guessed}. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>Las clases no se pueden distinguir aquí: incluso de los píxeles de una clase con los que se aprendió es correcto en promedio el {recall}, y en un mapa de una sola clase lo sería el {guessed}. Elija otras bandas, otro ráster o clases que se diferencien en él.</translation>
    </message>
    <message>
      <source>The classes to merge “{text}” are not understood. Write each new class once, with those that it is made of: built=building,road; green=vegetation.</source>
      <translation>No se entienden las clases que se fusionan «{text}». Escriba cada clase nueva una sola vez, con las que la componen: construido=building,road; verde=vegetation.</translation>
    </message>
    <message>
      <source>The classes {names} are learned as classes of their own, though they differ in how they are written only. If they are one, write them alike.</source>
      <translation>Las clases {names} se aprenden como clases separadas, aunque solo se diferencian en cómo están escritas. Si son una misma, escríbalas igual.</translation>
    </message>
    <message>
      <source>The classes “{text}” are not understood. Write values and names with commas between them, such as 1=water, 2=forest.</source>
      <translation>No se entienden las clases «{text}». Escriba valores y nombres separados por comas, como 1=agua, 2=bosque.</translation>
    </message>
    <message>
      <source>The cluster writes the map beside the report while it is judged: choose a file for the report, in a folder that its computers see.</source>
      <translation>El clúster escribe el mapa junto al informe mientras se evalúa: elija para el informe un archivo en una carpeta que vean sus equipos.</translation>
    </message>
    <message>
      <source>The colours must be a JSON object, not {text}.</source>
      <translation>Los colores deben ser un objeto JSON, no {text}.</translation>
    </message>
    <message>
      <source>The command is on the clipboard.</source>
      <translation>El comando está en el portapapeles.</translation>
    </message>
    <message>
      <source>The command is on the clipboard. It is for the Command Prompt (cmd), not for PowerShell.</source>
      <translation>El comando está en el portapapeles. Es para el símbolo del sistema (cmd), no para PowerShell.</translation>
    </message>
    <message>
      <source>The compact model that learns, by its id or path: an ONNX model, such as the included one.</source>
      <translation>El modelo compacto que aprende, por su identificador o ruta: un modelo ONNX, como el incluido.</translation>
    </message>
    <message>
      <source>the connection ended too early</source>
      <translation>la conexión terminó antes de tiempo</translation>
    </message>
    <message>
      <source>The CrossEarth engine is damaged ({reason}). Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>El motor de cálculo de CrossEarth está dañado ({reason}). Configúrelo de nuevo en el panel CrossEarth (Ráster &gt; CrossEarth) o con el algoritmo crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CrossEarth engine is not installed yet. Set it up, once, in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>El motor de cálculo de CrossEarth aún no está instalado. Configúrelo, una sola vez, en el panel CrossEarth (Ráster &gt; CrossEarth) o con el algoritmo crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CrossEarth engine was installed for another version of the plugin. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>El motor de cálculo de CrossEarth se instaló para otra versión del complemento. Configúrelo de nuevo en el panel CrossEarth (Ráster &gt; CrossEarth) o con el algoritmo crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The CRS does not tell what the pixels of the raster measure: it is a local one, or the coordinates of the raster are none of it. Areas are given in pixels only, and the model sees the raster as it is. If it is the wrong CRS, say which is right (CRS); if you know how large pixels are, say so (PIXEL_SIZE).</source>
      <translation>El SRC no indica cuánto miden los píxeles del ráster: es un sistema local, o las coordenadas del ráster no le corresponden. Las áreas se dan solo en píxeles y el modelo ve el ráster tal cual. Si el SRC es incorrecto, indique el correcto (CRS); si sabe qué tamaño tienen los píxeles, indíquelo (PIXEL_SIZE).</translation>
    </message>
    <message>
      <source>The device {device} cannot be used. {reason} Available: {available}.</source>
      <translation>El dispositivo {device} no se puede usar. {reason} Disponibles: {available}.</translation>
    </message>
    <message>
      <source>The device {device} failed: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>El dispositivo {device} falló: {reason}. Ejecute de nuevo; si vuelve a fallar, actualice el controlador de la tarjeta o calcule con el procesador (DEVICE cpu).</translation>
    </message>
    <message>
      <source>The device {device} has failed and cannot be used any more by the engine, which starts anew for the next run: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>El dispositivo {device} ha fallado y este motor de cálculo ya no puede usarlo; se iniciará de nuevo para la próxima ejecución: {reason}. Ejecute de nuevo; si vuelve a fallar, actualice el controlador de la tarjeta o calcule con el procesador (DEVICE cpu).</translation>
    </message>
    <message>
      <source>The device {device} is not available. Available: {available}.</source>
      <translation>El dispositivo {device} no está disponible. Disponibles: {available}.</translation>
    </message>
    <message>
      <source>The disk became full. Free some space, then set the engine up again.</source>
      <translation>El disco se llenó. Libere espacio y configure después de nuevo el motor de cálculo.</translation>
    </message>
    <message>
      <source>The disk is full: {path} could not be completed and was removed. Free some space.</source>
      <translation>El disco está lleno: {path} no se pudo completar y fue eliminado. Libere espacio.</translation>
    </message>
    <message>
      <source>The download from {host} broke off ({reason}). Check the internet connection, and the proxy under Settings &gt; Options &gt; Network, then try again: it goes on where it was.</source>
      <translation>La descarga desde {host} se interrumpió ({reason}). Compruebe la conexión a internet y el proxy en Configuración &gt; Opciones &gt; Red, e inténtelo de nuevo: continúa desde donde estaba.</translation>
    </message>
    <message>
      <source>The download of {file} broke off at {done} of {total}: {reason}. What has arrived is kept; download it again to go on from there.</source>
      <translation>La descarga de {file} se interrumpió en {done} de {total}: {reason}. Lo recibido se conserva; descárguelo de nuevo para continuar desde ahí.</translation>
    </message>
    <message>
      <source>The download was refused because of its certificate: a proxy or virus scanner may open secure connections. Ask for its certificate file and name it in the environment variable PIP_CERT.</source>
      <translation>La descarga se rechazó a causa de su certificado: puede que un proxy o un antivirus abra las conexiones seguras. Pida su archivo de certificado e indíquelo en la variable de entorno PIP_CERT.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>El motor de cálculo</translation>
    </message>
    <message>
      <source>The engine cannot be started with {python}: {reason}. Set it up again.</source>
      <translation>El motor de cálculo no se puede iniciar con {python}: {reason}. Configúrelo de nuevo.</translation>
    </message>
    <message>
      <source>The engine could not be installed. The log says what went wrong.</source>
      <translation>No se pudo instalar el motor de cálculo. El registro indica qué falló.</translation>
    </message>
    <message>
      <source>The engine could not be set up: {reason}</source>
      <translation>No se pudo configurar el motor de cálculo: {reason}</translation>
    </message>
    <message>
      <source>The engine crashed inside a native library (exit code {code}). The log has the details; setting the engine up again often helps.</source>
      <translation>El motor de cálculo falló dentro de una biblioteca nativa (código de salida {code}). El registro contiene los detalles; configurar de nuevo el motor suele ayudar.</translation>
    </message>
    <message>
      <source>The engine did not answer within {seconds} seconds. Try again; set it up again if this persists.</source>
      <translation>El motor de cálculo no respondió en {seconds} segundos. Inténtelo de nuevo; si el problema persiste, configúrelo otra vez.</translation>
    </message>
    <message>
      <source>The engine did not start. Set it up again if this persists. {reason}</source>
      <translation>El motor de cálculo no se inició. Configúrelo de nuevo si el problema persiste. {reason}</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly (exit code {code}). The log has the details.</source>
      <translation>El motor de cálculo terminó inesperadamente (código de salida {code}). El registro contiene los detalles.</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly. The log has the details.</source>
      <translation>El motor de cálculo terminó inesperadamente. El registro contiene los detalles.</translation>
    </message>
    <message>
      <source>The engine environment has been removed.</source>
      <translation>Se ha eliminado el entorno del motor de cálculo.</translation>
    </message>
    <message>
      <source>The engine failed: {reason}</source>
      <translation>El motor de cálculo falló: {reason}</translation>
    </message>
    <message>
      <source>The engine is of version {version}, which this plugin cannot talk to. Restart QGIS after an update of the plugin.</source>
      <translation>El motor de cálculo es de la versión {version}, con la que este complemento no puede comunicarse. Reinicie QGIS después de actualizar el complemento.</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>El motor de cálculo está listo.</translation>
    </message>
    <message>
      <source>The engine lacks a system library. Install the Microsoft Visual C++ Redistributable (x64), then run again.</source>
      <translation>Al motor de cálculo le falta una biblioteca del sistema. Instale Microsoft Visual C++ Redistributable (x64) y ejecute de nuevo.</translation>
    </message>
    <message>
      <source>The engine needs {needed} MB in {folder}, but only {free} MB are free. Free some space, or name another folder in the environment variable CROSSEARTH_HOME.</source>
      <translation>El motor de cálculo necesita {needed} MB en {folder}, pero solo hay {free} MB libres. Libere espacio, o indique otra carpeta en la variable de entorno CROSSEARTH_HOME.</translation>
    </message>
    <message>
      <source>The engine sent something that the plugin does not understand, and was stopped. Set the engine up again if this persists.</source>
      <translation>El motor de cálculo envió algo que el complemento no entiende y fue detenido. Configure de nuevo el motor si el problema persiste.</translation>
    </message>
    <message>
      <source>The engine stays in memory between runs, so that the next one starts at once; after this time without work it ends.</source>
      <translation>El motor de cálculo permanece en memoria entre ejecuciones para que la siguiente empiece de inmediato; tras este tiempo sin trabajo, termina.</translation>
    </message>
    <message>
      <source>The engine was killed by the system, probably because memory ran out. Close other programs or use a smaller window, then run again.</source>
      <translation>El sistema terminó el motor de cálculo, probablemente porque se agotó la memoria. Cierre otros programas o use una ventana más pequeña y ejecute de nuevo.</translation>
    </message>
    <message>
      <source>The engine was stopped. Nothing was written.</source>
      <translation>El motor de cálculo se detuvo. No se escribió nada.</translation>
    </message>
    <message>
      <source>The engine works.</source>
      <translation>El motor de cálculo funciona.</translation>
    </message>
    <message>
      <source>The engine's Python</source>
      <translation>El Python del motor de cálculo</translation>
    </message>
    <message>
      <source>The engine's Python {path} does not exist. Correct it under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>El Python del motor de cálculo, {path}, no existe. Corríjalo en Configuración &gt; Opciones &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The engine's Python {python} was chosen by you and is left as it is. Install or remove {packages} there yourself.</source>
      <translation>El Python del motor de cálculo, {python}, lo eligió usted y queda como está. Instale o elimine {packages} allí usted mismo.</translation>
    </message>
    <message>
      <source>The environment is made with this one and no other. Without it, the first one of this computer is taken whose environments work.</source>
      <translation>El entorno se crea con este y con ningún otro. Si no se indica, se toma el primero de este equipo cuyos entornos funcionen.</translation>
    </message>
    <message>
      <source>The environment that the panel sets up</source>
      <translation>El entorno que configura el panel</translation>
    </message>
    <message>
      <source>The environment variable {variable} names {path}, which is not a file. Correct it or unset it, then restart QGIS.</source>
      <translation>La variable de entorno {variable} indica {path}, que no es un archivo. Corríjala o elimínela y reinicie QGIS.</translation>
    </message>
    <message>
      <source>The extent is for a model and a raster: a map is taken whole.</source>
      <translation>La extensión es para un modelo y un ráster: un mapa se toma entero.</translation>
    </message>
    <message>
      <source>The field has more than {most} different values: choose the one that holds the class.</source>
      <translation>El campo tiene más de {most} valores distintos: elija el que contiene la clase.</translation>
    </message>
    <message>
      <source>The field holds amounts, such as heights or shares of cover: the model tells a number of each pixel.</source>
      <translation>El campo contiene cantidades, como alturas o porcentajes de cobertura: el modelo da un número para cada píxel.</translation>
    </message>
    <message>
      <source>The field that holds the class of each polygon</source>
      <translation>El campo que contiene la clase de cada polígono</translation>
    </message>
    <message>
      <source>The field {field} holds whole numbers only, {count} different ones. If they are codes of classes, what lies between two of them means nothing: adapt to classes instead.</source>
      <translation>El campo {field} contiene solo números enteros, {count} distintos. Si son códigos de clases, lo que hay entre dos de ellos no significa nada: adapte a clases en su lugar.</translation>
    </message>
    <message>
      <source>The field {field} says what the map had where a point was drawn, and no truth. Name the field with what is there ({reference}).</source>
      <translation>El campo {field} indica lo que tenía el mapa donde se generó un punto, y no la realidad. Indique el campo con lo que hay allí ({reference}).</translation>
    </message>
    <message>
      <source>The field “{field}” of {layer} cannot hold the class “{name}”. Take a number where it holds numbers, or choose a field of text.</source>
      <translation>El campo «{field}» de {layer} no admite la clase «{name}». Use un número si el campo contiene números, o elija un campo de texto.</translation>
    </message>
    <message>
      <source>The figures go beside it as JSON, too.</source>
      <translation>Las cifras se guardan también junto a él como JSON.</translation>
    </message>
    <message>
      <source>The file does not tell everything; assumed were: {aspects}. If that is wrong, import it again with the advanced parameters.</source>
      <translation>El archivo no lo indica todo; se supuso lo siguiente: {aspects}. Si eso es incorrecto, impórtelo de nuevo con los parámetros avanzados.</translation>
    </message>
    <message>
      <source>The file of the DINOv2 backbone, where the checkpoint holds only the rest.</source>
      <translation>El archivo de la red troncal DINOv2, si el checkpoint contiene solo el resto.</translation>
    </message>
    <message>
      <source>The file {path} is damaged: its SHA-256 is not the one in its metadata.</source>
      <translation>El archivo {path} está dañado: su SHA-256 no coincide con el de sus metadatos.</translation>
    </message>
    <message>
      <source>The file {path} is not what was written to it: {reason}. What lay there before is as it was. The disk, or the connection to it, may be damaged: take another folder.</source>
      <translation>El contenido del archivo {path} no es lo que se escribió en él: {reason}. Lo que había antes sigue como estaba. Puede que el disco, o la conexión con él, esté dañado: elija otra carpeta.</translation>
    </message>
    <message>
      <source>The file {path} was changed, replaced or removed while it was being read: the result would be of both. Nothing was written. Run it again when no other program writes to the file.</source>
      <translation>El archivo {path} fue modificado, reemplazado o eliminado mientras se leía: el resultado mezclaría ambas versiones. No se escribió nada. Ejecute de nuevo cuando ningún otro programa esté escribiendo en el archivo.</translation>
    </message>
    <message>
      <source>The files of the model “{model}” are not on disk.</source>
      <translation>Los archivos del modelo «{model}» no están en el disco.</translation>
    </message>
    <message>
      <source>The folder of the project cannot be written to</source>
      <translation>No se puede escribir en la carpeta del proyecto</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be deleted ({reason}). Close other QGIS windows that use the engine, then try again.</source>
      <translation>No se puede borrar la carpeta {folder} ({reason}). Cierre otras ventanas de QGIS que usen el motor de cálculo e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be written ({reason}). Make it writable, or name another one in the environment variable CROSSEARTH_HOME.</source>
      <translation>No se puede escribir en la carpeta {folder} ({reason}). Conceda permiso de escritura, o indique otra en la variable de entorno CROSSEARTH_HOME.</translation>
    </message>
    <message>
      <source>The folder {folder} does not have {file}. Put it there, or correct the folder under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>La carpeta {folder} no contiene {file}. Colóquelo allí, o corrija la carpeta en Configuración &gt; Opciones &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The folder {folder} has no {file}: {files} are needed.</source>
      <translation>A la carpeta {folder} le falta {file}: se necesitan {files}.</translation>
    </message>
    <message>
      <source>The folder {folder} lacks {packages}. On a computer with a network, dev.py wheelhouse fills such a folder.</source>
      <translation>En la carpeta {folder} falta {packages}. En un equipo con red, dev.py wheelhouse llena una carpeta así.</translation>
    </message>
    <message>
      <source>The folder {folder} will be made.</source>
      <translation>Se creará la carpeta {folder}.</translation>
    </message>
    <message>
      <source>The GSD must be more than 0 m, not {gsd}.</source>
      <translation>El GSD debe ser mayor que 0 m, no {gsd}.</translation>
    </message>
    <message>
      <source>The id of the model in the catalogue.</source>
      <translation>El identificador del modelo en el catálogo.</translation>
    </message>
    <message>
      <source>The id {id} may hold small letters, digits, dots and hyphens only.</source>
      <translation>El identificador {id} solo puede contener minúsculas, dígitos, puntos y guiones.</translation>
    </message>
    <message>
      <source>The imagery is resampled to it on the way into the model. By default the raster's pixel size where the model was trained for it, else the nearest that it was trained for.</source>
      <translation>Las imágenes se remuestrean a este tamaño al entrar en el modelo. De forma predeterminada, el tamaño de píxel del ráster si el modelo se entrenó para él; si no, el más cercano para el que se entrenó.</translation>
    </message>
    <message>
      <source>The imagery, as files, with the same bands each.</source>
      <translation>Las imágenes, como archivos, todas con las mismas bandas.</translation>
    </message>
    <message>
      <source>The imagery: aerial, drone or satellite. What is not a file, such as a web map, is fetched first, at the pixel size of the model and for the asked extent.</source>
      <translation>Las imágenes: aéreas, de dron o de satélite. Lo que no es un archivo, como un mapa web, se obtiene primero, con el tamaño de píxel del modelo y para la extensión solicitada.</translation>
    </message>
    <message>
      <source>The included model learns from this one on windows that are spread over the raster, and maps the raster in its place</source>
      <translation>El modelo incluido aprende de este en ventanas repartidas por el ráster y cartografía el ráster en su lugar</translation>
    </message>
    <message>
      <source>The installation of the CrossEarth engine was interrupted. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>La instalación del motor de cálculo de CrossEarth se interrumpió. Configúrelo de nuevo en el panel CrossEarth (Ráster &gt; CrossEarth) o con el algoritmo crossearth:setupengine.</translation>
    </message>
    <message>
      <source>The installation was ended from outside: by the system, which does that where memory is short, or by another program. Nothing was lost. Close what takes much memory, then try again.</source>
      <translation>La instalación se terminó desde fuera: por el sistema, que lo hace cuando falta memoria, o por otro programa. No se perdió nada. Cierre lo que ocupe mucha memoria e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>The interval reaches over 0 all the same: it also allows for what the few points of some classes may have missed. More points will tell.</source>
      <translation>Aun así, el intervalo incluye el 0: tiene también en cuenta lo que pueden haber pasado por alto los pocos puntos de algunas clases. Con más puntos se sabrá.</translation>
    </message>
    <message>
      <source>The key {key} has a password, and nobody is asked for it: name one without.</source>
      <translation>La clave {key} tiene contraseña, y nadie va a introducirla: indique una sin contraseña.</translation>
    </message>
    <message>
      <source>The layer has fewer bands ({available}) than the model takes ({names}): one stands for several. Expect a poorer map.</source>
      <translation>La capa tiene menos bandas ({available}) de las que admite el modelo ({names}): una sirve para varias. Cuente con un mapa peor.</translation>
    </message>
    <message>
      <source>The layer has fields of the names of the new ones, which are called {fields} in the copy.</source>
      <translation>La capa ya tiene campos con los nombres de los nuevos, que en la copia se llaman {fields}.</translation>
    </message>
    <message>
      <source>The layer has no CRS: areas can only be counted in pixels. Set its CRS first.</source>
      <translation>La capa no tiene SRC: las áreas solo se pueden contar en píxeles. Establezca primero su SRC.</translation>
    </message>
    <message>
      <source>The layer is a picture in numbered colours: its colours are seen as red, green and blue. If the numbers stand for classes, it is a map already and no imagery.</source>
      <translation>La capa es una imagen en colores indexados: sus colores se ven como rojo, verde y azul. Si los números representan clases, ya es un mapa y no una imagen.</translation>
    </message>
    <message>
      <source>The layer with what is there says no CRS: its coordinates are taken to be in {crs}, as those of {file}. If they are in another one, give the layer its CRS.</source>
      <translation>La capa con lo que hay allí no indica ningún SRC: se supone que sus coordenadas están en {crs}, como las de {file}. Si están en otro, asigne a la capa su SRC.</translation>
    </message>
    <message>
      <source>The layer {layer} has no field with numbers. Choose another one.</source>
      <translation>La capa {layer} no tiene ningún campo con números. Elija otra.</translation>
    </message>
    <message>
      <source>The layer {path} cannot be used: {reason}</source>
      <translation>No se puede usar la capa {path}: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” ({provider}) is not a file that the engine can open. Save the part you need as GeoTIFF first: Layer &gt; Save As…, with raw data or a rendered image.</source>
      <translation>La capa «{layer}» ({provider}) no es un archivo que el motor de cálculo pueda abrir. Guarde primero la parte que necesita como GeoTIFF: Capa &gt; Guardar como…, con datos crudos o una imagen renderizada.</translation>
    </message>
    <message>
      <source>The layer “{layer}” can be fetched at any resolution, and the model does not say which it is made for. Give the pixel size that the model sees (GSD).</source>
      <translation>La capa «{layer}» se puede obtener a cualquier resolución, y el modelo no indica para cuál se hizo. Indique el tamaño de píxel que ve el modelo (GSD).</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be changed. {reason}</source>
      <translation>No se puede modificar la capa «{layer}». {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be copied: {reason}</source>
      <translation>No se puede copiar la capa «{layer}»: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be fetched: {reason}</source>
      <translation>No se puede obtener la capa «{layer}»: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be read: its source is missing or damaged.</source>
      <translation>No se puede leer la capa «{layer}»: su fuente falta o está dañada.</translation>
    </message>
    <message>
      <source>The layer “{layer}” has no band {bands}: its bands are numbered from 1 to {available}.</source>
      <translation>La capa «{layer}» no tiene la banda {bands}: sus bandas se numeran de 1 a {available}.</translation>
    </message>
    <message>
      <source>The layer “{layer}” hides pixels in how it is drawn (Properties ▸ Transparency: colours, or a transparency band). They are mapped all the same. Values that are no data belong into “Additional no data value” there.</source>
      <translation>La capa «{layer}» oculta píxeles en su representación (Propiedades ▸ Transparencia: colores o una banda de transparencia). Se cartografían igualmente. Los valores que no son datos deben indicarse allí, en «Valores adicionales 'sin dato'».</translation>
    </message>
    <message>
      <source>The layer “{layer}” is in memory only, so a command cannot use it. Save it to a file first.</source>
      <translation>La capa «{layer}» solo está en memoria, por lo que un comando no puede usarla. Guárdela primero en un archivo.</translation>
    </message>
    <message>
      <source>The layer “{layer}” is {width} × {height} pixels of {size} m in the asked area: too much to fetch. Limit the run to an extent or to polygons.</source>
      <translation>La capa «{layer}» tiene {width} × {height} píxeles de {size} m en el área solicitada: demasiado para obtenerla. Limite la ejecución a una extensión o a polígonos.</translation>
    </message>
    <message>
      <source>The layer “{layer}” needs {needed} of temporary files in {folder}, but only {free} are free. Limit the run to a smaller area.</source>
      <translation>La capa «{layer}» necesita {needed} de archivos temporales en {folder}, pero solo hay {free} libres. Limite la ejecución a un área más pequeña.</translation>
    </message>
    <message>
      <source>The layer “{layer}” shows nothing in the asked area.</source>
      <translation>La capa «{layer}» no muestra nada en el área solicitada.</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are coarser than the {low} to {high} m that the model is made for. They are enlarged for it: this takes longer, and the map will be poorer.</source>
      <translation>Los píxeles de la capa, de {size} m, son más gruesos que los de {low} a {high} m para los que se hizo el modelo. Se amplían para él: esto tarda más y el mapa será peor.</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are finer than the {low} to {high} m that the model is made for. They are reduced for it: the map has no finer details than that.</source>
      <translation>Los píxeles de la capa, de {size} m, son más finos que los de {low} a {high} m para los que se hizo el modelo. Se reducen para él: el mapa no tiene detalles más finos que eso.</translation>
    </message>
    <message>
      <source>The layers “{one}” and “{other}” are read otherwise than their files say, and not in the same way: set the same CRS and the same values without data on all dates, or none.</source>
      <translation>Las capas «{one}» y «{other}» se leen de forma distinta a lo que indican sus archivos, y no de la misma manera: establezca el mismo SRC y los mismos valores sin datos en todas las fechas, o en ninguna.</translation>
    </message>
    <message>
      <source>The legend of a map has changed since. Measure again for its classes as they are called now.</source>
      <translation>La leyenda de un mapa ha cambiado desde entonces. Mida de nuevo para usar los nombres actuales de sus clases.</translation>
    </message>
    <message>
      <source>The live preview is off: it would hide the map {name}.</source>
      <translation>La vista previa en vivo está desactivada: ocultaría el mapa {name}.</translation>
    </message>
    <message>
      <source>The majority filter needs an odd number of pixels, not {count}.</source>
      <translation>El filtro de mayoría necesita un número impar de píxeles, no {count}.</translation>
    </message>
    <message>
      <source>The map cannot be kept there: {reason}</source>
      <translation>No se puede guardar allí el mapa: {reason}</translation>
    </message>
    <message>
      <source>The map has fewer pixels with a class ({pixels}) than the {asked} points that were asked for: each of them is a point.</source>
      <translation>El mapa tiene menos píxeles con clase ({pixels}) que los {asked} puntos solicitados: cada uno de ellos es un punto.</translation>
    </message>
    <message>
      <source>The map has no class on {share} of the reference's pixels: they are left out. If no class means something else there, such as all that is no building, the figures are too good: give it a value of its own on the map.</source>
      <translation>El mapa no tiene clase en el {share} de los píxeles de la referencia: se omiten. Si la ausencia de clase significa allí otra cosa, como todo lo que no es edificio, las cifras son demasiado buenas: dele un valor propio en el mapa.</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong.</source>
      <translation>El mapa no tiene ninguna clase {name} (sus clases: {classes}): todo lo de esa clase cuenta como error.</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong. Is {near} meant?</source>
      <translation>El mapa no tiene ninguna clase {name} (sus clases: {classes}): todo lo de esa clase cuenta como error. ¿Se refiere a {near}?</translation>
    </message>
    <message>
      <source>The map has room for fewer places than the {asked} that were asked for: {count}.</source>
      <translation>En el mapa caben menos lugares que los {asked} solicitados: {count}.</translation>
    </message>
    <message>
      <source>The map has {count} classes ({names}), and {given} expected accuracies were given: give one for all of them, or one for each in this order.</source>
      <translation>El mapa tiene {count} clases ({names}) y se indicaron {given} exactitudes esperadas: indique una para todas, o una para cada clase en este orden.</translation>
    </message>
    <message>
      <source>The map has {pixels} pixels with a class, and not all of them would make it as sure as asked. Ask for less.</source>
      <translation>El mapa tiene {pixels} píxeles con clase, y ni con todos ellos se alcanzaría la seguridad solicitada. Pida menos.</translation>
    </message>
    <message>
      <source>The map is being copied to {path}…</source>
      <translation>Copiando el mapa a {path}…</translation>
    </message>
    <message>
      <source>The map is better than the other one: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>El mapa es mejor que el otro: si ambos fueran igual de buenos, una diferencia así de grande se daría por azar con una probabilidad del {chance} %.</translation>
    </message>
    <message>
      <source>The map is kept: {path}</source>
      <translation>El mapa se ha conservado: {path}</translation>
    </message>
    <message>
      <source>The map is partial: the run was canceled, and this is what it had finished.</source>
      <translation>El mapa es parcial: la ejecución se canceló, y esto es lo que había terminado.</translation>
    </message>
    <message>
      <source>The map is right on {share} %, the other one on {other_share} %: a difference of {difference} percentage points, {low} to {high} (95 %).</source>
      <translation>El mapa acierta en el {share} %, el otro en el {other_share} %: una diferencia de {difference} puntos porcentuales, de {low} a {high} (95 %).</translation>
    </message>
    <message>
      <source>The map to judge: a raster of classes</source>
      <translation>El mapa que se va a evaluar: un ráster de clases</translation>
    </message>
    <message>
      <source>The map {file} has no class {name} (its classes: {classes}): all of it counts as wrong there. If it calls the class something else, give the classes of its layer's legend the names of the other map's.</source>
      <translation>El mapa {file} no tiene ninguna clase {name} (sus clases: {classes}): todo lo de esa clase cuenta allí como error. Si la llama de otra forma, dé a las clases de la leyenda de su capa los nombres del otro mapa.</translation>
    </message>
    <message>
      <source>The map “{map}” is doubtful and left out of the sums.</source>
      <translation>El mapa «{map}» es dudoso y no se incluye en los totales.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready, out of view: zoom to its layer.</source>
      <translation>El mapa «{name}» está listo, fuera de la vista: haga zum a su capa.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready.</source>
      <translation>El mapa «{name}» está listo.</translation>
    </message>
    <message>
      <source>The map “{name}” is ready: {path}. The project of the run is not open any more.</source>
      <translation>El mapa «{name}» está listo: {path}. El proyecto de la ejecución ya no está abierto.</translation>
    </message>
    <message>
      <source>The map, coloured by class</source>
      <translation>El mapa, coloreado por clase</translation>
    </message>
    <message>
      <source>The map, coloured by number</source>
      <translation>El mapa, coloreado por número</translation>
    </message>
    <message>
      <source>The maps are shown again.</source>
      <translation>Los mapas se muestran de nuevo.</translation>
    </message>
    <message>
      <source>The maps for a catalogue, without those that are doubtful: where and when they are of, and their classes.</source>
      <translation>Los mapas para un catálogo, sin los dudosos: de dónde y de cuándo son, y sus clases.</translation>
    </message>
    <message>
      <source>The maps have no class in common: {before} before, {after} after. Give them the same names (BEFORE_CLASSES or AFTER_CLASSES VALUE=NAME,…).</source>
      <translation>Los mapas no tienen ninguna clase en común: antes {before}, después {after}. Deles los mismos nombres (BEFORE_CLASSES o AFTER_CLASSES VALOR=NOMBRE,…).</translation>
    </message>
    <message>
      <source>The maps have {share} of the smaller one in common, and what lies elsewhere is not compared. Are they of one place?</source>
      <translation>Los mapas tienen en común el {share} del más pequeño, y lo que queda fuera no se compara. ¿Son del mismo lugar?</translation>
    </message>
    <message>
      <source>The maps {path} and {other} do not lie on one grid. {reason} Say on whose grid to compare them (Align to the grid of the map, ALIGN): each pixel then gets the class of the other map's nearest one.</source>
      <translation>Los mapas {path} y {other} no están en la misma cuadrícula. {reason} Indique en la cuadrícula de cuál se comparan («Alinear a la cuadrícula del mapa», ALIGN): cada píxel recibe entonces la clase del más cercano del otro mapa.</translation>
    </message>
    <message>
      <source>The mask {path} cannot be used: {reason}</source>
      <translation>No se puede usar la máscara {path}: {reason}</translation>
    </message>
    <message>
      <source>The middle of what you see; zoom in for all of it.</source>
      <translation>El centro de lo que ve; acerque el zum para verlo todo.</translation>
    </message>
    <message>
      <source>The model cannot be described so: {reason}.</source>
      <translation>El modelo no se puede describir así: {reason}.</translation>
    </message>
    <message>
      <source>The model has learned other dates. These stand for them: {dates}. What has grown earlier or later than in the year that it learned may get another class.</source>
      <translation>El modelo ha aprendido otras fechas. Estas las sustituyen: {dates}. Lo que haya crecido antes o después que en el año que aprendió puede recibir otra clase.</translation>
    </message>
    <message>
      <source>The model has learned the dates {dates}: tick the other ones in the list beside the raster.</source>
      <translation>El modelo ha aprendido las fechas {dates}: marque las demás en la lista junto al ráster.</translation>
    </message>
    <message>
      <source>The model has learned the dates {learned}; there is no raster of {missing} (given: {given}). Give one of each date (DATES), or say which dates stand for others: DATES_AS=order takes one after the other, DATES_AS=season the same time of another year.</source>
      <translation>El modelo ha aprendido las fechas {learned}; no hay ráster de {missing} (indicadas: {given}). Indique uno de cada fecha (DATES), o diga qué fechas sustituyen a otras: DATES_AS=order toma una tras otra, DATES_AS=season la misma época de otro año.</translation>
    </message>
    <message>
      <source>The model has mapped the raster anew, spoiled in twelve ways and five strengths; each map is compared in the same way.</source>
      <translation>El modelo ha cartografiado de nuevo el ráster, degradado de doce maneras y con cinco intensidades; cada mapa se compara del mismo modo.</translation>
    </message>
    <message>
      <source>The model has not learned these dates, and does without: {dates}.</source>
      <translation>El modelo no ha aprendido estas fechas y prescinde de ellas: {dates}.</translation>
    </message>
    <message>
      <source>The model is a CrossEarth network:</source>
      <translation>El modelo es una red CrossEarth:</translation>
    </message>
    <message>
      <source>The model maps the raster sixty times more, spoiled in twelve ways and five strengths: noise, blur, haze, clouds, gaps, JPEG, turned, shrunk and others, as in the benchmark REOBench. The report shows what is left of the accuracy. It takes sixty times as long as the map.</source>
      <translation>El modelo cartografía el ráster sesenta veces más, degradado de doce maneras y con cinco intensidades: ruido, desenfoque, bruma, nubes, huecos, JPEG, girado, reducido y otras, como en la prueba de referencia REOBench. El informe muestra lo que queda de la exactitud. Tarda sesenta veces más que el mapa.</translation>
    </message>
    <message>
      <source>The model needs {needed} bands ({names}), but the choice is {given}; the raster {path} has {available}. Say which band of the raster stands for which of the model, such as {example}: one may stand for several, and what calls itself alpha is data when it is named.</source>
      <translation>El modelo necesita {needed} bandas ({names}), pero se eligió {given}; el ráster {path} tiene {available}. Indique qué banda del ráster corresponde a cada una del modelo, por ejemplo {example}: una misma puede servir para varias, y la que se declara alfa cuenta como datos si se la nombra.</translation>
    </message>
    <message>
      <source>The model that you start from knows no classes: adapt it once, then review.</source>
      <translation>El modelo del que parte no conoce ninguna clase: adáptelo una vez y revise después.</translation>
    </message>
    <message>
      <source>The model to learn from, by its id or path. It may be the student's own model, if it looks several times.</source>
      <translation>El modelo del que se aprende, por su identificador o ruta. Puede ser el propio modelo del alumno, si mira varias veces.</translation>
    </message>
    <message>
      <source>The model {model} is sent to workers that lack it: {count}.</source>
      <translation>El modelo {model} se envía a los procesos de trabajo a los que les falta: {count}.</translation>
    </message>
    <message>
      <source>The model {path} cannot be loaded: {reason}</source>
      <translation>No se puede cargar el modelo {path}: {reason}</translation>
    </message>
    <message>
      <source>The model {path} cannot be used: {reason}</source>
      <translation>No se puede usar el modelo {path}: {reason}</translation>
    </message>
    <message>
      <source>The model “{id}” has no classes yet: adapt it first.</source>
      <translation>El modelo «{id}» aún no tiene clases: adáptelo primero.</translation>
    </message>
    <message>
      <source>The model “{id}” has the classes {names}.</source>
      <translation>El modelo «{id}» tiene las clases {names}.</translation>
    </message>
    <message>
      <source>The model “{id}” is ready; made in {time}.</source>
      <translation>El modelo «{id}» está listo; creado en {time}.</translation>
    </message>
    <message>
      <source>The model “{id}” tells numbers: {names}.</source>
      <translation>El modelo «{id}» da números: {names}.</translation>
    </message>
    <message>
      <source>The model “{id}”, round {number}, was made in {time}.</source>
      <translation>El modelo «{id}», ronda {number}, se creó en {time}.</translation>
    </message>
    <message>
      <source>The model “{model}” has to be downloaded first: in the CrossEarth panel, or with the algorithm crossearth:downloadmodel.</source>
      <translation>Hay que descargar primero el modelo «{model}»: en el panel CrossEarth o con el algoritmo crossearth:downloadmodel.</translation>
    </message>
    <message>
      <source>The model “{model}” is being downloaded already.</source>
      <translation>El modelo «{model}» ya se está descargando.</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet. Adapt it to polygons of your own first, then take the model that comes of it.</source>
      <translation>El modelo «{model}» aún no conoce ninguna clase. Adáptelo primero a sus propios polígonos y use después el modelo resultante.</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet; it has to be adapted first.</source>
      <translation>El modelo «{model}» aún no conoce ninguna clase; hay que adaptarlo primero.</translation>
    </message>
    <message>
      <source>The model “{model}” needs {needed} bands ({names}), but {given} were given; the layer has {available}. Choose which band stands for which input of the model.</source>
      <translation>El modelo «{model}» necesita {needed} bandas ({names}), pero se indicaron {given}; la capa tiene {available}. Elija qué banda corresponde a cada entrada del modelo.</translation>
    </message>
    <message>
      <source>The model “{model}” of this project is not on this computer. Choose another one, or bring it here and open the project again.</source>
      <translation>El modelo «{model}» de este proyecto no está en este equipo. Elija otro, o tráigalo aquí y abra el proyecto de nuevo.</translation>
    </message>
    <message>
      <source>The model “{name}” is ready.</source>
      <translation>El modelo «{name}» está listo.</translation>
    </message>
    <message>
      <source>The model's own</source>
      <translation>El propio del modelo</translation>
    </message>
    <message>
      <source>The model: it decides the classes and fills the options below</source>
      <translation>El modelo: determina las clases y rellena las opciones de abajo</translation>
    </message>
    <message>
      <source>The network of CrossEarth without a trained head: it knows imagery, but no classes. It has to be adapted to polygons of your own first.</source>
      <translation>La red de CrossEarth sin un cabezal entrenado: conoce las imágenes, pero ninguna clase. Primero hay que adaptarla a polígonos propios.</translation>
    </message>
    <message>
      <source>The network sees pixels of {size} m; {model} was trained for {sizes} and may be unreliable here. Leave GSD out, and the nearest of these is taken.</source>
      <translation>La red ve píxeles de {size} m; {model} se entrenó para {sizes} y puede no ser fiable aquí. Omita GSD y se tomará el más cercano de estos.</translation>
    </message>
    <message>
      <source>The network's only score lies between {low} and {high}, as percent or bytes do, and was taken for what a sigmoid makes a share of: above 0 is the second class. If that is wrong, so is the map: export the network again with shares of one.</source>
      <translation>La única puntuación de la red está entre {low} y {high}, como si fueran porcentajes o bytes, y se interpretó como el valor que una sigmoide convierte en proporción: por encima de 0 es la segunda clase. Si eso es incorrecto, el mapa también lo es: exporte la red de nuevo con proporciones de 0 a 1.</translation>
    </message>
    <message>
      <source>The network's scores are shares of one for each class by itself, and do not sum to one: confidence, lead and probabilities are shares of their sum, which says less.</source>
      <translation>Las puntuaciones de la red son proporciones de 0 a 1 para cada clase por separado y no suman uno: la confianza, la ventaja y las probabilidades son proporciones de su suma, lo cual dice menos.</translation>
    </message>
    <message>
      <source>The new model agrees no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>El nuevo modelo no coincide con el profesor mejor que antes el alumno, en ventanas de las que no ha aprendido. Cartografíe con el alumno tal como estaba, o haga que el profesor examine más ventanas (WINDOWS).</translation>
    </message>
    <message>
      <source>The new model may agree no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>Puede que el nuevo modelo no coincida con el profesor mejor que antes el alumno, en ventanas de las que no ha aprendido. Cartografíe con el alumno tal como estaba, o haga que el profesor examine más ventanas (WINDOWS).</translation>
    </message>
    <message>
      <source>The numbers of the points (id) have gaps: {count} are not there. If they were removed by what is there, or because it is hard to tell, figures and areas are wrong: put them back. Points that nobody can tell stay, without a class.</source>
      <translation>Hay huecos en la numeración de los puntos (id): faltan {count}. Si se eliminaron por lo que hay allí o porque es difícil de determinar, las cifras y las áreas son erróneas: vuelva a añadirlos. Los puntos que nadie puede determinar se dejan sin clase.</translation>
    </message>
    <message>
      <source>The one is in {own}, the other in {other}.</source>
      <translation>Uno está en {own}, el otro en {other}.</translation>
    </message>
    <message>
      <source>The other is right</source>
      <translation>El otro acierta</translation>
    </message>
    <message>
      <source>The other is wrong</source>
      <translation>El otro falla</translation>
    </message>
    <message>
      <source>The other map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>El otro mapa es mejor: si ambos fueran igual de buenos, una diferencia así de grande se daría por azar con una probabilidad del {chance} %.</translation>
    </message>
    <message>
      <source>The outlines of these objects cross themselves: no. {numbers} of the layer. What they enclose is counted; check these objects.</source>
      <translation>Los contornos de estos objetos se cruzan a sí mismos: n.º {numbers} de la capa. Se cuenta lo que encierran; compruebe estos objetos.</translation>
    </message>
    <message>
      <source>The output {path} cannot be written: {reason}</source>
      <translation>No se puede escribir la salida {path}: {reason}</translation>
    </message>
    <message>
      <source>The output {path} is itself an input. Choose another file.</source>
      <translation>La salida {path} es también una entrada. Elija otro archivo.</translation>
    </message>
    <message>
      <source>The overall accuracy that you expect; the nearer to 50 %, the more points</source>
      <translation>La exactitud global que espera; cuanto más cerca del 50 %, más puntos</translation>
    </message>
    <message>
      <source>The overlap of {overlap} pixels must be smaller than the window of {window}.</source>
      <translation>El solape de {overlap} píxeles debe ser menor que la ventana de {window}.</translation>
    </message>
    <message>
      <source>The packages could not be downloaded. Check the internet connection, then try again.</source>
      <translation>No se pudieron descargar los paquetes. Compruebe la conexión a internet e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>The path of a file of the engine became longer than this computer takes. Name a shorter folder in the environment variable CROSSEARTH_HOME, for instance C:\crossearth, then restart QGIS.</source>
      <translation>La ruta de un archivo del motor de cálculo resultó más larga de lo que admite este equipo. Indique una carpeta más corta en la variable de entorno CROSSEARTH_HOME, por ejemplo C:\crossearth, y reinicie QGIS.</translation>
    </message>
    <message>
      <source>The pixel size that it was trained for.</source>
      <translation>El tamaño de píxel para el que se entrenó.</translation>
    </message>
    <message>
      <source>The pixels of one map are {times} times as long as those of the other: along edges of what has stayed, the finer map shows change that is none.</source>
      <translation>Los píxeles de un mapa son {times} veces más largos que los del otro: a lo largo de los bordes de lo que no ha cambiado, el mapa más fino muestra cambios que no existen.</translation>
    </message>
    <message>
      <source>The pixels of the one lie between those of the other, shifted by {right} of a pixel along rows and {down} along columns.</source>
      <translation>Los píxeles de uno quedan entre los del otro, desplazados {right} de píxel a lo largo de las filas y {down} a lo largo de las columnas.</translation>
    </message>
    <message>
      <source>The pixels of the one measure {own}, those of the other {other} (in units of the CRS).</source>
      <translation>Los píxeles de uno miden {own}, los del otro {other} (en unidades del SRC).</translation>
    </message>
    <message>
      <source>the place is unlike the training ({value} %).</source>
      <translation>el lugar es distinto del entrenamiento ({value} %).</translation>
    </message>
    <message>
      <source>The places where a map is least sure, for you to look there next.</source>
      <translation>Los lugares donde un mapa es menos seguro, para que los mire a continuación.</translation>
    </message>
    <message>
      <source>The point is not in the layer “{layer}” any more.</source>
      <translation>El punto ya no está en la capa «{layer}».</translation>
    </message>
    <message>
      <source>The points do not say which strata they were drawn from, nor how large these are (fields stratum and stratum_px or stratum_m2): the figures hold for these points only, and are wrong for the map if some classes have more points than their area asks for. No areas are estimated. Draw points with “Draw sample points on a map”, which writes these fields; for points that it drew without them, draw once more with the same map, count and seed into another file, and join the fields by id.</source>
      <translation>Los puntos no indican de qué estratos se extrajeron ni qué tamaño tienen estos (campos stratum y stratum_px o stratum_m2): las cifras valen solo para estos puntos y son erróneas para el mapa si algunas clases tienen más puntos de los que corresponden a su área. No se estiman áreas. Genere puntos con «Generar puntos de muestreo en un mapa», que escribe estos campos; para los puntos que generó sin ellos, genérelos otra vez con el mismo mapa, número y semilla en otro archivo y una los campos por id.</translation>
    </message>
    <message>
      <source>The points do not tell the overall accuracy.</source>
      <translation>Los puntos no determinan la exactitud global.</translation>
    </message>
    <message>
      <source>The points have changed since. Measure again for what they say now.</source>
      <translation>Los puntos han cambiado desde entonces. Mida de nuevo para saber qué indican ahora.</translation>
    </message>
    <message>
      <source>The points have no field “{field}” any more. Undo that, or choose other points.</source>
      <translation>Los puntos ya no tienen ningún campo «{field}». Deshaga ese cambio, o elija otros puntos.</translation>
    </message>
    <message>
      <source>The points have nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>Los puntos no tienen nada de lo que el mapa llama {names}: se puede determinar cuánto de sus clases encuentra el mapa (exhaustividad), pero no lo que el mapa toma erróneamente por ellas. Por eso no hay precisión, F1, IoU, kappa ni exactitud global. Añada puntos de todo lo que hay allí.</translation>
    </message>
    <message>
      <source>The points have one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>Los puntos tienen una sola clase, {name}: se puede determinar cuánto de sus clases encuentra el mapa (exhaustividad), pero no lo que el mapa toma erróneamente por ellas. Por eso no hay precisión, F1, IoU, kappa ni exactitud global. Añada puntos de todo lo que hay allí.</translation>
    </message>
    <message>
      <source>The points of strata that take {share} of the map that they were drawn on are missing: no figures can be told. Use all points that “Draw sample points on a map” has drawn, those without a class, too.</source>
      <translation>Faltan los puntos de estratos que ocupan el {share} del mapa en el que se generaron: no se pueden dar cifras. Use todos los puntos que generó «Generar puntos de muestreo en un mapa», también los que no tienen clase.</translation>
    </message>
    <message>
      <source>The points of the stratum {name} carry different sizes in their field {field}: they come from several samples. Judge by one sample at a time.</source>
      <translation>Los puntos del estrato {name} llevan tamaños distintos en su campo {field}: proceden de varios muestreos. Evalúe con un solo muestreo cada vez.</translation>
    </message>
    <message>
      <source>The polygons are in {own} and {file} in {other}: they are reprojected.</source>
      <translation>Los polígonos están en {own} y {file} en {other}: se reproyectan.</translation>
    </message>
    <message>
      <source>The polygons cannot be brought into the raster's CRS {crs}. Check the CRS of both layers.</source>
      <translation>No se pueden transformar los polígonos al SRC del ráster, {crs}. Compruebe el SRC de ambas capas.</translation>
    </message>
    <message>
      <source>The polygons have no field “{field}”. Choose the one with the class.</source>
      <translation>Los polígonos no tienen ningún campo «{field}». Elija el que contiene la clase.</translation>
    </message>
    <message>
      <source>The polygons span only {share} of the map, and all of the rest counts as the background. If they were drawn on a part of the map only, judge the map of that part alone.</source>
      <translation>Los polígonos abarcan solo el {share} del mapa, y todo el resto cuenta como fondo. Si se dibujaron solo en una parte del mapa, evalúe únicamente el mapa de esa parte.</translation>
    </message>
    <message>
      <source>The precision {precision} is not available for this model on {device}. Available: {available}.</source>
      <translation>La precisión {precision} no está disponible para este modelo en {device}. Disponibles: {available}.</translation>
    </message>
    <message>
      <source>The preview goes on when the engine is free.</source>
      <translation>La vista previa continuará cuando el motor de cálculo esté libre.</translation>
    </message>
    <message>
      <source>The project has not been saved yet</source>
      <translation>El proyecto aún no se ha guardado</translation>
    </message>
    <message>
      <source>The project is no file</source>
      <translation>El proyecto no es un archivo</translation>
    </message>
    <message>
      <source>The proxy refused the download. Check the proxy under Settings &gt; Options &gt; Network.</source>
      <translation>El proxy rechazó la descarga. Compruebe el proxy en Configuración &gt; Opciones &gt; Red.</translation>
    </message>
    <message>
      <source>The proxy wants a user name and a password, or other ones. Enter them under Settings &gt; Options &gt; Network, then try again.</source>
      <translation>El proxy pide un nombre de usuario y una contraseña, u otros distintos. Introdúzcalos en Configuración &gt; Opciones &gt; Red e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>The Python of this computer cannot open secure connections: it lacks the module ssl. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>El Python de este equipo no puede abrir conexiones seguras: le falta el módulo ssl. Instale Python desde python.org, o elija otro en Configuración &gt; Opciones &gt; CrossEarth.</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by.</source>
      <translation>El ráster no tiene un SRC con el que medir.</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by: areas are given in pixels only, and the model sees it as it is. If you know how large its pixels are, say so (PIXEL_SIZE).</source>
      <translation>El ráster no tiene un SRC con el que medir: las áreas se dan solo en píxeles y el modelo lo ve tal cual. Si sabe qué tamaño tienen sus píxeles, indíquelo (PIXEL_SIZE).</translation>
    </message>
    <message>
      <source>The raster has no more than {count} different values: it looks like a map of classes and not like imagery, of which the model makes one. Choose the imagery itself.</source>
      <translation>El ráster no tiene más que {count} valores distintos: parece un mapa de clases y no una imagen de la que el modelo pueda obtener uno. Elija la imagen original.</translation>
    </message>
    <message>
      <source>The raster holds bytes, and {model} takes reflectance: 255 was taken for 1. A picture for the eye is no reflectance; take the imagery as it was delivered, or say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>El ráster contiene bytes y {model} admite reflectancia: se tomó 255 como 1. Una imagen preparada para verla no es reflectancia; use las imágenes tal como se entregaron, o indique qué números corresponden a 0 y 1 (STRETCH).</translation>
    </message>
    <message>
      <source>The raster is a picture in numbered colours: its colour table makes the bands 1 red, 2 green and 3 blue of it. If the numbers stand for classes and not for colours, it is a map already, and no imagery for a model.</source>
      <translation>El ráster es una imagen en colores indexados: con su tabla de colores se obtienen las bandas 1 rojo, 2 verde y 3 azul. Si los números representan clases y no colores, ya es un mapa y no una imagen para un modelo.</translation>
    </message>
    <message>
      <source>The raster is out of view.</source>
      <translation>El ráster está fuera de la vista.</translation>
    </message>
    <message>
      <source>The raster itself says that {own} is a reflectance of 0, {source} says {other}: what the raster says was taken. If that is wrong, say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>El propio ráster indica que {own} es una reflectancia de 0; {source} indica {other}: se tomó lo que dice el ráster. Si eso es incorrecto, indique qué números corresponden a 0 y 1 (STRETCH).</translation>
    </message>
    <message>
      <source>The raster stores numbers of {bits} bits, but none is above {high}: they look like bytes and were stretched as if they were not. If they are, say so (STRETCH 0,255).</source>
      <translation>El ráster almacena números de {bits} bits, pero ninguno supera {high}: parecen bytes y se estiraron como si no lo fueran. Si lo son, indíquelo (STRETCH 0,255).</translation>
    </message>
    <message>
      <source>The raster that was mapped</source>
      <translation>El ráster cartografiado</translation>
    </message>
    <message>
      <source>The raster that was mapped, bands {bands}</source>
      <translation>El ráster cartografiado, bandas {bands}</translation>
    </message>
    <message>
      <source>The raster to classify. Follows the active layer until you choose one.</source>
      <translation>El ráster que se clasifica. Sigue a la capa activa hasta que elija uno.</translation>
    </message>
    <message>
      <source>The raster {path} cannot be divided into {groups} groups: {pixels} of its pixels were looked at, and the number of different ones among them is {different}. Ask for fewer groups (3 at least), or take a larger area or other bands.</source>
      <translation>El ráster {path} no se puede dividir en {groups} grupos: se examinaron {pixels} de sus píxeles y el número de valores distintos entre ellos es {different}. Pida menos grupos (3 como mínimo), o use un área mayor u otras bandas.</translation>
    </message>
    <message>
      <source>The raster {path} cannot be read: {reason}</source>
      <translation>No se puede leer el ráster {path}: {reason}</translation>
    </message>
    <message>
      <source>The raster {path} cannot be used: {reason}</source>
      <translation>No se puede usar el ráster {path}: {reason}</translation>
    </message>
    <message>
      <source>The raster {path} did not arrive whole from its server ({reason}). Check the network and run it again; if it fails again, download the file: it may be damaged there.</source>
      <translation>El ráster {path} no llegó completo desde su servidor ({reason}). Compruebe la red y ejecute de nuevo; si vuelve a fallar, descargue el archivo: puede que esté dañado en el servidor.</translation>
    </message>
    <message>
      <source>The raster {path} has no valid pixels in the asked area: everything is nodata.</source>
      <translation>El ráster {path} no tiene píxeles válidos en el área solicitada: todo es «sin datos».</translation>
    </message>
    <message>
      <source>The raster {path} has pixels of type {dtype}, which no model knows. Make real numbers of them first, for instance their magnitude with the raster calculator.</source>
      <translation>El ráster {path} tiene píxeles de tipo {dtype}, que ningún modelo conoce. Conviértalos antes en números reales, por ejemplo calculando su módulo con la calculadora ráster.</translation>
    </message>
    <message>
      <source>The raster's band that the model takes as its band “{name}”</source>
      <translation>La banda del ráster que el modelo toma como su banda «{name}»</translation>
    </message>
    <message>
      <source>The redder, the more similar. Slide until the canvas shows what you look for, then keep the candidates.</source>
      <translation>Cuanto más rojo, más similar. Mueva el control deslizante hasta que el lienzo muestre lo que busca y conserve después los candidatos.</translation>
    </message>
    <message>
      <source>The reference has nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>La referencia no tiene nada de lo que el mapa llama {names}: se puede determinar cuánto de sus clases encuentra el mapa (exhaustividad), pero no lo que el mapa toma erróneamente por ellas. Por eso no hay precisión, F1, IoU, kappa ni exactitud global. Añada lugares de todo lo que hay allí; o, si todo lo que queda fuera de los polígonos de la referencia es otra cosa, indíquelo: BACKGROUND other.</translation>
    </message>
    <message>
      <source>The reference has one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>La referencia tiene una sola clase, {name}: se puede determinar cuánto de sus clases encuentra el mapa (exhaustividad), pero no lo que el mapa toma erróneamente por ellas. Por eso no hay precisión, F1, IoU, kappa ni exactitud global. Añada lugares de todo lo que hay allí; o, si todo lo que queda fuera de los polígonos de la referencia es otra cosa, indíquelo: BACKGROUND other.</translation>
    </message>
    <message>
      <source>The reference has {count} classes. Is it the field that holds the class?</source>
      <translation>La referencia tiene {count} clases. ¿Es ese el campo que contiene la clase?</translation>
    </message>
    <message>
      <source>The reference is itself a map, made by the model {model}: the figures say how far two maps agree, and not how good either is.</source>
      <translation>La referencia es a su vez un mapa, generado por el modelo {model}: las cifras indican en qué medida coinciden dos mapas, y no la calidad de cada uno.</translation>
    </message>
    <message>
      <source>The reference of all figures here is the teacher, {name}: how often the map is right they do not say. Measure that by polygons or points (crossearth evaluate).</source>
      <translation>La referencia de todas las cifras de esta página es el profesor, {name}: no indican con qué frecuencia acierta el mapa. Mida eso con polígonos o puntos («Medir la exactitud de un mapa»).</translation>
    </message>
    <message>
      <source>The reference writes {spellings}: all are taken as the class {name}.</source>
      <translation>La referencia escribe {spellings}: todo ello se toma como la clase {name}.</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>El informe</translation>
    </message>
    <message>
      <source>The result could not be uploaded to {path}: {reason}. It is finished and kept in {folder}; the same run with RESUME uploads it and computes nothing again.</source>
      <translation>No se pudo subir el resultado a {path}: {reason}. Está terminado y se conserva en {folder}; la misma ejecución con RESUME lo sube sin calcular nada de nuevo.</translation>
    </message>
    <message>
      <source>The rows of the one are turned by {own}°, those of the other by {other}°.</source>
      <translation>Las filas de uno están giradas {own}°, las del otro {other}°.</translation>
    </message>
    <message>
      <source>The rows of the one run from the north, those of the other from the south.</source>
      <translation>Las filas de uno van desde el norte, las del otro desde el sur.</translation>
    </message>
    <message>
      <source>The run failed. The log has the details.</source>
      <translation>La ejecución falló. El registro contiene los detalles.</translation>
    </message>
    <message>
      <source>The same</source>
      <translation>Las mismas</translation>
    </message>
    <message>
      <source>The sample points are ready: {path}. The project of the run is not open any more.</source>
      <translation>Los puntos de muestreo están listos: {path}. El proyecto de la ejecución ya no está abierto.</translation>
    </message>
    <message>
      <source>The samples are being counted.</source>
      <translation>Se están contando las muestras.</translation>
    </message>
    <message>
      <source>The samples cannot be saved to {path}: {reason}</source>
      <translation>No se pueden guardar las muestras en {path}: {reason}</translation>
    </message>
    <message>
      <source>The scales “{text}” are not understood. Write numbers with commas between them, such as 0.75, 1, 1.5.</source>
      <translation>No se entienden las escalas «{text}». Escriba números separados por comas, como 0.75, 1, 1.5.</translation>
    </message>
    <message>
      <source>The scheduler has no workers yet: waiting for them…</source>
      <translation>El planificador aún no tiene procesos de trabajo: esperándolos…</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more. What is done is kept: when there is one again, the same run with RESUME goes on.</source>
      <translation>El planificador {address} ya no responde. Lo hecho se conserva: cuando vuelva a haber uno, la misma ejecución con RESUME continúa.</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one, or on this computer. What is computed is kept.</source>
      <translation>El planificador {address} ya no responde: ejecute de nuevo cuando vuelva a haber uno, o en este equipo. Lo calculado se conserva.</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one.</source>
      <translation>El planificador {address} ya no responde: ejecute de nuevo cuando vuelva a haber uno.</translation>
    </message>
    <message>
      <source>The scheduler {address} is on another computer and does not use TLS: who reaches it can run anything on its workers. Start it with certificates (tls://).</source>
      <translation>El planificador {address} está en otro equipo y no usa TLS: quien acceda a él puede ejecutar cualquier cosa en sus procesos de trabajo. Inícielo con certificados (tls://).</translation>
    </message>
    <message>
      <source>The scheduler {address} uses TLS, and no certificates are named. Say in QGIS's options in which folder they are.</source>
      <translation>El planificador {address} usa TLS y no se ha indicado ningún certificado. Indique en las opciones de QGIS en qué carpeta están.</translation>
    </message>
    <message>
      <source>the server did not answer in time</source>
      <translation>el servidor no respondió a tiempo</translation>
    </message>
    <message>
      <source>The server has no imagery for 1 piece of the layer “{layer}”: the map has a hole there.</source>
      <translation>El servidor no tiene imágenes para 1 fragmento de la capa «{layer}»: ahí el mapa tiene un hueco.</translation>
    </message>
    <message>
      <source>The server has no imagery for {count} pieces of the layer “{layer}”: the map has holes there.</source>
      <translation>El servidor no tiene imágenes para {count} fragmentos de la capa «{layer}»: ahí el mapa tiene huecos.</translation>
    </message>
    <message>
      <source>the server sent {kind} instead of a picture</source>
      <translation>el servidor envió {kind} en lugar de una imagen</translation>
    </message>
    <message>
      <source>The stretch “{text}” is not understood. Write none, two values such as 0,10000, or two percentages such as 2%,98%.</source>
      <translation>No se entiende el estiramiento «{text}». Escriba none, dos valores como 0,10000, o dos porcentajes como 2%,98%.</translation>
    </message>
    <message>
      <source>The student had none of these classes before: there is nothing to compare it with.</source>
      <translation>Antes, el alumno no tenía ninguna de estas clases: no hay con qué compararlo.</translation>
    </message>
    <message>
      <source>The sums are without {names}: no CRS tells how large the pixels are.</source>
      <translation>Los totales no incluyen {names}: ningún SRC indica qué tamaño tienen los píxeles.</translation>
    </message>
    <message>
      <source>The sums are without {names}: these maps are doubtful.</source>
      <translation>Los totales no incluyen {names}: estos mapas son dudosos.</translation>
    </message>
    <message>
      <source>The teacher looks at each window in all eight ways, and the student learns the average: no time is lost when it maps.</source>
      <translation>El profesor mira cada ventana de las ocho formas posibles y el alumno aprende la media: no se pierde tiempo al cartografiar.</translation>
    </message>
    <message>
      <source>The temporary file {path} cannot be written: {reason}</source>
      <translation>No se puede escribir el archivo temporal {path}: {reason}</translation>
    </message>
    <message>
      <source>The training was stopped.</source>
      <translation>El entrenamiento se detuvo.</translation>
    </message>
    <message>
      <source>The values of band {bands} are not those that {model} was trained on: in band {band} half of the pixels lie below {middle}, where that was {trained}, and {low} to {high} held the middle half of them. Another date, another light, another sensor or haze does that, and the map will be poor. Bring the values back to those of the training (“Match to the training imagery”, MATCH), or adapt the model to this raster.</source>
      <translation>Los valores de la banda {bands} no son aquellos con los que se entrenó {model}: en la banda {band} la mitad de los píxeles está por debajo de {middle}, mientras que en el entrenamiento ese valor era {trained} y la mitad central iba de {low} a {high}. Otra fecha, otra iluminación, otro sensor o la bruma producen eso, y el mapa será peor. Devuelva los valores a los del entrenamiento («Igualar a las imágenes de entrenamiento», MATCH), o adapte el modelo a este ráster.</translation>
    </message>
    <message>
      <source>The values that become the ends of what the model takes: two values (0,10000), two percentages of the whole raster (2%,98%), or none. By default bytes as they are; reflectance by the scale of the file or its product; others as the model says, else 2%,98%.</source>
      <translation>Los valores que pasan a ser los extremos de lo que admite el modelo: dos valores (0,10000), dos porcentajes del ráster completo (2%,98%), o none. De forma predeterminada, los bytes tal cual; la reflectancia según la escala del archivo o de su producto; los demás según indique el modelo y, si no, 2%,98%.</translation>
    </message>
    <message>
      <source>The values without data “{text}” are not understood. Write values or ranges with commas between them, such as 0 or -9999..-9000,255, or none.</source>
      <translation>No se entienden los valores sin datos «{text}». Escriba valores o rangos separados por comas, como 0 o -9999..-9000,255, o none.</translation>
    </message>
    <message>
      <source>The values “{text}” are not understood. Write bytes, reflectance, dB, or two ends such as 0,10000.</source>
      <translation>No se entienden los valores «{text}». Escriba bytes, reflectance, dB, o dos extremos como 0,10000.</translation>
    </message>
    <message>
      <source>The whole raster</source>
      <translation>Todo el ráster</translation>
    </message>
    <message>
      <source>The worker {worker} cannot keep the model that it was sent: {reason}.</source>
      <translation>El proceso de trabajo {worker} no puede guardar el modelo que se le envió: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} cannot write to the folder {folder}: {reason}.</source>
      <translation>El proceso de trabajo {worker} no puede escribir en la carpeta {folder}: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} could not look: {reason}.</source>
      <translation>El proceso de trabajo {worker} no pudo comprobarlo: {reason}.</translation>
    </message>
    <message>
      <source>The worker {worker} does not see the folder {folder}, where the map is to be.</source>
      <translation>El proceso de trabajo {worker} no ve la carpeta {folder}, donde debe crearse el mapa.</translation>
    </message>
    <message>
      <source>The worker {worker} does not see what is here: {reason}</source>
      <translation>El proceso de trabajo {worker} no ve lo que hay aquí: {reason}</translation>
    </message>
    <message>
      <source>The worker {worker} gets nothing to do.</source>
      <translation>El proceso de trabajo {worker} no recibe ninguna tarea.</translation>
    </message>
    <message>
      <source>The worker {worker} has another model {model} than there is here, by the SHA-256 of its weights and its description.</source>
      <translation>El proceso de trabajo {worker} tiene un modelo {model} distinto del que hay aquí, según el SHA-256 de sus pesos y su descripción.</translation>
    </message>
    <message>
      <source>The worker {worker} has no engine of version {version} ({reason}).</source>
      <translation>El proceso de trabajo {worker} no tiene un motor de cálculo de la versión {version} ({reason}).</translation>
    </message>
    <message>
      <source>The worker {worker} has version {own} of the engine, and not {version}.</source>
      <translation>El proceso de trabajo {worker} tiene la versión {own} del motor de cálculo y no la {version}.</translation>
    </message>
    <message>
      <source>The worker {worker} lacks the model {model}.</source>
      <translation>Al proceso de trabajo {worker} le falta el modelo {model}.</translation>
    </message>
    <message>
      <source>The worker {worker} sees another raster {raster} than the one that is here.</source>
      <translation>El proceso de trabajo {worker} ve un ráster {raster} distinto del que hay aquí.</translation>
    </message>
    <message>
      <source>The workers have written what they see to {folder}, and it is not seen here.</source>
      <translation>Los procesos de trabajo escribieron lo que ven en {folder}, y aquí no se ve.</translation>
    </message>
    <message>
      <source>The workers write the map beside the report while it is judged: name one (REPORT) in a folder that they see.</source>
      <translation>Los procesos de trabajo escriben el mapa junto al informe mientras se evalúa: indique un informe (REPORT) en una carpeta que ellos vean.</translation>
    </message>
    <message>
      <source>The workers write what they see beside the new model: name a folder that they see (SCRATCH).</source>
      <translation>Los procesos de trabajo escriben lo que ven junto al nuevo modelo: indique una carpeta que ellos vean (SCRATCH).</translation>
    </message>
    <message>
      <source>The {area} does not touch the raster {path}. Check its position and its CRS.</source>
      <translation>Nada de lo indicado ({area}) se superpone al ráster {path}. Compruebe su posición y su SRC.</translation>
    </message>
    <message>
      <source>Then map the &amp;visible canvas</source>
      <translation>Luego cartografiar la &amp;vista</translation>
    </message>
    <message>
      <source>There are fewer points than classes: none lies on {names}, and areas cannot be told for the whole map. Ask for {least} points at least, better 50 for each class.</source>
      <translation>Hay menos puntos que clases: ninguno está en {names}, y no se pueden dar áreas para todo el mapa. Pida al menos {least} puntos, mejor 50 por clase.</translation>
    </message>
    <message>
      <source>There are no polygons or points with a class in the field “{field}”. Draw some, and give each its class.</source>
      <translation>No hay polígonos ni puntos con una clase en el campo «{field}». Dibuje algunos y dé a cada uno su clase.</translation>
    </message>
    <message>
      <source>There are no polygons or points with a number in the field “{field}”.</source>
      <translation>No hay polígonos ni puntos con un número en el campo «{field}».</translation>
    </message>
    <message>
      <source>There are no polygons to limit the run to: the layer, or the selection in it, is empty.</source>
      <translation>No hay polígonos a los que limitar la ejecución: la capa, o la selección en ella, está vacía.</translation>
    </message>
    <message>
      <source>There can be 1 to {most} workers (local:N), not {count}.</source>
      <translation>Puede haber de 1 a {most} procesos de trabajo (local:N), no {count}.</translation>
    </message>
    <message>
      <source>There is a model {id} already. Choose another id (MODEL_ID), or remove it.</source>
      <translation>Ya existe un modelo {id}. Elija otro identificador (MODEL_ID), o elimine el modelo.</translation>
    </message>
    <message>
      <source>There is no cluster {text}: name the address of its scheduler, such as tls://host:8786, the file that it has written, or local:N for N workers here.</source>
      <translation>No existe ningún clúster {text}: indique la dirección de su planificador, como tls://host:8786, el archivo que este ha escrito, o local:N para N procesos de trabajo en este equipo.</translation>
    </message>
    <message>
      <source>There is no connection to {host}: {reason}. Check the network and the proxy settings, or take the file from a folder.</source>
      <translation>No hay conexión con {host}: {reason}. Compruebe la red y la configuración del proxy, o tome el archivo de una carpeta.</translation>
    </message>
    <message>
      <source>There is no data anywhere in band {bands}. What is left out like that is not asked where the raster has data, and is 0 for the model. If it needs more, choose other bands (BANDS).</source>
      <translation>No hay datos en ninguna parte de la banda {bands}. Lo que se omite así no se consulta para saber dónde tiene datos el ráster, y vale 0 para el modelo. Si este necesita más, elija otras bandas (BANDS).</translation>
    </message>
    <message>
      <source>There is no dataset {name}. Known are: {known}.</source>
      <translation>No existe ningún conjunto de datos {name}. Se conocen: {known}.</translation>
    </message>
    <message>
      <source>There is no model “{model}”. Known models: {known}.</source>
      <translation>No existe ningún modelo «{model}». Modelos conocidos: {known}.</translation>
    </message>
    <message>
      <source>There is no place for the map: {reason}</source>
      <translation>No hay dónde guardar el mapa: {reason}</translation>
    </message>
    <message>
      <source>There is no raster there.</source>
      <translation>Ahí no hay ningún ráster.</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: it does not answer.</source>
      <translation>No hay ningún planificador de dask en {address}: no responde.</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: {reason}.</source>
      <translation>No hay ningún planificador de dask en {address}: {reason}.</translation>
    </message>
    <message>
      <source>there is no such file.</source>
      <translation>no existe ese archivo.</translation>
    </message>
    <message>
      <source>There is no {file} at {address}. Check the address.</source>
      <translation>No existe {file} en {address}. Compruebe la dirección.</translation>
    </message>
    <message>
      <source>There is not enough memory for this on the computer. End other programs that use it, or ask for less: smaller windows, one thread, a smaller model.</source>
      <translation>El equipo no tiene memoria suficiente para esto. Cierre otros programas que la usen, o pida menos: ventanas más pequeñas, un solo hilo, un modelo más pequeño.</translation>
    </message>
    <message>
      <source>There is not enough space on the disk of {folder}: {needed} are needed, {free} are free.</source>
      <translation>No hay espacio suficiente en el disco de {folder}: se necesitan {needed} y hay {free} libres.</translation>
    </message>
    <message>
      <source>thermal infrared</source>
      <translation>infrarrojo térmico</translation>
    </message>
    <message>
      <source>These points are there to judge maps: a model that has seen them cannot be judged by them any more.</source>
      <translation>Estos puntos sirven para evaluar mapas: un modelo que los ha visto ya no se puede evaluar con ellos.</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>Estos puntos no indican qué mapa es mejor: si ambos fueran igual de buenos, una diferencia así de grande se daría por azar con una probabilidad del {chance} %.</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come up {often} by chance (p = {p}). That does not say that they are equally good; more points may tell.</source>
      <translation>Estos puntos no indican qué mapa es mejor: si ambos fueran igual de buenos, una diferencia así de grande aparecería {often} por azar (p = {p}). Eso no significa que sean igual de buenos; con más puntos quizá se sepa.</translation>
    </message>
    <message>
      <source>They are those of one part of the area, and what lies next to them was not learned from. Of all steps the one with the best mean IoU on them was kept, so the figures flatter a little. After that, the model learned from all for its last steps.</source>
      <translation>Son los de una parte del área, y no se aprendió de lo que hay junto a ellos. De todos los pasos se conservó el de mejor IoU media en ellos, de modo que las cifras son algo favorables. Después, en sus últimos pasos, el modelo aprendió de todos.</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless a class lies nowhere else.</source>
      <translation>Se dividieron según su ubicación en {count} partes, y cada parte la cartografió un modelo ajustado a las demás, sin lo que queda junto a la parte, salvo que una clase no esté en ningún otro lugar.</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless all does.</source>
      <translation>Se dividieron según su ubicación en {count} partes, y cada parte la cartografió un modelo ajustado a las demás, sin lo que queda junto a la parte, salvo que todo lo esté.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Este equipo</translation>
    </message>
    <message>
      <source>This holds for the place if the points were drawn at random, each pixel with the same chance; else for these points only.</source>
      <translation>Esto vale para el lugar si los puntos se eligieron al azar, cada píxel con la misma probabilidad; si no, solo para estos puntos.</translation>
    </message>
    <message>
      <source>This map goes to {folder}.</source>
      <translation>Este mapa se guarda en {folder}.</translation>
    </message>
    <message>
      <source>This map has a class on {share} of the area of the map that the points were drawn on: areas are estimated for what both have in common.</source>
      <translation>Este mapa tiene una clase en el {share} del área del mapa en el que se generaron los puntos: las áreas se estiman para lo que ambos tienen en común.</translation>
    </message>
    <message>
      <source>This map is right</source>
      <translation>Este mapa acierta</translation>
    </message>
    <message>
      <source>This map is wrong</source>
      <translation>Este mapa falla</translation>
    </message>
    <message>
      <source>This map takes about {time}. A compact model can learn from a part of it, and map the rest sooner.</source>
      <translation>Este mapa tarda alrededor de {time}. Un modelo compacto puede aprender de una parte y cartografiar el resto más rápido.</translation>
    </message>
    <message>
      <source>This model needs PyTorch: run it once first.</source>
      <translation>Este modelo necesita PyTorch: ejecútelo primero una vez.</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed yet: {name}, a download of {size}, once, into
{folder}

Download it now?</source>
      <translation>Para esto se necesita PyTorch, que aún no está instalado: {name}, una descarga de {size}, una sola vez, en
{folder}

¿Descargarlo ahora?</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed: a download of up to 3 GB. The CrossEarth panel installs it on request; without a window: qgis_process run crossearth:setupengine --TORCH=true</source>
      <translation>Para esto se necesita PyTorch, que no está instalado: una descarga de hasta 3 GB. El panel CrossEarth lo instala si se le pide; sin interfaz gráfica: qgis_process run crossearth:setupengine --TORCH=true</translation>
    </message>
    <message>
      <source>This needs the package {package}. Install it with: pip install {requirement}</source>
      <translation>Para esto se necesita el paquete {package}. Instálelo con: pip install {requirement}</translation>
    </message>
    <message>
      <source>This raster is unlike the imagery that {model} was trained on: {share} of the places that were looked at are as unusual as one in 20 is there. Classes may be wrong anywhere on it, and the confidence does not tell where. Check the map against the imagery, or adapt the model to a few polygons drawn on this raster (Adapt); Unfamiliarity among the outputs shows where it is unlike.</source>
      <translation>Este ráster es distinto de las imágenes con las que se entrenó {model}: el {share} de los lugares examinados es tan inusual como lo es allí uno de cada 20. Las clases pueden ser erróneas en cualquier parte, y la confianza no indica dónde. Compare el mapa con la imagen, o adapte el modelo a unos pocos polígonos dibujados en este ráster (Adaptar); la salida Disimilitud muestra dónde es distinto.</translation>
    </message>
    <message>
      <source>This translation was made by a machine. Corrections are welcome.</source>
      <translation>Esta traducción la hizo una máquina. Se agradecen las correcciones.</translation>
    </message>
    <message>
      <source>Those of the same season</source>
      <translation>Las de la misma estación</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Hilos</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Tiempo</translation>
    </message>
    <message>
      <source>Time needed</source>
      <translation>Tiempo necesario</translation>
    </message>
    <message>
      <source>times the size</source>
      <translation>veces el tamaño</translation>
    </message>
    <message>
      <source>To be adapted first</source>
      <translation>Hay que adaptarlo primero</translation>
    </message>
    <message>
      <source>To be adapted first: it knows no classes yet</source>
      <translation>Hay que adaptarlo primero: aún no conoce ninguna clase</translation>
    </message>
    <message>
      <source>train,training,finetune,fine-tuning,samples,polygons,machine learning,deep learning</source>
      <translation>entrenar,entrenamiento,ajuste fino,adaptar,muestras,polígonos,aprendizaje automático,aprendizaje profundo</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>Entrenado con</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entrenamiento</translation>
    </message>
    <message>
      <source>Training steps</source>
      <translation>Pasos de entrenamiento</translation>
    </message>
    <message>
      <source>Trains the model itself: minutes to hours, for the best map</source>
      <translation>Entrena el propio modelo: de minutos a horas, para obtener el mejor mapa</translation>
    </message>
    <message>
      <source>Trees</source>
      <translation>Árboles</translation>
    </message>
    <message>
      <source>Tri&amp;als…</source>
      <translation>P&amp;ruebas…</translation>
    </message>
    <message>
      <source>Trials</source>
      <translation>Pruebas</translation>
    </message>
    <message>
      <source>Trials on This Computer</source>
      <translation>Pruebas en este equipo</translation>
    </message>
    <message>
      <source>Trials on this computer: {count}. Something faster was found in {taken}.</source>
      <translation>Pruebas en este equipo: {count}. Se encontró algo más rápido en {taken}.</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>Probado</translation>
    </message>
    <message>
      <source>Trying the engine on a small raster…</source>
      <translation>Probando el motor de cálculo con un ráster pequeño…</translation>
    </message>
    <message>
      <source>Two maps are compared by points (“Draw sample points on a map”): pixels of polygons or of another map stand together and are no sample, so that nothing tells how sure a difference is.</source>
      <translation>Dos mapas se comparan mediante puntos («Generar puntos de muestreo en un mapa»): los píxeles de polígonos o de otro mapa están contiguos y no son un muestreo, de modo que nada indica la fiabilidad de una diferencia.</translation>
    </message>
    <message>
      <source>Two outputs need two files, not one: {path}</source>
      <translation>Dos salidas necesitan dos archivos, no uno: {path}</translation>
    </message>
    <message>
      <source>Type another name to rename a class; give several the same name to merge them.</source>
      <translation>Escriba otro nombre para cambiar el de una clase; dé el mismo nombre a varias para fusionarlas.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Undo (U)</source>
      <translation>Deshacer (U)</translation>
    </message>
    <message>
      <source>Unfamiliarity</source>
      <translation>Disimilitud</translation>
    </message>
    <message>
      <source>Unfamiliarity of the map</source>
      <translation>Disimilitud del mapa</translation>
    </message>
    <message>
      <source>Unfamiliarity – {name}</source>
      <translation>Disimilitud – {name}</translation>
    </message>
    <message>
      <source>Unit: {unit}; rows: before, columns: after. What has stayed lies on the diagonal.</source>
      <translation>Unidad: {unit}; filas: antes, columnas: después. Lo que no ha cambiado está en la diagonal.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Desconocido</translation>
    </message>
    <message>
      <source>Unlike the training imagery</source>
      <translation>Distinto de las imágenes de entrenamiento</translation>
    </message>
    <message>
      <source>unlike the training imagery</source>
      <translation>distinto de las imágenes de entrenamiento</translation>
    </message>
    <message>
      <source>Unpacking Python {version}…</source>
      <translation>Descomprimiendo Python {version}…</translation>
    </message>
    <message>
      <source>Use the selected polygons and leave the others out</source>
      <translation>Usar los polígonos seleccionados y omitir los demás</translation>
    </message>
    <message>
      <source>User's</source>
      <translation>Usuario</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valor</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valores</translation>
    </message>
    <message>
      <source>Values matched to the training imagery</source>
      <translation>Valores igualados a las imágenes de entrenamiento</translation>
    </message>
    <message>
      <source>values of {ends}</source>
      <translation>valores de {ends}</translation>
    </message>
    <message>
      <source>Values stretched from</source>
      <translation>Valores estirados desde</translation>
    </message>
    <message>
      <source>Values stretched: {ranges}</source>
      <translation>Valores estirados: {ranges}</translation>
    </message>
    <message>
      <source>Values that the model takes</source>
      <translation>Valores que admite el modelo</translation>
    </message>
    <message>
      <source>Values were matched to the training imagery of {model}; {share} of the places that were looked at are still as unusual as one in 20 is there. Matching brings back brightness and contrast, and no detail, and makes noise stronger: check the map against the imagery.</source>
      <translation>Los valores se igualaron a las imágenes de entrenamiento de {model}; el {share} de los lugares examinados sigue siendo tan inusual como lo es allí uno de cada 20. La igualación recupera brillo y contraste, pero no detalle, y acentúa el ruido: compare el mapa con la imagen.</translation>
    </message>
    <message>
      <source>Values without data</source>
      <translation>Valores sin datos</translation>
    </message>
    <message>
      <source>Values without data after</source>
      <translation>Valores sin datos del mapa posterior</translation>
    </message>
    <message>
      <source>Values without data before</source>
      <translation>Valores sin datos del mapa anterior</translation>
    </message>
    <message>
      <source>Versions, devices, settings and the last log, for a report of a fault.</source>
      <translation>Versiones, dispositivos, configuración y último registro, para un informe de error.</translation>
    </message>
    <message>
      <source>Versions, settings and the log, to paste in a report of a fault</source>
      <translation>Versiones, configuración y registro, para pegar en un informe de error</translation>
    </message>
    <message>
      <source>Virtual rasters (*.vrt)</source>
      <translation>Rásteres virtuales (*.vrt)</translation>
    </message>
    <message>
      <source>Visible canvas</source>
      <translation>Lienzo visible</translation>
    </message>
    <message>
      <source>Waiting for another run to end…</source>
      <translation>Esperando a que termine otra ejecución…</translation>
    </message>
    <message>
      <source>Walk through the places where the model is least sure, key by key</source>
      <translation>Recorrer con el teclado los lugares donde el modelo está menos seguro</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Agua</translation>
    </message>
    <message>
      <source>water vapour</source>
      <translation>vapor de agua</translation>
    </message>
    <message>
      <source>Web address or folder with the models</source>
      <translation>Dirección web o carpeta con los modelos</translation>
    </message>
    <message>
      <source>Weights in half precision</source>
      <translation>Pesos en media precisión</translation>
    </message>
    <message>
      <source>Weights, SHA-256</source>
      <translation>Pesos, SHA-256</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 less, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>Si los números de la referencia fueran 1 menos, coincidiría con el mapa el {shifted} de ella, y no el {agree}: parece que una cuenta sus clases desde 0 y el otro desde 1. En ese caso, numere la referencia como el mapa, o dele los nombres de las clases del mapa.</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 more, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>Si los números de la referencia fueran 1 más, coincidiría con el mapa el {shifted} de ella, y no el {agree}: parece que una cuenta sus clases desde 0 y el otro desde 1. En ese caso, numere la referencia como el mapa, o dele los nombres de las clases del mapa.</translation>
    </message>
    <message>
      <source>What a pixel of a photo or a scan measures on the ground, so that the model sees it in the size that it was trained for, and areas are in square metres. Where the raster has a CRS, that tells.</source>
      <translation>Lo que mide sobre el terreno un píxel de una foto o de un escaneo, para que el modelo lo vea en el tamaño para el que se entrenó y las áreas estén en metros cuadrados. Si el ráster tiene SRC, este lo indica.</translation>
    </message>
    <message>
      <source>What Changed…</source>
      <translation>Cambios…</translation>
    </message>
    <message>
      <source>What computes: auto takes the fastest that works. Or type a name, such as cuda:1.</source>
      <translation>Qué realiza el cálculo: auto toma lo más rápido que funcione. O escriba un nombre, como cuda:1.</translation>
    </message>
    <message>
      <source>What has changed between two maps, from what to what.</source>
      <translation>Qué ha cambiado entre dos mapas, de qué a qué.</translation>
    </message>
    <message>
      <source>What has changed, coloured by what it has become</source>
      <translation>Lo que ha cambiado, coloreado según en qué se ha convertido</translation>
    </message>
    <message>
      <source>What is chosen is not trained itself: use “Quick adapt”.</source>
      <translation>Lo elegido no se puede entrenar; use «Adaptación rápida».</translation>
    </message>
    <message>
      <source>What is subtracted from the values: one number, or one per band, separated by commas.</source>
      <translation>Lo que se resta a los valores: un número, o uno por banda, separados por comas.</translation>
    </message>
    <message>
      <source>What is told as a warning, such as an unmarked border or bands that are not the model's, then ends the run before anything is computed.</source>
      <translation>Lo que se comunica como advertencia, como un borde sin marcar o bandas que no son las del modelo, termina entonces la ejecución antes de calcular nada.</translation>
    </message>
    <message>
      <source>what it computes of a test window is no number: its weights are damaged.</source>
      <translation>lo que calcula de una ventana de prueba no es un número: sus pesos están dañados.</translation>
    </message>
    <message>
      <source>What looks at the imagery and knows the classes. The id of a model in the catalogue, or the path of a model's folder or ONNX file.</source>
      <translation>Lo que mira las imágenes y conoce las clases. El identificador de un modelo del catálogo, o la ruta de una carpeta de modelo o de un archivo ONNX.</translation>
    </message>
    <message>
      <source>What of the raster the model maps; empty: all.</source>
      <translation>Qué parte del ráster cartografía el modelo; vacío: todo.</translation>
    </message>
    <message>
      <source>What people call it.</source>
      <translation>Cómo lo llaman las personas.</translation>
    </message>
    <message>
      <source>What programs write where there is no class is taken for none in the field {field} ({texts}): {count}. If it is a class, give it another name.</source>
      <translation>Lo que los programas escriben donde no hay clase se interpreta como ausencia de clase en el campo {field} ({texts}): {count}. Si es una clase, dele otro nombre.</translation>
    </message>
    <message>
      <source>What scripts call it: small letters, digits, dots and hyphens. Empty: by the name of the file.</source>
      <translation>Cómo lo llaman los scripts: minúsculas, dígitos, puntos y guiones. Vacío: según el nombre del archivo.</translation>
    </message>
    <message>
      <source>What the canvas shows</source>
      <translation>Lo que muestra el lienzo</translation>
    </message>
    <message>
      <source>What the cluster calls folders of this computer, a line for each: the folder here, =, the folder there. Those that are called the same need no line.</source>
      <translation>Cómo llama el clúster a las carpetas de este equipo, una línea por carpeta: la carpeta de aquí, =, la carpeta de allí. Las que se llaman igual no necesitan línea.</translation>
    </message>
    <message>
      <source>What the interrupted run left belongs to other data, another model or other options: the run starts anew.</source>
      <translation>Lo que dejó la ejecución interrumpida corresponde a otros datos, otro modelo u otras opciones: la ejecución empieza de nuevo.</translation>
    </message>
    <message>
      <source>What the interrupted run left is damaged or incomplete: the run starts anew.</source>
      <translation>Lo que dejó la ejecución interrumpida está dañado o incompleto: la ejecución empieza de nuevo.</translation>
    </message>
    <message>
      <source>What the network takes, in which mean and standard deviation are, too: bytes (0 to 255), reflectance (0 to 1), dB (decibels), or two ends such as 0,10000. Empty: what the mean looks like.</source>
      <translation>Lo que admite la red, en lo que se expresan también la media y la desviación estándar: bytes (de 0 a 255), reflectance (reflectancia, de 0 a 1), dB (decibelios), o dos extremos como 0,10000. Vacío: lo que sugiera la media.</translation>
    </message>
    <message>
      <source>What the new model will be called; empty: after raster and day. The same name again makes another round of the model, and the earlier ones are kept</source>
      <translation>Cómo se llamará el nuevo modelo; vacío: según el ráster y el día. Usar el mismo nombre crea otra ronda del modelo, y las anteriores se conservan</translation>
    </message>
    <message>
      <source>What the panel offers first. Automatic takes the fastest device that works; a name such as cuda:1 can be typed.</source>
      <translation>Lo que el panel ofrece primero. Automático toma el dispositivo más rápido que funcione; se puede escribir un nombre como cuda:1.</translation>
    </message>
    <message>
      <source>What the teacher computes in. Less than fp32 is quicker where the device has it.</source>
      <translation>Con qué precisión calcula el profesor. Menos que fp32 es más rápido si el dispositivo lo admite.</translation>
    </message>
    <message>
      <source>What they are then divided by: one number, or one per band, separated by commas.</source>
      <translation>Aquello por lo que se dividen después: un número, o uno por banda, separados por comas.</translation>
    </message>
    <message>
      <source>What was found cannot be deleted: {reason}.</source>
      <translation>No se puede borrar lo encontrado: {reason}.</translation>
    </message>
    <message>
      <source>What {host} has as {file} is another file than the one that was downloaded here earlier. If its authors have changed it, remove its line from {list}, and download it again.</source>
      <translation>Lo que {host} ofrece como {file} es un archivo distinto del que se descargó aquí anteriormente. Si sus autores lo han cambiado, elimine su línea de {list} y descárguelo de nuevo.</translation>
    </message>
    <message>
      <source>What {host} has as {file} is of {size}; the published file is of {expected}. Nothing was downloaded: check the address, or put a SHA256SUMS beside the file.</source>
      <translation>Lo que {host} ofrece como {file} ocupa {size}; el archivo publicado ocupa {expected}. No se descargó nada: compruebe la dirección, o coloque un archivo SHA256SUMS junto a él.</translation>
    </message>
    <message>
      <source>What {host} sent as {file} is not what it announced: size or SHA-256 differ. It was removed; download it again, or from another address.</source>
      <translation>Lo que {host} envió como {file} no es lo anunciado: el tamaño o el SHA-256 no coinciden. Se ha eliminado; descárguelo de nuevo o desde otra dirección.</translation>
    </message>
    <message>
      <source>What {place} has as {file} is not the Python that was published: its SHA-256 is another one. What was fetched is deleted. Try again; if it stays so, the mirror, or a proxy on the way, changes files.</source>
      <translation>Lo que {place} ofrece como {file} no es el Python que se publicó: su SHA-256 es otro. Lo descargado se ha borrado. Inténtelo de nuevo; si sigue igual, el servidor espejo, o un proxy intermedio, modifica los archivos.</translation>
    </message>
    <message>
      <source>Whatever the file says. By default that of the layer, and of a file that is no layer its own.</source>
      <translation>Independientemente de lo que indique el archivo. De forma predeterminada, el de la capa y, en un archivo que no es una capa, el suyo propio.</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Dónde</translation>
    </message>
    <message>
      <source>Where groups are found; the model is the one to start from</source>
      <translation>Dónde se buscan grupos; el modelo es aquel del que se parte</translation>
    </message>
    <message>
      <source>Where it has none, within its extent, counts as {name}, as asked.</source>
      <translation>Donde no tiene ninguna, dentro de su extensión, cuenta como {name}, según lo solicitado.</translation>
    </message>
    <message>
      <source>Where it is published</source>
      <translation>Donde está publicado</translation>
    </message>
    <message>
      <source>Where it looks like at a few points or polygons, without any classes.</source>
      <translation>Lugares que se parecen a unos pocos puntos o polígonos, sin ninguna clase.</translation>
    </message>
    <message>
      <source>Where samples were held out it is {sure} % sure and {right} % right.</source>
      <translation>En las muestras reservadas, su confianza es del {sure} % y acierta el {right} %.</translation>
    </message>
    <message>
      <source>Where the legend of the layer does not say them: values and names, such as 1=water, 2=forest.</source>
      <translation>Cuando la leyenda de la capa no los indica: valores y nombres, como 1=agua, 2=bosque.</translation>
    </message>
    <message>
      <source>Where the model is computed: auto, cpu, or a graphics card: gpu:0, gpu:1… What really ran, and why no better device, is written into the result.</source>
      <translation>Dónde se calcula el modelo: auto, cpu o una tarjeta gráfica: gpu:0, gpu:1… Lo que se usó realmente, y por qué no un dispositivo mejor, se escribe en el resultado.</translation>
    </message>
    <message>
      <source>Where there are enough in all: else all classes share alike.</source>
      <translation>Si hay suficientes en total; si no, todas las clases reciben lo mismo.</translation>
    </message>
    <message>
      <source>Which bands stand for the model's inputs, for instance red, green, blue. Empty: by the colours that the file names, else the first ones. In scripts, and for qgis_process: 3,2,1.</source>
      <translation>Qué bandas corresponden a las entradas del modelo, por ejemplo rojo, verde, azul. Vacío: según los colores que nombra el archivo; si no, las primeras. En scripts y para qgis_process: 3,2,1.</translation>
    </message>
    <message>
      <source>Which map is better cannot be told: of {share} of the map that the points were drawn on no point has a class.</source>
      <translation>No se puede determinar qué mapa es mejor: en el {share} del mapa en el que se generaron los puntos, ningún punto tiene clase.</translation>
    </message>
    <message>
      <source>Which models OpenVINO or less precision was tried for, and what came of it</source>
      <translation>Con qué modelos se probó OpenVINO o una precisión menor, y con qué resultado</translation>
    </message>
    <message>
      <source>Which part of the raster to classify</source>
      <translation>Qué parte del ráster se clasifica</translation>
    </message>
    <message>
      <source>Whole layer</source>
      <translation>Capa completa</translation>
    </message>
    <message>
      <source>Whole polygons and points were held out, never single pixels.</source>
      <translation>Se reservaron polígonos y puntos enteros, nunca píxeles sueltos.</translation>
    </message>
    <message>
      <source>Whole polygons were held out, never single pixels.</source>
      <translation>Se reservaron polígonos enteros, nunca píxeles sueltos.</translation>
    </message>
    <message>
      <source>Width of what the canvas shows of each point. The same at all, so that none is looked at more closely than others.</source>
      <translation>Anchura de lo que el lienzo muestra de cada punto. Es igual en todos, para que ninguno se mire más de cerca que otros.</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Ventana</translation>
    </message>
    <message>
      <source>Window blending</source>
      <translation>Fusión de ventanas</translation>
    </message>
    <message>
      <source>Window overlap</source>
      <translation>Solape</translation>
    </message>
    <message>
      <source>Window size</source>
      <translation>Tamaño de ventana</translation>
    </message>
    <message>
      <source>Window {done} of {total}</source>
      <translation>Ventana {done} de {total}</translation>
    </message>
    <message>
      <source>Window {done} of {total}, {time} left</source>
      <translation>Ventana {done} de {total}, quedan {time}</translation>
    </message>
    <message>
      <source>Window, pixels</source>
      <translation>Ventana, píxeles</translation>
    </message>
    <message>
      <source>Windows</source>
      <translation>Ventanas</translation>
    </message>
    <message>
      <source>Windows that the teacher looks at</source>
      <translation>Ventanas que examina el profesor</translation>
    </message>
    <message>
      <source>With Pictures, in the Web Browser</source>
      <translation>Con imágenes, en el navegador web</translation>
    </message>
    <message>
      <source>With precision auto the processor computes a model in another library, or in less precision, where that takes less time and 99.5 % of the pixels keep their class. That is tried once for each model, on windows of what you map, and holds from then on.</source>
      <translation>Con la precisión auto, el procesador calcula un modelo con otra biblioteca, o con menos precisión, si así tarda menos y el 99,5 % de los píxeles conserva su clase. Esto se prueba una vez por modelo, en ventanas de lo que usted cartografía, y vale a partir de entonces.</translation>
    </message>
    <message>
      <source>With PyTorch</source>
      <translation>Con PyTorch</translation>
    </message>
    <message>
      <source>Without a network: takes the engine's packages from a folder that dev.py wheelhouse has filled.</source>
      <translation>Sin red: toma los paquetes del motor de cálculo de una carpeta que ha llenado dev.py wheelhouse.</translation>
    </message>
    <message>
      <source>Without {names}: no CRS tells how large their pixels are.</source>
      <translation>Sin {names}: ningún SRC indica qué tamaño tienen sus píxeles.</translation>
    </message>
    <message>
      <source>Without {names}: what is said of them below makes their maps doubtful.</source>
      <translation>Sin {names}: lo que se dice de ellos más abajo hace dudosos sus mapas.</translation>
    </message>
    <message>
      <source>Write what the canvas shows as outlines or points in a layer</source>
      <translation>Escribir lo que muestra el lienzo como contornos o puntos en una capa</translation>
    </message>
    <message>
      <source>Writes a model to a folder that others can use.</source>
      <translation>Escribe un modelo en una carpeta que otros pueden usar.</translation>
    </message>
    <message>
      <source>Writes model.onnx, its description (model.json, a STAC item), its card (README.md) and its SHA-256 into a new or empty folder. The ONNX file alone tells classes, bands, window and pixel size, to this plugin and to Deepness. Import the folder on another computer with crossearth:importmodel.

The networks of CrossEarth are translated for that, which takes minutes, and compared with the original; ONNX models are copied.</source>
      <translation>Escribe model.onnx, su descripción (model.json, un ítem STAC), su ficha (README.md) y su SHA-256 en una carpeta nueva o vacía. El archivo ONNX por sí solo indica las clases, las bandas, la ventana y el tamaño de píxel, tanto a este complemento como a Deepness. Importe la carpeta en otro equipo con crossearth:importmodel.

Para ello, las redes de CrossEarth se convierten, lo que lleva unos minutos, y se comparan con el original; los modelos ONNX se copian.</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>Escribiendo el mapa</translation>
    </message>
    <message>
      <source>yellow</source>
      <translation>amarillo</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sí</translation>
    </message>
    <message>
      <source>You have said {name}.</source>
      <translation>Ha indicado {name}.</translation>
    </message>
    <message>
      <source>Your Models</source>
      <translation>Sus modelos</translation>
    </message>
    <message>
      <source>Your models</source>
      <translation>Sus modelos</translation>
    </message>
    <message>
      <source>zonal statistics,majority,objects,parcels,fields,buildings,footprints,object-based</source>
      <translation>estadísticas de zona,mayoría,objetos,parcelas,campos,edificios,huellas,basado en objetos</translation>
    </message>
    <message>
      <source>{address} is not an address.</source>
      <translation>{address} no es una dirección.</translation>
    </message>
    <message>
      <source>{archive} cannot be unpacked: {reason}</source>
      <translation>No se puede descomprimir {archive}: {reason}</translation>
    </message>
    <message>
      <source>{archive} holds what does not belong into it ({member}) and was not unpacked. Fetch it anew; if it comes from a mirror or a folder, tell whoever fills it.</source>
      <translation>{archive} contiene algo que no debe estar en él ({member}) y no se descomprimió. Descárguelo de nuevo; si procede de un servidor espejo o de una carpeta, avise a quien la llena.</translation>
    </message>
    <message>
      <source>{band} from {number} ({reason})</source>
      <translation>{band}: banda {number} ({reason})</translation>
    </message>
    <message>
      <source>{benchmark}: not known</source>
      <translation>{benchmark}: no se conoce</translation>
    </message>
    <message>
      <source>{better} is better than {worse}: were both equally good, as large a difference would come up {often} by chance (p = {p}).</source>
      <translation>{better} es mejor que {worse}: si ambos fueran igual de buenos, una diferencia así de grande aparecería {often} por azar (p = {p}).</translation>
    </message>
    <message>
      <source>{card} is not used by {library}: it could be by {way}, of which nobody has shown yet that the maps are right.</source>
      <translation>{library} no usa {card}: sería posible mediante {way}, pero nadie ha demostrado aún que los mapas sean correctos de ese modo.</translation>
    </message>
    <message>
      <source>{card} is not used: its driver {driver} is too old for {library}. Update the driver, or install {library} for an older CUDA.</source>
      <translation>No se usa {card}: su controlador {driver} es demasiado antiguo para {library}. Actualice el controlador, o instale {library} para una versión anterior de CUDA.</translation>
    </message>
    <message>
      <source>{card} is not used: its memory ({memory}) does not suffice now. End other programs that use it, or choose less precise numbers (PRECISION) or a smaller model (MODEL).</source>
      <translation>No se usa {card}: su memoria ({memory}) no basta en este momento. Cierre otros programas que la usen, o elija números menos precisos (PRECISION) o un modelo más pequeño (MODEL).</translation>
    </message>
    <message>
      <source>{card} is not used: libraries that {library} needs for it are missing or do not fit ({reason}). Remove {package} under Settings ▸ Options ▸ CrossEarth and add it again; the page on graphics cards in the documentation says more.</source>
      <translation>No se usa {card}: las bibliotecas que {library} necesita para ella faltan o no son compatibles ({reason}). Elimine {package} en Configuración ▸ Opciones ▸ CrossEarth y añádalo de nuevo; la página sobre tarjetas gráficas de la documentación da más detalles.</translation>
    </message>
    <message>
      <source>{card} is not used: the environment variable {variable} hides it from all programs. Take it away, or name the card in it, to use the card.</source>
      <translation>No se usa {card}: la variable de entorno {variable} la oculta a todos los programas. Elimine la variable, o nombre la tarjeta en ella, para usar la tarjeta.</translation>
    </message>
    <message>
      <source>{card} is not used: the model cannot be computed on it in {precision}, only in {available}. Choose one of these (PRECISION) to use the card.</source>
      <translation>No se usa {card}: con ella el modelo no se puede calcular en {precision}, solo en {available}. Elija una de estas opciones (PRECISION) para usar la tarjeta.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} computes wrong numbers on it. Update the driver of the card, or install another version of {library}.</source>
      <translation>No se usa {card}: {library} calcula números erróneos con ella. Actualice el controlador de la tarjeta, o instale otra versión de {library}.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} did not come back from it within {seconds} seconds. Start the computer anew; if that does not help, update the driver of the card.</source>
      <translation>No se usa {card}: {library} no obtuvo respuesta de ella en {seconds} segundos. Reinicie el equipo; si eso no ayuda, actualice el controlador de la tarjeta.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} fails on it ({reason}). Update the driver of the card; until it works, the processor does.</source>
      <translation>No se usa {card}: {library} falla con ella ({reason}). Actualice el controlador de la tarjeta; hasta que funcione, calcula el procesador.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards as new as this (compute capability {capability}; it has {known}). Install a newer {library}.</source>
      <translation>No se usa {card}: {library} no tiene programas para tarjetas tan nuevas (capacidad de cómputo {capability}; disponibles: {known}). Instale una versión más reciente de {library}.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards of its age (compute capability {capability}; it has {known}). An older {library} may have them; the page on graphics cards in the documentation says which.</source>
      <translation>No se usa {card}: {library} no tiene programas para tarjetas tan antiguas (capacidad de cómputo {capability}; disponibles: {known}). Una versión anterior de {library} puede tenerlos; la página sobre tarjetas gráficas de la documentación indica cuál.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no way to compute on it with this system.</source>
      <translation>No se usa {card}: {library} no puede calcular con ella en este sistema.</translation>
    </message>
    <message>
      <source>{card} is not used: {library} was made for such cards and does not find it ({reason}). Start the computer anew; if that does not help, install the card's driver again.</source>
      <translation>No se usa {card}: {library} está hecho para tarjetas de este tipo, pero no la encuentra ({reason}). Reinicie el equipo; si eso no ayuda, reinstale el controlador de la tarjeta.</translation>
    </message>
    <message>
      <source>{card}: builds for it can be added later under Settings &gt; Options</source>
      <translation>{card}: las versiones para ella se pueden añadir después en Configuración &gt; Opciones</translation>
    </message>
    <message>
      <source>{card}: cannot be used</source>
      <translation>{card}: no se puede usar</translation>
    </message>
    <message>
      <source>{count} bands</source>
      <translation>{count} bandas</translation>
    </message>
    <message>
      <source>{count} candidates.</source>
      <translation>{count} candidatos.</translation>
    </message>
    <message>
      <source>{count} groups</source>
      <translation>{count} grupos</translation>
    </message>
    <message>
      <source>{count} groups. Say in the table what each is; groups of one name become one class. Delete what is typical of nothing, then adapt.</source>
      <translation>{count} grupos. Indique en la tabla qué es cada uno; los grupos con el mismo nombre forman una sola clase. Borre lo que no sea característico de nada y adapte después.</translation>
    </message>
    <message>
      <source>{count} objects</source>
      <translation>{count} objetos</translation>
    </message>
    <message>
      <source>{count} pieces of the layer “{layer}” could not be fetched ({reason}): the map has holes there.</source>
      <translation>No se pudieron obtener {count} fragmentos de la capa «{layer}» ({reason}): ahí el mapa tiene huecos.</translation>
    </message>
    <message>
      <source>{count} pixels</source>
      <translation>{count} píxeles</translation>
    </message>
    <message>
      <source>{count} places are similar enough.</source>
      <translation>{count} lugares son suficientemente similares.</translation>
    </message>
    <message>
      <source>{count} places.</source>
      <translation>{count} lugares.</translation>
    </message>
    <message>
      <source>{count} points tell the overall accuracy to ± {margin} percentage points.</source>
      <translation>{count} puntos determinan la exactitud global con ± {margin} puntos porcentuales.</translation>
    </message>
    <message>
      <source>{count} points, {least} of a class at least: overall accuracy {share} ± {margin}. In proportion to area and without a least number, Cochran's formula would ask for {formula}.</source>
      <translation>{count} puntos, al menos {least} por clase: exactitud global {share} ± {margin}. En proporción al área y sin número mínimo, la fórmula de Cochran pediría {formula}.</translation>
    </message>
    <message>
      <source>{count} polygons cross themselves and will be repaired.</source>
      <translation>{count} polígonos se cruzan a sí mismos y se repararán.</translation>
    </message>
    <message>
      <source>{count} rasters, land cover</source>
      <translation>{count} rásteres, cobertura del suelo</translation>
    </message>
    <message>
      <source>{count} rasters, {name}</source>
      <translation>{count} rásteres, {name}</translation>
    </message>
    <message>
      <source>{count} samples have no class.</source>
      <translation>{count} muestras no tienen clase.</translation>
    </message>
    <message>
      <source>{count} samples lie outside the raster.</source>
      <translation>{count} muestras están fuera del ráster.</translation>
    </message>
    <message>
      <source>{count} tensors of the file serve training only and were left out: {names}.</source>
      <translation>{count} tensores del archivo solo sirven para el entrenamiento y se omitieron: {names}.</translation>
    </message>
    <message>
      <source>{count} windows</source>
      <translation>{count} ventanas</translation>
    </message>
    <message>
      <source>{count} windows in {time} on {device} ({precision}), batch {batch}</source>
      <translation>{count} ventanas en {time} con {device} ({precision}), lote {batch}</translation>
    </message>
    <message>
      <source>{count}, {size}</source>
      <translation>{count}, {size}</translation>
    </message>
    <message>
      <source>{crs}; x {left} to {right}, y {bottom} to {top}</source>
      <translation>{crs}; x de {left} a {right}, y de {bottom} a {top}</translation>
    </message>
    <message>
      <source>{done} of {count} places are done, of the raster {name}. Choose it to go on there.</source>
      <translation>Lugares hechos: {done} de {count}, del ráster {name}. Elíjalo para continuar allí.</translation>
    </message>
    <message>
      <source>{done} of {count} places are done.</source>
      <translation>Lugares hechos: {done} de {count}.</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled, {skipped} skipped.</source>
      <translation>Puntos etiquetados: {done} de {count}; omitidos: {skipped}.</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled.</source>
      <translation>Puntos etiquetados: {done} de {count}.</translation>
    </message>
    <message>
      <source>{done} of {planned}, {skipped} skipped</source>
      <translation>{done} de {planned}, {skipped} omitidas</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} de {total}</translation>
    </message>
    <message>
      <source>{done} of {total}, {time} left</source>
      <translation>{done} de {total}, quedan {time}</translation>
    </message>
    <message>
      <source>{done}, {skipped} skipped</source>
      <translation>{done}, {skipped} omitidas</translation>
    </message>
    <message>
      <source>{file} is given twice: nothing can differ there. Choose two maps.</source>
      <translation>{file} se indicó dos veces: ahí nada puede diferir. Elija dos mapas.</translation>
    </message>
    <message>
      <source>{file} is lost or was changed</source>
      <translation>{file} se ha perdido o fue modificado</translation>
    </message>
    <message>
      <source>{file} says no CRS: its coordinates are taken to be in {crs}, as those of the layer with what is there. If they are in another one, give the raster its CRS.</source>
      <translation>{file} no indica ningún SRC: se supone que sus coordenadas están en {crs}, como las de la capa con lo que hay allí. Si están en otro, asigne al ráster su SRC.</translation>
    </message>
    <message>
      <source>{file} was taken over by another run.</source>
      <translation>Otra ejecución se hizo cargo de {file}.</translation>
    </message>
    <message>
      <source>{first} or {second}</source>
      <translation>{first} o {second}</translation>
    </message>
    <message>
      <source>{folder} (about {size})</source>
      <translation>{folder} (alrededor de {size})</translation>
    </message>
    <message>
      <source>{host} does not give {file} (HTTP status {status}). Check the address of the mirror under Settings &gt; Options &gt; CrossEarth, if one is named there.</source>
      <translation>{host} no entrega {file} (estado HTTP {status}). Compruebe la dirección del servidor espejo en Configuración &gt; Opciones &gt; CrossEarth, si hay alguna indicada.</translation>
    </message>
    <message>
      <source>{host} does not send {file} ({status}). Try later, or take it from another address.</source>
      <translation>{host} no envía {file} ({status}). Inténtelo más tarde o tómelo de otra dirección.</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{imagery}, without labels</source>
      <translation>{imagery}, sin etiquetas</translation>
    </message>
    <message>
      <source>{layer} is a map on a server: the run fetches the area first, at the pixel size of the model. See to it that its terms of use allow that.</source>
      <translation>{layer} es un mapa de un servidor: la ejecución obtiene primero el área, con el tamaño de píxel del modelo. Asegúrese de que las condiciones de uso lo permitan.</translation>
    </message>
    <message>
      <source>{least} to {most} px, overlap {overlap} px</source>
      <translation>de {least} a {most} px, solape {overlap} px</translation>
    </message>
    <message>
      <source>{library} cannot be loaded ({reason}). Set the engine up again; if that does not help, its packages do not suit this computer.</source>
      <translation>No se puede cargar {library} ({reason}). Configure de nuevo el motor de cálculo; si eso no ayuda, sus paquetes no son adecuados para este equipo.</translation>
    </message>
    <message>
      <source>{library} cannot compute this network ({reason}). {other} can: choose the precision fp32.</source>
      <translation>{library} no puede calcular esta red ({reason}). {other} sí puede: elija la precisión fp32.</translation>
    </message>
    <message>
      <source>{library} did not answer within {seconds} seconds. Try again when the computer has less to do; if that does not help, set the engine up again.</source>
      <translation>{library} no respondió en {seconds} segundos. Inténtelo de nuevo cuando el equipo esté menos ocupado; si eso no ayuda, configure de nuevo el motor de cálculo.</translation>
    </message>
    <message>
      <source>{library} is not installed. It comes when a model is first used that needs it.</source>
      <translation>{library} no está instalado. Se instala cuando se usa por primera vez un modelo que lo necesita.</translation>
    </message>
    <message>
      <source>{library}: works</source>
      <translation>{library}: funciona</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} a {high}</translation>
    </message>
    <message>
      <source>{low} to {high} m</source>
      <translation>{low} a {high} m</translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{model} as its authors published it, not on this computer yet.</source>
      <translation>{model} tal como lo publicaron sus autores, aún no en este equipo.</translation>
    </message>
    <message>
      <source>{model} takes decibels, and the values of the raster ({low} to {high}) look like backscatter that is not in decibels: take 10 times their decimal logarithm first, for instance with the raster calculator.</source>
      <translation>{model} admite decibelios, y los valores del ráster (de {low} a {high}) parecen retrodispersión que no está en decibelios: calcule antes 10 veces su logaritmo decimal, por ejemplo con la calculadora ráster.</translation>
    </message>
    <message>
      <source>{model} tells numbers ({name}), and no classes.</source>
      <translation>{model} da números ({name}) y no clases.</translation>
    </message>
    <message>
      <source>{model} was made for pixels of {own} m and sees pixels of {size} m: the map will be poorer. With GSD {own} it is shown pixels of the size that it was made for.</source>
      <translation>{model} se hizo para píxeles de {own} m y ve píxeles de {size} m: el mapa será peor. Con GSD {own} se le muestran píxeles del tamaño para el que se hizo.</translation>
    </message>
    <message>
      <source>{model} was trained on values around {mean}, plus or minus {std}; those of the raster are {low} to {high} (band {band}). Bands, units or scale do not belong together: check BANDS, say which numbers stand for the ends of the model's range (STRETCH), or what the model takes, at its import (VALUES).</source>
      <translation>{model} se entrenó con valores en torno a {mean}, más o menos {std}; los del ráster van de {low} a {high} (banda {band}). Las bandas, las unidades o la escala no concuerdan: compruebe BANDS, indique qué números corresponden a los extremos del rango del modelo (STRETCH), o qué admite el modelo, al importarlo (VALUES).</translation>
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
      <translation>{name} no se ofrece para este equipo ({computer}) con Python {version}: no hay ninguna versión de {packages}. La página «Setting up the engine» contiene una tabla de lo que hay.</translation>
    </message>
    <message>
      <source>{name} is there already: this map goes to {other}.</source>
      <translation>{name} ya existe: este mapa se guarda en {other}.</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>Se ha eliminado {name}.</translation>
    </message>
    <message>
      <source>{name}, canceled after {time}: a part of the map</source>
      <translation>{name}, cancelado tras {time}: una parte del mapa</translation>
    </message>
    <message>
      <source>{name}, made in {time}</source>
      <translation>{name}, generado en {time}</translation>
    </message>
    <message>
      <source>{name}: 1 object</source>
      <translation>{name}: 1 objeto</translation>
    </message>
    <message>
      <source>{name}: 1 point</source>
      <translation>{name}: 1 punto</translation>
    </message>
    <message>
      <source>{name}: added</source>
      <translation>{name}: añadido</translation>
    </message>
    <message>
      <source>{name}: at least {least}, not {value}.</source>
      <translation>{name}: al menos {least}, no {value}.</translation>
    </message>
    <message>
      <source>{name}: at most {most}, not {value}.</source>
      <translation>{name}: como máximo {most}, no {value}.</translation>
    </message>
    <message>
      <source>{name}: from {least} to {most}, not {value}.</source>
      <translation>{name}: de {least} a {most}, no {value}.</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}</source>
      <translation>{name}: IoU {iou}</translation>
    </message>
    <message>
      <source>{name}: no number</source>
      <translation>{name}: ningún número</translation>
    </message>
    <message>
      <source>{name}: this computer has an {card}</source>
      <translation>{name}: este equipo tiene una tarjeta {card}</translation>
    </message>
    <message>
      <source>{name}: {amount} ha, {percent} %</source>
      <translation>{name}: {amount} ha, {percent} %</translation>
    </message>
    <message>
      <source>{name}: {amount} pixels, {percent} %</source>
      <translation>{name}: {amount} píxeles, {percent} %</translation>
    </message>
    <message>
      <source>{name}: {area} ha, {low} to {high} ha (95 %)</source>
      <translation>{name}: {area} ha, de {low} a {high} ha (95 %)</translation>
    </message>
    <message>
      <source>{name}: {area} pixels, {low} to {high} pixels (95 %)</source>
      <translation>{name}: {area} píxeles, de {low} a {high} píxeles (95 %)</translation>
    </message>
    <message>
      <source>{name}: {count} objects</source>
      <translation>{name}: {count} objetos</translation>
    </message>
    <message>
      <source>{name}: {least} to {most}, mean {mean}</source>
      <translation>{name}: de {least} a {most}, media {mean}</translation>
    </message>
    <message>
      <source>{name}: {points} points</source>
      <translation>{name}: {points} puntos</translation>
    </message>
    <message>
      <source>{name}: {points} points, accuracy {share} ± {margin}</source>
      <translation>{name}: {points} puntos, exactitud {share} ± {margin}</translation>
    </message>
    <message>
      <source>{path} and {other} are both of {date}. Make one raster of those of one day.</source>
      <translation>{path} y {other} son ambos del {date}. Haga un solo ráster con los de un mismo día.</translation>
    </message>
    <message>
      <source>{path} and {other} do not have the same pixels. {reason} Say how the one is to be brought to the pixels of the other, which is given first (ALIGN).</source>
      <translation>{path} y {other} no tienen los mismos píxeles. {reason} Indique cómo se lleva uno a los píxeles del otro, el que se indicó primero (ALIGN).</translation>
    </message>
    <message>
      <source>{path} and {other} do not lie over each other: several dates are of one place. Check which files are meant, and their CRS.</source>
      <translation>{path} y {other} no se superponen: las distintas fechas deben ser del mismo lugar. Compruebe si son los archivos correctos y cuál es su SRC.</translation>
    </message>
    <message>
      <source>{path} is no file of a scheduler (dask scheduler --scheduler-file).</source>
      <translation>{path} no es un archivo de planificador (dask scheduler --scheduler-file).</translation>
    </message>
    <message>
      <source>{path} is there already. Choose another name, or add it to the project and choose its layer.</source>
      <translation>{path} ya existe. Elija otro nombre, o añádalo al proyecto y elija su capa.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{percent} % of the asked area is empty in the layer “{layer}”, and QGIS was too busy to tell why: the map has holes there.</source>
      <translation>El {percent} % del área solicitada está vacío en la capa «{layer}», y QGIS estaba demasiado ocupado para indicar por qué: ahí el mapa tiene huecos.</translation>
    </message>
    <message>
      <source>{percent} %, {time} left</source>
      <translation>{percent} %, quedan {time}</translation>
    </message>
    <message>
      <source>{product} is one band of percent in bytes, as segment --{product} writes it.</source>
      <translation>{product} es una banda de porcentajes en bytes, como la escribe segment --{product}.</translation>
    </message>
    <message>
      <source>{program} cannot be started: {reason}</source>
      <translation>No se puede iniciar {program}: {reason}</translation>
    </message>
    <message>
      <source>{program} does not answer.</source>
      <translation>{program} no responde.</translation>
    </message>
    <message>
      <source>{python} cannot make the engine's environment: that takes a Python from {minimum} to {maximum} with its modules venv and ensurepip. Name another one, or none.</source>
      <translation>{python} no puede crear el entorno del motor de cálculo: para ello se necesita un Python de {minimum} a {maximum} con sus módulos venv y ensurepip. Indique otro, o ninguno.</translation>
    </message>
    <message>
      <source>{python} lacks the package {package}, which the engine needs. Install it there, or let the CrossEarth panel set up an environment of its own.</source>
      <translation>A {python} le falta el paquete {package}, que el motor de cálculo necesita. Instálelo allí o deje que el panel CrossEarth configure un entorno propio.</translation>
    </message>
    <message>
      <source>{raster} distilled</source>
      <translation>{raster} destilado</translation>
    </message>
    <message>
      <source>{raster} – {count} groups</source>
      <translation>{raster} – {count} grupos</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{reason} Another device is tried now.</source>
      <translation>{reason} Ahora se prueba otro dispositivo.</translation>
    </message>
    <message>
      <source>{reason} Nor can another Python be downloaded: {problem}</source>
      <translation>{reason} Tampoco se puede descargar otro Python: {problem}</translation>
    </message>
    <message>
      <source>{reason} Or have Python {version} downloaded from {host}: the CrossEarth panel asks for it; without a window: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</source>
      <translation>{reason} También puede descargar Python {version} desde {host}: el panel CrossEarth lo pregunta; sin interfaz gráfica: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</translation>
    </message>
    <message>
      <source>{reason} The folder has no Python to try instead: dev.py wheelhouse --standalone-python puts one there.</source>
      <translation>{reason} La carpeta no contiene ningún Python que probar en su lugar: dev.py wheelhouse --standalone-python pone uno allí.</translation>
    </message>
    <message>
      <source>{reason} The standalone Python {version} does not run on this computer, either.</source>
      <translation>{reason} El Python independiente {version} tampoco funciona en este equipo.</translation>
    </message>
    <message>
      <source>{reason}: the map goes beside the raster, to {folder}.</source>
      <translation>{reason}: el mapa se guarda junto al ráster, en {folder}.</translation>
    </message>
    <message>
      <source>{reason}: the map goes to {folder}.</source>
      <translation>{reason}: el mapa se guarda en {folder}.</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{share:.0%} of what is like it is less unusual</source>
      <translation>el {share:.0%} de lo que se le parece es menos inusual</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge are {value} in all bands. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>El {share} de los píxeles del borde del ráster vale {value} en todas las bandas. Si eso es «sin datos», indíquelo (NODATA {nodata}): se clasifica como si fuera imagen.</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge have one colour, {value}. If that is no data, draw polygons around the imagery and limit the run to them (MASK): it is classified as if it were imagery.</source>
      <translation>El {share} de los píxeles del borde del ráster tiene un mismo color, {value}. Si eso es «sin datos», dibuje polígonos alrededor de la imagen y limite la ejecución a ellos (MASK): se clasifica como si fuera imagen.</translation>
    </message>
    <message>
      <source>{share} of the pixels are {value} in band {band}, far from all others ({low} to {high}), and nothing says that this is no data. If it is, say so (NODATA {nodata}): it is classified as if it were imagery, and it spoils the stretch of the values.</source>
      <translation>El {share} de los píxeles vale {value} en la banda {band}, lejos de todos los demás (de {low} a {high}), y nada indica que eso sea «sin datos». Si lo es, indíquelo (NODATA {nodata}): se clasifica como si fuera imagen y altera el estiramiento de los valores.</translation>
    </message>
    <message>
      <source>{share} of the pixels lie in patches that are 0 in {bands}. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>El {share} de los píxeles está en manchas que valen 0 en {bands}. Si eso es «sin datos», indíquelo (NODATA {nodata}): se clasifica como si fuera imagen.</translation>
    </message>
    <message>
      <source>{share} of the values of band {band} lie beyond {low} to {high} and are cut off: the model cannot tell them apart. Say which values stand for the ends of its range (STRETCH).</source>
      <translation>El {share} de los valores de la banda {band} queda fuera del rango de {low} a {high} y se recorta: el modelo no puede distinguirlos. Indique qué valores corresponden a los extremos de su rango (STRETCH).</translation>
    </message>
    <message>
      <source>{size} MB of Python {version} are here</source>
      <translation>{size} MB de Python {version} recibidos</translation>
    </message>
    <message>
      <source>{size} px, overlap {overlap} px</source>
      <translation>{size} px, solape {overlap} px</translation>
    </message>
    <message>
      <source>{size} to download</source>
      <translation>{size} por descargar</translation>
    </message>
    <message>
      <source>{size}, not on disk</source>
      <translation>{size}, no está en el disco</translation>
    </message>
    <message>
      <source>{size}, on disk</source>
      <translation>{size}, en el disco</translation>
    </message>
    <message>
      <source>{stage}, {time} left</source>
      <translation>{stage}, quedan {time}</translation>
    </message>
    <message>
      <source>{stage}…</source>
      <translation>{stage}…</translation>
    </message>
    <message>
      <source>{task} is given up: it was lost {count} times.</source>
      <translation>Se abandona {task}: se perdió {count} veces.</translation>
    </message>
    <message>
      <source>{task} is not needed any more.</source>
      <translation>Ya no se necesita {task}.</translation>
    </message>
    <message>
      <source>{task} is tried again.</source>
      <translation>Se intenta de nuevo {task}.</translation>
    </message>
    <message>
      <source>{task} of {file}</source>
      <translation>{task} de {file}</translation>
    </message>
    <message>
      <source>{task} was lost with its worker: {reason}.</source>
      <translation>Se perdió {task} con su proceso de trabajo: {reason}.</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} it was stopped.</source>
      <translation>Se perdió {task}: en {worker} fue detenido.</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} the engine ended with status {status}. The last it said: {words}</source>
      <translation>Se perdió {task}: en {worker} el motor de cálculo terminó con el estado {status}. Lo último que comunicó: {words}</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker}, {reason}</source>
      <translation>Se perdió {task}: en {worker}, {reason}</translation>
    </message>
    <message>
      <source>{text} does not say what workers call a folder: write both absolute, as in Z:\imagery=/data/imagery.</source>
      <translation>{text} no indica cómo llaman los procesos de trabajo a una carpeta: escriba ambas rutas absolutas, como en Z:\imagery=/data/imagery.</translation>
    </message>
    <message>
      <source>{this} is right on {right} {where}, {other} on {other_right}: a difference of {difference} percentage points (95 % interval: {low} to {high}).</source>
      <translation>{this} acierta en el {right} {where}, {other} en el {other_right}: una diferencia de {difference} puntos porcentuales (intervalo del 95 %: de {low} a {high}).</translation>
    </message>
    <message>
      <source>{title}, canceled as you wished</source>
      <translation>{title}: cancelado a petición suya</translation>
    </message>
    <message>
      <source>{unit}; rows: reference, columns: map.</source>
      <translation>{unit}; filas: referencia, columnas: mapa.</translation>
    </message>
    <message>
      <source>{wall:.1f} s, {inference:.1f} s in the network</source>
      <translation>{wall:.1f} s, de ellos {inference:.1f} s en la red</translation>
    </message>
    <message>
      <source>± (normal)</source>
      <translation>± (normal)</translation>
    </message>
    <message>
      <source>“Additional no data value” of the layer</source>
      <translation>«Valores adicionales 'sin dato'» de la capa</translation>
    </message>
    <message>
      <source>“{label}”</source>
      <translation>«{label}»</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher, hardly more than the student did before ({before}). Map with the student as it was, or have the teacher look at more windows.</source>
      <translation>«{model}» da al {share} de los píxeles reservados la clase de su profesor, apenas más que antes el alumno ({before}). Cartografíe con el alumno tal como estaba, o haga que el profesor examine más ventanas.</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>«{model}» da al {share} de los píxeles reservados la clase de su profesor. Un mapa le lleva alrededor de {time}; a su profesor, {teacher_time}.</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher; before it learned, {before}. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>«{model}» da al {share} de los píxeles reservados la clase de su profesor; antes de aprender, al {before}. Un mapa le lleva alrededor de {time}; a su profesor, {teacher_time}.</translation>
    </message>
    <message>
      <source>“{model}” knows all {count} bands by their wavelengths.</source>
      <translation>«{model}» conoce las {count} bandas por sus longitudes de onda.</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster, and was made for pixels of {gsd} m; these are of {size} m.</source>
      <translation>«{model}» conoce {found} de sus {count} bandas en este ráster, y se hizo para píxeles de {gsd} m; estos son de {size} m.</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster.</source>
      <translation>«{model}» conoce {found} de sus {count} bandas en este ráster.</translation>
    </message>
    <message>
      <source>“{name}” becomes “{into}”</source>
      <translation>«{name}» pasa a ser «{into}»</translation>
    </message>
    <message>
      <source>“{name}” is now part of “{into}”. Undo takes it back until you save.</source>
      <translation>«{name}» forma ahora parte de «{into}». Deshacer lo revierte hasta que guarde.</translation>
    </message>
    <message>
      <source>“{text}” is not understood. Write one number, or one per band with commas between them, such as 123.7, 116.3, 103.5.</source>
      <translation>No se entiende «{text}». Escriba un número, o uno por banda separados por comas, como 123.7, 116.3, 103.5.</translation>
    </message>
    <message>
      <source>… and {count} more kinds of change.</source>
      <translation>… y {count} tipos de cambio más.</translation>
    </message>
  </context>
</TS>
