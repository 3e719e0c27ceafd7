<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
  <context>
    <name>CrossEarth</name>
    <message>
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <source> min</source>
      <translation> 分</translation>
    </message>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>&amp;Area</source>
      <translation>範囲(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Continue Download ({size} are here)</source>
      <translation>ダウンロードを再開（{size}受信済み）(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>コピー(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Device</source>
      <translation>デバイス(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Draw</source>
      <translation>描画(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Draw Points</source>
      <translation>点を抽出(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Duplicate…</source>
      <translation>複製(&amp;D)…</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;How Many?</source>
      <translation>点数を計算(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Input</source>
      <translation>入力(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Keep the engine ready for</source>
      <translation>エンジンの待機時間(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Label Points</source>
      <translation>点にラベル付け(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Learn</source>
      <translation>学習対象(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Map</source>
      <translation>マップ(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>名前(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Open Folder</source>
      <translation>フォルダを開く(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open the accuracy report</source>
      <translation>精度レポートを開く(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Points</source>
      <translation>点(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Python</source>
      <translation>&amp;Python</translation>
    </message>
    <message>
      <source>&amp;Quick adapt</source>
      <translation>クイック適応(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Raster</source>
      <translation>ラスタ(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove Engine Environment…</source>
      <translation>エンジン環境の削除(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Rename…</source>
      <translation>名前の変更(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Repair the Engine</source>
      <translation>エンジンを修復(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Samples</source>
      <translation>サンプル(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>学習(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Try Again</source>
      <translation>再試行(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Try All Anew</source>
      <translation>すべて試し直す(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>表示幅(&amp;V)</translation>
    </message>
    <message>
      <source>1</source>
      <translation>1</translation>
    </message>
    <message>
      <source>1 candidate.</source>
      <translation>1個の候補。</translation>
    </message>
    <message>
      <source>1 object</source>
      <translation>1個のオブジェクト</translation>
    </message>
    <message>
      <source>1 piece of the layer “{layer}” could not be fetched ({reason}): the map has a hole there.</source>
      <translation>レイヤ「{layer}」のうち1個の断片を取得できませんでした（{reason}）。マップのその部分は空白になります。</translation>
    </message>
    <message>
      <source>1 place is similar enough.</source>
      <translation>1箇所が条件に合っています。</translation>
    </message>
    <message>
      <source>1 place.</source>
      <translation>1箇所。</translation>
    </message>
    <message>
      <source>1 polygon crosses itself and will be repaired.</source>
      <translation>1個のポリゴンが自己交差しているため、修復されます。</translation>
    </message>
    <message>
      <source>1 sample has no class.</source>
      <translation>1個のサンプルにクラスがありません。</translation>
    </message>
    <message>
      <source>1 sample lies outside the raster.</source>
      <translation>1個のサンプルがラスタの外側にあります。</translation>
    </message>
    <message>
      <source>1 tensor of the file serves training only and was left out: {names}.</source>
      <translation>ファイルのテンソルのうち1個は、学習専用のため除外しました: {names}。</translation>
    </message>
    <message>
      <source>1 window</source>
      <translation>1ウィンドウ</translation>
    </message>
    <message>
      <source>1 window in {time} on {device} ({precision}), batch {batch}</source>
      <translation>1ウィンドウを{time}で処理、{device}（{precision}）、バッチ{batch}</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>95%区間</translation>
    </message>
    <message>
      <source>[Temporary file]</source>
      <translation>[一時ファイル]</translation>
    </message>
    <message>
      <source>A cluster computes what one model sees; bands alone, and several models at once, are for this computer: change “Compute on”.</source>
      <translation>クラスタで計算できるのは、1つのモデルの特徴です。バンドのみの場合と、複数のモデルを同時に使う場合は、このコンピュータで計算します。「計算先」を変更してください。</translation>
    </message>
    <message>
      <source>A cluster helps to adapt quickly; the recipe full trains on this computer: change “Compute on”.</source>
      <translation>クラスタを使えるのは、クイック適応です。方式fullでは、このコンピュータで学習します。「計算先」を変更してください。</translation>
    </message>
    <message>
      <source>A cluster makes the map of a raster and a model; a map that is there, and imagery that is spoiled, are judged on this computer. Leave “Compute on” empty.</source>
      <translation>クラスタで行えるのは、ラスタとモデルからのマップの作成です。既存のマップや劣化させた画像の評価は、このコンピュータで行います。「計算先」は空にしてください。</translation>
    </message>
    <message>
      <source>A cluster of dask: the address of its scheduler, or the file that it has written. The panel then offers to compute maps there, under Advanced parameters. Nothing is sent unless that is chosen.</source>
      <translation>daskのクラスタ: スケジューラのアドレス、またはスケジューラが書き込んだファイルです。設定すると、パネルの「詳細パラメータ」で、そこでのマップの計算を選べるようになります。選択しない限り、何も送信されません。</translation>
    </message>
    <message>
      <source>A command cannot use the selection in {layer}. Save the selected polygons to a file first.</source>
      <translation>{layer}の選択状態は、コマンドでは使用できません。先に、選択したポリゴンをファイルに保存してください。</translation>
    </message>
    <message>
      <source>A compact model learns one raster from a large model, to map it sooner.</source>
      <translation>小型のモデルが、大きなモデルから1つのラスタを学習し、マップを速く作成できるようにします。</translation>
    </message>
    <message>
      <source>A constraint in pip's settings forbids a version that the engine was tested with; the log names it. Take it out for the set-up (PIP_CONSTRAINT or pip's configuration file), or choose a Python that has the packages under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>pipの設定の制約により、エンジンのテスト済みバージョンを使えません。詳しくはログを確認してください。セットアップの間はこの制約を外すか（PIP_CONSTRAINTまたはpipの設定ファイル）、設定 &gt; オプション &gt; CrossEarth で、パッケージのあるPythonを選択してください。</translation>
    </message>
    <message>
      <source>a CRS of its own</source>
      <translation>独自のCRS</translation>
    </message>
    <message>
      <source>A disc is a sample, of which {shown} of {all} are shown.</source>
      <translation>円は1つのサンプルを表します（{all}個中{shown}個を表示）。</translation>
    </message>
    <message>
      <source>A disc is a sample.</source>
      <translation>円は1つのサンプルを表します。</translation>
    </message>
    <message>
      <source>A file cannot be read or written: {reason}.</source>
      <translation>ファイルを読み書きできません: {reason}。</translation>
    </message>
    <message>
      <source>a file of it cannot be read, or lies elsewhere.</source>
      <translation>構成するファイルの1つが読み取れないか、別の場所にあります。</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the archive of the standalone Python under its own name. It is fetched if no Python of this computer will do, and checked by its SHA-256 wherever it comes from. Empty: where it is published.</source>
      <translation>スタンドアロンPythonのアーカイブを元の名前のまま含む、フォルダまたはwebアドレスです。このコンピュータに使えるPythonがない場合に取得され、どこから取得してもSHA-256で確認されます。空の場合: 公開元。</translation>
    </message>
    <message>
      <source>A folder or a web address that holds the published files under their own names, for instance on a computer without internet. Empty: where they are published.</source>
      <translation>公開ファイルを元の名前のまま含む、フォルダまたはwebアドレスです。インターネットに接続していないコンピュータなどで使います。空の場合: 公開元。</translation>
    </message>
    <message>
      <source>A folder that the computers of a cluster see, too: they write there what they have computed, until it is fetched. Nothing stays there.</source>
      <translation>クラスタのコンピュータからも見えるフォルダ。計算結果が、受け取られるまでの間そこに書き込まれます。処理後には何も残りません。</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}) without a driver that lets programs compute on it. Install the driver of its maker and start the computer anew to use the card.</source>
      <translation>グラフィックカード（{card}）がありますが、計算に使うためのドライバがありません。カードを使うには、メーカーのドライバをインストールして、コンピュータを再起動してください。</translation>
    </message>
    <message>
      <source>A graphics card is present ({card}); the engine was installed without its support: this {library} computes on processors only. To use the card, add {package} under Settings ▸ Options ▸ CrossEarth; the page on graphics cards in the documentation says more.</source>
      <translation>グラフィックカード（{card}）がありますが、エンジンは対応なしでインストールされており、この{library}はプロセッサだけで計算します。カードを使うには、設定 ▸ オプション ▸ CrossEarthで{package}を追加してください。詳しくは、ドキュメントのグラフィックカードのページをご覧ください。</translation>
    </message>
    <message>
      <source>A large model, or one that looks several times, maps some windows spread over the raster; a compact model learns from what it says there and is stored as a new model, to map the whole raster with. It knows the classes of its teacher, and this raster.

Every fifth window is held out: the report says how well the new model agrees with its teacher there, whether it learned anything, and from how many windows on all of it costs at most a fifth of a map by the teacher. How good the teacher itself is, it does not say.</source>
      <translation>大きなモデル（または複数回見るモデル）が、ラスタ全体に散らばるいくつかのウィンドウを分類します。小型のモデルがその結果から学習し、ラスタ全体のマップを作成するための新しいモデルとして保存されます。新しいモデルのクラスは教師モデルと同じで、このラスタ用です。

ウィンドウの5つに1つは検証用に取り分けられます。レポートには、そこでの教師モデルとの一致度、学習の効果があったか、そしてウィンドウがいくつ以上あれば、全体の時間が教師モデルでのマップ作成の5分の1以下になるかが示されます。教師モデル自体の精度はわかりません。</translation>
    </message>
    <message>
      <source>A live preview needs a raster that is a file that the engine can open.</source>
      <translation>ライブプレビューには、エンジンが開けるファイルのラスタが必要です。</translation>
    </message>
    <message>
      <source>a mask</source>
      <translation>マスク</translation>
    </message>
    <message>
      <source>A model of this name was there: it is kept as an earlier round.</source>
      <translation>同じ名前のモデルがあったため、以前のラウンドとして残しました。</translation>
    </message>
    <message>
      <source>A package that arrived is not the one that was tested: its SHA-256 is another. It was not installed. Try again; if that does not help, ask who runs the index, the mirror or the folder that the packages come from.</source>
      <translation>受信したパッケージは、テスト済みのものではありません（SHA-256の不一致）。インストールしませんでした。もう一度試し、それでも解決しない場合は、パッケージの取得元（インデックス、ミラーまたはフォルダ）の管理者に問い合わせてください。</translation>
    </message>
    <message>
      <source>A page to read and to print: the map, the area of each class, and how it was made.</source>
      <translation>マップ、クラスごとの面積、作成方法をまとめた、閲覧・印刷用のページ。</translation>
    </message>
    <message>
      <source>A page with all maps, and with the areas of all together.</source>
      <translation>すべてのマップと、全体の面積をまとめたページ。</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}, and the map will be poorer. Take finer imagery, or say which size of pixels the model is to see (GSD).</source>
      <translation>ラスタのピクセルサイズは{size} mですが、{model}は{sizes}で学習しています。ラスタは「{change}」されるため、マップの質が低下します。より高解像度の画像を使うか、モデルに入力するピクセルサイズを指定してください（GSD）。</translation>
    </message>
    <message>
      <source>A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is {change}: the map has no finer details than that.</source>
      <translation>ラスタのピクセルサイズは{size} mですが、{model}は{sizes}で学習しています。ラスタは「{change}」されます。マップの細かさも、これが限度です。</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has onnxruntime, numpy and rasterio, for instance on a computer without internet. Empty: the one that the panel sets up.</source>
      <translation>onnxruntime、numpy、rasterioを含むPython 3.10以降です。インターネットに接続していないコンピュータなどで使います。空の場合: パネルがセットアップする環境。</translation>
    </message>
    <message>
      <source>A raster of percent on the pixels of the map. Empty: that which was made with the map, if it lies beside it.</source>
      <translation>マップと同じピクセルの、パーセントのラスタ。空の場合: マップとともに作成され、同じ場所にあるもの。</translation>
    </message>
    <message>
      <source>A raster that says by how much each pixel's class leads over the next, in percent: near 0 the map is undecided.</source>
      <translation>各ピクセルのクラスが次のクラスをどれだけ上回るか（パーセント）を示すラスタ。0に近い場所では、判定が定まっていません。</translation>
    </message>
    <message>
      <source>A raster that says how unlike the imagery of the model's training each place is: how much of such imagery is less unusual, in percent. From 95 on nothing on the map is to be trusted unchecked.</source>
      <translation>各箇所がモデルの学習画像とどれだけ異なるかを示すラスタ。学習画像のうち、それより特異でないものの割合（パーセント）です。95以上の場所のマップは、確認せずに信頼できません。</translation>
    </message>
    <message>
      <source>A raster with the probability of each pixel's class, in percent: low values show where to check the map.</source>
      <translation>各ピクセルのクラスの確率（パーセント）を示すラスタ。値の低い場所では、マップを確認する必要があります。</translation>
    </message>
    <message>
      <source>A raster with the probability of every class, in percent, a band for each.</source>
      <translation>すべてのクラスの確率（パーセント）を、クラスごとのバンドで示すラスタ。</translation>
    </message>
    <message>
      <source>A review maps one date: look at the map that several dates give, and draw where it is wrong.</source>
      <translation>確認では、1つの撮影日だけを分類します。複数の撮影日から作成したマップを見て、誤っている場所にサンプルを描いてください。</translation>
    </message>
    <message>
      <source>A run that is canceled still writes its map: the rest has no class.</source>
      <translation>キャンセルしてもマップが書き込まれます。残りの部分はクラスなしになります。</translation>
    </message>
    <message>
      <source>A standalone Python of a fixed version, checked by its SHA-256, for the engine only. It comes from where it is published, or from the mirror or folder under Settings &gt; Options &gt; CrossEarth or in the environment variable CROSSEARTH_PYTHON_URL.</source>
      <translation>エンジン専用の、バージョンを固定したスタンドアロンPythonで、SHA-256で確認されます。公開元から、または 設定 &gt; オプション &gt; CrossEarth か環境変数CROSSEARTH_PYTHON_URLで指定したミラーやフォルダから取得されます。</translation>
    </message>
    <message>
      <source>a window of {size} px</source>
      <translation>{size} pxのウィンドウ</translation>
    </message>
    <message>
      <source>About the model</source>
      <translation>モデルについて</translation>
    </message>
    <message>
      <source>about {size} from {index}: onnxruntime, rasterio, scikit-learn. Each file is the one that was tested, or is refused.</source>
      <translation>{index}から約{size}: onnxruntime、rasterio、scikit-learn。テスト済みのファイルだけを使い、異なるものは拒否します。</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>精度</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>精度</translation>
    </message>
    <message>
      <source>Accuracy (JSON)</source>
      <translation>精度（JSON）</translation>
    </message>
    <message>
      <source>Accuracy and area of each class</source>
      <translation>クラスごとの精度と面積</translation>
    </message>
    <message>
      <source>Accuracy of each class</source>
      <translation>クラスごとの精度</translation>
    </message>
    <message>
      <source>Accuracy of {name}</source>
      <translation>{name}の精度</translation>
    </message>
    <message>
      <source>accuracy,validation,confusion matrix,kappa,iou,f1,precision,recall,area estimation</source>
      <translation>精度,検証,評価,混同行列,カッパ係数,iou,f1,適合率,再現率,面積推定</translation>
    </message>
    <message>
      <source>Across: confidence; upwards: how much of it is right; a disc is as large as what has this confidence. On the diagonal, confidence is what it says; below, the model is too sure. It holds for places like those that were drawn: elsewhere confidence can be far too high.</source>
      <translation>横軸: 確信度、縦軸: そのうち正しい割合。円の大きさは、その確信度のものの量を表します。対角線上では確信度が実際の正解率と一致し、下側ではモデルが自信過剰です。これはサンプルを描いたような場所について成り立ち、他の場所では、確信度がはるかに高すぎることがあります。</translation>
    </message>
    <message>
      <source>active learning,uncertainty,uncertain,review,where to draw,samples,confidence</source>
      <translation>能動学習,不確実性,不確か,確認,描く場所,サンプル,確信度</translation>
    </message>
    <message>
      <source>Adapt</source>
      <translation>適応</translation>
    </message>
    <message>
      <source>Adapt a model to polygons</source>
      <translation>モデルをポリゴンに適応</translation>
    </message>
    <message>
      <source>Adapt Now</source>
      <translation>今すぐ適応</translation>
    </message>
    <message>
      <source>Adaptation of the model “{name}”</source>
      <translation>モデル「{name}」の適応</translation>
    </message>
    <message>
      <source>Adapter</source>
      <translation>アダプタ</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>クラスを追加</translation>
    </message>
    <message>
      <source>Add a polygon layer to the project.</source>
      <translation>プロジェクトにポリゴンレイヤを追加してください。</translation>
    </message>
    <message>
      <source>Add a raster layer to the project, or choose a file with “…”.</source>
      <translation>プロジェクトにラスタレイヤを追加するか、「…」でファイルを選択してください。</translation>
    </message>
    <message>
      <source>Add at least two classes.</source>
      <translation>2つ以上のクラスを追加してください。</translation>
    </message>
    <message>
      <source>Add to the engine</source>
      <translation>エンジンに追加</translation>
    </message>
    <message>
      <source>Add, {size}…</source>
      <translation>追加（{size}）…</translation>
    </message>
    <message>
      <source>Add-ons</source>
      <translation>アドオン</translation>
    </message>
    <message>
      <source>added; twice as much is taken off the contrast</source>
      <translation>明るさの加算値（コントラストはその2倍を減少）</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>詳細設定</translation>
    </message>
    <message>
      <source>Advanced parameters</source>
      <translation>詳細パラメータ</translation>
    </message>
    <message>
      <source>aerial imagery</source>
      <translation>航空画像</translation>
    </message>
    <message>
      <source>After</source>
      <translation>変化後</translation>
    </message>
    <message>
      <source>After, {unit}</source>
      <translation>変化後（{unit}）</translation>
    </message>
    <message>
      <source>Against {map}</source>
      <translation>{map}との比較</translation>
    </message>
    <message>
      <source>Agreement with the teacher (JSON)</source>
      <translation>教師モデルとの一致度（JSON）</translation>
    </message>
    <message>
      <source>Agreement with the teacher on {windows} windows held out: {share}; before: {before}</source>
      <translation>検証用の{windows}ウィンドウでの教師モデルとの一致度: {share}（学習前: {before}）</translation>
    </message>
    <message>
      <source>Align rasters of other dates</source>
      <translation>他の撮影日のラスタの位置合わせ</translation>
    </message>
    <message>
      <source>Align to the grid of the map</source>
      <translation>グリッドを合わせるマップ</translation>
    </message>
    <message>
      <source>Aligned to the grid of the map</source>
      <translation>グリッドを合わせたマップ</translation>
    </message>
    <message>
      <source>All are those of the map, not of the points. Below each: its 95 % interval, and ± of the normal approximation, which is too short for rare classes.</source>
      <translation>すべて、点ではなくマップについての値です。それぞれの下に、95%区間と正規近似による±を示します（後者は、まれなクラスでは短すぎます）。</translation>
    </message>
    <message>
      <source>all bands</source>
      <translation>全バンド</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>全クラス</translation>
    </message>
    <message>
      <source>All figures (JSON)</source>
      <translation>すべての指標（JSON）</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>全ファイル (*)</translation>
    </message>
    <message>
      <source>All of the map that lies outside of them counts as {name}, as asked.</source>
      <translation>指定により、その外側のマップ全体を{name}として数えます。</translation>
    </message>
    <message>
      <source>All packages come from it, and nothing from the network; so does a standalone Python, if its archive lies there and none of this computer will do. dev.py wheelhouse fills such a folder. What it has for adapting or PyTorch is installed, too.</source>
      <translation>すべてのパッケージをこのフォルダから取得し、ネットワークは使いません。スタンドアロンPythonも、アーカイブがここにあり、コンピュータに使えるPythonがなければ、ここから取得します。このフォルダは、dev.py wheelhouseで用意できます。適応用やPyTorchのパッケージがあれば、それもインストールされます。</translation>
    </message>
    <message>
      <source>All pixels of band {bands} have one value, {value}: the model learns nothing from that. Choose other bands (BANDS), or say that the value is no data (NODATA {value}).</source>
      <translation>バンド{bands}のピクセルは、すべて同じ値（{value}）です。モデルはここから何も得られません。別のバンドを選択するか（BANDS）、この値をデータなしとして指定してください（NODATA {value}）。</translation>
    </message>
    <message>
      <source>All pixels that the map has of {names} would not make the accuracy there as sure as asked; the margins below are what can be had.</source>
      <translation>マップの{names}のピクセルをすべて使っても、そこでの精度は指定された確かさに達しません。得られるのは、下の誤差範囲までです。</translation>
    </message>
    <message>
      <source>All that are known</source>
      <translation>わかっているものすべて</translation>
    </message>
    <message>
      <source>All that has changed (JSON)</source>
      <translation>すべての変化（JSON）</translation>
    </message>
    <message>
      <source>All that is known of the run (JSON)</source>
      <translation>この処理に関するすべての情報（JSON）</translation>
    </message>
    <message>
      <source>All that is known of the runs (JSON)</source>
      <translation>これらの処理に関するすべての情報（JSON）</translation>
    </message>
    <message>
      <source>All {count} places are done, and the model is adapted to the {samples} samples.</source>
      <translation>{count}箇所すべてが完了し、モデルは{samples}個のサンプルに適応済みです。</translation>
    </message>
    <message>
      <source>All {count} places are done, {samples} samples drawn. Adapt now.</source>
      <translation>{count}箇所すべてが完了し、{samples}個のサンプルが描かれました。適応を行ってください。</translation>
    </message>
    <message>
      <source>Also on imagery that is spoiled</source>
      <translation>劣化させた画像でも評価</translation>
    </message>
    <message>
      <source>An earlier round is being brought back.</source>
      <translation>以前のラウンドに戻しています。</translation>
    </message>
    <message>
      <source>An encoder for {imagery}: it turns images into features, but knows no classes. It has to be adapted to polygons of your own first.</source>
      <translation>{imagery}用のエンコーダです。画像を特徴に変換しますが、クラスがありません。先に自分のポリゴンに適応させる必要があります。</translation>
    </message>
    <message>
      <source>an index of several bands</source>
      <translation>複数バンドから求めた指数</translation>
    </message>
    <message>
      <source>Another map</source>
      <translation>別のマップ</translation>
    </message>
    <message>
      <source>Another map of the same place: the same points tell which of the two is better, and whether chance alone can explain it</source>
      <translation>同じ場所の別のマップ。同じ点を使って、どちらが良いか、その差が偶然だけで説明できるかを調べます</translation>
    </message>
    <message>
      <source>Another program held a file of the engine, as virus scanners do. Wait a minute, then try again. If that does not help, have the scanner leave out the data folder that Settings &gt; Options &gt; CrossEarth shows.</source>
      <translation>ウイルス対策ソフトなどの別のプログラムが、エンジンのファイルを使用中でした。1分ほど待って、もう一度試してください。それでも解決しない場合は、設定 &gt; オプション &gt; CrossEarth に表示されるデータフォルダを、スキャンの対象から除外してください。</translation>
    </message>
    <message>
      <source>Another program held a file. Trying again…</source>
      <translation>別のプログラムがファイルを使用中でした。再試行中…</translation>
    </message>
    <message>
      <source>Another QGIS is installing the engine right now. Wait until it has finished.</source>
      <translation>別のQGISがエンジンをインストールしています。終わるまで待ってください。</translation>
    </message>
    <message>
      <source>Another tool is chosen. Press Go On for the keys.</source>
      <translation>別のツールが選択されました。キー操作に戻るには「続行」を押してください。</translation>
    </message>
    <message>
      <source>Another tool is chosen; the maps stay hidden. Press Go On for the keys.</source>
      <translation>別のツールが選択されました。マップは非表示のままです。キー操作に戻るには「続行」を押してください。</translation>
    </message>
    <message>
      <source>any time: Settings &gt; Options &gt; CrossEarth</source>
      <translation>いつでも可能: 設定 &gt; オプション &gt; CrossEarth</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>面積</translation>
    </message>
    <message>
      <source>Area ({unit})</source>
      <translation>面積（{unit}）</translation>
    </message>
    <message>
      <source>Area mapped</source>
      <translation>分類した面積</translation>
    </message>
    <message>
      <source>Area of each class</source>
      <translation>クラスごとの面積</translation>
    </message>
    <message>
      <source>Area of the maps that can be measured</source>
      <translation>計測可能なマップの面積</translation>
    </message>
    <message>
      <source>area of the polygons</source>
      <translation>ポリゴンの範囲</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>分類する範囲</translation>
    </message>
    <message>
      <source>Area, {unit}</source>
      <translation>面積（{unit}）</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>面積</translation>
    </message>
    <message>
      <source>Areas are counted pixels of the two maps, not estimates: what either map has wrong counts as change, and small changes may be nothing but errors. For areas with error bars draw random points on the map of changes (crossearth sample), say at each what has become of what, and give them to crossearth evaluate.</source>
      <translation>面積は2つのマップのピクセルを数えたもので、推定値ではありません。どちらかのマップの誤りも変化として数えられるため、小さな変化は誤りにすぎない可能性があります。誤差範囲付きの面積を求めるには、変化マップ上に無作為な点を抽出し（crossearth sample）、各点で何が何に変わったかを入力して、crossearth evaluateに渡してください。</translation>
    </message>
    <message>
      <source>Areas in the plane of the raster's CRS, which is true here within 1 %.</source>
      <translation>面積はラスタのCRSの平面上の値です（ここでの誤差は1%以内）。</translation>
    </message>
    <message>
      <source>Areas of all maps together</source>
      <translation>全マップの合計面積</translation>
    </message>
    <message>
      <source>Areas of the maps that can be measured</source>
      <translation>計測可能なマップの面積</translation>
    </message>
    <message>
      <source>Areas on the ellipsoid, since the raster's CRS distorts them here.</source>
      <translation>ラスタのCRSではここで面積が歪むため、面積は楕円体上の値です。</translation>
    </message>
    <message>
      <source>Areas or places whose class is known; a point speaks of the pixel that it lies in. A dozen areas of each class, spread over the raster, are a good start. Any CRS.</source>
      <translation>クラスのわかっている範囲または地点。ポイントは、それを含むピクセルを表します。最初は、クラスごとに10個あまりの範囲を、ラスタ全体に散らばるように描くのが目安です。CRSは任意です。</translation>
    </message>
    <message>
      <source>as asked</source>
      <translation>指定</translation>
    </message>
    <message>
      <source>As JSON: {"water": "#0000ff"}. Classes that are not named keep the colour that the model gives them, or get one.</source>
      <translation>JSON形式: {"water": "#0000ff"}。指定のないクラスは、モデルの色のままか、自動的に色が付きます。</translation>
    </message>
    <message>
      <source>as ONNX the encoder computes something else; it was not kept.</source>
      <translation>ONNXに変換すると、エンコーダの計算結果が変わってしまうため、保存しませんでした。</translation>
    </message>
    <message>
      <source>As suits the raster</source>
      <translation>ラスタに応じて自動</translation>
    </message>
    <message>
      <source>As the file says</source>
      <translation>ファイルに従う</translation>
    </message>
    <message>
      <source>as the only one</source>
      <translation>唯一のバンド</translation>
    </message>
    <message>
      <source>As the recipe says</source>
      <translation>方式に従う</translation>
    </message>
    <message>
      <source>as they are</source>
      <translation>そのままの値</translation>
    </message>
    <message>
      <source>asked for, but bands have hardly moved</source>
      <translation>指定されたが、バンドにほとんどずれなし</translation>
    </message>
    <message>
      <source>Asking QGIS and the engine…</source>
      <translation>QGISとエンジンに問い合わせ中…</translation>
    </message>
    <message>
      <source>assemble</source>
      <translation>結合</translation>
    </message>
    <message>
      <source>At {count} points {this} alone is right, at {other_count} {other} alone; the others tell nothing of which is better.</source>
      <translation>{this}だけが正しい点は{count}個、{other}だけが正しい点は{other_count}個です。それ以外の点からは、どちらが良いかはわかりません。</translation>
    </message>
    <message>
      <source>Attribution</source>
      <translation>出典表示</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>自動</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>平均</translation>
    </message>
    <message>
      <source>Average over flips and rotations</source>
      <translation>反転と回転で平均</translation>
    </message>
    <message>
      <source>Averaged over sizes</source>
      <translation>倍率で平均</translation>
    </message>
    <message>
      <source>Averaged over turns and flips</source>
      <translation>回転と反転で平均</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>戻る</translation>
    </message>
    <message>
      <source>Back (B)</source>
      <translation>戻る (B)</translation>
    </message>
    <message>
      <source>Back to Round {number}</source>
      <translation>ラウンド{number}に戻す</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>バックボーン</translation>
    </message>
    <message>
      <source>Band {band} alone stands for {names} and {last}: a model that was made for colours sees a grey picture. Expect a poorer map, or choose imagery in colours.</source>
      <translation>バンド{band}だけが、{names}と{last}のすべてに使われます。カラー画像用のモデルにグレースケール画像を入力することになり、マップの質が低下します。カラー画像があれば、そちらを選択してください。</translation>
    </message>
    <message>
      <source>Band {band} holds nothing but 0 and {value}, as a mask does that says where there is data, and nothing marks it as one: where it is 0, the raster is classified all the same. If it is one, mark it as alpha (gdal_translate -colorinterp_{band} alpha) and take the new file.</source>
      <translation>バンド{band}には、データの有無を示すマスクのように0と{value}しかありませんが、マスクとは示されていません。このため、0の場所もラスタは分類されます。マスクであれば、アルファとして設定し（gdal_translate -colorinterp_{band} alpha）、新しいファイルを使ってください。</translation>
    </message>
    <message>
      <source>Band {band} says that it is alpha, and {share} of its values lie between 0 and the largest: it looks like data. Only where it is 0 the raster is taken to be without data. If the band is imagery, ask for it (BANDS), or take its name of alpha away.</source>
      <translation>バンド{band}はアルファとされていますが、値の{share}が0と最大値の間にあり、データのように見えます。ラスタは、この値が0の場所だけデータなしとみなされます。このバンドが画像であれば、BANDSで指定するか、アルファの設定を外してください。</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, and it holds nothing but 0 and {value}, as a mask does. Choose the bands if this is wrong (BANDS): the model sees no imagery in it.</source>
      <translation>バンド{band}は{wanted}として使われますが、マスクのように0と{value}しかありません。誤りであれば、バンドを選択してください（BANDS）。このままでは、モデルには画像が見えません。</translation>
    </message>
    <message>
      <source>Band {band} stands for {wanted}, but it seems to be {meaning} ({by}). Choose the bands if this is wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>バンド{band}は{wanted}として使われますが、実際には{meaning}のようです（判断の根拠: {by}）。誤りであれば、バンドを選択してください（BANDS）。モデルが両者を取り違えてしまいます。</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>バンド</translation>
    </message>
    <message>
      <source>Bands alone, of any number</source>
      <translation>バンドのみ（数は任意）</translation>
    </message>
    <message>
      <source>Bands for the model, in its order</source>
      <translation>モデルに使うバンド（モデルの順番）</translation>
    </message>
    <message>
      <source>Bands have hardly moved: nothing to match</source>
      <translation>バンドにほとんどずれがなく、補正は不要です</translation>
    </message>
    <message>
      <source>Bands {bands} of the raster hold the same values everywhere: the model sees no colours, and the map will be poorer. Choose others (BANDS) if there are any.</source>
      <translation>ラスタのバンド{bands}は、どこでも同じ値です。モデルには色が見えないため、マップの質が低下します。他のバンドがあれば、選択してください（BANDS）。</translation>
    </message>
    <message>
      <source>bands {names}</source>
      <translation>バンド{names}</translation>
    </message>
    <message>
      <source>Base model</source>
      <translation>元のモデル</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>変更後</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>変化前</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}) and closes {closed:.0%} of the gap to the teacher.</source>
      <translation>学習前の生徒モデルの一致度は{before:.1%}でした。蒸留により{gain:+.1f}ポイント変化し（{low:+.1f}～{high:+.1f}）、教師モデルとの差の{closed:.0%}が縮まりました。</translation>
    </message>
    <message>
      <source>Before it learned, the student agreed on {before:.1%}: distilling brings {gain:+.1f} points ({low:+.1f} to {high:+.1f}).</source>
      <translation>学習前の生徒モデルの一致度は{before:.1%}でした。蒸留により{gain:+.1f}ポイント変化しました（{low:+.1f}～{high:+.1f}）。</translation>
    </message>
    <message>
      <source>Before, {unit}</source>
      <translation>変化前（{unit}）</translation>
    </message>
    <message>
      <source>Begin Anew</source>
      <translation>最初から</translation>
    </message>
    <message>
      <source>Beside each map: {file} beside {map}.</source>
      <translation>各マップと同じ場所に保存されます（例: {map}に対して{file}）。</translation>
    </message>
    <message>
      <source>Best after step</source>
      <translation>最良のステップ</translation>
    </message>
    <message>
      <source>Bias</source>
      <translation>バイアス</translation>
    </message>
    <message>
      <source>Bias of numbers</source>
      <translation>数値のバイアス</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>バイリニア</translation>
    </message>
    <message>
      <source>block {block}: {times} of {all} times</source>
      <translation>ブロック{block}: {all}回中{times}回</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>青</translation>
    </message>
    <message>
      <source>Bright, low contrast</source>
      <translation>高輝度・低コントラスト</translation>
    </message>
    <message>
      <source>Bring the model's values back</source>
      <translation>モデルの値に戻します</translation>
    </message>
    <message>
      <source>Brings a published model to this computer.</source>
      <translation>公開モデルをこのコンピュータにダウンロードします。</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>建物</translation>
    </message>
    <message>
      <source>Burn scars</source>
      <translation>焼失域</translation>
    </message>
    <message>
      <source>by colour</source>
      <translation>色による</translation>
    </message>
    <message>
      <source>By how much neighbouring windows overlap. By default the model's own. More overlap hides joins better and takes longer.</source>
      <translation>隣り合うウィンドウの重なり。デフォルト: モデルの値。大きいほど継ぎ目が目立たなくなりますが、時間が長くかかります。</translation>
    </message>
    <message>
      <source>By its CRS</source>
      <translation>CRS準拠</translation>
    </message>
    <message>
      <source>By its CRS a pixel of the raster measures {own} m; the {said} m that were given (PIXEL_SIZE) are for rasters without one and were not used.</source>
      <translation>CRSによると、ラスタのピクセルサイズは{own} mです。指定された{said} m（PIXEL_SIZE）はCRSのないラスタ用のため、使用しませんでした。</translation>
    </message>
    <message>
      <source>By its unit, {unit}, the elevation of the raster is in feet, and {model} takes metres: multiply it by 0.3048 first, for instance with the raster calculator.</source>
      <translation>ラスタの標高の単位は{unit}で、フィートですが、{model}の入力はメートルです。先にラスタ計算機などで0.3048を掛けてください。</translation>
    </message>
    <message>
      <source>by name</source>
      <translation>名前による</translation>
    </message>
    <message>
      <source>by order</source>
      <translation>順番による</translation>
    </message>
    <message>
      <source>By the colours that the file states, bands {bands} of the raster are {names}; by their names, {called}, they are others, whatever the sensor. Choose the bands if the colours are wrong (BANDS): the model would mistake the one for the other.</source>
      <translation>ファイルの色情報では、ラスタのバンド{bands}は{names}ですが、バンド名（{called}）では、どのセンサとしても別のバンドです。色情報が誤りであれば、バンドを選択してください（BANDS）。モデルが両者を取り違えてしまいます。</translation>
    </message>
    <message>
      <source>By the name of the file</source>
      <translation>ファイル名に従う</translation>
    </message>
    <message>
      <source>By the raster</source>
      <translation>ラスタに従う</translation>
    </message>
    <message>
      <source>by wavelength</source>
      <translation>波長による</translation>
    </message>
    <message>
      <source>By {source}, the darkest of the raster is a reflectance of {low}, which is below 0: what is added to the numbers of such products was perhaps taken off them already. If so, say so: STRETCH 0,10000.</source>
      <translation>{source}によると、ラスタの最も暗い部分の反射率は{low}で、0未満です。この種のプロダクトの値に加算されているオフセットが、すでに差し引かれている可能性があります。その場合は、STRETCH 0,10000と指定してください。</translation>
    </message>
    <message>
      <source>By {source}, {added} was added to the numbers of the raster. {model} takes numbers as they are, and by its means it was trained without that. If so, import it again with the range that it takes (VALUES 0,10000).</source>
      <translation>{source}によると、ラスタの値には{added}が加算されています。{model}は値をそのまま入力とし、平均値から見て、加算のない値で学習しています。その場合は、入力範囲を指定してインポートし直してください（VALUES 0,10000）。</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>バイト値</translation>
    </message>
    <message>
      <source>C&amp;luster</source>
      <translation>クラスタ(&amp;L)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
    <message>
      <source>Canceled.</source>
      <translation>キャンセルされました。</translation>
    </message>
    <message>
      <source>Canceled: the map holds what was done until then.</source>
      <translation>キャンセルしました。マップには、それまでに完了した部分が含まれます。</translation>
    </message>
    <message>
      <source>Canceled; finished maps stay.</source>
      <translation>キャンセルしました。完成したマップは残ります。</translation>
    </message>
    <message>
      <source>Canceled; no model was made.</source>
      <translation>キャンセルしました。モデルは作成されていません。</translation>
    </message>
    <message>
      <source>Canceled; nothing was measured.</source>
      <translation>キャンセルしました。評価は行われていません。</translation>
    </message>
    <message>
      <source>Canceled; nothing was written.</source>
      <translation>キャンセルしました。何も書き込んでいません。</translation>
    </message>
    <message>
      <source>Canceled; the map is a temporary one still.</source>
      <translation>キャンセルしました。マップは一時マップのままです。</translation>
    </message>
    <message>
      <source>Canceled; what is done is kept for the same run to go on from.</source>
      <translation>キャンセルしました。完了した部分は残り、同じ処理を続きから実行できます。</translation>
    </message>
    <message>
      <source>Canceling…</source>
      <translation>キャンセル中…</translation>
    </message>
    <message>
      <source>Candidates</source>
      <translation>候補</translation>
    </message>
    <message>
      <source>Candidates from {threshold} %</source>
      <translation>候補（{threshold}%以上）</translation>
    </message>
    <message>
      <source>Candidates – {name}</source>
      <translation>候補 – {name}</translation>
    </message>
    <message>
      <source>canvas</source>
      <translation>キャンバス</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>カード</translation>
    </message>
    <message>
      <source>Certif&amp;icates</source>
      <translation>証明書(&amp;I)</translation>
    </message>
    <message>
      <source>Change between two land-cover maps, {date}</source>
      <translation>2つの土地被覆マップの間の変化、{date}</translation>
    </message>
    <message>
      <source>change detection,from-to matrix,transition,land cover change,difference,gain,loss</source>
      <translation>変化検出,変化抽出,推移行列,遷移,土地被覆変化,差分,増加,減少</translation>
    </message>
    <message>
      <source>Change – {before} → {after}</source>
      <translation>変化 – {before} → {after}</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>変化</translation>
    </message>
    <message>
      <source>Changed (0 to 1)</source>
      <translation>変化の割合（0～1）</translation>
    </message>
    <message>
      <source>Changed: {percent} % of where both maps have a class. These are counted pixels, not estimates: what either map has wrong counts as change.</source>
      <translation>変化: 両方のマップにクラスがある範囲の{percent}%。これはピクセルを数えたもので、推定値ではありません。どちらかのマップの誤りも、変化として数えられます。</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>変化</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>検証状況</translation>
    </message>
    <message>
      <source>Checking the installation…</source>
      <translation>インストールを確認中…</translation>
    </message>
    <message>
      <source>checkpoint,weights,hugging face,mirror,offline</source>
      <translation>チェックポイント,重み,hugging face,ミラー,オフライン,モデル</translation>
    </message>
    <message>
      <source>checkpoint,weights,pth,safetensors,onnx,stac,convert</source>
      <translation>チェックポイント,重み,pth,safetensors,onnx,stac,変換,モデル</translation>
    </message>
    <message>
      <source>Checkpoints ({patterns})</source>
      <translation>チェックポイント ({patterns})</translation>
    </message>
    <message>
      <source>Checks a file and stores it as a model that runs at once:
- a CrossEarth checkpoint (.pth, .safetensors), read without executing anything in it; one of a DINOv2 backbone becomes a model to be adapted first
- an encoder for other sensors (.pth, .pt), to be adapted first
- an ONNX file, with the keys of Deepness, with ours, or without any
- a STAC item of the Machine Learning Model extension (.json) beside its weights, or the folder of one

What the file does not tell is assumed and said, unless you tell it under the advanced parameters.</source>
      <translation>ファイルを確認し、すぐに実行できるモデルとして保存します。
- CrossEarthのチェックポイント（.pth、.safetensors）。中のコードを実行せずに読み込まれます。DINOv2バックボーンのものは、先に適応が必要なモデルになります
- 他のセンサ用のエンコーダ（.pth、.pt）。先に適応が必要です
- ONNXファイル（Deepnessのキー付き、このプラグインのキー付き、またはキーなし）
- Machine Learning Model拡張のSTACアイテム（.json）と同じ場所の重み、またはそのフォルダ

ファイルからわからない項目は、詳細パラメータで指定しない限り、仮定した上でその内容を表示します。</translation>
    </message>
    <message>
      <source>Choose a Folder with a Standalone Python</source>
      <translation>スタンドアロンPythonのフォルダを選択</translation>
    </message>
    <message>
      <source>Choose a Folder with Certificates</source>
      <translation>証明書のフォルダを選択</translation>
    </message>
    <message>
      <source>Choose a Folder with Published Models</source>
      <translation>公開モデルのフォルダを選択</translation>
    </message>
    <message>
      <source>Choose a layer of polygons or points that have a number.</source>
      <translation>数値を持つポリゴンまたはポイントのレイヤを選択してください。</translation>
    </message>
    <message>
      <source>Choose a layer of sample polygons or points, or create one with the button beside it.</source>
      <translation>サンプルのポリゴンまたはポイントのレイヤを選択するか、横のボタンで作成してください。</translation>
    </message>
    <message>
      <source>Choose a layer of samples, or create one.</source>
      <translation>サンプルのレイヤを選択するか、作成してください。</translation>
    </message>
    <message>
      <source>Choose a Model File</source>
      <translation>モデルファイルを選択</translation>
    </message>
    <message>
      <source>Choose a model file</source>
      <translation>モデルファイルを選択</translation>
    </message>
    <message>
      <source>Choose a model file (.onnx, model.json) or a model folder</source>
      <translation>モデルファイル（.onnx、model.json）またはモデルフォルダを選択</translation>
    </message>
    <message>
      <source>Choose a Model Folder</source>
      <translation>モデルフォルダを選択</translation>
    </message>
    <message>
      <source>Choose a model.</source>
      <translation>モデルを選択してください。</translation>
    </message>
    <message>
      <source>Choose a Python with the Engine's Packages</source>
      <translation>エンジンのパッケージを含むPythonを選択</translation>
    </message>
    <message>
      <source>Choose a Raster File</source>
      <translation>ラスタファイルを選択</translation>
    </message>
    <message>
      <source>Choose a raster file</source>
      <translation>ラスタファイルを選択</translation>
    </message>
    <message>
      <source>Choose a raster file that is not in the project</source>
      <translation>プロジェクトにないラスタファイルを選択</translation>
    </message>
    <message>
      <source>Choose a Scheduler File</source>
      <translation>スケジューラのファイルを選択</translation>
    </message>
    <message>
      <source>Choose groups in the table one by one, to see what they are</source>
      <translation>表でグループを1つずつ選択すると、それが何かを確認できます</translation>
    </message>
    <message>
      <source>Choose the field that holds the class.</source>
      <translation>クラスが入っているフィールドを選択してください。</translation>
    </message>
    <message>
      <source>Choose the map to judge.</source>
      <translation>評価するマップを選択してください。</translation>
    </message>
    <message>
      <source>Choose two different maps.</source>
      <translation>異なる2つのマップを選択してください。</translation>
    </message>
    <message>
      <source>Choosing places</source>
      <translation>箇所を選択中</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>クラス</translation>
    </message>
    <message>
      <source>Class &amp;field</source>
      <translation>クラスフィールド(&amp;F)</translation>
    </message>
    <message>
      <source>Class outside of the reference</source>
      <translation>参照データの外側のクラス</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>クラスラスタ</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>クラス{number}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>クラス</translation>
    </message>
    <message>
      <source>Classes and their keys</source>
      <translation>クラスと対応するキー</translation>
    </message>
    <message>
      <source>Classes are weighted by how much of each there is likely to be on the ground that was looked at, not by how much of each was drawn. One polygon more of each is counted than was held out, taken for any of them alike: few without an error do not show that there is none.</source>
      <translation>クラスは、描かれた量ではなく、対象とした地上に存在すると見込まれる量で重み付けされています。誤りのない少数の例だけでは誤りがないとは言えないため、各クラスのポリゴンを取り分けた数より1つ多く数え、それがどのクラスにも等しく判定されたものとしています。</translation>
    </message>
    <message>
      <source>Classes before and after</source>
      <translation>変化前後のクラス</translation>
    </message>
    <message>
      <source>Classes found</source>
      <translation>検出されたクラス</translation>
    </message>
    <message>
      <source>Classes to teach</source>
      <translation>学習させるクラス</translation>
    </message>
    <message>
      <source>Classes whose polygons get right angles, with commas between them, such as building. Their neighbours keep the shared edges; what is round or has no two main directions stays as it is. Empty: none.</source>
      <translation>ポリゴンを直角にするクラスを、buildingのようにカンマ区切りで指定します。隣のポリゴンとの共有辺は保たれます。円形のものや、2つの主方向を持たないものは、そのまま残ります。空の場合: なし。</translation>
    </message>
    <message>
      <source>Classes, such as water and forest; or numbers, such as heights or shares of cover</source>
      <translation>水域や森林などのクラス、または高さや被覆率などの数値</translation>
    </message>
    <message>
      <source>Classify Objects…</source>
      <translation>オブジェクトを分類…</translation>
    </message>
    <message>
      <source>Classify the objects of a layer</source>
      <translation>レイヤのオブジェクトを分類</translation>
    </message>
    <message>
      <source>Click in the map where there is a {name}.</source>
      <translation>地図上で{name}がある場所をクリックします。</translation>
    </message>
    <message>
      <source>Click one or a few objects first.</source>
      <translation>先に、オブジェクトを1つまたはいくつかクリックしてください。</translation>
    </message>
    <message>
      <source>Click the corners of a {name} in the map; a right click ends the polygon.</source>
      <translation>地図上で{name}の頂点をクリックします。右クリックでポリゴンを終了します。</translation>
    </message>
    <message>
      <source>Click what you look for in the map; a right click ends</source>
      <translation>探したいものを地図上でクリックします。右クリックで終了します</translation>
    </message>
    <message>
      <source>Clouds</source>
      <translation>雲</translation>
    </message>
    <message>
      <source>Clouds and shadows</source>
      <translation>雲と影</translation>
    </message>
    <message>
      <source>Coarsest pixel of the rasters, m</source>
      <translation>ラスタの最も粗いピクセルサイズ（m）</translation>
    </message>
    <message>
      <source>coastal aerosol</source>
      <translation>沿岸エアロゾル</translation>
    </message>
    <message>
      <source>Collects what others need to know to find a fault: versions, the computer and its devices, how the engine was installed, changed settings, environment variables, models and the end of the log. Your name, the name of the computer, your home folder, passwords and what follows in web addresses are left out. Read it before you send it.

It works without an engine, too.</source>
      <translation>不具合を調べるのに必要な情報を集めます。バージョン、コンピュータとデバイス、エンジンのインストール方法、変更された設定、環境変数、モデル、ログの末尾が含まれます。氏名、コンピュータ名、ホームフォルダ、パスワード、webアドレスの後に続く部分は除かれます。送る前に内容を確認してください。

エンジンがなくても動作します。</translation>
    </message>
    <message>
      <source>Colours of the classes</source>
      <translation>クラスの色</translation>
    </message>
    <message>
      <source>comes with the plugin, nothing to download</source>
      <translation>プラグインに付属（ダウンロード不要）</translation>
    </message>
    <message>
      <source>Compare two maps</source>
      <translation>2つのマップを比較</translation>
    </message>
    <message>
      <source>Compare two maps: what has become of what, and how much</source>
      <translation>2つのマップを比較し、何が何にどれだけ変わったかを調べます</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>比較対象</translation>
    </message>
    <message>
      <source>Compared with another raster, pixel by pixel, wherever both have a class.</source>
      <translation>別のラスタとピクセルごとに比較（両方にクラスがある場所）。</translation>
    </message>
    <message>
      <source>Compared with the map</source>
      <translation>比較したマップ</translation>
    </message>
    <message>
      <source>Compared with {count} points of a random sample within {strata} strata: each counts for the part of its stratum that it stands for. Error bars hold if the points are those that were drawn, and whoever labelled them did not look at a map.</source>
      <translation>{strata}個の層から無作為に抽出した標本の{count}点と比較: 各点は、代表する層の部分に応じて数えられます。誤差範囲は、抽出したままの点で、ラベル付けの際にマップを見ていない場合に成り立ちます。</translation>
    </message>
    <message>
      <source>Compared with {count} points: each counts as much as any other.</source>
      <translation>{count}点と比較: すべての点を同じ重みで数えます。</translation>
    </message>
    <message>
      <source>Compared with {count} points: each with the pixel that it lies in.</source>
      <translation>{count}点と比較: 各点を、それを含むピクセルと比較します。</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each pixel in them counts.</source>
      <translation>{count}個のポリゴンと比較: その中の各ピクセルが数えられます。</translation>
    </message>
    <message>
      <source>Compared with {count} polygons: each, once, with the mean of the pixels in it. Polygons that somebody has chosen are no random sample: the figures hold for places like these.</source>
      <translation>{count}個のポリゴンと比較: 各ポリゴンを一度ずつ、その中のピクセルの平均と比較します。人が選んだポリゴンは無作為標本ではないため、指標はこのような場所についてのみ成り立ちます。</translation>
    </message>
    <message>
      <source>Compares a map with polygons, points or a raster that say what is really there: confusion matrix, overall accuracy, kappa, and precision, recall, F1 and IoU of each class.

From the random points of “Draw sample points on a map”, filled in by eye, it also estimates the true area of each class with its 95 % confidence interval (Olofsson and others, 2014).

Give a map; or a model and a raster, which is then mapped first. With another map the same points also tell which of the two is better, and how sure that is.

Example: MAP map.tif, AGAINST other-map.tif, REFERENCE points.gpkg, CLASS_FIELD reference.</source>
      <translation>マップを、実際にそこにあるものを示すポリゴン、ポイントまたはラスタと比較します。混同行列、全体精度、カッパ係数と、クラスごとの適合率、再現率、F1、IoUを求めます。

「マップ上に検証点を抽出」で得た無作為な点を目視で判読した場合は、各クラスの実際の面積も、95%信頼区間付きで推定します（Olofsson et al., 2014）。

マップを指定するか、モデルとラスタを指定してください（後者では、先にマップが作成されます）。別のマップも指定すると、同じ点を使って、どちらが良いかと、その確かさも調べます。

例: MAP map.tif, AGAINST other-map.tif, REFERENCE points.gpkg, CLASS_FIELD reference。</translation>
    </message>
    <message>
      <source>Compares two class rasters pixel by pixel: a raster with a class for each change that there is, such as “forest → building”, and the area of each, as a table and, if you like, as a page. The maps may be of any program; classes are matched by the names in their legends, and where there are none, by their values.

Areas are counted pixels: what either map has wrong counts as change. For areas with error bars draw sample points on the map of changes, say at each what has become of what, and give both to “Measure the accuracy of a map”.

Example: BEFORE map-2020.tif, AFTER map-2024.tif, OUTPUT change.tif. Maps whose pixels are not the same are refused; with ALIGN=before the second one is brought to the pixels of the first, each of which gets the class of the nearest.</source>
      <translation>2つのクラスラスタをピクセルごとに比較します。「森林 → 建物」のような変化の種類ごとにクラスを設けたラスタと、それぞれの面積を表で（必要に応じてレポートでも）出力します。マップはどのプログラムで作成したものでもかまいません。クラスは凡例の名前で、名前がなければ値で対応付けられます。

面積はピクセルを数えたもので、どちらかのマップの誤りも変化として数えられます。誤差範囲付きの面積を求めるには、変化マップ上に検証点を抽出し、各点で何が何に変わったかを入力して、両方を「マップの精度を評価」に渡してください。

例: BEFORE map-2020.tif, AFTER map-2024.tif, OUTPUT change.tif。ピクセルの配置が異なるマップは受け付けられません。ALIGN=beforeを指定すると、2番目のマップが最初のマップのピクセルに合わせられ、各ピクセルには最も近いピクセルのクラスが割り当てられます。</translation>
    </message>
    <message>
      <source>Comparing the maps</source>
      <translation>マップを比較中</translation>
    </message>
    <message>
      <source>Comparing with the reference</source>
      <translation>参照データと比較中</translation>
    </message>
    <message>
      <source>Completing the files</source>
      <translation>ファイルを仕上げ中</translation>
    </message>
    <message>
      <source>Compute on</source>
      <translation>計算先</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>計算</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>確信度</translation>
    </message>
    <message>
      <source>Confidence of the map</source>
      <translation>マップの確信度</translation>
    </message>
    <message>
      <source>Confidence – {name}</source>
      <translation>確信度 – {name}</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>混同行列</translation>
    </message>
    <message>
      <source>Confusion by area</source>
      <translation>面積による混同行列</translation>
    </message>
    <message>
      <source>Connecting to download {model}…</source>
      <translation>{model}のダウンロードのため接続中…</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>目次</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>コピーしました</translation>
    </message>
    <message>
      <source>Copy all lines, to paste in a report</source>
      <translation>報告に貼り付けるため、すべての行をコピーします</translation>
    </message>
    <message>
      <source>Copy as &amp;Python Command</source>
      <translation>&amp;Pythonコマンドとしてコピー</translation>
    </message>
    <message>
      <source>Copy as &amp;qgis_process Command</source>
      <translation>&amp;qgis_processコマンドとしてコピー</translation>
    </message>
    <message>
      <source>Copy Log</source>
      <translation>ログをコピー</translation>
    </message>
    <message>
      <source>Copy this into a report of a fault. Names, your home folder and passwords have been left out; read it before you send it. Nothing is sent by itself.</source>
      <translation>これを不具合の報告にコピーしてください。氏名、ホームフォルダ、パスワードは除かれています。送る前に内容を確認してください。自動的に送信されることはありません。</translation>
    </message>
    <message>
      <source>Cores</source>
      <translation>コア</translation>
    </message>
    <message>
      <source>Corruptions and strengths of REOBench (Li and others, 2025, arXiv 2505.16793), of which the first strength of brightness and contrast changes nothing. Of what is no bytes, 0.5 and 99.5 % of the values stand for black and white; where its values are stretched for the model by what they are like, haze and brightness are taken away again, as they are in any run. Turned, shrunk and shifted imagery is told to the model as if it were not; its map is put back in place before it is compared.</source>
      <translation>劣化の種類と強さはREOBench（Li et al., 2025, arXiv 2505.16793）に従います。明るさとコントラストの最初の強さでは、何も変化しません。バイト値でない場合は、値の0.5%と99.5%を黒と白とします。値の分布に応じてストレッチしてからモデルに入力する場合、もやと明るさの影響は、通常の処理と同様に打ち消されます。回転、縮小、位置ずれさせた画像は、元のままのものとしてモデルに入力し、できたマップを元の位置に戻してから比較します。</translation>
    </message>
    <message>
      <source>Costs (JSON)</source>
      <translation>コスト（JSON）</translation>
    </message>
    <message>
      <source>Course of the training</source>
      <translation>学習の経過</translation>
    </message>
    <message>
      <source>Create a layer to draw samples in</source>
      <translation>サンプルを描くためのレイヤを作成します</translation>
    </message>
    <message>
      <source>Creates the Python environment that the engine runs in, in the user data folder. QGIS's own Python is not changed. Needed once, and after an update of the plugin that asks for it; an environment that is complete is left as it is.

The panel does the same with a button. This is for machines without a window: qgis_process run crossearth:setupengine</source>
      <translation>エンジンを動かすPython環境を、ユーザーのデータフォルダに作成します。QGISのPythonは変更されません。最初に一度必要で、プラグインの更新後に求められることもあります。完全な環境があれば、そのまま使われます。

パネルのボタンでも同じことができます。これは画面のないコンピュータ用です: qgis_process run crossearth:setupengine</translation>
    </message>
    <message>
      <source>Creating the environment with {python}…</source>
      <translation>{python}で環境を作成中…</translation>
    </message>
    <message>
      <source>CrossEarth Diagnostics</source>
      <translation>CrossEarthの診断</translation>
    </message>
    <message>
      <source>CrossEarth Help</source>
      <translation>CrossEarthのヘルプ</translation>
    </message>
    <message>
      <source>CRS after, as asked</source>
      <translation>変化後のCRS（指定）</translation>
    </message>
    <message>
      <source>CRS as asked</source>
      <translation>CRS（指定）</translation>
    </message>
    <message>
      <source>CRS before, as asked</source>
      <translation>変化前のCRS（指定）</translation>
    </message>
    <message>
      <source>CRS of the other map, as asked</source>
      <translation>もう一方のマップのCRS（指定）</translation>
    </message>
    <message>
      <source>CRS of the raster</source>
      <translation>ラスタのCRS</translation>
    </message>
    <message>
      <source>CRS of the reference, as asked</source>
      <translation>参照データのCRS（指定）</translation>
    </message>
    <message>
      <source>Ctrl+C copies the table or the selected rows</source>
      <translation>Ctrl+Cで、表または選択行をコピーします</translation>
    </message>
    <message>
      <source>Ctrl+Return runs, Esc cancels</source>
      <translation>Ctrl+Enterで実行、Escでキャンセル</translation>
    </message>
    <message>
      <source>Cubic</source>
      <translation>キュービック</translation>
    </message>
    <message>
      <source>Curves of the training</source>
      <translation>学習曲線</translation>
    </message>
    <message>
      <source>Data folder</source>
      <translation>データフォルダ</translation>
    </message>
    <message>
      <source>Dataset it was trained on</source>
      <translation>学習に使われたデータセット</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日付</translation>
    </message>
    <message>
      <source>Dates that stand for those that the model has learned</source>
      <translation>学習した撮影日の代わりにする撮影日</translation>
    </message>
    <message>
      <source>De&amp;lete…</source>
      <translation>削除(&amp;L)…</translation>
    </message>
    <message>
      <source>decibels</source>
      <translation>デシベル</translation>
    </message>
    <message>
      <source>degrees</source>
      <translation>度</translation>
    </message>
    <message>
      <source>Delete a Model</source>
      <translation>モデルの削除</translation>
    </message>
    <message>
      <source>Delete the model “{name}” and its earlier rounds? Maps that it has made stay, but no more can be made with it. This cannot be undone.</source>
      <translation>モデル「{name}」と以前のラウンドを削除しますか？ このモデルで作成したマップは残りますが、新たに作成することはできなくなります。この操作は元に戻せません。</translation>
    </message>
    <message>
      <source>Delete the packages that the panel has downloaded. Models and maps stay.</source>
      <translation>パネルがダウンロードしたパッケージを削除します。モデルとマップは残ります。</translation>
    </message>
    <message>
      <source>Delete {folder}?

Models and maps stay. The panel can set the engine up again.</source>
      <translation>{folder}を削除しますか？

モデルとマップは残ります。エンジンはパネルからもう一度セットアップできます。</translation>
    </message>
    <message>
      <source>Deleting the model {name}</source>
      <translation>モデル{name}を削除中</translation>
    </message>
    <message>
      <source>density</source>
      <translation>密度</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>標準偏差</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>デバイス</translation>
    </message>
    <message>
      <source>Device that computes</source>
      <translation>計算に使うデバイス</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>診断</translation>
    </message>
    <message>
      <source>Diagnostics…</source>
      <translation>診断…</translation>
    </message>
    <message>
      <source>Distill a model</source>
      <translation>モデルを蒸留</translation>
    </message>
    <message>
      <source>distillation,teacher,student,compress,fast,train,machine learning,deep learning</source>
      <translation>蒸留,教師モデル,生徒モデル,圧縮,高速化,学習,機械学習,深層学習</translation>
    </message>
    <message>
      <source>Distilling took {distilling}, of which the teacher {lessons_time} for {lessons} windows, {teacher_s} s each. A map of this raster takes the teacher {teacher_windows} or {teacher_time}, the new model {student_windows} or {student_time}, at {student_s} s each: together with distilling {share} % of a map by the teacher.</source>
      <translation>蒸留には{distilling}かかりました。そのうち教師モデルの時間は{lessons_time}です（{lessons}個のウィンドウ、各{teacher_s}秒）。このラスタのマップの作成は、教師モデルで{teacher_windows}、{teacher_time}、新しいモデルで{student_windows}、{student_time}（各{student_s}秒）です。蒸留を含めて、教師モデルでのマップ作成の{share}%になります。</translation>
    </message>
    <message>
      <source>Divides a raster into groups by what a model sees of it, or by its bands alone (k-means). What a group is, is for you to say: name the groups on the page Adapt, and they become samples of classes.

Groups are numbered from the darkest to the brightest. The same seed gives the same map. What the model sees is kept: another number of groups takes a few seconds.

Example: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.</source>
      <translation>モデルから見た特徴、またはバンドの値だけをもとに、ラスタをグループに分けます（k-means）。グループが何を表すかは、自分で判断します。「適応」ページでグループに名前を付けると、クラスのサンプルになります。

グループには、最も暗いものから最も明るいものの順に番号が付きます。同じシードからは、同じマップが得られます。モデルから見た特徴は保存されるため、グループ数を変えても数秒で済みます。

例: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif。</translation>
    </message>
    <message>
      <source>Do&amp;wnload ({size})</source>
      <translation>ダウンロード（{size}）(&amp;W)</translation>
    </message>
    <message>
      <source>Does for many rasters what crossearth:segment does for one. The model is loaded once; a raster that fails is reported and does not stop the others. Each map has the name of its raster; the report sums them up.</source>
      <translation>crossearth:segmentが1つのラスタに行う処理を、多くのラスタに行います。モデルは一度だけ読み込まれます。失敗したラスタは報告され、他のラスタの処理は続きます。各マップにはラスタの名前が付き、レポートに全体がまとめられます。</translation>
    </message>
    <message>
      <source>Done once. CrossEarth computes in a program of its own, with its own Python packages: QGIS and its Python stay as they are, and your imagery never leaves this computer.</source>
      <translation>一度だけ必要です。CrossEarthは、独自のPythonパッケージを使う別のプログラムで計算します。QGISとそのPythonは変更されず、画像がこのコンピュータの外に出ることはありません。</translation>
    </message>
    <message>
      <source>Double-click to change the colour</source>
      <translation>ダブルクリックで色を変更します</translation>
    </message>
    <message>
      <source>doubtful</source>
      <translation>疑わしい</translation>
    </message>
    <message>
      <source>Doubtful, not in the sums</source>
      <translation>疑わしい（合計に含まず）</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>ダウンロード</translation>
    </message>
    <message>
      <source>Download &amp;from</source>
      <translation>ダウンロード元(&amp;F)</translation>
    </message>
    <message>
      <source>Download a published model</source>
      <translation>公開モデルをダウンロード</translation>
    </message>
    <message>
      <source>Download a Python if none of this computer will do</source>
      <translation>使えるPythonがなければダウンロード</translation>
    </message>
    <message>
      <source>Download Python</source>
      <translation>Pythonのダウンロード</translation>
    </message>
    <message>
      <source>Download PyTorch</source>
      <translation>PyTorchのダウンロード</translation>
    </message>
    <message>
      <source>Download the model “{model}” first.</source>
      <translation>先にモデル「{model}」をダウンロードしてください。</translation>
    </message>
    <message>
      <source>Download {size} and add {name} to the engine in
{folder}?</source>
      <translation>{size}をダウンロードして、次の場所のエンジンに{name}を追加しますか？
{folder}</translation>
    </message>
    <message>
      <source>Downloading Python {version} from {host}…</source>
      <translation>Python {version}を{host}からダウンロード中…</translation>
    </message>
    <message>
      <source>Downloading {name}: {size}…</source>
      <translation>{name}をダウンロード中: {size}…</translation>
    </message>
    <message>
      <source>Downloads a model that its authors published, checks it, and makes it ready to run: one of CrossEarth's, or one for clouds and their shadows, which comes in a Python package of which nothing is installed. Cancelling pauses: what has arrived is kept, and the next run goes on from there. QGIS's proxy is used.

A computer without internet takes the files from a folder or a mirror: copy them there, with a file SHA256SUMS as sha256sum writes it, and name the place.</source>
      <translation>作者が公開しているモデルをダウンロードし、確認して、実行できるようにします。CrossEarthのモデルのほか、雲とその影のモデルがあります（Pythonパッケージとして配布されていますが、パッケージのインストールは行いません）。キャンセルすると一時停止します。受信済みの部分は残り、次回の実行時にそこから再開します。QGISのプロキシ設定が使われます。

インターネットに接続していないコンピュータでは、フォルダまたはミラーのファイルを使います。sha256sumで作成したファイルSHA256SUMSとともにファイルをコピーし、その場所を指定してください。</translation>
    </message>
    <message>
      <source>Downloads the packages that the engine computes with.</source>
      <translation>エンジンの計算に必要なパッケージをダウンロードします。</translation>
    </message>
    <message>
      <source>Draw sample points on a map</source>
      <translation>マップ上に検証点を抽出</translation>
    </message>
    <message>
      <source>Draw sample points on the map, or choose some that you have.</source>
      <translation>マップ上に検証点を抽出するか、既存の検証点を選択してください。</translation>
    </message>
    <message>
      <source>Draw samples of at least two classes: choose one and press Draw.</source>
      <translation>2つ以上のクラスのサンプルを描いてください。クラスを選択して「描画」を押します。</translation>
    </message>
    <message>
      <source>Draw samples of the chosen class</source>
      <translation>選択したクラスのサンプルを描きます</translation>
    </message>
    <message>
      <source>Drawing polygons</source>
      <translation>ポリゴンを作成中</translation>
    </message>
    <message>
      <source>Draws random points on a class map, so many in each class as Olofsson and others (2014) recommend. Look at the imagery at each point and fill its field “reference” with the class that is really there; what the map says is hidden on purpose. “Measure the accuracy of a map” then estimates accuracies and areas with their confidence intervals, of this map and of any other of the same place: each point carries the class that it was drawn from, and how large that is.</source>
      <translation>クラスマップ上に、Olofsson et al.（2014）の推奨に従い、クラスごとに決まった数の点を無作為に抽出します。各点で画像を見て、実際にそこにあるクラスをフィールド「reference」に入力してください。判断に影響しないように、マップのクラスは表示されません。その後、「マップの精度を評価」で、精度と面積を信頼区間付きで推定できます。各点には、抽出元のクラスとその大きさが記録されるため、このマップだけでなく、同じ場所のどのマップも評価できます。</translation>
    </message>
    <message>
      <source>Draws random points on the map, so many in each class, into a layer of their own</source>
      <translation>マップ上で、クラスごとに決まった数の点を無作為に抽出し、新しいレイヤに書き込みます</translation>
    </message>
    <message>
      <source>Driver of the device</source>
      <translation>デバイスのドライバ</translation>
    </message>
    <message>
      <source>Duplicate a Model</source>
      <translation>モデルの複製</translation>
    </message>
    <message>
      <source>Duplicating the model {name}</source>
      <translation>モデル{name}を複製中</translation>
    </message>
    <message>
      <source>Duration (s)</source>
      <translation>所要時間（秒）</translation>
    </message>
    <message>
      <source>Each class</source>
      <translation>クラスごと</translation>
    </message>
    <message>
      <source>Each counts alike: the figures are those of the map if the points are a random sample of it.</source>
      <translation>すべて同じ重みで数えます。点がマップの無作為標本であれば、指標はマップ全体についてのものです。</translation>
    </message>
    <message>
      <source>Each counts for as much of the ground as it stands for in its stratum: the figures are those of the map.</source>
      <translation>各点は、層の中で代表する面積に応じて数えられます。指標はマップ全体についてのものです。</translation>
    </message>
    <message>
      <source>Each map is named after its raster; the style lies beside it.</source>
      <translation>各マップにはラスタの名前が付き、同じ場所にスタイルが保存されます。</translation>
    </message>
    <message>
      <source>Each sample counts once: of a polygon, the mean of what is mapped in it is compared with its number. No number is mapped beyond the least and the largest of the samples.</source>
      <translation>各サンプルは一度だけ数えます。ポリゴンでは、その中の推定値の平均を、ポリゴンの数値と比較します。サンプルの最小値と最大値を超える数値は出力されません。</translation>
    </message>
    <message>
      <source>Earlier rounds</source>
      <translation>以前のラウンド</translation>
    </message>
    <message>
      <source>Earth-style injection</source>
      <translation>Earthスタイル注入</translation>
    </message>
    <message>
      <source>Edge of a square, an odd number: each pixel takes the class that most in the square have, which smooths outlines. By default none.</source>
      <translation>正方形の一辺（奇数）。各ピクセルを正方形内で最も多いクラスにし、輪郭を滑らかにします。デフォルト: なし。</translation>
    </message>
    <message>
      <source>Edge of the square that the model sees at once. By default the model's own; of several that are as good, the one with which this raster takes the least time. Smaller windows need less memory.</source>
      <translation>モデルが一度に見る正方形の一辺。デフォルト: モデルの値。同等に良い値が複数あれば、このラスタで最も速いもの。小さいほど、必要なメモリが少なくなります。</translation>
    </message>
    <message>
      <source>Edge of what the network looks at at once.</source>
      <translation>ネットワークが一度に見る範囲の一辺。</translation>
    </message>
    <message>
      <source>either it or {file} has no CRS: they cannot be laid over each other.</source>
      <translation>このファイルと{file}のどちらかにCRSがないため、重ね合わせることができません。</translation>
    </message>
    <message>
      <source>Empty: of an embedding raster its own vectors, of any other the model that comes with the plugin. Else the id of a model, its path, or bands for none.</source>
      <translation>空の場合: 埋め込みラスタではそのベクトル、それ以外ではプラグインの付属モデル。または、モデルのIDかパス。bandsを指定すると、モデルを使いません。</translation>
    </message>
    <message>
      <source>Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the map; certificates, and what it calls your folders, are in QGIS's options.</source>
      <translation>空の場合: このコンピュータ。または、ラスタとマップのフォルダが見えるクラスタの、スケジューラのアドレスまたはファイル。証明書と、クラスタでのフォルダ名は、QGISのオプションで設定します。</translation>
    </message>
    <message>
      <source>Empty: what the least number of points gives.</source>
      <translation>空の場合: 最小点数で得られる値。</translation>
    </message>
    <message>
      <source>End</source>
      <translation>終了</translation>
    </message>
    <message>
      <source>Ends the training and keeps the best model so far</source>
      <translation>学習を終了し、これまでで最良のモデルを残します</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>エンジン</translation>
    </message>
    <message>
      <source>enlarged to {size} m</source>
      <translation>{size} mに拡大して入力</translation>
    </message>
    <message>
      <source>Environments made with {python} lack {modules}, which the engine needs. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>{python}で作成した環境には、エンジンに必要な{modules}がありません。python.orgからPythonをインストールするか、設定 &gt; オプション &gt; CrossEarth で別のPythonを選択してください。</translation>
    </message>
    <message>
      <source>Error bar ±</source>
      <translation>誤差 ±</translation>
    </message>
    <message>
      <source>Estimated from the points, not counted on the map</source>
      <translation>マップ上で数えた値ではなく、点から推定した値です</translation>
    </message>
    <message>
      <source>Estimated, {unit}</source>
      <translation>推定（{unit}）</translation>
    </message>
    <message>
      <source>Estimates accuracies and areas with their error bars, by the points that are labelled</source>
      <translation>ラベル付きの点から、精度と面積を誤差範囲付きで推定します</translation>
    </message>
    <message>
      <source>Exact test of McNemar (1947) at the points where one of the maps alone is right; of a stratified sample the exact permutation test of matched pairs (Fisher 1935), in which each point counts for the part of its stratum that it stands for. The 95 % interval of the difference is made as those of the shares (Fay and Kim 2017).</source>
      <translation>一方のマップだけが正しい点での、McNemarの正確検定（1947）。層化標本では、各点が代表する層の部分に応じて重み付けした、対応のある組の正確並べ替え検定（Fisher 1935）。差の95%区間は、割合の区間と同じ方法で求めています（Fay and Kim 2017）。</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>期待精度</translation>
    </message>
    <message>
      <source>Expected accuracy</source>
      <translation>期待精度</translation>
    </message>
    <message>
      <source>Export a model</source>
      <translation>モデルをエクスポート</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>領域</translation>
    </message>
    <message>
      <source>extent</source>
      <translation>領域</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>失敗</translation>
    </message>
    <message>
      <source>Faster ways</source>
      <translation>高速化の方法</translation>
    </message>
    <message>
      <source>Feature maps</source>
      <translation>特徴マップ</translation>
    </message>
    <message>
      <source>Features that are no polygons are left out: {count}.</source>
      <translation>ポリゴン以外の地物は除外されます: {count}。</translation>
    </message>
    <message>
      <source>Features that are no polygons or points are left out: {count}.</source>
      <translation>ポリゴンとポイント以外の地物は除外されます: {count}。</translation>
    </message>
    <message>
      <source>fetched and run by the makers of this plugin</source>
      <translation>このプラグインの開発者が取得し、実行を確認済み</translation>
    </message>
    <message>
      <source>Fetching the layer: block {done} of {total}</source>
      <translation>レイヤを取得中: ブロック{done} / {total}</translation>
    </message>
    <message>
      <source>Fetching {width} × {height} pixels of {layer}, {size} m each, into a temporary file of {bytes}.</source>
      <translation>{layer}の{width} × {height}ピクセル（1ピクセル{size} m）を、{bytes}の一時ファイルに取得中。</translation>
    </message>
    <message>
      <source>Few pixels of the class {name} are drawn ({count}), and it takes {share} of the map. So few say little of it. Check by random points of the map (“Draw sample points on a map”), draw more of {name}, and of what it is confused with.</source>
      <translation>クラス{name}は、描かれたピクセルが少ない（{count}）のに、マップの{share}を占めています。これだけでは、このクラスについてほとんど判断できません。マップ上の無作為な点で確認し（「マップ上に検証点を抽出」）、{name}と、それに間違われやすいクラスのサンプルを追加してください。</translation>
    </message>
    <message>
      <source>Few samples of: {names}. With {fewest} or more of a class, some can be held out to measure the accuracy.</source>
      <translation>サンプルの少ないクラス: {names}。クラスごとに{fewest}個以上あれば、一部を検証用に取り分けて精度を評価できます。</translation>
    </message>
    <message>
      <source>Field of the classes</source>
      <translation>クラスのフィールド</translation>
    </message>
    <message>
      <source>Field of the numbers</source>
      <translation>数値のフィールド</translation>
    </message>
    <message>
      <source>Field with the class or number</source>
      <translation>クラスまたは数値のフィールド</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>圃場</translation>
    </message>
    <message>
      <source>Fields of lists or bytes are not in the copy: {fields}.</source>
      <translation>リスト型とバイナリ型のフィールドは、コピーに含まれません: {fields}。</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>指標</translation>
    </message>
    <message>
      <source>File</source>
      <translation>ファイル</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>ファイル</translation>
    </message>
    <message>
      <source>Files of a model are being copied or deleted. Try again when that is done.</source>
      <translation>モデルのファイルをコピーまたは削除しています。終わってから、もう一度試してください。</translation>
    </message>
    <message>
      <source>Find Groups</source>
      <translation>グループを検出</translation>
    </message>
    <message>
      <source>Find groups of pixels that are alike</source>
      <translation>似たピクセルのグループを検出</translation>
    </message>
    <message>
      <source>Find Places</source>
      <translation>箇所を検出</translation>
    </message>
    <message>
      <source>Find places to review</source>
      <translation>要確認箇所を検出</translation>
    </message>
    <message>
      <source>Find similar places</source>
      <translation>類似箇所を検出</translation>
    </message>
    <message>
      <source>Finds</source>
      <translation>検出対象</translation>
    </message>
    <message>
      <source>Finds the places where a map is least certain, most undecided or least like what the model was trained on, spread over the area. They are points with these fields: rank, reason (confidence, lead or unfamiliarity), value (what that is there, percent), class_id and class_name (what the map says).

Draw a sample at each and adapt the model to them.

Give a map that was made with its confidence, its lead or its unfamiliarity; or a model and a raster, which is then mapped first.

Example: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.</source>
      <translation>マップの確信度が低い箇所、判定が定まらない箇所、またはモデルの学習画像と大きく異なる箇所を、範囲全体から検出します。結果は次のフィールドを持つ点です: rank（順位）、reason（理由: confidence、lead、unfamiliarity）、value（その値、パーセント）、class_id、class_name（マップのクラス）。

各箇所でサンプルを描き、モデルを適応させてください。

確信度、優位差または未知度とともに作成したマップを指定するか、モデルとラスタを指定してください（後者では、先にマップが作成されます）。

例: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg。</translation>
    </message>
    <message>
      <source>Fits a model to polygons drawn on imagery and stores it as a new model, which can be chosen at once. Some of the polygons are held out, whole ones, to measure how good the new model is where it has not been taught.

quick fits a small head on what the model sees; it takes seconds to a minute. full trains the model itself, which takes much longer and needs PyTorch. Cancelling keeps the best model so far.

A field of numbers, such as heights or shares of cover, makes a model whose maps tell these: choose “Numbers, not classes”.</source>
      <translation>画像上に描いたポリゴンにモデルを適応させ、すぐに選択できる新しいモデルとして保存します。ポリゴンの一部は、丸ごと検証用に取り分けられ、学習していない場所での新しいモデルの精度を評価するのに使われます。

quickは、モデルが見た特徴に小さなヘッドを当てはめます（数秒から1分）。fullは、モデル自体を学習させます。ずっと長い時間がかかり、PyTorchが必要です。キャンセルすると、それまでで最良のモデルが残ります。

高さや被覆率などの数値のフィールドを使うと、数値のマップを作成するモデルになります。「クラスではなく数値」を選択してください。</translation>
    </message>
    <message>
      <source>Fits a small head on what the model sees: seconds to a minute</source>
      <translation>モデルが見た特徴に、小さなヘッドを当てはめます（数秒から1分）</translation>
    </message>
    <message>
      <source>Floods</source>
      <translation>浸水域</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>フォルダ</translation>
    </message>
    <message>
      <source>Folder for the cluster</source>
      <translation>クラスタ用のフォルダ</translation>
    </message>
    <message>
      <source>Folder for the maps</source>
      <translation>マップの出力フォルダ</translation>
    </message>
    <message>
      <source>Folder for the model</source>
      <translation>モデルの出力フォルダ</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>モデルのフォルダ</translation>
    </message>
    <message>
      <source>Folder with the Engine's Packages</source>
      <translation>エンジンのパッケージのフォルダ</translation>
    </message>
    <message>
      <source>Folder with the packages</source>
      <translation>パッケージのフォルダ</translation>
    </message>
    <message>
      <source>Folders &amp;there</source>
      <translation>クラスタのフォルダ(&amp;T)</translation>
    </message>
    <message>
      <source>For imagery of another date or sensor than the model was trained on: bands whose values have moved are brought back to those of the training before the model sees them. Where none has moved, nothing is changed. The model must know its values: the bundled one does, and those that are adapted here.</source>
      <translation>モデルの学習時とは撮影日やセンサの異なる画像用です。値がずれたバンドを、モデルに入力する前に学習時の値に合わせます。ずれがなければ、何も変わりません。学習時の値を記録したモデルが必要です（付属モデルと、ここで適応させたモデル）。</translation>
    </message>
    <message>
      <source>Forget the object clicked last</source>
      <translation>最後にクリックしたオブジェクトを取り消します</translation>
    </message>
    <message>
      <source>Forget what was found; each model is tried at its next run</source>
      <translation>これまでの結果を消去します。各モデルは、次の実行時に試し直されます</translation>
    </message>
    <message>
      <source>Form of candidates</source>
      <translation>候補の形式</translation>
    </message>
    <message>
      <source>Frequency ones (Earth-Adapter)</source>
      <translation>周波数モジュール（Earth-Adapter）</translation>
    </message>
    <message>
      <source>From 0 to 1, 0.85 where nothing is known: one number, or one for each class that the map has, with commas between them. The nearer to 0.5, the more points.</source>
      <translation>0から1。わからなければ0.85。1つの数値、またはマップのクラスごとの数値をカンマ区切りで指定します。0.5に近いほど、必要な点が増えます。</translation>
    </message>
    <message>
      <source>From a &amp;Folder…</source>
      <translation>フォルダから(&amp;F)…</translation>
    </message>
    <message>
      <source>From what to what</source>
      <translation>何から何へ</translation>
    </message>
    <message>
      <source>From {address}</source>
      <translation>ダウンロード元: {address}</translation>
    </message>
    <message>
      <source>From {windows} of the teacher's on it is a fifth at most.</source>
      <translation>教師モデルの{windows}以上で、5分の1以下になります。</translation>
    </message>
    <message>
      <source>Full training</source>
      <translation>フル学習</translation>
    </message>
    <message>
      <source>Gained</source>
      <translation>増加</translation>
    </message>
    <message>
      <source>Gaps in stripes</source>
      <translation>縞状の欠損</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>ガウスぼけ</translation>
    </message>
    <message>
      <source>Gaussian noise</source>
      <translation>ガウスノイズ</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>GeoPackage with the map as polygons, without gaps between neighbours, each with its class and area.</source>
      <translation>マップをポリゴンにしたGeoPackage。隣り合うポリゴンの間に隙間はなく、それぞれにクラスと面積が付きます。</translation>
    </message>
    <message>
      <source>GeoTIFF (*.tif *.tiff)</source>
      <translation>GeoTIFF (*.tif *.tiff)</translation>
    </message>
    <message>
      <source>GeoTIFF for the class map. Empty: a file beside the project, named after raster and model. No map takes the name of another: the next one gets a number</source>
      <translation>クラスマップのGeoTIFF。空の場合: ラスタとモデルの名前を付けて、プロジェクトと同じ場所に保存します。同じ名前のマップがあれば番号が付き、上書きはされません</translation>
    </message>
    <message>
      <source>GeoTIFF of class numbers, with colours, class names and areas in the file and a style beside it.</source>
      <translation>クラス番号のGeoTIFF。色、クラス名、面積がファイルに含まれ、同じ場所にスタイルが保存されます。</translation>
    </message>
    <message>
      <source>Get Python fr&amp;om</source>
      <translation>Pythonの取得元(&amp;O)</translation>
    </message>
    <message>
      <source>Give each parcel or building of a layer the class it has on a map</source>
      <translation>レイヤの各区画や建物に、マップ上のクラスを付けます</translation>
    </message>
    <message>
      <source>Give either a map, or a raster and the model that maps it.</source>
      <translation>マップか、ラスタとそれを分類するモデルの、どちらかを指定してください。</translation>
    </message>
    <message>
      <source>Give either polygons or points, or a raster, as reference.</source>
      <translation>参照データとして、ポリゴンまたはポイントか、ラスタのどちらかを指定してください。</translation>
    </message>
    <message>
      <source>Gives each object of a layer, such as parcels or outlines of buildings, the class that most of its pixels have on a map. The result is a copy of the layer with all its fields and these: class_id, class_name, share (percent of the pixels that have this class), confidence (their mean, percent, where it is known) and pixels.

Give a map; or a model and a raster, which is then mapped first.

Example: OBJECTS parcels.gpkg, MAP map.tif, OUTPUT classified.gpkg. Objects with a small share or confidence are those to look at.</source>
      <translation>区画や建物の輪郭など、レイヤの各オブジェクトに、マップ上でそのピクセルに最も多いクラスを付けます。結果は、元のフィールドすべてに、次のフィールドを加えたレイヤのコピーです: class_id、class_name、share（このクラスのピクセルの割合、パーセント）、confidence（わかる場合、その平均の確信度、パーセント）、pixels。

マップを指定するか、モデルとラスタを指定してください（後者では、先にマップが作成されます）。

例: OBJECTS parcels.gpkg, MAP map.tif, OUTPUT classified.gpkg。shareまたはconfidenceの小さいオブジェクトは、確認が必要です。</translation>
    </message>
    <message>
      <source>Gives each parcel or building its class on a map, as fields of a copy.</source>
      <translation>各区画や建物に、マップ上のクラスを、コピーのフィールドとして付けます。</translation>
    </message>
    <message>
      <source>Gives names and colours to the classes. Empty: the dataset of the published file of this name; of other files the classes are numbered.</source>
      <translation>クラスの名前と色を決めます。空の場合: その名前の公開ファイルのデータセット。その他のファイルでは、クラスは番号になります。</translation>
    </message>
    <message>
      <source>Giving small patches to their neighbours</source>
      <translation>小領域を隣の領域に統合中</translation>
    </message>
    <message>
      <source>Giving the objects their classes</source>
      <translation>オブジェクトにクラスを付与中</translation>
    </message>
    <message>
      <source>Go Back</source>
      <translation>戻す</translation>
    </message>
    <message>
      <source>Go from point to point, key by key; the maps are hidden meanwhile, so that they do not lead you</source>
      <translation>キー操作で点を順に見ていきます。判断に影響しないように、その間マップは非表示になります</translation>
    </message>
    <message>
      <source>Go On</source>
      <translation>続行</translation>
    </message>
    <message>
      <source>Goes on where the training of this name was stopped.</source>
      <translation>同じ名前の学習を、停止したところから続けます。</translation>
    </message>
    <message>
      <source>Goes to</source>
      <translation>保存先</translation>
    </message>
    <message>
      <source>Going back to round {number} of the model {name}</source>
      <translation>モデル{name}をラウンド{number}に戻しています</translation>
    </message>
    <message>
      <source>green</source>
      <translation>緑</translation>
    </message>
    <message>
      <source>Grid of the map</source>
      <translation>マップのグリッド</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>グループ</translation>
    </message>
    <message>
      <source>Groups without samples</source>
      <translation>サンプルなしのグループ</translation>
    </message>
    <message>
      <source>Half of its 95 % interval: 0.05 is ± 5 %.</source>
      <translation>95%区間の半分: 0.05は±5%です。</translation>
    </message>
    <message>
      <source>Half the size, and scores that differ a little. ONNX models are copied as they are.</source>
      <translation>サイズが半分になり、スコアがわずかに変わります。ONNXモデルはそのままコピーされます。</translation>
    </message>
    <message>
      <source>Haze</source>
      <translation>もや</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>ヘッド</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>ヘルプ</translation>
    </message>
    <message>
      <source>Help on this page</source>
      <translation>このページのヘルプ</translation>
    </message>
    <message>
      <source>Holds authority.pem, cert.pem and key.pem, with which the cluster knows you and you know the cluster. Needed for other computers.</source>
      <translation>authority.pem、cert.pem、key.pemを含むフォルダです。クラスタとの相互の認証に使われます。他のコンピュータを使う場合に必要です。</translation>
    </message>
    <message>
      <source>Holds the engine's environment and your models. The environment variable CROSSEARTH_HOME moves it.</source>
      <translation>エンジンの環境と自分のモデルを含むフォルダです。環境変数CROSSEARTH_HOMEで場所を変更できます。</translation>
    </message>
    <message>
      <source>Holds the published files under their own names. Empty: the one in the options, else where the models are published; a package comes from the index that pip is set to.</source>
      <translation>公開ファイルを元の名前のまま含む場所。空の場合: オプションの設定、なければモデルの公開元。パッケージは、pipに設定されたインデックスから取得されます。</translation>
    </message>
    <message>
      <source>How it was made</source>
      <translation>作成方法</translation>
    </message>
    <message>
      <source>How many points make the accuracy of a map sure.</source>
      <translation>マップの精度を確かに評価するのに必要な点数を調べます。</translation>
    </message>
    <message>
      <source>How many processor cores the engine may use. Fewer leave more for other programs.</source>
      <translation>エンジンが使用するプロセッサコアの数です。少なくすると、他のプログラムに余裕ができます。</translation>
    </message>
    <message>
      <source>How similar a place is at least that the canvas shows</source>
      <translation>キャンバスに表示する箇所の最小類似度</translation>
    </message>
    <message>
      <source>How sure the overall accuracy is to be: half of its 95 % interval</source>
      <translation>全体精度に求める確かさ（95%区間の半分）</translation>
    </message>
    <message>
      <source>How they were made</source>
      <translation>作成方法</translation>
    </message>
    <message>
      <source>How to cite</source>
      <translation>引用方法</translation>
    </message>
    <message>
      <source>However large the raster, it is more than a fifth of that: the new model itself takes too long.</source>
      <translation>ラスタがどれほど大きくても、その5分の1を超えます。新しいモデル自体に時間がかかりすぎます。</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTMLファイル (*.html)</translation>
    </message>
    <message>
      <source>Id of the model</source>
      <translation>モデルのID</translation>
    </message>
    <message>
      <source>If a map by this model takes too long, a compact one can learn from it on a part of the raster.</source>
      <translation>このモデルでのマップの作成に時間がかかりすぎる場合、ラスタの一部を使って、小型のモデルにこのモデルから学習させることができます。</translation>
    </message>
    <message>
      <source>If the class {name} of the reference is all that is none of the others, give it as the background (BACKGROUND).</source>
      <translation>参照データのクラス{name}が、他のどのクラスにも属さないものすべてを表すのであれば、背景として指定してください（BACKGROUND）。</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>画像</translation>
    </message>
    <message>
      <source>Imagery spoiled</source>
      <translation>劣化させた画像</translation>
    </message>
    <message>
      <source>Images without labels (DINOv2)</source>
      <translation>ラベルなしの画像（DINOv2）</translation>
    </message>
    <message>
      <source>Import a model</source>
      <translation>モデルをインポート</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: nir, red.</source>
      <translation>ネットワークの順番で、カンマ区切り: nir, red。</translation>
    </message>
    <message>
      <source>In the order of the network, separated by commas: water, trees.</source>
      <translation>ネットワークの順番で、カンマ区切り: 水域, 樹木。</translation>
    </message>
    <message>
      <source>In the paper</source>
      <translation>論文での値</translation>
    </message>
    <message>
      <source>In their order</source>
      <translation>順番どおり</translation>
    </message>
    <message>
      <source>in {count} of {all} samples</source>
      <translation>{all}個の標本中{count}個</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>入力ラスタ</translation>
    </message>
    <message>
      <source>input: that of the raster. model: that which the model sees, a smaller map of a raster that is finer than the model was trained for.</source>
      <translation>input: ラスタの解像度。model: モデルに入力される解像度。ラスタがモデルの学習時より細かい場合、マップが小さくなります。</translation>
    </message>
    <message>
      <source>install,repair,update,python,environment</source>
      <translation>インストール,修復,更新,python,環境,エンジン</translation>
    </message>
    <message>
      <source>Installing the packages of the engine…</source>
      <translation>エンジンのパッケージをインストール中…</translation>
    </message>
    <message>
      <source>Installing {name}…</source>
      <translation>{name}をインストール中…</translation>
    </message>
    <message>
      <source>IoU</source>
      <translation>IoU</translation>
    </message>
    <message>
      <source>Is in round {number}.</source>
      <translation>現在のラウンド: {number}。</translation>
    </message>
    <message>
      <source>Is in round {number}. Others kept: {size} of {limit}.</source>
      <translation>現在のラウンド: {number}。他のラウンドの保存量: {size} / {limit}。</translation>
    </message>
    <message>
      <source>it does not lie on the pixels of the map {file}.</source>
      <translation>マップ{file}のピクセルに重なっていません。</translation>
    </message>
    <message>
      <source>it has more than {most} different values: it is no class raster.</source>
      <translation>異なる値が{most}個を超えており、クラスラスタではありません。</translation>
    </message>
    <message>
      <source>it has no field {field}. Its fields are: {fields}.</source>
      <translation>フィールド{field}がありません。フィールド: {fields}。</translation>
    </message>
    <message>
      <source>it has no pixels with data where {file} has some. Check its position and its CRS.</source>
      <translation>{file}にデータがある場所に、データのあるピクセルがありません。位置とCRSを確認してください。</translation>
    </message>
    <message>
      <source>it has no pixels with data. Check its position and its CRS.</source>
      <translation>データのあるピクセルがありません。位置とCRSを確認してください。</translation>
    </message>
    <message>
      <source>It has to be downloaded first, {size}.</source>
      <translation>先にダウンロードが必要です（{size}）。</translation>
    </message>
    <message>
      <source>it has {count} bands, as an image has; it is no class raster.</source>
      <translation>画像のように{count}個のバンドがあり、クラスラスタではありません。</translation>
    </message>
    <message>
      <source>it has {count} different values and seems to be an image. If they are classes, give it a colour table.</source>
      <translation>異なる値が{count}個あり、画像のようです。クラスであれば、カラーテーブルを設定してください。</translation>
    </message>
    <message>
      <source>it holds lines, which cover no pixel. Give them a width first (in QGIS: Vector, Geoprocessing Tools, Buffer).</source>
      <translation>ラインが含まれており、ラインはピクセルを覆いません。先に幅を持たせてください（QGISでは ベクタ &gt; 空間演算ツール &gt; バッファ）。</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a class.</source>
      <translation>面積とクラスを持つポリゴンも、クラスを持つポイントも含まれていません。</translation>
    </message>
    <message>
      <source>it holds no polygon or point with an area and a number.</source>
      <translation>面積と数値を持つポリゴンも、数値を持つポイントも含まれていません。</translation>
    </message>
    <message>
      <source>it holds no polygon with an area and a class.</source>
      <translation>面積とクラスを持つポリゴンが含まれていません。</translation>
    </message>
    <message>
      <source>it holds no polygons or points.</source>
      <translation>ポリゴンもポイントも含まれていません。</translation>
    </message>
    <message>
      <source>it holds no polygons.</source>
      <translation>ポリゴンが含まれていません。</translation>
    </message>
    <message>
      <source>it is a map of numbers, and has no classes.</source>
      <translation>数値のマップで、クラスがありません。</translation>
    </message>
    <message>
      <source>it is empty.</source>
      <translation>空です。</translation>
    </message>
    <message>
      <source>It is kept among your models, and maps other rasters into the same groups. Empty: none is kept.</source>
      <translation>「自分のモデル」に保存され、他のラスタも同じグループに分けられます。空の場合: 保存しません。</translation>
    </message>
    <message>
      <source>it is no encoder: of a window it gives numbers of shape {shape}.</source>
      <translation>エンコーダではありません。ウィンドウから得られる数値の形状は{shape}です。</translation>
    </message>
    <message>
      <source>it is {value} % sure.</source>
      <translation>確信度は{value}%です。</translation>
    </message>
    <message>
      <source>it leads by {value} %.</source>
      <translation>優位差は{value}%です。</translation>
    </message>
    <message>
      <source>it takes {own} bands, and you name {given}.</source>
      <translation>必要なバンド数は{own}ですが、指定されたのは{given}です。</translation>
    </message>
    <message>
      <source>it takes {own} bands, and {name} {given}.</source>
      <translation>必要なバンド数は{own}ですが、{name}は{given}です。</translation>
    </message>
    <message>
      <source>it tells {own} classes apart, but {name} has {given} ({classes}). Choose another dataset (DATASET), or name the classes (CLASSES).</source>
      <translation>区別するクラスは{own}個ですが、{name}のクラスは{given}個です（{classes}）。別のデータセットを選ぶか（DATASET）、クラスの名前を指定してください（CLASSES）。</translation>
    </message>
    <message>
      <source>it tells {own} classes apart; a map holds at most {most}.</source>
      <translation>区別するクラスは{own}個ですが、マップに入るのは最大{most}個です。</translation>
    </message>
    <message>
      <source>Items of {list} without a raster among their assets are left out: {names} ({count} in all).</source>
      <translation>{list}のアイテムのうち、アセットにラスタがないものは除外されます: {names}（合計{count}）。</translation>
    </message>
    <message>
      <source>Items of {list} without the asset {asset} are left out: {names} ({count} in all).</source>
      <translation>{list}のアイテムのうち、アセット{asset}がないものは除外されます: {names}（合計{count}）。</translation>
    </message>
    <message>
      <source>its checksum is known; not run by us</source>
      <translation>チェックサムは確認済み、実行は未確認</translation>
    </message>
    <message>
      <source>Its classes do not matter. The id of a model, its path, or bands for none: then colour and texture of the raster's own bands are grouped, whichever they are.</source>
      <translation>モデルのクラスは関係ありません。モデルのIDまたはパス。bandsを指定するとモデルを使わず、ラスタのバンド（種類は問いません）の色とテクスチャでグループ分けします。</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the first raster and the day. A model that was adapted under this name before is kept as an earlier round.</source>
      <translation>IDもここから作られます。空の場合: 最初のラスタと日付から。同じ名前で以前に適応させたモデルは、以前のラウンドとして残ります。</translation>
    </message>
    <message>
      <source>Its id is made of it. Empty: after the raster. A model that was made under this name before is kept as an earlier round.</source>
      <translation>IDもここから作られます。空の場合: ラスタの名前から。同じ名前で以前に作成したモデルは、以前のラウンドとして残ります。</translation>
    </message>
    <message>
      <source>Its own description is read when it runs; classes and colours come with the result.</source>
      <translation>モデル自体の説明は、実行時に読み込まれます。クラスと色は結果に付きます。</translation>
    </message>
    <message>
      <source>its pixels are complex numbers.</source>
      <translation>ピクセルが複素数です。</translation>
    </message>
    <message>
      <source>its wavelength</source>
      <translation>波長</translation>
    </message>
    <message>
      <source>its weights tell {own} classes apart, its metadata has {given}.</source>
      <translation>重みが区別するクラスは{own}個ですが、メタデータでは{given}個です。</translation>
    </message>
    <message>
      <source>Its weights, SHA-256</source>
      <translation>重みのSHA-256</translation>
    </message>
    <message>
      <source>Join of windows</source>
      <translation>ウィンドウのブレンド</translation>
    </message>
    <message>
      <source>k-means,kmeans,cluster,clustering,unsupervised,isodata,classification,groups,features</source>
      <translation>k-means,kmeans,クラスタ,クラスタリング,教師なし分類,isodata,分類,グループ,特徴</translation>
    </message>
    <message>
      <source>Kappa</source>
      <translation>カッパ係数</translation>
    </message>
    <message>
      <source>Keep all models of the file</source>
      <translation>ファイル内のモデルをすべて保存</translation>
    </message>
    <message>
      <source>Keep all {count} models of the file</source>
      <translation>ファイル内の{count}個のモデルをすべて保存</translation>
    </message>
    <message>
      <source>Keep Candidates</source>
      <translation>候補を保存</translation>
    </message>
    <message>
      <source>Keep the finished part on cancel</source>
      <translation>キャンセル時に完了部分を残す</translation>
    </message>
    <message>
      <source>Keep the map with all that was made beside it: a temporary one goes when QGIS closes, a preview when the next one comes</source>
      <translation>マップと、同じ場所に作成されたものをすべて保存します。保存しないと、一時マップはQGISの終了時に、プレビューは次のプレビューの作成時に消えます</translation>
    </message>
    <message>
      <source>Keep This Map</source>
      <translation>このマップを保存</translation>
    </message>
    <message>
      <source>Keep This Map…</source>
      <translation>このマップを保存…</translation>
    </message>
    <message>
      <source>Keeping the best model so far…</source>
      <translation>これまでで最良のモデルを保存中…</translation>
    </message>
    <message>
      <source>Keeping the map {name}</source>
      <translation>マップ{name}を保存中</translation>
    </message>
    <message>
      <source>kernel, pixels</source>
      <translation>カーネル、ピクセル</translation>
    </message>
    <message>
      <source>Kinds of change</source>
      <translation>変化の種類</translation>
    </message>
    <message>
      <source>Label the points first.</source>
      <translation>先に点にラベルを付けてください。</translation>
    </message>
    <message>
      <source>Land cover</source>
      <translation>土地被覆</translation>
    </message>
    <message>
      <source>Land-cover map by {model}, {date}</source>
      <translation>土地被覆マップ（{model}、{date}）</translation>
    </message>
    <message>
      <source>Land-cover map of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>{name}の土地被覆マップ。CrossEarth for QGIS {version}とモデル{model}（SHA-256 {digest}…）で作成、{date}。</translation>
    </message>
    <message>
      <source>Land-cover maps by {model}, {date}</source>
      <translation>土地被覆マップ（{model}、{date}）</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>レイヤ</translation>
    </message>
    <message>
      <source>layer of objects</source>
      <translation>オブジェクトのレイヤ</translation>
    </message>
    <message>
      <source>Layers made by CrossEarth are left out; a right click offers them, too.</source>
      <translation>CrossEarthが作成したレイヤは表示されません。右クリックで表示できます。</translation>
    </message>
    <message>
      <source>Lead</source>
      <translation>優位差</translation>
    </message>
    <message>
      <source>Lead of the map</source>
      <translation>マップの優位差</translation>
    </message>
    <message>
      <source>Lead – {name}</source>
      <translation>優位差 – {name}</translation>
    </message>
    <message>
      <source>Least</source>
      <translation>最小値</translation>
    </message>
    <message>
      <source>Least distance between two places</source>
      <translation>箇所の間の最小距離</translation>
    </message>
    <message>
      <source>Least number of points of a class</source>
      <translation>クラスごとの最小点数</translation>
    </message>
    <message>
      <source>Least similarity</source>
      <translation>最小類似度</translation>
    </message>
    <message>
      <source>Least similarity of candidates</source>
      <translation>候補の最小類似度</translation>
    </message>
    <message>
      <source>Libraries</source>
      <translation>ライブラリ</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>ライセンス</translation>
    </message>
    <message>
      <source>Licence of the model</source>
      <translation>モデルのライセンス</translation>
    </message>
    <message>
      <source>Limits the run to a rectangle. Empty: the whole raster.</source>
      <translation>処理を矩形の範囲に限定します。空の場合: ラスタ全体。</translation>
    </message>
    <message>
      <source>Limits the run to polygons: outside of them nothing is computed or written.</source>
      <translation>処理をポリゴンに限定します。外側は計算も書き込みもされません。</translation>
    </message>
    <message>
      <source>Little confidence, little lead of the class over the next one, or unlike the training. all: those that are known of the map; of a model the first two.</source>
      <translation>確信度が低い、次のクラスとの優位差が小さい、または学習画像と異なる。all: マップについてわかっているものすべて（モデルの場合は最初の2つ）。</translation>
    </message>
    <message>
      <source>Live preview</source>
      <translation>ライブプレビュー</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>ログ</translation>
    </message>
    <message>
      <source>Look Again</source>
      <translation>見直す</translation>
    </message>
    <message>
      <source>Look for other places; the samples that are drawn stay</source>
      <translation>別の箇所を探します。描いたサンプルは残ります</translation>
    </message>
    <message>
      <source>Looking at the raster</source>
      <translation>ラスタを調べています</translation>
    </message>
    <message>
      <source>Looking for graphics cards</source>
      <translation>グラフィックカードを検索中</translation>
    </message>
    <message>
      <source>Looks at the imagery window by window with a trained model and writes a raster of classes, styled and with the area of each class. Everything is computed on this computer, or on a cluster if you choose one; the imagery is sent nowhere.

The raster may be of any size. Limit the run to an extent or to polygons to try a model out. Pixels without data stay without a class.</source>
      <translation>学習済みモデルで画像をウィンドウごとに分類し、クラスのラスタをスタイルとクラスごとの面積付きで書き込みます。計算はすべてこのコンピュータで、またはクラスタを選択した場合はそこで行われます。画像が他に送信されることはありません。

ラスタの大きさに制限はありません。モデルを試すときは、処理を領域またはポリゴンに限定してください。データのないピクセルは、クラスなしになります。</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>損失</translation>
    </message>
    <message>
      <source>Loss on held-out polygons</source>
      <translation>検証用ポリゴンでの損失</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>減少</translation>
    </message>
    <message>
      <source>M&amp;easure</source>
      <translation>評価(&amp;E)</translation>
    </message>
    <message>
      <source>Made with CrossEarth for QGIS, engine {version}. One file: it loads nothing and runs no script.</source>
      <translation>CrossEarth for QGIS、エンジン{version}で作成。1つのファイルで完結し、外部の読み込みやスクリプトの実行はありません。</translation>
    </message>
    <message>
      <source>Majority filter</source>
      <translation>最頻値フィルタ</translation>
    </message>
    <message>
      <source>Majority window, pixels</source>
      <translation>最頻値フィルタのウィンドウ（ピクセル）</translation>
    </message>
    <message>
      <source>Make a map, or add a raster of classes to the project.</source>
      <translation>マップを作成するか、クラスラスタをプロジェクトに追加してください。</translation>
    </message>
    <message>
      <source>Make an earlier round the model again; the one that is the model now is kept</source>
      <translation>以前のラウンドを現在のモデルに戻します。今のモデルも残ります</translation>
    </message>
    <message>
      <source>Make no map that would be doubtful</source>
      <translation>疑わしいマップは作成しない</translation>
    </message>
    <message>
      <source>Makes a folder of maps from many rasters, with one report.</source>
      <translation>多くのラスタから、マップのフォルダと1つのレポートを作成します。</translation>
    </message>
    <message>
      <source>Makes a map of classes from imagery with a trained model.</source>
      <translation>学習済みモデルで、画像からクラスのマップを作成します。</translation>
    </message>
    <message>
      <source>Makes a map of groups of pixels that are alike, without any samples.</source>
      <translation>サンプルを使わずに、似たピクセルのグループのマップを作成します。</translation>
    </message>
    <message>
      <source>Makes a model out of a file that you have.</source>
      <translation>手元のファイルからモデルを作成します。</translation>
    </message>
    <message>
      <source>Manage Models…</source>
      <translation>モデルの管理…</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>マップ</translation>
    </message>
    <message>
      <source>Map after</source>
      <translation>変化後のマップ</translation>
    </message>
    <message>
      <source>Map and field hold amounts, such as heights. Maps and models made here say so themselves.</source>
      <translation>マップとフィールドの値が、高さなどの量である場合に指定します。ここで作成したマップとモデルでは、自動的に判別されます。</translation>
    </message>
    <message>
      <source>Map before</source>
      <translation>変化前のマップ</translation>
    </message>
    <message>
      <source>Map of changes</source>
      <translation>変化マップ</translation>
    </message>
    <message>
      <source>Map of the new model: {text}</source>
      <translation>新しいモデルのマップ: {text}</translation>
    </message>
    <message>
      <source>Map of {name}</source>
      <translation>{name}のマップ</translation>
    </message>
    <message>
      <source>Map of {name} by {model}, {date}</source>
      <translation>{name}のマップ（{model}、{date}）</translation>
    </message>
    <message>
      <source>Map of {quantity} of {name}, made with CrossEarth for QGIS {version} and the model {model} (SHA-256 {digest}…), {date}.</source>
      <translation>{name}の{quantity}のマップ。CrossEarth for QGIS {version}とモデル{model}（SHA-256 {digest}…）で作成、{date}。</translation>
    </message>
    <message>
      <source>Map on or off (M)</source>
      <translation>マップの表示切替 (M)</translation>
    </message>
    <message>
      <source>Map to judge</source>
      <translation>評価するマップ</translation>
    </message>
    <message>
      <source>Map what the canvas shows at once, wherever you go; no file comes of it</source>
      <translation>キャンバスの表示範囲を、移動するたびにその場で分類します。ファイルは作成されません</translation>
    </message>
    <message>
      <source>map {path}</source>
      <translation>マップ{path}</translation>
    </message>
    <message>
      <source>Mapped, {unit}</source>
      <translation>マップ（{unit}）</translation>
    </message>
    <message>
      <source>Mapping spoiled imagery</source>
      <translation>劣化させた画像を分類中</translation>
    </message>
    <message>
      <source>Maps</source>
      <translation>マップ</translation>
    </message>
    <message>
      <source>Maps made: {done}, there already: {skipped}, doubtful: {doubtful}, failed: {failed}. {time}</source>
      <translation>作成したマップ: {done}、既存: {skipped}、疑わしい: {doubtful}、失敗: {failed}。{time}</translation>
    </message>
    <message>
      <source>Maps of earlier runs are no imagery and are left out: {names}.</source>
      <translation>以前に作成されたマップは画像ではないため、除外されます: {names}。</translation>
    </message>
    <message>
      <source>Maps of {name} by {model}, {date}</source>
      <translation>{name}のマップ（{model}、{date}）</translation>
    </message>
    <message>
      <source>Maps whose pixels are not the same are refused; or are brought to the pixels of one of them, each of which gets the class of the other map's nearest.</source>
      <translation>ピクセルの配置が異なるマップは受け付けられません。または、一方のピクセルに合わせ、各ピクセルにもう一方のマップの最も近いピクセルのクラスを割り当てます。</translation>
    </message>
    <message>
      <source>Margin of error of the overall accuracy (±)</source>
      <translation>全体精度の誤差範囲（±）</translation>
    </message>
    <message>
      <source>Margin of error of the user's accuracy of each class (±)</source>
      <translation>クラスごとのユーザー精度の誤差範囲（±）</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>マスク</translation>
    </message>
    <message>
      <source>Masked image modelling</source>
      <translation>マスク画像モデリング</translation>
    </message>
    <message>
      <source>Match to the training imagery</source>
      <translation>学習画像に合わせる</translation>
    </message>
    <message>
      <source>Matched to the training imagery</source>
      <translation>学習画像に合わせた補正</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>平均値</translation>
    </message>
    <message>
      <source>Mean absolute error</source>
      <translation>平均絶対誤差</translation>
    </message>
    <message>
      <source>Mean F1</source>
      <translation>平均F1</translation>
    </message>
    <message>
      <source>Mean IoU</source>
      <translation>平均IoU</translation>
    </message>
    <message>
      <source>Mean IoU (0 to 1)</source>
      <translation>平均IoU（0～1）</translation>
    </message>
    <message>
      <source>Mean IoU on held-out polygons</source>
      <translation>検証用ポリゴンでの平均IoU</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}, {kept} % of the {clean} on the raster as it is.</source>
      <translation>参照データにあるクラスの平均IoUは、全マップで{mean}で、元のラスタでの{clean}の{kept}%です。</translation>
    </message>
    <message>
      <source>Mean IoU over the classes that the reference has is, over all maps, {mean}.</source>
      <translation>参照データにあるクラスの平均IoUは、全マップで{mean}です。</translation>
    </message>
    <message>
      <source>Mean IoU, not measured here</source>
      <translation>平均IoU（ここでは未測定）</translation>
    </message>
    <message>
      <source>Measure the accuracy of a map</source>
      <translation>マップの精度を評価</translation>
    </message>
    <message>
      <source>Memory on {device} does not suffice: fewer patches at once now ({count}), whose gradients are added up.</source>
      <translation>{device}のメモリが足りないため、一度に処理するパッチを減らし（{count}）、勾配を合計します。</translation>
    </message>
    <message>
      <source>Merge and rename classes</source>
      <translation>クラスの統合と名前変更</translation>
    </message>
    <message>
      <source>Merged classes</source>
      <translation>統合したクラス</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>メートル</translation>
    </message>
    <message>
      <source>Middle of each band before and after that</source>
      <translation>補正前後の各バンドの中央値</translation>
    </message>
    <message>
      <source>Minimum mapping unit</source>
      <translation>最小マッピング単位</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>モデル</translation>
    </message>
    <message>
      <source>Model file</source>
      <translation>モデルファイル</translation>
    </message>
    <message>
      <source>Model File…</source>
      <translation>モデルファイル…</translation>
    </message>
    <message>
      <source>Model Folder…</source>
      <translation>モデルフォルダ…</translation>
    </message>
    <message>
      <source>Model pixel size</source>
      <translation>モデルのピクセルサイズ</translation>
    </message>
    <message>
      <source>Model that maps the raster</source>
      <translation>ラスタを分類するモデル</translation>
    </message>
    <message>
      <source>Model to start from</source>
      <translation>元のモデル</translation>
    </message>
    <message>
      <source>Model whose view is compared</source>
      <translation>比較に使うモデル</translation>
    </message>
    <message>
      <source>Model whose view is grouped</source>
      <translation>グループ分けに使うモデル</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>モデル</translation>
    </message>
    <message>
      <source>Models (*.onnx *.safetensors *.json)</source>
      <translation>モデル (*.onnx *.safetensors *.json)</translation>
    </message>
    <message>
      <source>Models ({patterns})</source>
      <translation>モデル ({patterns})</translation>
    </message>
    <message>
      <source>More than there are classes: several may become one later.</source>
      <translation>クラスの数より多くします。後で複数のグループを1つのクラスにできます。</translation>
    </message>
    <message>
      <source>More workers that cannot take part either: {count}.</source>
      <translation>他にも参加できないワーカーがあります: {count}。</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>モザイク</translation>
    </message>
    <message>
      <source>Most</source>
      <translation>最大値</translation>
    </message>
    <message>
      <source>Most values of the raster are not what {model} takes, which is {takes}: they are {low} to {high} by {source}. Say which numbers stand for the ends of its range (STRETCH MIN,MAX), or choose another raster.</source>
      <translation>ラスタの値の大部分が、{model}の入力である{takes}に当てはまりません（{source}によると{low}～{high}）。入力範囲の両端に対応する値を指定するか（STRETCH MIN,MAX）、別のラスタを選択してください。</translation>
    </message>
    <message>
      <source>Motion blur</source>
      <translation>動きぼけ</translation>
    </message>
    <message>
      <source>N next, B back, S cannot be told, U undo, Esc ends</source>
      <translation>N: 次へ、B: 戻る、S: 判別不能、U: 元に戻す、Esc: 終了</translation>
    </message>
    <message>
      <source>N next, B back, S skip, U undo, M map on or off, Esc ends</source>
      <translation>N: 次へ、B: 戻る、S: スキップ、U: 元に戻す、M: マップの表示切替、Esc: 終了</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名前</translation>
    </message>
    <message>
      <source>Name a folder that the computers of the cluster see, too: they write there what they have computed.</source>
      <translation>クラスタのコンピュータからも見えるフォルダを指定してください。計算結果がそこに書き込まれます。</translation>
    </message>
    <message>
      <source>Name of a class, such as other: all of the map outside of the polygons counts as it, and a reference raster's pixels without a class. If the map has no such class, all classes that the reference does not name are one with it. Footprints of buildings, for example, need it: without it, only recall can be told from a reference that lacks classes of the map.</source>
      <translation>otherなどのクラス名。マップのポリゴンの外側全体と、参照ラスタのクラスのないピクセルが、このクラスとして数えられます。マップにこのクラスがなければ、参照データにないクラスはすべてこのクラスとみなされます。建物の輪郭などで必要です。指定しないと、マップのクラスの一部が欠けた参照データからは、再現率しか求められません。</translation>
    </message>
    <message>
      <source>Name of a model of the groups</source>
      <translation>グループのモデルの名前</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>デバイス名</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>モデルの名前</translation>
    </message>
    <message>
      <source>Name of the new model</source>
      <translation>新しいモデルの名前</translation>
    </message>
    <message>
      <source>Name the field of the reference that holds the class.</source>
      <translation>参照データのうち、クラスが入っているフィールドを指定してください。</translation>
    </message>
    <message>
      <source>Name:</source>
      <translation>名前:</translation>
    </message>
    <message>
      <source>named by its authors; neither fetched nor run by the makers of this plugin</source>
      <translation>作者の記載による。このプラグインの開発者は取得も実行もしていません</translation>
    </message>
    <message>
      <source>Names of the bands</source>
      <translation>バンドの名前</translation>
    </message>
    <message>
      <source>Names of the classes</source>
      <translation>クラスの名前</translation>
    </message>
    <message>
      <source>Names of the classes after</source>
      <translation>変化後のクラス名</translation>
    </message>
    <message>
      <source>Names of the classes before</source>
      <translation>変化前のクラス名</translation>
    </message>
    <message>
      <source>Names of the other map's classes</source>
      <translation>もう一方のマップのクラス名</translation>
    </message>
    <message>
      <source>Names of the reference's classes</source>
      <translation>参照データのクラス名</translation>
    </message>
    <message>
      <source>near infrared</source>
      <translation>近赤外</translation>
    </message>
    <message>
      <source>Nearest neighbour</source>
      <translation>最近傍</translation>
    </message>
    <message>
      <source>Needed for the published checkpoints of CrossEarth and for full adaptation; the bundled model needs none. Where there is an NVIDIA card, it is the build for it: a download of up to 3 GB, without one of 200 MB.</source>
      <translation>CrossEarthの公開チェックポイントとフル学習に必要です。付属モデルには不要です。NVIDIAカードがあれば、対応版をダウンロードします（最大3 GB）。なければ200 MBです。</translation>
    </message>
    <message>
      <source>Neither has a CRS, by which the one could be brought to the other.</source>
      <translation>どちらにもCRSがなく、一方をもう一方に合わせることができません。</translation>
    </message>
    <message>
      <source>Net</source>
      <translation>増減</translation>
    </message>
    <message>
      <source>Net, %</source>
      <translation>増減（%）</translation>
    </message>
    <message>
      <source>Network pixel, m</source>
      <translation>ネットワークのピクセルサイズ（m）</translation>
    </message>
    <message>
      <source>never chosen</source>
      <translation>選択なし</translation>
    </message>
    <message>
      <source>New</source>
      <translation>新規</translation>
    </message>
    <message>
      <source>New classes and the model's classes that they are made of: built=building,road; green=vegetation. Classes that are not named stay.</source>
      <translation>新しいクラスと、その元になるモデルのクラス: built=building,road; green=vegetation。指定のないクラスは、そのまま残ります。</translation>
    </message>
    <message>
      <source>New Layer for Samples</source>
      <translation>新規サンプルレイヤ</translation>
    </message>
    <message>
      <source>New Layer of Points…</source>
      <translation>新規ポイントレイヤ…</translation>
    </message>
    <message>
      <source>New Layer of Polygons…</source>
      <translation>新規ポリゴンレイヤ…</translation>
    </message>
    <message>
      <source>New sample points</source>
      <translation>新しい検証点</translation>
    </message>
    <message>
      <source>Next (N)</source>
      <translation>次へ (N)</translation>
    </message>
    <message>
      <source>no</source>
      <translation>いいえ</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons of at least two classes.</source>
      <translation>精度は評価されていません。2つ以上のクラスに、それぞれ2つのポリゴンが必要です。</translation>
    </message>
    <message>
      <source>No accuracy was measured: it needs two polygons or points.</source>
      <translation>精度は評価されていません。2つのポリゴンまたは点が必要です。</translation>
    </message>
    <message>
      <source>No areas are estimated: that takes points drawn at random on the map (“Draw sample points on a map”), and polygons or another map are none.</source>
      <translation>面積は推定されません。推定には、マップ上で無作為に抽出した点が必要です（「マップ上に検証点を抽出」）。ポリゴンや別のマップでは推定できません。</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values.</source>
      <translation>参照データのクラス（{names}）は、どれもマップのクラス（{classes}）にありません。クラスのフィールドは正しいですか？ 正しければ、クラスにマップの名前または値を付けてください。</translation>
    </message>
    <message>
      <source>No class of the reference ({names}) is one of the map ({classes}). Is it the field that holds the class? Else give the classes the map's names or values. Is {near} meant?</source>
      <translation>参照データのクラス（{names}）は、どれもマップのクラス（{classes}）にありません。クラスのフィールドは正しいですか？ 正しければ、クラスにマップの名前または値を付けてください。もしかして: {near}</translation>
    </message>
    <message>
      <source>No CRS tells how large the pixels are, and those of one map may be larger than those of another.</source>
      <translation>ピクセルの大きさを示すCRSがなく、マップによってピクセルの大きさが異なる可能性があります。</translation>
    </message>
    <message>
      <source>No CRS: it is not known where the raster lies.</source>
      <translation>CRSなし: ラスタの位置がわかりません。</translation>
    </message>
    <message>
      <source>No figures and no areas can be told: each stratum needs a labelled point, and better 50, but {names} has none, and what is not known takes {share} of the map. Say what is there at some of its points.</source>
      <translation>指標も面積も求められません。各層にラベル付きの点が1つ以上（できれば50）必要ですが、{names}にはなく、不明な部分がマップの{share}を占めています。その点のいくつかに、そこにあるもののクラスを入力してください。</translation>
    </message>
    <message>
      <source>No map was made of {path}, for it would be doubtful. {doubts}</source>
      <translation>{path}のマップは、結果が疑わしくなるため作成しませんでした。{doubts}</translation>
    </message>
    <message>
      <source>No map was made with the new model: its raster is not in the project any more. Choose another one.</source>
      <translation>新しいモデルでのマップは作成されませんでした。対象のラスタがプロジェクトにありません。別のラスタを選択してください。</translation>
    </message>
    <message>
      <source>No map was made: all rasters have failed or are doubtful.</source>
      <translation>マップは作成されませんでした。すべてのラスタが、失敗したか疑わしいものです。</translation>
    </message>
    <message>
      <source>No model here knows these {count} bands: their names do not tell what they show, or their pixels are of another size. Start from the bands alone.</source>
      <translation>これらの{count}個のバンドに対応するモデルはありません。バンド名から内容がわからないか、ピクセルサイズが合いません。バンドだけを元にしてください。</translation>
    </message>
    <message>
      <source>No other raster in the project</source>
      <translation>プロジェクトに他のラスタがありません</translation>
    </message>
    <message>
      <source>No point of the stratum {names} has a class: the figures hold for the rest of the map.</source>
      <translation>層{names}の点には、クラスの付いたものがありません。指標はマップの残りの部分について成り立ちます。</translation>
    </message>
    <message>
      <source>No program of this computer opens {address}. The address is on the clipboard.</source>
      <translation>このコンピュータには、{address}を開くプログラムがありません。アドレスをクリップボードにコピーしました。</translation>
    </message>
    <message>
      <source>No Python from {minimum} to {maximum} was found on this computer. Install one, or choose one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>このコンピュータに、Python {minimum}～{maximum}が見つかりませんでした。インストールするか、設定 &gt; オプション &gt; CrossEarth で選択してください。</translation>
    </message>
    <message>
      <source>No Python of this computer will do for the engine; the log says why. Python {version} can be downloaded from {host} ({size}), once, into
{folder}

Only the engine uses it. Download it now?</source>
      <translation>このコンピュータには、エンジンに使えるPythonがありません。理由はログを確認してください。Python {version}を、{host}から一度だけダウンロードできます（{size}）。保存先:
{folder}

このPythonはエンジンだけが使用します。今すぐダウンロードしますか？</translation>
    </message>
    <message>
      <source>No sample could be held out, so nothing shows that {model} helps here: the bands alone are taken. Draw more samples, in more places.</source>
      <translation>検証用のサンプルを取り分けられず、{model}が役立つかどうかを確かめられないため、バンドだけを使います。もっと多くの場所で、サンプルを追加してください。</translation>
    </message>
    <message>
      <source>Nodata value</source>
      <translation>nodata値</translation>
    </message>
    <message>
      <source>Nodata value of the other map</source>
      <translation>もう一方のマップのnodata値</translation>
    </message>
    <message>
      <source>Nodata value of the reference</source>
      <translation>参照データのnodata値</translation>
    </message>
    <message>
      <source>NoData values</source>
      <translation>nodata値</translation>
    </message>
    <message>
      <source>none of its points has a class in the field {field} yet.</source>
      <translation>フィールド{field}にクラスが入っている点が、まだありません。</translation>
    </message>
    <message>
      <source>North</source>
      <translation>北</translation>
    </message>
    <message>
      <source>Not all of {model} is taken: on the polygons held out it has a mean IoU of {all}, and what is taken {taken}. With all of it much more of the map would become {names}, of which few pixels are drawn. Draw more of it.</source>
      <translation>{model}の一部だけを使います。検証用ポリゴンでの平均IoUは、すべて使うと{all}、使う部分だけでは{taken}です。すべて使うと、描かれたピクセルの少ない{names}が、マップ上で大幅に増えてしまいます。このクラスのサンプルを追加してください。</translation>
    </message>
    <message>
      <source>Not at all</source>
      <translation>合わせない</translation>
    </message>
    <message>
      <source>Not enough memory on {device} for one window of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>{device}のメモリが、{window}ピクセルのウィンドウ1つ分にも足りません。メモリを使用している他のプログラムを終了するか、使用量の少ないオプションで実行してください: {options}。</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to load {model}. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>{device}のメモリが、{model}の読み込みに足りません。メモリを使用している他のプログラムを終了するか、使用量の少ないオプションで実行してください: {options}。</translation>
    </message>
    <message>
      <source>Not enough memory on {device} to train on a single patch of {window} pixels. End other programs that use it, or run it with options that need less: {options}.</source>
      <translation>{device}のメモリが、{window}ピクセルのパッチ1つの学習にも足りません。メモリを使用している他のプログラムを終了するか、使用量の少ないオプションで実行してください: {options}。</translation>
    </message>
    <message>
      <source>Not enough memory to compute windows side by side: one by one now.</source>
      <translation>メモリが足りないため、ウィンドウの並行計算をやめ、1つずつ計算します。</translation>
    </message>
    <message>
      <source>Not enough memory: fewer windows at once now ({count}).</source>
      <translation>メモリが足りないため、一度に処理するウィンドウを減らします（{count}）。</translation>
    </message>
    <message>
      <source>Not measured, for lack of a second polygon: {names}. What of it the model takes for another class does not count in that one's figures.</source>
      <translation>ポリゴンが1つしかないため未評価: {names}。モデルがこれを別のクラスに間違えた分は、そのクラスの指標に含まれません。</translation>
    </message>
    <message>
      <source>not taken: it saves too little time</source>
      <translation>不採用: 時間の短縮がわずかです</translation>
    </message>
    <message>
      <source>not taken: the trial did not come to its end</source>
      <translation>不採用: 試行が最後まで終わりませんでした</translation>
    </message>
    <message>
      <source>not taken: too many pixels change their class</source>
      <translation>不採用: クラスの変わるピクセルが多すぎます</translation>
    </message>
    <message>
      <source>not taken: {reason}</source>
      <translation>不採用: {reason}</translation>
    </message>
    <message>
      <source>Nothing can be downloaded through the SOCKS proxy {host}. Choose an HTTP proxy under Settings &gt; Options &gt; Network. Without one, models can be taken from a folder, and another Python with the engine's packages be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>SOCKSプロキシ{host}では、何もダウンロードできません。設定 &gt; オプション &gt; ネットワーク でHTTPプロキシを選択してください。HTTPプロキシがない場合、モデルはフォルダから取得でき、設定 &gt; オプション &gt; CrossEarth でエンジンのパッケージを含む別のPythonを選択できます。</translation>
    </message>
    <message>
      <source>Nothing downloaded</source>
      <translation>ダウンロードなし</translation>
    </message>
    <message>
      <source>Nothing in the field “{field}” says what is there.</source>
      <translation>フィールド「{field}」に、そこにあるものを示す値がありません。</translation>
    </message>
    <message>
      <source>Nothing in the raster is named as {names}, of the {count} bands that {model} was trained on: it is shown their mean instead, which tells it nothing. If the raster has them, say which its bands are (BANDS), or name them in the file.</source>
      <translation>{model}の学習に使われた{count}個のバンドのうち、{names}に当たる名前のバンドがラスタにありません。代わりに平均値が入力されますが、モデルには何の情報にもなりません。ラスタに該当するバンドがあれば、BANDSで指定するか、ファイル内でバンド名を付けてください。</translation>
    </message>
    <message>
      <source>Nothing shows that the classes can be told apart here: of the pixels held out, {recall} of a class are right on average, and a map of one class would have {guessed}. The overall accuracy does not show that. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>ここでクラスを区別できるという根拠がありません。検証用ピクセルの正解率はクラス平均で{recall}ですが、1つのクラスだけのマップでも{guessed}になります。全体精度にはこのことが表れません。別のバンドや別のラスタ、またはこのラスタで違いの出るクラスを選択してください。</translation>
    </message>
    <message>
      <source>Nothing shows that the numbers can be told here: on the samples held out, what is mapped is no better than their mean (R² {r2}). Choose other bands or another raster.</source>
      <translation>ここで数値を推定できるという根拠がありません。検証用サンプルでは、推定値はその平均値と変わらない精度です（R² {r2}）。別のバンドまたは別のラスタを選択してください。</translation>
    </message>
    <message>
      <source>Nothing tells how sure the map {file} is. Make it again with {flags} ({names} in QGIS), or give a model and a raster.</source>
      <translation>マップ{file}の確かさを示す情報がありません。{flags}（QGISでは{names}）を付けて作成し直すか、モデルとラスタを指定してください。</translation>
    </message>
    <message>
      <source>Nothing tells how the pixels were scaled that {model} was trained with: they are divided by {divisor}. If that is wrong, the map is: import the model again and say how (MEAN, STD; 0 and 1 for a network that takes them as they are).</source>
      <translation>{model}の学習時に、ピクセル値がどのようにスケーリングされたかがわかりません。{divisor}で割った値を使います。これが誤りなら、マップも誤りになります。方法を指定して、モデルをインポートし直してください（MEAN、STD。値をそのまま使うネットワークでは0と1）。</translation>
    </message>
    <message>
      <source>Nothing tells of which date {path} is: neither a STAC Item beside it, nor its tags, nor its name. Set the date in the layer's properties: Temporal, a fixed time range of one day.</source>
      <translation>{path}の撮影日がわかりません。同じ場所のSTACアイテム、タグ、ファイル名のいずれにも記載がありません。レイヤのプロパティの「時系列」で、1日間の固定時間範囲を設定してください。</translation>
    </message>
    <message>
      <source>Nothing tells what the numbers of the raster measure ({low} to {high}), and {model} takes {takes}: {one} was taken for 1. If that is wrong, the map is; say which numbers stand for 0 and 1, for instance STRETCH 0,10000, for Sentinel-2 since 2022 1000,11000, for Landsat Collection 2 7272.73,43636.36.</source>
      <translation>ラスタの値（{low}～{high}）が何を表すかがわかりません。{model}の入力は{takes}のため、{one}を1とみなしました。これが誤りなら、マップも誤りになります。0と1に対応する値を指定してください。例: STRETCH 0,10000、2022年以降のSentinel-2では1000,11000、Landsat Collection 2では7272.73,43636.36。</translation>
    </message>
    <message>
      <source>Nothing tells which bands {model} was made for: it is given the raster's bands {bands}, in this order. If that is wrong, say which (BANDS), or import the model with their names.</source>
      <translation>{model}がどのバンド用に作られたかがわかりません。ラスタのバンド{bands}を、この順に入力します。誤りであれば、バンドを指定するか（BANDS）、バンド名を付けてモデルをインポートしてください。</translation>
    </message>
    <message>
      <source>Nothing tells which of the {count} bands of the raster are {names}: bands {bands} were taken, in their order. If these are others, say which (BANDS); the map is of no use otherwise.</source>
      <translation>ラスタの{count}個のバンドのうち、どれが{names}かがわかりません。バンド{bands}を順番どおりに使いました。誤りであれば、バンドを指定してください（BANDS）。指定しないと、マップは役に立ちません。</translation>
    </message>
    <message>
      <source>Nothing varies in band {bands} of the raster, or there is no data in it: the model does without. If it needs more, say which bands it gets (BANDS).</source>
      <translation>ラスタのバンド{bands}は、値に変化がないか、データがありません。モデルはこのバンドなしで処理します。必要であれば、モデルに渡すバンドを指定してください（BANDS）。</translation>
    </message>
    <message>
      <source>Nothing was tried on this computer yet.</source>
      <translation>このコンピュータでは、まだ何も試していません。</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>点数</translation>
    </message>
    <message>
      <source>Number &amp;field</source>
      <translation>数値フィールド(&amp;F)</translation>
    </message>
    <message>
      <source>Number of candidates</source>
      <translation>候補の数</translation>
    </message>
    <message>
      <source>Number of groups</source>
      <translation>グループの数</translation>
    </message>
    <message>
      <source>Number of objects</source>
      <translation>オブジェクトの数</translation>
    </message>
    <message>
      <source>Number of places</source>
      <translation>箇所の数</translation>
    </message>
    <message>
      <source>Number of points</source>
      <translation>点数</translation>
    </message>
    <message>
      <source>Number of sample points for {name}</source>
      <translation>{name}の検証点の数</translation>
    </message>
    <message>
      <source>Number of windows</source>
      <translation>ウィンドウの数</translation>
    </message>
    <message>
      <source>numbered classes</source>
      <translation>番号付きのクラス</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>数値</translation>
    </message>
    <message>
      <source>Numbers of the reference are taken as values of the map's classes: {names}.</source>
      <translation>参照データの番号を、マップのクラスの値とみなします: {names}。</translation>
    </message>
    <message>
      <source>Numbers separated by commas. Empty: as segmenting would take them.</source>
      <translation>カンマ区切りの数値。空の場合: セグメンテーション時と同じ。</translation>
    </message>
    <message>
      <source>Numbers with commas between them, such as 3,2,1, for every raster. Empty: by the colours that each file names, else the first ones.</source>
      <translation>3,2,1のようなカンマ区切りの数値で、すべてのラスタに共通です。空の場合: 各ファイルの色情報に従い、なければ先頭のバンド。</translation>
    </message>
    <message>
      <source>Numbers, not classes</source>
      <translation>クラスではなく数値</translation>
    </message>
    <message>
      <source>Numbers: {name}</source>
      <translation>数値: {name}</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>オブジェクト</translation>
    </message>
    <message>
      <source>Objects that are sought</source>
      <translation>探すオブジェクト</translation>
    </message>
    <message>
      <source>Objects that cover no more than a pixel: {count}. What a network sees of a pixel is mostly what lies around it. Draw the whole object, or a point where it is widest.</source>
      <translation>1ピクセル以下のオブジェクト: {count}。ネットワークが1つのピクセルから読み取るのは、主にその周囲の情報です。オブジェクト全体を描くか、最も幅の広い場所にポイントを置いてください。</translation>
    </message>
    <message>
      <source>Objects that do not lie on the raster are left out: {count}.</source>
      <translation>ラスタ上にないオブジェクトは除外されます: {count}。</translation>
    </message>
    <message>
      <source>Objects with their classes</source>
      <translation>クラス付きのオブジェクト</translation>
    </message>
    <message>
      <source>Objects without a class: {count} of {total}. The map has none there, or they have no geometry.</source>
      <translation>クラスのないオブジェクト: {total}個中{count}個。その場所のマップにクラスがないか、ジオメトリがありません。</translation>
    </message>
    <message>
      <source>observed</source>
      <translation>観測値</translation>
    </message>
    <message>
      <source>Of a raster and a model. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the raster and the folder of the report.</source>
      <translation>ラスタとモデルを指定する場合に使います。空の場合: このコンピュータ。または、ラスタとレポートのフォルダが見えるクラスタの、スケジューラのアドレスまたはファイル。</translation>
    </message>
    <message>
      <source>of a size that the server does not say</source>
      <translation>サイズ不明、サーバの情報なし</translation>
    </message>
    <message>
      <source>Of polygons: how much simpler their outlines are than the steps of pixels. In pixels where the raster has no CRS; 0 keeps the steps. By default one and a half pixels, or half a pixel of the model.</source>
      <translation>ポリゴンの輪郭を、ピクセルの段差に比べてどれだけ単純化するか。ラスタにCRSがない場合はピクセル単位。0では段差がそのまま残ります。デフォルト: 1.5ピクセル、またはモデルのピクセルの半分。</translation>
    </message>
    <message>
      <source>Of the numbers that the model computes with. auto: fp32, so that a map does not depend on where it was made, unless a trial on the processor found OpenVINO, an add-on, or bf16 as good. The others are faster, where the device knows them.</source>
      <translation>モデルの計算に使う数値の精度。auto: マップが作成環境に左右されないように、fp32を使います。ただし、アドオンのOpenVINOやbf16が同等に良いとプロセッサでの試行でわかった場合は、それを使います。その他の精度は、デバイスが対応していれば、より高速です。</translation>
    </message>
    <message>
      <source>of the place</source>
      <translation>対象地域全体</translation>
    </message>
    <message>
      <source>of the points</source>
      <translation>これらの点</translation>
    </message>
    <message>
      <source>of the points on both maps</source>
      <translation>両方のマップ上の点</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed draws the same points.</source>
      <translation>乱数のシード: 同じシードからは、同じ点が抽出されます。</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same map.</source>
      <translation>乱数のシード: 同じシードからは、同じマップが得られます。</translation>
    </message>
    <message>
      <source>Of the random numbers: the same seed gives the same model.</source>
      <translation>乱数のシード: 同じシードからは、同じモデルが得られます。</translation>
    </message>
    <message>
      <source>Of the recipe full: at most so many; it ends when the model no longer improves.</source>
      <translation>方式full: 最大ステップ数。モデルの改善が止まると終了します。</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches are covered, and the network also learns to rebuild them. auto: for CrossEarth's networks.</source>
      <translation>方式full: 学習パッチの一部を隠し、ネットワークにその復元も学習させます。auto: CrossEarthのネットワークで使用。</translation>
    </message>
    <message>
      <source>Of the recipe full: parts of the training patches take the look of other imagery, so that colours count less. auto: for CrossEarth's networks.</source>
      <translation>方式full: 学習パッチの一部を別の画像の見た目に変え、色への依存を減らします。auto: CrossEarthのネットワークで使用。</translation>
    </message>
    <message>
      <source>Of the recipe full: what learns in CrossEarth's backbone. gate: of three small modules in every block those that say most, chosen anew every 100 steps.</source>
      <translation>方式full: CrossEarthのバックボーンのうち、学習する部分。gate: 各ブロックの3つの小さなモジュールのうち最も有効なものを、100ステップごとに選び直します。</translation>
    </message>
    <message>
      <source>Of the recipe quick. Empty: this computer. Or the address or scheduler file of a cluster whose computers see the rasters; the new model is fitted here, of what they have computed.</source>
      <translation>方式quick: 空の場合はこのコンピュータ。または、ラスタが見えるクラスタの、スケジューラのアドレスまたはファイル。新しいモデルは、クラスタの計算結果を使ってこのコンピュータで作成されます。</translation>
    </message>
    <message>
      <source>Of the same place: by the same points it is said which of the two maps is better, and whether chance alone can explain it (exact paired test of McNemar).</source>
      <translation>同じ場所の別のマップ。同じ点を使って、どちらのマップが良いか、その差が偶然だけで説明できるかを調べます（対応のあるMcNemarの正確検定）。</translation>
    </message>
    <message>
      <source>Of the stratum {names} one point only is labelled. Intervals allow for that; ± of the normal approximation needs two points of each stratum and is left out.</source>
      <translation>層{names}には、ラベル付きの点が1つしかありません。区間はこれを考慮していますが、正規近似による±は各層に2点以上必要なため、省略されます。</translation>
    </message>
    <message>
      <source>Of the {count} reference polygons, the model {model} was adapted to {known}: it has seen them, and the figures flatter it. Judge it by other polygons, or by random points (“Draw sample points on a map”); how well it does on polygons that were held out stands in the model's own accuracy report.</source>
      <translation>参照ポリゴン{count}個のうち{known}個は、モデル{model}の適応に使われています。モデルが見たことのあるポリゴンなので、指標は実際よりも良くなります。別のポリゴンか、無作為な点（「マップ上に検証点を抽出」）で評価してください。検証用に取り分けたポリゴンでの成績は、モデル自体の精度レポートにあります。</translation>
    </message>
    <message>
      <source>of what both maps cover</source>
      <translation>両方のマップが覆う範囲</translation>
    </message>
    <message>
      <source>Of what is so, the share that the map has (recall)</source>
      <translation>実際にそのクラスであるもののうち、マップに現れている割合（再現率）</translation>
    </message>
    <message>
      <source>Of what the map calls so, the share that is (precision)</source>
      <translation>マップ上でそのクラスとされたもののうち、実際にそうである割合（適合率）</translation>
    </message>
    <message>
      <source>Of what was compared</source>
      <translation>比較対象に対する割合</translation>
    </message>
    <message>
      <source>Of what was held out, the model is sure by {confidence} in the mean, and right by {accuracy}. Expected calibration error (ECE): {ece}.</source>
      <translation>検証用のものに対するモデルの確信度は平均{confidence}、正解率は{accuracy}です。期待較正誤差（ECE）: {ece}。</translation>
    </message>
    <message>
      <source>Of {total} points both maps have a class at {count} only: the comparison goes by these, and says nothing of the rest of the place.</source>
      <translation>{total}個の点のうち、両方のマップにクラスがあるのは{count}個だけです。比較はこれらの点で行われ、それ以外の場所については何もわかりません。</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>オフ</translation>
    </message>
    <message>
      <source>Offer Layers Made by CrossEarth, Too</source>
      <translation>CrossEarthが作成したレイヤも表示</translation>
    </message>
    <message>
      <source>On</source>
      <translation>オン</translation>
    </message>
    <message>
      <source>On spoiled imagery: mean IoU {mean}, where it is {clean} on the raster as it is</source>
      <translation>劣化させた画像での平均IoU: {mean}（元のラスタでは{clean}）</translation>
    </message>
    <message>
      <source>On the dashed line predicted and observed are the same.</source>
      <translation>破線上では、推定値と観測値が一致します。</translation>
    </message>
    <message>
      <source>On {count} windows that nothing was learned from, the new model gives {share:.1%} of the pixels the class that the teacher gives them (95 % interval {low:.1%} to {high:.1%}, by drawing the windows anew).</source>
      <translation>学習に使っていない{count}個のウィンドウで、新しいモデルはピクセルの{share:.1%}を教師モデルと同じクラスにします（95%区間{low:.1%}～{high:.1%}、ウィンドウの再抽出による）。</translation>
    </message>
    <message>
      <source>On {date} there is no data for {share} of what the other dates show: there the result has none, either.</source>
      <translation>{date}には、他の撮影日に写っている範囲の{share}でデータがありません。そこでは、結果にもデータがありません。</translation>
    </message>
    <message>
      <source>On {share} of where the map after has a class the map before has none: nothing is said of it.</source>
      <translation>変化後のマップにクラスがある範囲の{share}で、変化前のマップにクラスがありません。この部分は評価されません。</translation>
    </message>
    <message>
      <source>On {share} of where the map before has a class the map after has none: nothing is said of it.</source>
      <translation>変化前のマップにクラスがある範囲の{share}で、変化後のマップにクラスがありません。この部分は評価されません。</translation>
    </message>
    <message>
      <source>One map has numbers where the other has names, and is taken at them: {classes}. If they mean something else, nearly all of it counts as changed: name them (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>一方のマップは名前、もう一方は番号なので、番号の意味を次のように解釈しました: {classes}。意味が異なる場合は、ほぼ全体が変化とみなされてしまうため、名前を付けてください（BEFORE_CLASSES、AFTER_CLASSES）。</translation>
    </message>
    <message>
      <source>One of the engine's packages is not offered, in the version that was tested, for this Python or this computer, or the mirror or folder that is set here lacks it. The log names it; another Python can be chosen under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>エンジンのパッケージの1つが、このPythonまたはコンピュータ用のテスト済みバージョンで提供されていないか、設定されたミラーまたはフォルダにありません。パッケージ名はログを確認してください。設定 &gt; オプション &gt; CrossEarth で、別のPythonを選択できます。</translation>
    </message>
    <message>
      <source>one of this computer; if none will do, you are asked to download one</source>
      <translation>このコンピュータのPythonを使います。使えるものがない場合は、ダウンロードするかを確認します</translation>
    </message>
    <message>
      <source>One virtual raster of all maps, without those that are doubtful. The maps have to be in one CRS and on one grid of pixels.</source>
      <translation>疑わしいものを除く、すべてのマップの仮想ラスタ。マップは、同じCRSと同じピクセルグリッドのものである必要があります。</translation>
    </message>
    <message>
      <source>Only pixels inside these polygons are classified; everything else is skipped, which also saves time.</source>
      <translation>このポリゴンの内側のピクセルだけを分類します。それ以外は処理しないため、時間の節約にもなります。</translation>
    </message>
    <message>
      <source>Only the map after, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>{classes}は、変化後のマップ{file}にしかないため、すべて変化とみなされます。もう一方のマップで別の名前になっている場合は、両方に同じ名前を付けてください（BEFORE_CLASSES、AFTER_CLASSES）。</translation>
    </message>
    <message>
      <source>Only the map before, {file}, has {classes}: all of it counts as changed. If the other map calls it something else, give both the same name (BEFORE_CLASSES, AFTER_CLASSES).</source>
      <translation>{classes}は、変化前のマップ{file}にしかないため、すべて変化とみなされます。もう一方のマップで別の名前になっている場合は、両方に同じ名前を付けてください（BEFORE_CLASSES、AFTER_CLASSES）。</translation>
    </message>
    <message>
      <source>only {share} of the labels of the exported network are those of the model; nothing was written.</source>
      <translation>エクスポートしたネットワークのクラスが、元のモデルと{share}しか一致しません。何も書き込んでいません。</translation>
    </message>
    <message>
      <source>ONNX file</source>
      <translation>ONNXファイル</translation>
    </message>
    <message>
      <source>ONNX Runtime for NVIDIA cards</source>
      <translation>NVIDIAカード用ONNX Runtime</translation>
    </message>
    <message>
      <source>onnx,deepness,stac,share,weights,convert</source>
      <translation>onnx,deepness,stac,共有,重み,変換,モデル</translation>
    </message>
    <message>
      <source>Open Report</source>
      <translation>レポートを開く</translation>
    </message>
    <message>
      <source>openvino has ONNX models, such as the bundled one, run in less time on the processor, if a trial shows that it does; torch is PyTorch for the processor, on Apple's chips for the GPU, too; torch-cuda takes its place on computers with an NVIDIA card; onnxruntime-gpu has ONNX models, such as the bundled one, run on such a card.</source>
      <translation>openvino: 付属モデルなどのONNXモデルを、試行で効果が確認できれば、プロセッサでより速く計算します。torch: プロセッサ用のPyTorch。AppleのチップではGPUも使います。torch-cuda: NVIDIAカードのあるコンピュータで、torchの代わりに使います。onnxruntime-gpu: 付属モデルなどのONNXモデルを、NVIDIAカードで計算します。</translation>
    </message>
    <message>
      <source>OpenVINO: maps in less time without a graphics card</source>
      <translation>OpenVINO: グラフィックカードなしでマップを速く作成</translation>
    </message>
    <message>
      <source>Or a raster that a model maps</source>
      <translation>または、モデルで分類するラスタ</translation>
    </message>
    <message>
      <source>Or a reference raster of classes</source>
      <translation>または、クラスの参照ラスタ</translation>
    </message>
    <message>
      <source>Othe&amp;r map</source>
      <translation>別のマップ(&amp;R)</translation>
    </message>
    <message>
      <source>Other computers</source>
      <translation>他のコンピュータ</translation>
    </message>
    <message>
      <source>Other dates of the same place</source>
      <translation>同じ場所の他の撮影日</translation>
    </message>
    <message>
      <source>Other dates of the same place: rasters of the project that are one input with this one, such as crops in other seasons</source>
      <translation>同じ場所の他の撮影日: 別の季節の農作物など、このラスタと合わせて1つの入力とする、プロジェクト内のラスタ</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>その他</translation>
    </message>
    <message>
      <source>Others on this computer can read {key}, with which they can run anything on the cluster: {command} keeps it to you. Where that changes nothing, as on some network drives, copy the folder to a disk of this computer.</source>
      <translation>このコンピュータの他のユーザーが{key}を読み取り、クラスタ上で任意の処理を実行できる状態です。{command}で、自分だけが読み取れるようになります。一部のネットワークドライブのように効果がない場合は、フォルダをこのコンピュータのディスクにコピーしてください。</translation>
    </message>
    <message>
      <source>Outline tolerance</source>
      <translation>輪郭の許容範囲</translation>
    </message>
    <message>
      <source>Outlines</source>
      <translation>輪郭</translation>
    </message>
    <message>
      <source>Outlines of them, or a point in each.</source>
      <translation>候補の輪郭、またはそれぞれに1つの点。</translation>
    </message>
    <message>
      <source>Output file</source>
      <translation>出力ファイル</translation>
    </message>
    <message>
      <source>Output resolution</source>
      <translation>出力解像度</translation>
    </message>
    <message>
      <source>Overall accuracy</source>
      <translation>全体精度</translation>
    </message>
    <message>
      <source>Overall accuracy (0 to 1)</source>
      <translation>全体精度（0～1）</translation>
    </message>
    <message>
      <source>Overall accuracy {accuracy}, kappa {kappa}, mean IoU {iou}</source>
      <translation>全体精度{accuracy}、カッパ係数{kappa}、平均IoU{iou}</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %</source>
      <translation>全体精度{share}%</translation>
    </message>
    <message>
      <source>Overall accuracy {share} %, {low} to {high} % (95 %)</source>
      <translation>全体精度{share}%、{low}～{high}%（95%）</translation>
    </message>
    <message>
      <source>Overall accuracy, less that of the other map</source>
      <translation>全体精度の、もう一方のマップとの差</translation>
    </message>
    <message>
      <source>Overlap, pixels</source>
      <translation>重なり（ピクセル）</translation>
    </message>
    <message>
      <source>p-value of the difference</source>
      <translation>差のp値</translation>
    </message>
    <message>
      <source>panchromatic</source>
      <translation>パンクロマチック</translation>
    </message>
    <message>
      <source>part {number}</source>
      <translation>分割片{number}</translation>
    </message>
    <message>
      <source>Patches at once</source>
      <translation>一度に処理するパッチ</translation>
    </message>
    <message>
      <source>Patches that are smaller take the class of their largest neighbour. In pixels where the raster has no CRS. By default nothing is removed.</source>
      <translation>これより小さい領域は、隣接する最大の領域のクラスになります。ラスタにCRSがない場合はピクセル単位。デフォルト: 除去しません。</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept, and the next download goes on there.</source>
      <translation>一時停止しました。受信済みの部分は残り、次回のダウンロードはそこから再開します。</translation>
    </message>
    <message>
      <source>Paused; what has arrived is kept.</source>
      <translation>一時停止しました。受信済みの部分は残っています。</translation>
    </message>
    <message>
      <source>Percent</source>
      <translation>パーセント</translation>
    </message>
    <message>
      <source>Percent of what has a class; pixels without data do not count.</source>
      <translation>クラスのある部分に対するパーセント。データのないピクセルは含みません。</translation>
    </message>
    <message>
      <source>Percent of where both maps have a class.</source>
      <translation>両方のマップにクラスがある範囲に対するパーセント。</translation>
    </message>
    <message>
      <source>Pixel of the map</source>
      <translation>マップのピクセルサイズ</translation>
    </message>
    <message>
      <source>Pixel of the raster, m</source>
      <translation>ラスタのピクセルサイズ（m）</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>ピクセルサイズ</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>ピクセル</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>ピクセル</translation>
    </message>
    <message>
      <source>Pixels and area per class (JSON)</source>
      <translation>クラスごとのピクセル数と面積（JSON）</translation>
    </message>
    <message>
      <source>Pixels of all maps together</source>
      <translation>全マップの合計ピクセル数</translation>
    </message>
    <message>
      <source>Pixels of reference</source>
      <translation>参照ピクセル</translation>
    </message>
    <message>
      <source>pixels scaled from 0–255 to 0–1</source>
      <translation>ピクセル値0–255を0–1に変換</translation>
    </message>
    <message>
      <source>Pixels with a number</source>
      <translation>数値のあるピクセル</translation>
    </message>
    <message>
      <source>Pixels with several points have the mean of their numbers: {count}.</source>
      <translation>複数のポイントがあるピクセルには、数値の平均を使います: {count}。</translation>
    </message>
    <message>
      <source>Pixels with these values are left out, instead of those that the file marks: values or ranges with commas between them, such as 0 or -9999..-9000,255; 2:0 for band 2 alone; none, if all are data. Of bytes, in all bands at once. By default as the layer shows it.</source>
      <translation>ファイルで設定されたnodata値の代わりに、ここで指定した値のピクセルを除外します。0や-9999..-9000,255のように、値または範囲をカンマ区切りで指定します。2:0はバンド2のみ。すべてがデータであればnone。バイト値では、全バンドが同時に該当する場合に限ります。デフォルト: レイヤの表示に従います。</translation>
    </message>
    <message>
      <source>Pixels without a CRS. Empty: as the area has room.</source>
      <translation>CRSがない場合はピクセル単位。空の場合: 範囲の広さに応じて決まります。</translation>
    </message>
    <message>
      <source>pixels, both ways</source>
      <translation>ピクセル、縦横とも</translation>
    </message>
    <message>
      <source>Place {number} of {count}. The model says {name}; {reason}</source>
      <translation>箇所{number} / {count}。モデルの判定は{name}。{reason}</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>箇所</translation>
    </message>
    <message>
      <source>Places to review</source>
      <translation>要確認箇所</translation>
    </message>
    <message>
      <source>plan</source>
      <translation>計画</translation>
    </message>
    <message>
      <source>Plan sample points</source>
      <translation>検証点を計画</translation>
    </message>
    <message>
      <source>Point at objects</source>
      <translation>オブジェクトを指定</translation>
    </message>
    <message>
      <source>Point at one or a few objects, and get a raster that says of every pixel how similar it is to the most similar of them, percent. Places that are similar enough can be written as outlines or points.

What a model sees is compared, not colours alone; of an embedding raster its own vectors are. It is kept: with other objects or another threshold the answer comes within seconds.

Example: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70.</source>
      <translation>オブジェクトを1つまたはいくつか指定すると、各ピクセルが、そのうち最も似たものとどれだけ似ているかをパーセントで示すラスタが得られます。十分に似た箇所を、輪郭または点として書き込むこともできます。

色だけでなく、モデルから見た特徴を比較します。埋め込みラスタでは、そのベクトルを比較します。特徴は保存されるため、オブジェクトや閾値を変えても、結果は数秒で得られます。

例: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES found.gpkg, THRESHOLD 70。</translation>
    </message>
    <message>
      <source>Point {number} of {count}, {done} done.</source>
      <translation>点{number} / {count}、完了: {done}。</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>点</translation>
    </message>
    <message>
      <source>points</source>
      <translation>点</translation>
    </message>
    <message>
      <source>Points in all</source>
      <translation>点の総数</translation>
    </message>
    <message>
      <source>points in it are labelled: {count}. Choose another file, or remove this one.</source>
      <translation>ラベル付きの点が含まれています: {count}。別のファイルを選択するか、これを削除してください。</translation>
    </message>
    <message>
      <source>Points of no stratum, as if added by hand, are left out: {count}.</source>
      <translation>手作業で追加された点など、どの層にも属さない点は除外されます: {count}。</translation>
    </message>
    <message>
      <source>Points of one place were held out together.</source>
      <translation>同じ場所の点は、まとめて検証用に取り分けました。</translation>
    </message>
    <message>
      <source>Points of reference</source>
      <translation>参照点</translation>
    </message>
    <message>
      <source>Points or polygons of what is sought; of a layer in which some are selected, only these if you say so. Any CRS.</source>
      <translation>探すもののポイントまたはポリゴン。レイヤで一部を選択している場合は、選択した地物のみとすることもできます。CRSは任意です。</translation>
    </message>
    <message>
      <source>Points say nothing of what lies between them: the background is for polygons.</source>
      <translation>点の間に何があるかは、点からはわかりません。背景は、ポリゴン用の設定です。</translation>
    </message>
    <message>
      <source>Points that a class gets at least, where there are enough in all</source>
      <translation>総数に余裕があるとき、各クラスに最低限割り当てる点の数</translation>
    </message>
    <message>
      <source>Points that are labelled</source>
      <translation>ラベル付け済みの点</translation>
    </message>
    <message>
      <source>Points that do not lie in their stratum on this map, which they were drawn on: {count}. If they were moved, each speaks of another place than it stands for, and figures and areas are wrong: put them back. The same map, count and seed draw the same points.</source>
      <translation>抽出元のこのマップ上で、自分の層の外にある点: {count}。移動されたのであれば、本来とは別の場所を表すことになり、指標と面積が誤りになります。元の位置に戻してください。同じマップ、点数、シードからは、同じ点が抽出されます。</translation>
    </message>
    <message>
      <source>Points that lie on the pixel of another point: {count}. Each of them counts, so that figures and areas are wrong: remove the copies, and of labels that contradict each other all but one.</source>
      <translation>他の点と同じピクセルにある点: {count}。それぞれが数えられるため、指標と面積が誤りになります。重複した点を削除し、ラベルが矛盾するものは1つだけ残してください。</translation>
    </message>
    <message>
      <source>Points where one of the maps has no class are left out: {count}.</source>
      <translation>一方のマップにクラスがない場所の点は除外されます: {count}。</translation>
    </message>
    <message>
      <source>Points where the map has no class are left out: {count}.</source>
      <translation>マップにクラスがない場所の点は除外されます: {count}。</translation>
    </message>
    <message>
      <source>Points without a class yet are left out: {count}.</source>
      <translation>まだクラスのない点は除外されます: {count}。</translation>
    </message>
    <message>
      <source>Points without a place are left out: {count}.</source>
      <translation>位置のない点は除外されます: {count}。</translation>
    </message>
    <message>
      <source>Polygon layer</source>
      <translation>ポリゴンレイヤ</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>ポリゴン</translation>
    </message>
    <message>
      <source>Polygons and points where the map has no number are left out: {count}.</source>
      <translation>マップに数値がない場所のポリゴンとポイントは除外されます: {count}。</translation>
    </message>
    <message>
      <source>Polygons and points without a number are left out: {count}.</source>
      <translation>数値のないポリゴンとポイントは除外されます: {count}。</translation>
    </message>
    <message>
      <source>Polygons drawn</source>
      <translation>描かれたポリゴン</translation>
    </message>
    <message>
      <source>Polygons of a layer</source>
      <translation>レイヤのポリゴン</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: what they share is left out. Places: {count}.</source>
      <translation>異なるクラスのポリゴンが重なっています。重なる部分は除外されます。箇所: {count}。</translation>
    </message>
    <message>
      <source>Polygons of different classes overlap: {pairs}.</source>
      <translation>異なるクラスのポリゴンが重なっています: {pairs}。</translation>
    </message>
    <message>
      <source>Polygons of different numbers overlap: what they share is left out. Places: {count}.</source>
      <translation>異なる数値のポリゴンが重なっています。重なる部分は除外されます。箇所: {count}。</translation>
    </message>
    <message>
      <source>Polygons or points whose class you know, in a layer with a field for the class</source>
      <translation>クラスのわかっているポリゴンまたはポイント（クラスのフィールドを持つレイヤ）</translation>
    </message>
    <message>
      <source>Polygons outside the raster are left out: {count}.</source>
      <translation>ラスタの外側のポリゴンは除外されます: {count}。</translation>
    </message>
    <message>
      <source>Polygons that somebody has chosen are no random sample: the figures hold for places like these, and no areas are estimated from them. Random points (crossearth sample) can tell both.</source>
      <translation>人が選んだポリゴンは無作為標本ではありません。指標はこのような場所についてのみ成り立ち、面積は推定されません。無作為な点（crossearth sample）を使うと、どちらもわかります。</translation>
    </message>
    <message>
      <source>Polygons without a class are left out: {count}.</source>
      <translation>クラスのないポリゴンは除外されます: {count}。</translation>
    </message>
    <message>
      <source>Polygons without an area are left out: {count}.</source>
      <translation>面積のないポリゴンは除外されます: {count}。</translation>
    </message>
    <message>
      <source>Polygons – {name}</source>
      <translation>ポリゴン – {name}</translation>
    </message>
    <message>
      <source>Post-processing</source>
      <translation>後処理</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>適合率</translation>
    </message>
    <message>
      <source>Precision (user's)</source>
      <translation>適合率（ユーザー精度）</translation>
    </message>
    <message>
      <source>Precision of the numbers</source>
      <translation>数値精度</translation>
    </message>
    <message>
      <source>Precision: how much of what was mapped as the class is of it. Recall: how much of the class was found. IoU: their common part divided by all of both.</source>
      <translation>適合率: そのクラスに分類されたもののうち、実際にそうである割合。再現率: そのクラスのうち、検出された割合。IoU: 両者の共通部分を、両者を合わせた全体で割った値。</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>推定値</translation>
    </message>
    <message>
      <source>Predicted against observed</source>
      <translation>推定値と観測値の比較</translation>
    </message>
    <message>
      <source>Predicted and observed</source>
      <translation>推定値と観測値</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>準備中…</translation>
    </message>
    <message>
      <source>Probabilities</source>
      <translation>確率</translation>
    </message>
    <message>
      <source>Probabilities – {name}</source>
      <translation>確率 – {name}</translation>
    </message>
    <message>
      <source>Processes</source>
      <translation>プロセス</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>プロセッサ</translation>
    </message>
    <message>
      <source>Processor &amp;cores</source>
      <translation>プロセッサコア(&amp;C)</translation>
    </message>
    <message>
      <source>Producer's</source>
      <translation>生産者</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>進捗</translation>
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
      <translation>環境の作成に使うPython</translation>
    </message>
    <message>
      <source>Python {version} lacks the module venv or ensurepip. On Debian and Ubuntu install it with: sudo apt install python{version}-venv</source>
      <translation>Python {version}に、モジュールvenvまたはensurepipがありません。DebianとUbuntuでは、次のコマンドでインストールしてください: sudo apt install python{version}-venv</translation>
    </message>
    <message>
      <source>PyTorch for NVIDIA cards</source>
      <translation>NVIDIAカード用PyTorch</translation>
    </message>
    <message>
      <source>PyTorch of this kind is at download.pytorch.org only, which could not be reached. Check the internet connection, or set the engine up from a folder that another computer has filled.</source>
      <translation>この種類のPyTorchはdownload.pytorch.orgにしかありませんが、接続できませんでした。インターネット接続を確認するか、別のコンピュータで用意したフォルダからエンジンをセットアップしてください。</translation>
    </message>
    <message>
      <source>QGIS deletes the map and all that is made beside it when it closes, unless you keep it with a button that the result has then</source>
      <translation>マップと、同じ場所に作成されたものは、QGISの終了時に削除されます。残すには、結果に表示されるボタンで保存してください</translation>
    </message>
    <message>
      <source>quality</source>
      <translation>品質</translation>
    </message>
    <message>
      <source>Quick</source>
      <translation>クイック</translation>
    </message>
    <message>
      <source>quick: a small head on the frozen model, in seconds. full: the model itself is trained.</source>
      <translation>quick: 固定したモデルに小さなヘッドを追加（数秒）。full: モデル自体を学習。</translation>
    </message>
    <message>
      <source>R&amp;un</source>
      <translation>実行(&amp;U)</translation>
    </message>
    <message>
      <source>radar backscatter</source>
      <translation>レーダー後方散乱</translation>
    </message>
    <message>
      <source>Random points on a map, to be checked by eye.</source>
      <translation>目視で確認するための点を、マップ上に無作為に抽出します。</translation>
    </message>
    <message>
      <source>random points,stratified sample,validation,accuracy,reference</source>
      <translation>無作為抽出,ランダム点,サンプル点,層化抽出,検証,精度,参照データ</translation>
    </message>
    <message>
      <source>Raster</source>
      <translation>ラスタ</translation>
    </message>
    <message>
      <source>Raster band for {name}</source>
      <translation>{name}に使うラスタのバンド</translation>
    </message>
    <message>
      <source>Raster layers</source>
      <translation>ラスタレイヤ</translation>
    </message>
    <message>
      <source>Raster pixel size</source>
      <translation>ラスタのピクセルサイズ</translation>
    </message>
    <message>
      <source>Raster that is to be mapped</source>
      <translation>マップを作成するラスタ</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>ラスタ</translation>
    </message>
    <message>
      <source>Rasters (*.tif *.tiff *.vrt *.jp2 *.img);;All files (*)</source>
      <translation>ラスタ (*.tif *.tiff *.vrt *.jp2 *.img);;全ファイル (*)</translation>
    </message>
    <message>
      <source>Rasters of the same place at other times, such as crops in other seasons: all dates are one input. A date is that of the layer's temporal range, if it has a fixed one, else of the file's tags or of its name. Where one date has no data, the result has none.</source>
      <translation>別の季節の農作物など、同じ場所の別の時期のラスタです。すべての撮影日を合わせて1つの入力とします。撮影日には、レイヤに固定時間範囲があればそれを、なければファイルのタグまたは名前を使います。どれかの撮影日にデータがない場所は、結果にもデータがありません。</translation>
    </message>
    <message>
      <source>Rasters that the polygons were drawn on</source>
      <translation>ポリゴンを描いたラスタ</translation>
    </message>
    <message>
      <source>Rasters whose pixels are not those of the first are refused; or are brought to them by this resampling.</source>
      <translation>ピクセルの配置が最初のラスタと異なるラスタは受け付けられません。または、このリサンプリング方法で合わせます。</translation>
    </message>
    <message>
      <source>Re&amp;view</source>
      <translation>確認(&amp;V)</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>再現率</translation>
    </message>
    <message>
      <source>Recall (producer's)</source>
      <translation>再現率（プロデューサー精度）</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>方式</translation>
    </message>
    <message>
      <source>red</source>
      <translation>赤</translation>
    </message>
    <message>
      <source>red edge</source>
      <translation>レッドエッジ</translation>
    </message>
    <message>
      <source>reduced to {size} m</source>
      <translation>{size} mに縮小して入力</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>参照データ</translation>
    </message>
    <message>
      <source>Reference polygons or points</source>
      <translation>参照ポリゴンまたはポイント</translation>
    </message>
    <message>
      <source>reference raster</source>
      <translation>参照ラスタ</translation>
    </message>
    <message>
      <source>reflectance, 0 to 1</source>
      <translation>反射率（0～1）</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>信頼性</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>削除</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>クラスを削除</translation>
    </message>
    <message>
      <source>Remove Engine Environment</source>
      <translation>エンジン環境の削除</translation>
    </message>
    <message>
      <source>Remove from the engine</source>
      <translation>エンジンから削除</translation>
    </message>
    <message>
      <source>Remove the chosen class; one with polygons stays</source>
      <translation>選択したクラスを削除します。ポリゴンのあるクラスは削除されません</translation>
    </message>
    <message>
      <source>Remove {name} from the engine?</source>
      <translation>エンジンから{name}を削除しますか？</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>削除…</translation>
    </message>
    <message>
      <source>Removing the CrossEarth engine</source>
      <translation>CrossEarthエンジンを削除中</translation>
    </message>
    <message>
      <source>Removing {name}…</source>
      <translation>{name}を削除中…</translation>
    </message>
    <message>
      <source>Rename a Model</source>
      <translation>モデル名の変更</translation>
    </message>
    <message>
      <source>Rename, duplicate, export and delete your own models</source>
      <translation>自分のモデルの名前変更、複製、エクスポート、削除</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>レポート</translation>
    </message>
    <message>
      <source>Report (HTML)</source>
      <translation>レポート（HTML）</translation>
    </message>
    <message>
      <source>report,bug,fault,versions,log</source>
      <translation>レポート,報告,バグ,不具合,バージョン,ログ</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>リセット</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>結果</translation>
    </message>
    <message>
      <source>Resume an interrupted run</source>
      <translation>中断した処理を再開</translation>
    </message>
    <message>
      <source>Resume an interrupted training</source>
      <translation>中断した学習を再開</translation>
    </message>
    <message>
      <source>Right angles</source>
      <translation>直角化</translation>
    </message>
    <message>
      <source>Right angles for classes</source>
      <translation>直角化するクラス</translation>
    </message>
    <message>
      <source>RMSE of numbers</source>
      <translation>数値のRMSE</translation>
    </message>
    <message>
      <source>Roads</source>
      <translation>道路</translation>
    </message>
    <message>
      <source>Rotation</source>
      <translation>回転</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>ラウンド</translation>
    </message>
    <message>
      <source>Round of the model</source>
      <translation>モデルのラウンド</translation>
    </message>
    <message>
      <source>round {number}</source>
      <translation>ラウンド{number}</translation>
    </message>
    <message>
      <source>Round {number} cannot be brought back: {reason}</source>
      <translation>ラウンド{number}に戻せません: {reason}</translation>
    </message>
    <message>
      <source>Round {number} is the model “{id}” again.</source>
      <translation>ラウンド{number}が、再びモデル「{id}」になりました。</translation>
    </message>
    <message>
      <source>R² of numbers</source>
      <translation>数値のR²</translation>
    </message>
    <message>
      <source>R² {r2}, RMSE {rmse}, bias {bias}</source>
      <translation>R² {r2}、RMSE {rmse}、バイアス{bias}</translation>
    </message>
    <message>
      <source>R²: 1 less the sum of the squared errors divided by that of the squared differences from the mean. RMSE: the root of the mean squared error. Bias: the mean of predicted less observed. All but R² are in the unit of the numbers. Intervals: percentiles of a bootstrap that draws whole samples anew (Efron and Tibshirani 1993), of ten and more; where samples lie close together they are too short.</source>
      <translation>R²: 誤差の二乗和を、平均との差の二乗和で割り、1から引いた値。RMSE: 誤差の二乗の平均の平方根。バイアス: 推定値から観測値を引いた値の平均。R²以外は、元の数値の単位です。区間: サンプル単位で再抽出するブートストラップ（Efron and Tibshirani 1993）のパーセンタイル（10サンプル以上の場合）。サンプルが互いに近い場所では、短すぎます。</translation>
    </message>
    <message>
      <source>Salt and pepper</source>
      <translation>ごま塩ノイズ</translation>
    </message>
    <message>
      <source>Same classes</source>
      <translation>クラスの一致</translation>
    </message>
    <message>
      <source>same: the very same dates. order: others, one after the other. season: for each the one at most 45 days from it, whatever the year.</source>
      <translation>same: 同じ撮影日のみ。order: 別の撮影日を順番どおりに使用。season: 年に関係なく、45日以内のものを使用。</translation>
    </message>
    <message>
      <source>Sample of {name}</source>
      <translation>{name}のサンプル</translation>
    </message>
    <message>
      <source>Sample points</source>
      <translation>検証点</translation>
    </message>
    <message>
      <source>Sample points of this place, drawn on this map or on any other one</source>
      <translation>この場所の検証点。このマップから抽出したものでも、別のマップから抽出したものでもかまいません</translation>
    </message>
    <message>
      <source>Sample points on {name}</source>
      <translation>{name}の検証点</translation>
    </message>
    <message>
      <source>Sample points – {name}</source>
      <translation>検証点 – {name}</translation>
    </message>
    <message>
      <source>Sample polygons or points</source>
      <translation>サンプルのポリゴンまたはポイント</translation>
    </message>
    <message>
      <source>sample size,number of points,stratified sample,accuracy,confidence</source>
      <translation>標本サイズ,点数,層化抽出,精度,信頼区間</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>サンプル</translation>
    </message>
    <message>
      <source>satellite imagery, 1 m or finer</source>
      <translation>衛星画像（1 mまたはより高解像度）</translation>
    </message>
    <message>
      <source>Save &amp;to</source>
      <translation>保存先(&amp;T)</translation>
    </message>
    <message>
      <source>Save the Class Map</source>
      <translation>クラスマップを保存</translation>
    </message>
    <message>
      <source>Says how good a map or a model is, and how sure that is.</source>
      <translation>マップまたはモデルの精度と、その確かさを評価します。</translation>
    </message>
    <message>
      <source>Says how many points are needed to tell the accuracy of a map to ± 5 %, or as you like, and how they are shared out among its classes (Cochran; Olofsson and others, 2014): in proportion to area, with a least number for each class.

Then draw as many with “Draw sample points on a map”.</source>
      <translation>マップの精度を±5%などの指定の確かさで評価するのに必要な点数と、クラスへの割り当てを求めます（Cochran; Olofsson et al., 2014）。点は面積に比例して割り当てられ、クラスごとの最小数も考慮されます。

その後、「マップ上に検証点を抽出」で、その数の点を抽出してください。</translation>
    </message>
    <message>
      <source>Says how many points that takes, and fills in their number below</source>
      <translation>必要な点数を調べて、下に入力します</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>倍率</translation>
    </message>
    <message>
      <source>Scale and offset of the raster were not applied: without them its values ({low} to {high}) are in the range that {model} takes, {takes}, and with them they are not.</source>
      <translation>ラスタのスケールとオフセットは適用しませんでした。適用しない値（{low}～{high}）は{model}の入力範囲（{takes}）に収まりますが、適用すると外れるためです。</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>スケールバー</translation>
    </message>
    <message>
      <source>Scales</source>
      <translation>倍率</translation>
    </message>
    <message>
      <source>Scales that the teacher looks at</source>
      <translation>教師モデルが見る倍率</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>シード</translation>
    </message>
    <message>
      <source>Seed of the random numbers</source>
      <translation>乱数のシード</translation>
    </message>
    <message>
      <source>seen as it is</source>
      <translation>そのままの大きさで入力</translation>
    </message>
    <message>
      <source>Segment a raster</source>
      <translation>ラスタをセグメンテーション</translation>
    </message>
    <message>
      <source>Segment many rasters</source>
      <translation>複数のラスタをセグメンテーション</translation>
    </message>
    <message>
      <source>segmentation,classification,land cover,land use,deep learning,ai,machine learning,semantic,imagery,aerial,satellite,drone,foundation model</source>
      <translation>セグメンテーション,分類,土地被覆,土地利用,深層学習,ai,機械学習,セマンティック,画像,航空写真,衛星,ドローン,基盤モデル</translation>
    </message>
    <message>
      <source>Select at least one polygon of {layer}.</source>
      <translation>{layer}のポリゴンを1つ以上選択してください。</translation>
    </message>
    <message>
      <source>Selected &amp;features only</source>
      <translation>選択した地物のみ(&amp;F)</translation>
    </message>
    <message>
      <source>selected of {layer}</source>
      <translation>{layer}の選択地物</translation>
    </message>
    <message>
      <source>Self-crossing polygons are repaired: {count}.</source>
      <translation>自己交差したポリゴンは修復されます: {count}。</translation>
    </message>
    <message>
      <source>Semantic ones (adapter beside the MLP)</source>
      <translation>意味モジュール（MLPに並列のアダプタ）</translation>
    </message>
    <message>
      <source>Set &amp;Up the Engine</source>
      <translation>エンジンをセットアップ(&amp;U)</translation>
    </message>
    <message>
      <source>set of objects</source>
      <translation>オブジェクト</translation>
    </message>
    <message>
      <source>set of points</source>
      <translation>ポイント</translation>
    </message>
    <message>
      <source>set of polygons</source>
      <translation>ポリゴン</translation>
    </message>
    <message>
      <source>Set Up the Engine</source>
      <translation>エンジンのセットアップ</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>エンジンをセットアップ</translation>
    </message>
    <message>
      <source>Setting up the CrossEarth engine</source>
      <translation>CrossEarthエンジンをセットアップ中</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>設定</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>セットアップ</translation>
    </message>
    <message>
      <source>Several dates are of one place: choose one raster that the polygons were drawn on, and its other dates.</source>
      <translation>複数の撮影日は、同じ場所のものです。ポリゴンを描いたラスタを1つと、その他の撮影日のラスタを選択してください。</translation>
    </message>
    <message>
      <source>Share of the area, %; rows: reference, columns: map. Kappa, F1 and IoU are of this matrix.</source>
      <translation>面積の割合（%）; 行: 参照データ、列: マップ。カッパ係数、F1、IoUはこの行列によります。</translation>
    </message>
    <message>
      <source>share of the pixels</source>
      <translation>ピクセルの割合</translation>
    </message>
    <message>
      <source>share of white</source>
      <translation>白の割合</translation>
    </message>
    <message>
      <source>Share that is right</source>
      <translation>正解率</translation>
    </message>
    <message>
      <source>share {number} of the windows</source>
      <translation>ウィンドウの分担{number}</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>位置ずれ</translation>
    </message>
    <message>
      <source>short-wave infrared</source>
      <translation>短波長赤外</translation>
    </message>
    <message>
      <source>Show how well both models agree in the web browser</source>
      <translation>2つのモデルの一致度をwebブラウザに表示します</translation>
    </message>
    <message>
      <source>Show the chosen group only</source>
      <translation>選択したグループのみ表示</translation>
    </message>
    <message>
      <source>Show the report of this run in the web browser</source>
      <translation>この処理のレポートをwebブラウザに表示します</translation>
    </message>
    <message>
      <source>Show what has become of what in the web browser</source>
      <translation>何が何に変わったかをwebブラウザに表示します</translation>
    </message>
    <message>
      <source>Shows every window to the model in several orientations. Often a little better, and several times slower.</source>
      <translation>各ウィンドウを複数の向きでモデルに入力します。多くの場合少し良くなりますが、数倍の時間がかかります。</translation>
    </message>
    <message>
      <source>Shows the imagery to the model in several sizes, such as 0.75,1,1.5, and takes the average. Each one takes a run. By default as it is.</source>
      <translation>画像を0.75,1,1.5のような複数の倍率でモデルに入力し、平均します。倍率ごとに計算が1回増えます。デフォルト: 元の大きさ。</translation>
    </message>
    <message>
      <source>Shows what the new model makes of the part of the raster in view</source>
      <translation>新しいモデルによる、ラスタの表示範囲の分類結果を表示します</translation>
    </message>
    <message>
      <source>Similar places</source>
      <translation>類似箇所</translation>
    </message>
    <message>
      <source>similar places</source>
      <translation>類似箇所</translation>
    </message>
    <message>
      <source>Similarity</source>
      <translation>類似度</translation>
    </message>
    <message>
      <source>similarity,similar,search,find more like this,few-shot,example,cosine,embedding</source>
      <translation>類似度,類似,似ている,検索,同じものを探す,few-shot,例,コサイン,埋め込み</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>サイズ</translation>
    </message>
    <message>
      <source>Size, pixels</source>
      <translation>サイズ（ピクセル）</translation>
    </message>
    <message>
      <source>Sizes that the teacher sees the imagery in, of which the average is learned, such as 0.75, 1, 1.5.</source>
      <translation>教師モデルが画像を見る倍率。その平均を学習します（例: 0.75, 1, 1.5）。</translation>
    </message>
    <message>
      <source>Skip (S)</source>
      <translation>スキップ (S)</translation>
    </message>
    <message>
      <source>Skipped.</source>
      <translation>スキップしました。</translation>
    </message>
    <message>
      <source>Smallest patch</source>
      <translation>最小マッピング単位</translation>
    </message>
    <message>
      <source>Smoothing the map</source>
      <translation>マップを平滑化中</translation>
    </message>
    <message>
      <source>Some files hold several models, such as those for clouds: all of them are made ready to run, and not the chosen one alone.</source>
      <translation>雲のモデルのように、複数のモデルを含むファイルがあります。選択したモデルだけでなく、すべてを実行できるようにします。</translation>
    </message>
    <message>
      <source>Some workers compute on {device}, and others on {other}: what they see is not the same to the last digit, and the model would be of both. Name a device that all have (DEVICE cpu), or leave out the others.</source>
      <translation>{device}で計算するワーカーと、{other}で計算するワーカーがあります。計算結果が最後の桁まで一致せず、両者が混ざったモデルになってしまいます。すべてのワーカーにあるデバイスを指定するか（DEVICE cpu）、一方を外してください。</translation>
    </message>
    <message>
      <source>Spatial modules that learned (LoRA)</source>
      <translation>学習した空間モジュール（LoRA）</translation>
    </message>
    <message>
      <source>Spread over the raster. More teach more, and take the teacher longer; a raster that has fewer is looked at whole.</source>
      <translation>ラスタ全体に散らばるように選ばれます。多いほどよく学習できますが、教師モデルの時間が長くかかります。ウィンドウがこれより少ないラスタは、全体が使われます。</translation>
    </message>
    <message>
      <source>STAC Collection</source>
      <translation>STACコレクション</translation>
    </message>
    <message>
      <source>STAC Collections (*.json)</source>
      <translation>STACコレクション (*.json)</translation>
    </message>
    <message>
      <source>Standard deviation</source>
      <translation>標準偏差</translation>
    </message>
    <message>
      <source>standard deviation</source>
      <translation>標準偏差</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>元のモデル</translation>
    </message>
    <message>
      <source>Start from this</source>
      <translation>これを元にする</translation>
    </message>
    <message>
      <source>Starting the engine…</source>
      <translation>エンジンを起動中…</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>開始中…</translation>
    </message>
    <message>
      <source>Step {done} of {total}</source>
      <translation>ステップ{done} / {total}</translation>
    </message>
    <message>
      <source>Step {done} of {total}, {time} left</source>
      <translation>ステップ{done} / {total}、残り{time}</translation>
    </message>
    <message>
      <source>Steps taken</source>
      <translation>実行ステップ数</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stopped after {done} of {total} steps: this is the best model until then.</source>
      <translation>{total}ステップ中{done}ステップで停止しました。それまでで最良のモデルです。</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command goes on.</source>
      <translation>停止しました。{total}個中{finished}個のラスタが完了しています。完了した分は残り、同じコマンドで再開できます。</translation>
    </message>
    <message>
      <source>Stopped with {finished} of {total} rasters finished. What is done stays; the same command with RESUME goes on.</source>
      <translation>停止しました。{total}個中{finished}個のラスタが完了しています。完了した分は残り、同じコマンドをRESUME付きで実行すると再開できます。</translation>
    </message>
    <message>
      <source>Stopped: the best model so far is kept.</source>
      <translation>停止しました。これまでで最良のモデルが残ります。</translation>
    </message>
    <message>
      <source>Stops the download; what has arrived is kept</source>
      <translation>ダウンロードを止めます。受信済みの部分は残ります</translation>
    </message>
    <message>
      <source>Stratified estimator of Stehman (2014), which is that of Olofsson et al. (2014) where the strata are the classes of this map. 95 % intervals are mid-p intervals for stratified samples (Fay and Kim 2017), which hold for rare classes and where no point is wrong. ± is half of the interval of the paper, a normal approximation: too short for rare classes, and none where no point is wrong.</source>
      <translation>Stehman（2014）の層化推定量。層がこのマップのクラスである場合は、Olofsson et al.（2014）の推定量と同じです。95%区間は、層化標本のmid-p区間（Fay and Kim 2017）で、まれなクラスや誤りの点がない場合にも成り立ちます。±は、論文の正規近似による区間の半分です。まれなクラスでは短すぎ、誤りの点がない場合は求められません。</translation>
    </message>
    <message>
      <source>Strengths</source>
      <translation>強さ</translation>
    </message>
    <message>
      <source>Stretch</source>
      <translation>ストレッチ</translation>
    </message>
    <message>
      <source>stripes in {frame}² pixels, of one pixel more</source>
      <translation>{frame}²ピクセル中の縞の数（幅はそれより1ピクセル大きい）</translation>
    </message>
    <message>
      <source>Student</source>
      <translation>生徒モデル</translation>
    </message>
    <message>
      <source>Sums over the maps: where maps overlap, ground counts as often as it was mapped.</source>
      <translation>マップの合計: マップが重なる場所は、分類された回数だけ数えられます。</translation>
    </message>
    <message>
      <source>Take back a sample of {name}</source>
      <translation>{name}のサンプルを取り消し</translation>
    </message>
    <message>
      <source>Take back what was drawn last, as long as the edits of the layer have not been saved</source>
      <translation>最後に描いたものを取り消します。レイヤの編集を保存する前に限ります</translation>
    </message>
    <message>
      <source>Take these settings elsewhere: a terminal, a script, the Processing dialog</source>
      <translation>これらの設定を、端末、スクリプト、プロセシングダイアログなどで使います</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>採用</translation>
    </message>
    <message>
      <source>Takes up what a run with the same settings and the same output has left, and leaves what is done so far when it is interrupted itself.</source>
      <translation>同じ設定、同じ出力の処理の途中結果を引き継ぎます。この処理自体が中断された場合も、完了した部分を残します。</translation>
    </message>
    <message>
      <source>taper: the middle of a window counts more than its edge, which hides joins. average: all count the same, as in the publication of CrossEarth.</source>
      <translation>taper: ウィンドウの中央を縁より重視し、継ぎ目を目立たなくします。average: CrossEarthの論文と同じく、すべて同じ重みにします。</translation>
    </message>
    <message>
      <source>Tapered</source>
      <translation>中央を重視</translation>
    </message>
    <message>
      <source>Teach a Faster Model…</source>
      <translation>より速いモデルを学習…</translation>
    </message>
    <message>
      <source>Teacher</source>
      <translation>教師モデル</translation>
    </message>
    <message>
      <source>Teacher looks in eight ways</source>
      <translation>教師モデルが8通りの向きで見る</translation>
    </message>
    <message>
      <source>Teaches a model the classes of polygons that you drew.</source>
      <translation>描いたポリゴンのクラスを、モデルに学習させます。</translation>
    </message>
    <message>
      <source>Temporary file</source>
      <translation>一時ファイル</translation>
    </message>
    <message>
      <source>terrain</source>
      <translation>地形</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <translation>テキスト (*.txt)</translation>
    </message>
    <message>
      <source>That did not work: {reason}</source>
      <translation>失敗しました: {reason}</translation>
    </message>
    <message>
      <source>That mean IoU, 0 to 1, by strength, 1 to 5. Dashed: on the raster as it is.</source>
      <translation>強さ（1～5）ごとのこの平均IoU（0～1）。破線: 元のラスタ。</translation>
    </message>
    <message>
      <source>The accuracies “{text}” are not understood. Write numbers from 0 to 1 with commas between them, such as 0.9, 0.7.</source>
      <translation>精度「{text}」を解釈できません。0.9, 0.7のように、0から1の数値をカンマ区切りで指定してください。</translation>
    </message>
    <message>
      <source>The asked area does not touch the layer “{layer}”.</source>
      <translation>指定された範囲は、レイヤ「{layer}」と重なりません。</translation>
    </message>
    <message>
      <source>The bands are embeddings of {name}: they are read as the values that their authors publish, and what is made of them has to name them: {attribution}</source>
      <translation>バンドは{name}の埋め込みです。作成者が公開している値として読み込みます。これを使った成果物には、次の表記が必要です: {attribution}</translation>
    </message>
    <message>
      <source>The bands “{text}” are not understood. Write whole numbers with commas between them, such as 3,2,1.</source>
      <translation>バンド「{text}」を解釈できません。3,2,1のように、整数をカンマ区切りで指定してください。</translation>
    </message>
    <message>
      <source>The certificate of {host} is not trusted ({reason}): a proxy or virus scanner may open secure connections. Ask for its certificate file and add it under Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
      <translation>{host}の証明書を信頼できません（{reason}）。プロキシやウイルス対策ソフトが、安全な接続に介入している可能性があります。その証明書ファイルを管理者に問い合わせて、設定 &gt; オプション &gt; 認証 &gt; 証明書の管理 で追加し、もう一度試してください。</translation>
    </message>
    <message>
      <source>The certificate {file} is valid from {begin} on, and the clock of this computer says {now}: set the clock.</source>
      <translation>証明書{file}は{begin}から有効ですが、このコンピュータの時計は{now}です。時計を合わせてください。</translation>
    </message>
    <message>
      <source>The certificate {file} was valid until {end}, and the clock of this computer says {now}: make new ones for all computers, or set the clock.</source>
      <translation>証明書{file}の有効期限は{end}ですが、このコンピュータの時計は{now}です。すべてのコンピュータの証明書を作り直すか、時計を合わせてください。</translation>
    </message>
    <message>
      <source>The certificates in {folder} cannot be used: {reason}.</source>
      <translation>{folder}の証明書は使用できません: {reason}。</translation>
    </message>
    <message>
      <source>The certificates that dask's settings name cannot be used: {reason}.</source>
      <translation>daskの設定で指定されている証明書は使用できません: {reason}。</translation>
    </message>
    <message>
      <source>The class {name} has few pixels ({count}): draw more of it, {least} are a small start.</source>
      <translation>クラス{name}のピクセルが少なすぎます（{count}）。もっと描いてください。最初は{least}個が目安です。</translation>
    </message>
    <message>
      <source>The class {name} has no pixel whose centre lies in one of its polygons and is valid: it is left out. Draw larger polygons.</source>
      <translation>クラス{name}のポリゴン内には、中心が含まれる有効なピクセルがないため、除外されます。より大きなポリゴンを描いてください。</translation>
    </message>
    <message>
      <source>The class {name} has only one polygon: its accuracy cannot be measured. Draw another one elsewhere.</source>
      <translation>クラス{name}にはポリゴンが1つしかなく、精度を評価できません。別の場所にもう1つ描いてください。</translation>
    </message>
    <message>
      <source>The class “{name}” has samples; delete or rename them first.</source>
      <translation>クラス「{name}」にはサンプルがあります。先にサンプルを削除するか、名前を変更してください。</translation>
    </message>
    <message>
      <source>The classes cannot be told apart here: of the very pixels that were learned from, {recall} of a class are right on average, and a map of one class would have {guessed}. Choose other bands or another raster, or classes that differ in it.</source>
      <translation>ここではクラスを区別できません。学習に使ったピクセルでさえ、正解率はクラス平均で{recall}ですが、1つのクラスだけのマップでも{guessed}になります。別のバンドや別のラスタ、またはこのラスタで違いの出るクラスを選択してください。</translation>
    </message>
    <message>
      <source>The classes to merge “{text}” are not understood. Write each new class once, with those that it is made of: built=building,road; green=vegetation.</source>
      <translation>統合するクラス「{text}」を解釈できません。built=building,road; green=vegetationのように、新しいクラスを一度ずつ、その元になるクラスとともに指定してください。</translation>
    </message>
    <message>
      <source>The classes {names} are learned as classes of their own, though they differ in how they are written only. If they are one, write them alike.</source>
      <translation>クラス{names}は、表記の違いだけですが、別々のクラスとして学習されます。同じクラスであれば、表記を揃えてください。</translation>
    </message>
    <message>
      <source>The classes “{text}” are not understood. Write values and names with commas between them, such as 1=water, 2=forest.</source>
      <translation>クラス「{text}」を解釈できません。1=水域, 2=森林のように、値と名前をカンマ区切りで指定してください。</translation>
    </message>
    <message>
      <source>The cluster writes the map beside the report while it is judged: choose a file for the report, in a folder that its computers see.</source>
      <translation>評価中、クラスタはレポートと同じ場所にマップを書き込みます。クラスタのコンピュータから見えるフォルダに、レポートのファイルを指定してください。</translation>
    </message>
    <message>
      <source>The colours must be a JSON object, not {text}.</source>
      <translation>色は、{text}ではなくJSONオブジェクトで指定してください。</translation>
    </message>
    <message>
      <source>The command is on the clipboard.</source>
      <translation>コマンドをクリップボードにコピーしました。</translation>
    </message>
    <message>
      <source>The command is on the clipboard. It is for the Command Prompt (cmd), not for PowerShell.</source>
      <translation>コマンドをクリップボードにコピーしました。PowerShellではなく、コマンドプロンプト（cmd）用です。</translation>
    </message>
    <message>
      <source>The compact model that learns, by its id or path: an ONNX model, such as the included one.</source>
      <translation>学習する小型のモデルのIDまたはパス。付属モデルのようなONNXモデルです。</translation>
    </message>
    <message>
      <source>the connection ended too early</source>
      <translation>接続が途中で終了しました</translation>
    </message>
    <message>
      <source>The CrossEarth engine is damaged ({reason}). Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>CrossEarthエンジンが壊れています（{reason}）。CrossEarthパネル（ラスタ &gt; CrossEarth）またはアルゴリズムcrossearth:setupengineで、セットアップし直してください。</translation>
    </message>
    <message>
      <source>The CrossEarth engine is not installed yet. Set it up, once, in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>CrossEarthエンジンが、まだインストールされていません。CrossEarthパネル（ラスタ &gt; CrossEarth）またはアルゴリズムcrossearth:setupengineで、一度だけセットアップしてください。</translation>
    </message>
    <message>
      <source>The CrossEarth engine was installed for another version of the plugin. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>CrossEarthエンジンが、プラグインの別のバージョン用です。CrossEarthパネル（ラスタ &gt; CrossEarth）またはアルゴリズムcrossearth:setupengineで、セットアップし直してください。</translation>
    </message>
    <message>
      <source>The CRS does not tell what the pixels of the raster measure: it is a local one, or the coordinates of the raster are none of it. Areas are given in pixels only, and the model sees the raster as it is. If it is the wrong CRS, say which is right (CRS); if you know how large pixels are, say so (PIXEL_SIZE).</source>
      <translation>CRSからは、ラスタのピクセルの大きさがわかりません。ローカルなCRSか、ラスタの座標がCRSに合っていません。面積はピクセル数でのみ示され、モデルにはラスタがそのままの大きさで入力されます。CRSが誤りであれば正しいものを（CRS）、ピクセルの大きさがわかる場合はそれを（PIXEL_SIZE）指定してください。</translation>
    </message>
    <message>
      <source>The device {device} cannot be used. {reason} Available: {available}.</source>
      <translation>デバイス{device}は使用できません。{reason} 利用可能: {available}。</translation>
    </message>
    <message>
      <source>The device {device} failed: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>デバイス{device}で障害が発生しました: {reason}。もう一度実行してください。それでも失敗する場合は、グラフィックカードのドライバを更新するか、プロセッサで計算してください（DEVICE cpu）。</translation>
    </message>
    <message>
      <source>The device {device} has failed and cannot be used any more by the engine, which starts anew for the next run: {reason}. Run it again; if it fails again, update the driver of the card, or compute on the processor (DEVICE cpu).</source>
      <translation>デバイス{device}で障害が発生し、現在のエンジンではもう使用できません。エンジンは次の実行時に起動し直します: {reason}。もう一度実行してください。それでも失敗する場合は、グラフィックカードのドライバを更新するか、プロセッサで計算してください（DEVICE cpu）。</translation>
    </message>
    <message>
      <source>The device {device} is not available. Available: {available}.</source>
      <translation>デバイス{device}は利用できません。利用可能: {available}。</translation>
    </message>
    <message>
      <source>The disk became full. Free some space, then set the engine up again.</source>
      <translation>ディスクの空き容量がなくなりました。空き容量を確保して、エンジンをセットアップし直してください。</translation>
    </message>
    <message>
      <source>The disk is full: {path} could not be completed and was removed. Free some space.</source>
      <translation>ディスクの空き容量がありません。{path}は完成できず、削除されました。空き容量を確保してください。</translation>
    </message>
    <message>
      <source>The download from {host} broke off ({reason}). Check the internet connection, and the proxy under Settings &gt; Options &gt; Network, then try again: it goes on where it was.</source>
      <translation>{host}からのダウンロードが中断しました（{reason}）。インターネット接続と、設定 &gt; オプション &gt; ネットワーク のプロキシを確認して、もう一度試してください。続きから再開します。</translation>
    </message>
    <message>
      <source>The download of {file} broke off at {done} of {total}: {reason}. What has arrived is kept; download it again to go on from there.</source>
      <translation>{file}のダウンロードが{done} / {total}で中断しました: {reason}。受信済みの部分は残っています。もう一度ダウンロードすると、そこから再開します。</translation>
    </message>
    <message>
      <source>The download was refused because of its certificate: a proxy or virus scanner may open secure connections. Ask for its certificate file and name it in the environment variable PIP_CERT.</source>
      <translation>証明書の問題でダウンロードが拒否されました。プロキシやウイルス対策ソフトが、安全な接続に介入している可能性があります。その証明書ファイルを管理者に問い合わせて、環境変数PIP_CERTに指定してください。</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>エンジン</translation>
    </message>
    <message>
      <source>The engine cannot be started with {python}: {reason}. Set it up again.</source>
      <translation>エンジンを{python}で起動できません: {reason}。セットアップし直してください。</translation>
    </message>
    <message>
      <source>The engine could not be installed. The log says what went wrong.</source>
      <translation>エンジンをインストールできませんでした。原因はログを確認してください。</translation>
    </message>
    <message>
      <source>The engine could not be set up: {reason}</source>
      <translation>エンジンをセットアップできませんでした: {reason}</translation>
    </message>
    <message>
      <source>The engine crashed inside a native library (exit code {code}). The log has the details; setting the engine up again often helps.</source>
      <translation>エンジンがネイティブライブラリ内でクラッシュしました（終了コード{code}）。詳細はログを確認してください。エンジンをセットアップし直すと、解決することがよくあります。</translation>
    </message>
    <message>
      <source>The engine did not answer within {seconds} seconds. Try again; set it up again if this persists.</source>
      <translation>エンジンが{seconds}秒以内に応答しませんでした。もう一度試し、それでも繰り返す場合は、セットアップし直してください。</translation>
    </message>
    <message>
      <source>The engine did not start. Set it up again if this persists. {reason}</source>
      <translation>エンジンが起動しませんでした。繰り返す場合は、セットアップし直してください。{reason}</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly (exit code {code}). The log has the details.</source>
      <translation>エンジンが予期せず終了しました（終了コード{code}）。詳細はログを確認してください。</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly. The log has the details.</source>
      <translation>エンジンが予期せず終了しました。詳細はログを確認してください。</translation>
    </message>
    <message>
      <source>The engine environment has been removed.</source>
      <translation>エンジン環境を削除しました。</translation>
    </message>
    <message>
      <source>The engine failed: {reason}</source>
      <translation>エンジンでエラーが発生しました: {reason}</translation>
    </message>
    <message>
      <source>The engine is of version {version}, which this plugin cannot talk to. Restart QGIS after an update of the plugin.</source>
      <translation>エンジンのバージョンは{version}で、このプラグインとは通信できません。プラグインを更新した後は、QGISを再起動してください。</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>エンジンの準備ができました。</translation>
    </message>
    <message>
      <source>The engine lacks a system library. Install the Microsoft Visual C++ Redistributable (x64), then run again.</source>
      <translation>エンジンに必要なシステムライブラリがありません。Microsoft Visual C++ Redistributable (x64) をインストールして、もう一度実行してください。</translation>
    </message>
    <message>
      <source>The engine needs {needed} MB in {folder}, but only {free} MB are free. Free some space, or name another folder in the environment variable CROSSEARTH_HOME.</source>
      <translation>エンジンには、{folder}に{needed} MBが必要ですが、空きは{free} MBしかありません。空き容量を確保するか、環境変数CROSSEARTH_HOMEで別のフォルダを指定してください。</translation>
    </message>
    <message>
      <source>The engine sent something that the plugin does not understand, and was stopped. Set the engine up again if this persists.</source>
      <translation>エンジンから、このプラグインが理解できないデータが送られてきたため、エンジンを停止しました。繰り返す場合は、エンジンをセットアップし直してください。</translation>
    </message>
    <message>
      <source>The engine stays in memory between runs, so that the next one starts at once; after this time without work it ends.</source>
      <translation>次の処理をすぐに始められるように、エンジンは処理後もメモリに残ります。この時間使われないと終了します。</translation>
    </message>
    <message>
      <source>The engine was killed by the system, probably because memory ran out. Close other programs or use a smaller window, then run again.</source>
      <translation>エンジンがシステムによって強制終了されました。メモリ不足が原因と考えられます。他のプログラムを終了するか、ウィンドウを小さくして、もう一度実行してください。</translation>
    </message>
    <message>
      <source>The engine was stopped. Nothing was written.</source>
      <translation>エンジンを停止しました。何も書き込んでいません。</translation>
    </message>
    <message>
      <source>The engine works.</source>
      <translation>エンジンは正常に動作しています。</translation>
    </message>
    <message>
      <source>The engine's Python</source>
      <translation>エンジンのPython</translation>
    </message>
    <message>
      <source>The engine's Python {path} does not exist. Correct it under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>エンジンのPython（{path}）が存在しません。設定 &gt; オプション &gt; CrossEarth で修正してください。</translation>
    </message>
    <message>
      <source>The engine's Python {python} was chosen by you and is left as it is. Install or remove {packages} there yourself.</source>
      <translation>エンジンのPython（{python}）はユーザーが指定したもののため、変更しません。{packages}のインストールまたは削除は、ご自身で行ってください。</translation>
    </message>
    <message>
      <source>The environment is made with this one and no other. Without it, the first one of this computer is taken whose environments work.</source>
      <translation>環境は、指定したPythonだけで作成されます。指定しなければ、このコンピュータで環境を正しく作成できる最初のPythonが使われます。</translation>
    </message>
    <message>
      <source>The environment that the panel sets up</source>
      <translation>パネルがセットアップする環境</translation>
    </message>
    <message>
      <source>The environment variable {variable} names {path}, which is not a file. Correct it or unset it, then restart QGIS.</source>
      <translation>環境変数{variable}で指定された{path}は、ファイルではありません。修正するか削除して、QGISを再起動してください。</translation>
    </message>
    <message>
      <source>The extent is for a model and a raster: a map is taken whole.</source>
      <translation>領域は、モデルとラスタを指定する場合のものです。マップは全体が使われます。</translation>
    </message>
    <message>
      <source>The field has more than {most} different values: choose the one that holds the class.</source>
      <translation>このフィールドには、異なる値が{most}個より多くあります。クラスが入っているフィールドを選択してください。</translation>
    </message>
    <message>
      <source>The field holds amounts, such as heights or shares of cover: the model tells a number of each pixel.</source>
      <translation>フィールドの値が、高さや被覆率などの量である場合に指定します。モデルは各ピクセルの数値を出力します。</translation>
    </message>
    <message>
      <source>The field that holds the class of each polygon</source>
      <translation>各ポリゴンのクラスが入っているフィールド</translation>
    </message>
    <message>
      <source>The field {field} holds whole numbers only, {count} different ones. If they are codes of classes, what lies between two of them means nothing: adapt to classes instead.</source>
      <translation>フィールド{field}は整数だけで、異なる値が{count}個あります。クラスのコードであれば、2つの値の間の数値には意味がありません。数値ではなく、クラスに適応させてください。</translation>
    </message>
    <message>
      <source>The field {field} says what the map had where a point was drawn, and no truth. Name the field with what is there ({reference}).</source>
      <translation>フィールド{field}は、点を抽出した場所のマップの値で、実際の値ではありません。そこに実際にあるものを示すフィールド（{reference}）を指定してください。</translation>
    </message>
    <message>
      <source>The field “{field}” of {layer} cannot hold the class “{name}”. Take a number where it holds numbers, or choose a field of text.</source>
      <translation>{layer}のフィールド「{field}」には、クラス「{name}」を入れられません。数値のフィールドであれば数値を使うか、テキストのフィールドを選択してください。</translation>
    </message>
    <message>
      <source>The figures go beside it as JSON, too.</source>
      <translation>指標は、同じ場所にJSONでも出力されます。</translation>
    </message>
    <message>
      <source>The file does not tell everything; assumed were: {aspects}. If that is wrong, import it again with the advanced parameters.</source>
      <translation>ファイルからわからない項目を、次のように仮定しました: {aspects}。誤りであれば、詳細パラメータを指定してインポートし直してください。</translation>
    </message>
    <message>
      <source>The file of the DINOv2 backbone, where the checkpoint holds only the rest.</source>
      <translation>DINOv2バックボーンのファイル。チェックポイントにバックボーン以外の部分しかない場合に指定します。</translation>
    </message>
    <message>
      <source>The file {path} is damaged: its SHA-256 is not the one in its metadata.</source>
      <translation>ファイル{path}は壊れています。SHA-256がメタデータの値と一致しません。</translation>
    </message>
    <message>
      <source>The file {path} is not what was written to it: {reason}. What lay there before is as it was. The disk, or the connection to it, may be damaged: take another folder.</source>
      <translation>ファイル{path}の内容が、書き込んだものと異なります: {reason}。元からあったファイルはそのままです。ディスクまたはその接続に問題がある可能性があります。別のフォルダを使ってください。</translation>
    </message>
    <message>
      <source>The file {path} was changed, replaced or removed while it was being read: the result would be of both. Nothing was written. Run it again when no other program writes to the file.</source>
      <translation>ファイル{path}が、読み込み中に変更、置換または削除されました。このままでは新旧が混ざった結果になるため、何も書き込んでいません。他のプログラムがこのファイルに書き込んでいないときに、もう一度実行してください。</translation>
    </message>
    <message>
      <source>The files of the model “{model}” are not on disk.</source>
      <translation>モデル「{model}」のファイルが、ディスク上にありません。</translation>
    </message>
    <message>
      <source>The folder of the project cannot be written to</source>
      <translation>プロジェクトのフォルダに書き込めません</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be deleted ({reason}). Close other QGIS windows that use the engine, then try again.</source>
      <translation>フォルダ{folder}を削除できません（{reason}）。エンジンを使用している他のQGISを閉じて、もう一度試してください。</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be written ({reason}). Make it writable, or name another one in the environment variable CROSSEARTH_HOME.</source>
      <translation>フォルダ{folder}に書き込めません（{reason}）。書き込めるようにするか、環境変数CROSSEARTH_HOMEで別のフォルダを指定してください。</translation>
    </message>
    <message>
      <source>The folder {folder} does not have {file}. Put it there, or correct the folder under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>フォルダ{folder}に{file}がありません。ファイルを置くか、設定 &gt; オプション &gt; CrossEarth でフォルダを修正してください。</translation>
    </message>
    <message>
      <source>The folder {folder} has no {file}: {files} are needed.</source>
      <translation>フォルダ{folder}に{file}がありません。必要なファイル: {files}。</translation>
    </message>
    <message>
      <source>The folder {folder} lacks {packages}. On a computer with a network, dev.py wheelhouse fills such a folder.</source>
      <translation>フォルダ{folder}に{packages}がありません。ネットワークに接続したコンピュータで、dev.py wheelhouseを使うと、このフォルダを用意できます。</translation>
    </message>
    <message>
      <source>The folder {folder} will be made.</source>
      <translation>フォルダ{folder}が作成されます。</translation>
    </message>
    <message>
      <source>The GSD must be more than 0 m, not {gsd}.</source>
      <translation>GSDには、0 mより大きい値を指定してください（指定: {gsd}）。</translation>
    </message>
    <message>
      <source>The id of the model in the catalogue.</source>
      <translation>カタログ内のモデルのID。</translation>
    </message>
    <message>
      <source>The id {id} may hold small letters, digits, dots and hyphens only.</source>
      <translation>ID「{id}」に使えるのは、小文字の英字、数字、ピリオド、ハイフンだけです。</translation>
    </message>
    <message>
      <source>The imagery is resampled to it on the way into the model. By default the raster's pixel size where the model was trained for it, else the nearest that it was trained for.</source>
      <translation>モデルに入力する際、画像はこのピクセルサイズにリサンプリングされます。デフォルト: モデルが学習済みであればラスタのピクセルサイズ、そうでなければ学習済みの最も近いサイズ。</translation>
    </message>
    <message>
      <source>The imagery, as files, with the same bands each.</source>
      <translation>画像ファイル。すべて同じバンドを持つ必要があります。</translation>
    </message>
    <message>
      <source>The imagery: aerial, drone or satellite. What is not a file, such as a web map, is fetched first, at the pixel size of the model and for the asked extent.</source>
      <translation>画像（航空機、ドローン、衛星）。web地図などファイルでないものは、モデルのピクセルサイズと指定の領域で、先に取得されます。</translation>
    </message>
    <message>
      <source>The included model learns from this one on windows that are spread over the raster, and maps the raster in its place</source>
      <translation>付属モデルが、ラスタ全体に散らばるウィンドウでこのモデルから学習し、代わりにラスタのマップを作成します</translation>
    </message>
    <message>
      <source>The installation of the CrossEarth engine was interrupted. Set it up again in the CrossEarth panel (Raster &gt; CrossEarth) or with the algorithm crossearth:setupengine.</source>
      <translation>CrossEarthエンジンのインストールが中断されました。CrossEarthパネル（ラスタ &gt; CrossEarth）またはアルゴリズムcrossearth:setupengineで、セットアップし直してください。</translation>
    </message>
    <message>
      <source>The installation was ended from outside: by the system, which does that where memory is short, or by another program. Nothing was lost. Close what takes much memory, then try again.</source>
      <translation>インストールが外部から終了されました。メモリ不足によるシステムの動作か、別のプログラムによるものです。失われたものはありません。メモリを多く使うプログラムを終了して、もう一度試してください。</translation>
    </message>
    <message>
      <source>The interval reaches over 0 all the same: it also allows for what the few points of some classes may have missed. More points will tell.</source>
      <translation>それでも、区間は0をまたいでいます。点の少ないクラスで見落としがある可能性も考慮しているためです。点を増やすと、はっきりします。</translation>
    </message>
    <message>
      <source>The key {key} has a password, and nobody is asked for it: name one without.</source>
      <translation>鍵{key}にはパスワードがありますが、入力する手段がありません。パスワードのない鍵を指定してください。</translation>
    </message>
    <message>
      <source>The layer has fewer bands ({available}) than the model takes ({names}): one stands for several. Expect a poorer map.</source>
      <translation>レイヤのバンド数（{available}）が、モデルに必要なバンド（{names}）より少ないため、1つのバンドを複数に使います。マップの質は低下します。</translation>
    </message>
    <message>
      <source>The layer has fields of the names of the new ones, which are called {fields} in the copy.</source>
      <translation>新しいフィールドと同じ名前のフィールドがレイヤにあるため、コピーでは{fields}という名前になります。</translation>
    </message>
    <message>
      <source>The layer has no CRS: areas can only be counted in pixels. Set its CRS first.</source>
      <translation>レイヤにCRSがないため、面積はピクセル数でしか求められません。先にCRSを設定してください。</translation>
    </message>
    <message>
      <source>The layer is a picture in numbered colours: its colours are seen as red, green and blue. If the numbers stand for classes, it is a map already and no imagery.</source>
      <translation>このレイヤは、番号付きの色で表された画像です。色は赤、緑、青として扱われます。番号がクラスを表すのであれば、すでに分類済みのマップであり、画像ではありません。</translation>
    </message>
    <message>
      <source>The layer with what is there says no CRS: its coordinates are taken to be in {crs}, as those of {file}. If they are in another one, give the layer its CRS.</source>
      <translation>参照データのレイヤにCRSの記載がないため、{file}と同じ{crs}の座標とみなします。異なる場合は、レイヤにCRSを設定してください。</translation>
    </message>
    <message>
      <source>The layer {layer} has no field with numbers. Choose another one.</source>
      <translation>レイヤ{layer}には、数値のフィールドがありません。別のレイヤを選択してください。</translation>
    </message>
    <message>
      <source>The layer {path} cannot be used: {reason}</source>
      <translation>レイヤ{path}は使用できません: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” ({provider}) is not a file that the engine can open. Save the part you need as GeoTIFF first: Layer &gt; Save As…, with raw data or a rendered image.</source>
      <translation>レイヤ「{layer}」（{provider}）は、エンジンが開けるファイルではありません。先に、必要な部分をGeoTIFFとして保存してください（レイヤ &gt; 名前を付けて保存… で、生データまたは画像）。</translation>
    </message>
    <message>
      <source>The layer “{layer}” can be fetched at any resolution, and the model does not say which it is made for. Give the pixel size that the model sees (GSD).</source>
      <translation>レイヤ「{layer}」は任意の解像度で取得できますが、モデルの対象の解像度がわかりません。モデルに入力するピクセルサイズを指定してください（GSD）。</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be changed. {reason}</source>
      <translation>レイヤ「{layer}」を変更できません。{reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be copied: {reason}</source>
      <translation>レイヤ「{layer}」をコピーできません: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be fetched: {reason}</source>
      <translation>レイヤ「{layer}」を取得できません: {reason}</translation>
    </message>
    <message>
      <source>The layer “{layer}” cannot be read: its source is missing or damaged.</source>
      <translation>レイヤ「{layer}」を読み込めません。データソースがないか、壊れています。</translation>
    </message>
    <message>
      <source>The layer “{layer}” has no band {bands}: its bands are numbered from 1 to {available}.</source>
      <translation>レイヤ「{layer}」にバンド{bands}はありません。バンドの番号は1～{available}です。</translation>
    </message>
    <message>
      <source>The layer “{layer}” hides pixels in how it is drawn (Properties ▸ Transparency: colours, or a transparency band). They are mapped all the same. Values that are no data belong into “Additional no data value” there.</source>
      <translation>レイヤ「{layer}」では、描画設定（プロパティ ▸ 透明度: 色、または透過設定するバンド）によって一部のピクセルが隠れていますが、分類の対象にはなります。データなしの値は、そこの「追加のnodata値」に設定してください。</translation>
    </message>
    <message>
      <source>The layer “{layer}” is in memory only, so a command cannot use it. Save it to a file first.</source>
      <translation>レイヤ「{layer}」はメモリ上にしかないため、コマンドでは使用できません。先にファイルに保存してください。</translation>
    </message>
    <message>
      <source>The layer “{layer}” is {width} × {height} pixels of {size} m in the asked area: too much to fetch. Limit the run to an extent or to polygons.</source>
      <translation>レイヤ「{layer}」は、指定された範囲で{width} × {height}ピクセル（{size} m）あり、大きすぎて取得できません。処理を、より狭い領域またはポリゴンに限定してください。</translation>
    </message>
    <message>
      <source>The layer “{layer}” needs {needed} of temporary files in {folder}, but only {free} are free. Limit the run to a smaller area.</source>
      <translation>レイヤ「{layer}」には、{folder}に{needed}の一時ファイルが必要ですが、空きは{free}しかありません。処理の範囲を狭くしてください。</translation>
    </message>
    <message>
      <source>The layer “{layer}” shows nothing in the asked area.</source>
      <translation>レイヤ「{layer}」は、指定された範囲に何も表示しません。</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are coarser than the {low} to {high} m that the model is made for. They are enlarged for it: this takes longer, and the map will be poorer.</source>
      <translation>レイヤのピクセル（{size} m）は、モデルの対象（{low}～{high} m）より粗いため、拡大して処理します。時間が長くかかり、マップの質も低下します。</translation>
    </message>
    <message>
      <source>The layer's pixels of {size} m are finer than the {low} to {high} m that the model is made for. They are reduced for it: the map has no finer details than that.</source>
      <translation>レイヤのピクセル（{size} m）は、モデルの対象（{low}～{high} m）より細かいため、縮小して処理します。マップの細かさも、これが限度です。</translation>
    </message>
    <message>
      <source>The layers “{one}” and “{other}” are read otherwise than their files say, and not in the same way: set the same CRS and the same values without data on all dates, or none.</source>
      <translation>レイヤ「{one}」と「{other}」は、ファイルの記載とは異なる、しかも互いに異なる設定で読み込まれます。すべての撮影日に同じCRSと同じnodata値を設定するか、どれにも設定しないでください。</translation>
    </message>
    <message>
      <source>The legend of a map has changed since. Measure again for its classes as they are called now.</source>
      <translation>その後、マップの凡例が変更されています。現在のクラス名で評価し直してください。</translation>
    </message>
    <message>
      <source>The live preview is off: it would hide the map {name}.</source>
      <translation>マップ{name}が隠れてしまうため、ライブプレビューはオフです。</translation>
    </message>
    <message>
      <source>The majority filter needs an odd number of pixels, not {count}.</source>
      <translation>最頻値フィルタのピクセル数は奇数にしてください（指定: {count}）。</translation>
    </message>
    <message>
      <source>The map cannot be kept there: {reason}</source>
      <translation>マップをそこに保存できません: {reason}</translation>
    </message>
    <message>
      <source>The map has fewer pixels with a class ({pixels}) than the {asked} points that were asked for: each of them is a point.</source>
      <translation>マップのクラスのあるピクセル（{pixels}）が、指定された点数{asked}より少ないため、すべてのピクセルが点になります。</translation>
    </message>
    <message>
      <source>The map has no class on {share} of the reference's pixels: they are left out. If no class means something else there, such as all that is no building, the figures are too good: give it a value of its own on the map.</source>
      <translation>参照データのピクセルの{share}で、マップにクラスがないため、除外されます。クラスなしに「建物以外のすべて」のような意味がある場合、指標は実際よりも良くなります。マップ上で独自の値を与えてください。</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong.</source>
      <translation>マップにはクラス{name}がありません（マップのクラス: {classes}）。すべて誤りとして数えられます。</translation>
    </message>
    <message>
      <source>The map has no class {name} (its classes: {classes}): all of it counts as wrong. Is {near} meant?</source>
      <translation>マップにはクラス{name}がありません（マップのクラス: {classes}）。すべて誤りとして数えられます。もしかして: {near}</translation>
    </message>
    <message>
      <source>The map has room for fewer places than the {asked} that were asked for: {count}.</source>
      <translation>マップに収まる箇所の数が、指定された{asked}より少なくなります: {count}。</translation>
    </message>
    <message>
      <source>The map has {count} classes ({names}), and {given} expected accuracies were given: give one for all of them, or one for each in this order.</source>
      <translation>マップには{count}個のクラス（{names}）がありますが、期待精度は{given}個指定されています。全体で1つ、またはこの順でクラスごとに1つずつ指定してください。</translation>
    </message>
    <message>
      <source>The map has {pixels} pixels with a class, and not all of them would make it as sure as asked. Ask for less.</source>
      <translation>マップのクラスのあるピクセルは{pixels}個で、すべて使っても指定された確かさに達しません。条件を緩めてください。</translation>
    </message>
    <message>
      <source>The map is being copied to {path}…</source>
      <translation>マップを{path}にコピー中…</translation>
    </message>
    <message>
      <source>The map is better than the other one: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>マップの方が、もう一方より優れています。両方が同等であれば、これほどの差が偶然に生じる確率は{chance}%です。</translation>
    </message>
    <message>
      <source>The map is kept: {path}</source>
      <translation>マップを保存しました: {path}</translation>
    </message>
    <message>
      <source>The map is partial: the run was canceled, and this is what it had finished.</source>
      <translation>このマップは一部だけです。処理がキャンセルされ、それまでに完了した部分を示しています。</translation>
    </message>
    <message>
      <source>The map is right on {share} %, the other one on {other_share} %: a difference of {difference} percentage points, {low} to {high} (95 %).</source>
      <translation>正解率は、マップが{share}%、もう一方が{other_share}%です。差は{difference}ポイントで、{low}～{high}です（95%）。</translation>
    </message>
    <message>
      <source>The map to judge: a raster of classes</source>
      <translation>評価するマップ（クラスラスタ）</translation>
    </message>
    <message>
      <source>The map {file} has no class {name} (its classes: {classes}): all of it counts as wrong there. If it calls the class something else, give the classes of its layer's legend the names of the other map's.</source>
      <translation>マップ{file}には、クラス{name}がありません（マップのクラス: {classes}）。このクラスはすべて誤りとして数えられます。別の名前になっている場合は、レイヤの凡例で、クラスにもう一方のマップと同じ名前を付けてください。</translation>
    </message>
    <message>
      <source>The map “{map}” is doubtful and left out of the sums.</source>
      <translation>マップ「{map}」は疑わしいため、合計から除外されます。</translation>
    </message>
    <message>
      <source>The map “{name}” is ready, out of view: zoom to its layer.</source>
      <translation>マップ「{name}」が表示範囲の外にできました。レイヤの領域にズームしてください。</translation>
    </message>
    <message>
      <source>The map “{name}” is ready.</source>
      <translation>マップ「{name}」ができました。</translation>
    </message>
    <message>
      <source>The map “{name}” is ready: {path}. The project of the run is not open any more.</source>
      <translation>マップ「{name}」ができました: {path}。実行時のプロジェクトは、もう開かれていません。</translation>
    </message>
    <message>
      <source>The map, coloured by class</source>
      <translation>マップ（クラスによる色分け）</translation>
    </message>
    <message>
      <source>The map, coloured by number</source>
      <translation>マップ（数値による色分け）</translation>
    </message>
    <message>
      <source>The maps are shown again.</source>
      <translation>マップを再び表示しました。</translation>
    </message>
    <message>
      <source>The maps for a catalogue, without those that are doubtful: where and when they are of, and their classes.</source>
      <translation>疑わしいものを除く、カタログ用のマップの情報: 場所、日付、クラス。</translation>
    </message>
    <message>
      <source>The maps have no class in common: {before} before, {after} after. Give them the same names (BEFORE_CLASSES or AFTER_CLASSES VALUE=NAME,…).</source>
      <translation>マップに共通のクラスがありません（変化前: {before}、変化後: {after}）。同じ名前を付けてください（BEFORE_CLASSESまたはAFTER_CLASSES VALUE=NAME,…）。</translation>
    </message>
    <message>
      <source>The maps have {share} of the smaller one in common, and what lies elsewhere is not compared. Are they of one place?</source>
      <translation>2つのマップが共有する範囲は、小さい方の{share}です。それ以外の場所は比較されません。同じ場所のマップですか？</translation>
    </message>
    <message>
      <source>The maps {path} and {other} do not lie on one grid. {reason} Say on whose grid to compare them (Align to the grid of the map, ALIGN): each pixel then gets the class of the other map's nearest one.</source>
      <translation>マップ{path}と{other}は、同じグリッド上にありません。{reason} どちらのグリッドで比較するかを指定してください（「グリッドを合わせるマップ」、ALIGN）。各ピクセルには、もう一方のマップの最も近いピクセルのクラスが割り当てられます。</translation>
    </message>
    <message>
      <source>The mask {path} cannot be used: {reason}</source>
      <translation>マスク{path}は使用できません: {reason}</translation>
    </message>
    <message>
      <source>The middle of what you see; zoom in for all of it.</source>
      <translation>表示範囲の中央部分です。拡大すると、全体が対象になります。</translation>
    </message>
    <message>
      <source>The model cannot be described so: {reason}.</source>
      <translation>モデルをこのように記述することはできません: {reason}。</translation>
    </message>
    <message>
      <source>The model has learned other dates. These stand for them: {dates}. What has grown earlier or later than in the year that it learned may get another class.</source>
      <translation>モデルが学習した撮影日は、これとは異なります。代わりに使用: {dates}。学習した年より生育が早い、または遅いものは、別のクラスになることがあります。</translation>
    </message>
    <message>
      <source>The model has learned the dates {dates}: tick the other ones in the list beside the raster.</source>
      <translation>モデルは撮影日{dates}で学習しています。ラスタの横のリストで、他の撮影日にもチェックを入れてください。</translation>
    </message>
    <message>
      <source>The model has learned the dates {learned}; there is no raster of {missing} (given: {given}). Give one of each date (DATES), or say which dates stand for others: DATES_AS=order takes one after the other, DATES_AS=season the same time of another year.</source>
      <translation>モデルが学習した撮影日は{learned}ですが、{missing}のラスタがありません（指定: {given}）。各撮影日のラスタを1つずつ指定するか（DATES）、どの撮影日で代用するかを指定してください。DATES_AS=orderでは順番どおりに、DATES_AS=seasonでは別の年の同じ時期のものを使います。</translation>
    </message>
    <message>
      <source>The model has mapped the raster anew, spoiled in twelve ways and five strengths; each map is compared in the same way.</source>
      <translation>12種類、5段階の強さで劣化させたラスタから、モデルでマップを作成し直し、それぞれを同じ方法で比較しました。</translation>
    </message>
    <message>
      <source>The model has not learned these dates, and does without: {dates}.</source>
      <translation>モデルが学習していない撮影日のため、使用しません: {dates}。</translation>
    </message>
    <message>
      <source>The model is a CrossEarth network:</source>
      <translation>モデルはCrossEarthのネットワークです:</translation>
    </message>
    <message>
      <source>The model maps the raster sixty times more, spoiled in twelve ways and five strengths: noise, blur, haze, clouds, gaps, JPEG, turned, shrunk and others, as in the benchmark REOBench. The report shows what is left of the accuracy. It takes sixty times as long as the map.</source>
      <translation>ノイズ、ぼけ、もや、雲、欠損、JPEG、回転、縮小など、ベンチマークREOBenchと同じ12種類、5段階の強さで画像を劣化させ、さらに60回マップを作成します。レポートには、精度がどれだけ保たれるかが示されます。マップ作成の60倍の時間がかかります。</translation>
    </message>
    <message>
      <source>The model needs {needed} bands ({names}), but the choice is {given}; the raster {path} has {available}. Say which band of the raster stands for which of the model, such as {example}: one may stand for several, and what calls itself alpha is data when it is named.</source>
      <translation>モデルには{needed}個のバンド（{names}）が必要ですが、選択されているのは{given}です。ラスタ{path}のバンド数は{available}です。ラスタのどのバンドをモデルのどのバンドに使うかを、{example}のように指定してください。1つのバンドを複数に使うこともできます。アルファとされているバンドも、指定すればデータとして扱われます。</translation>
    </message>
    <message>
      <source>The model that you start from knows no classes: adapt it once, then review.</source>
      <translation>元にするモデルにはクラスがありません。一度適応させてから、確認を行ってください。</translation>
    </message>
    <message>
      <source>The model to learn from, by its id or path. It may be the student's own model, if it looks several times.</source>
      <translation>学習の元になるモデルのIDまたはパス。複数回見る設定であれば、生徒モデルと同じモデルでもかまいません。</translation>
    </message>
    <message>
      <source>The model {model} is sent to workers that lack it: {count}.</source>
      <translation>モデル{model}を、まだ持っていないワーカーに送ります: {count}。</translation>
    </message>
    <message>
      <source>The model {path} cannot be loaded: {reason}</source>
      <translation>モデル{path}を読み込めません: {reason}</translation>
    </message>
    <message>
      <source>The model {path} cannot be used: {reason}</source>
      <translation>モデル{path}は使用できません: {reason}</translation>
    </message>
    <message>
      <source>The model “{id}” has no classes yet: adapt it first.</source>
      <translation>モデル「{id}」には、まだクラスがありません。先に適応を行ってください。</translation>
    </message>
    <message>
      <source>The model “{id}” has the classes {names}.</source>
      <translation>モデル「{id}」のクラス: {names}。</translation>
    </message>
    <message>
      <source>The model “{id}” is ready; made in {time}.</source>
      <translation>モデル「{id}」が{time}でできました。</translation>
    </message>
    <message>
      <source>The model “{id}” tells numbers: {names}.</source>
      <translation>モデル「{id}」の出力する数値: {names}。</translation>
    </message>
    <message>
      <source>The model “{id}”, round {number}, was made in {time}.</source>
      <translation>モデル「{id}」のラウンド{number}が、{time}でできました。</translation>
    </message>
    <message>
      <source>The model “{model}” has to be downloaded first: in the CrossEarth panel, or with the algorithm crossearth:downloadmodel.</source>
      <translation>モデル「{model}」を、先にCrossEarthパネルまたはアルゴリズムcrossearth:downloadmodelでダウンロードする必要があります。</translation>
    </message>
    <message>
      <source>The model “{model}” is being downloaded already.</source>
      <translation>モデル「{model}」は、すでにダウンロード中です。</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet. Adapt it to polygons of your own first, then take the model that comes of it.</source>
      <translation>モデル「{model}」には、まだクラスがありません。先に自分のポリゴンに適応させ、できたモデルを使ってください。</translation>
    </message>
    <message>
      <source>The model “{model}” knows no classes yet; it has to be adapted first.</source>
      <translation>モデル「{model}」には、まだクラスがありません。先に適応が必要です。</translation>
    </message>
    <message>
      <source>The model “{model}” needs {needed} bands ({names}), but {given} were given; the layer has {available}. Choose which band stands for which input of the model.</source>
      <translation>モデル「{model}」には{needed}個のバンド（{names}）が必要ですが、指定されたのは{given}です。レイヤのバンド数は{available}です。どのバンドをモデルのどの入力に使うかを選択してください。</translation>
    </message>
    <message>
      <source>The model “{model}” of this project is not on this computer. Choose another one, or bring it here and open the project again.</source>
      <translation>このプロジェクトのモデル「{model}」が、このコンピュータにありません。別のモデルを選択するか、モデルを用意してプロジェクトを開き直してください。</translation>
    </message>
    <message>
      <source>The model “{name}” is ready.</source>
      <translation>モデル「{name}」の準備ができました。</translation>
    </message>
    <message>
      <source>The model's own</source>
      <translation>モデルの値</translation>
    </message>
    <message>
      <source>The model: it decides the classes and fills the options below</source>
      <translation>モデル: クラスを決め、下のオプションの値を設定します</translation>
    </message>
    <message>
      <source>The network of CrossEarth without a trained head: it knows imagery, but no classes. It has to be adapted to polygons of your own first.</source>
      <translation>学習済みヘッドのないCrossEarthのネットワークです。画像の特徴は学習済みですが、クラスがありません。先に自分のポリゴンに適応させる必要があります。</translation>
    </message>
    <message>
      <source>The network sees pixels of {size} m; {model} was trained for {sizes} and may be unreliable here. Leave GSD out, and the nearest of these is taken.</source>
      <translation>ネットワークに入力するピクセルサイズは{size} mですが、{model}は{sizes}で学習しているため、信頼できない可能性があります。GSDを指定しなければ、最も近いサイズが使われます。</translation>
    </message>
    <message>
      <source>The network's only score lies between {low} and {high}, as percent or bytes do, and was taken for what a sigmoid makes a share of: above 0 is the second class. If that is wrong, so is the map: export the network again with shares of one.</source>
      <translation>ネットワークの唯一のスコアは、パーセントやバイト値のように{low}～{high}の範囲にあり、シグモイドで割合に変換する値とみなしました（0より大きければ2番目のクラス）。これが誤りなら、マップも誤りになります。0～1の割合を出力するように、ネットワークをエクスポートし直してください。</translation>
    </message>
    <message>
      <source>The network's scores are shares of one for each class by itself, and do not sum to one: confidence, lead and probabilities are shares of their sum, which says less.</source>
      <translation>ネットワークのスコアは、クラスごとに独立した0～1の割合で、合計が1になりません。確信度、優位差、確率は、合計に対する割合となり、得られる情報は少なくなります。</translation>
    </message>
    <message>
      <source>The new model agrees no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>学習に使っていないウィンドウで、新しいモデルと教師モデルの一致度は、元の生徒モデルより高くなっていません。元の生徒モデルでマップを作成するか、教師モデルが見るウィンドウを増やしてください（WINDOWS）。</translation>
    </message>
    <message>
      <source>The new model may agree no better with the teacher than the student did before, on windows that it has not learned from. Map with the student as it was, or have the teacher look at more windows (WINDOWS).</source>
      <translation>学習に使っていないウィンドウで、新しいモデルと教師モデルの一致度は、元の生徒モデルより高くなっていない可能性があります。元の生徒モデルでマップを作成するか、教師モデルが見るウィンドウを増やしてください（WINDOWS）。</translation>
    </message>
    <message>
      <source>The numbers of the points (id) have gaps: {count} are not there. If they were removed by what is there, or because it is hard to tell, figures and areas are wrong: put them back. Points that nobody can tell stay, without a class.</source>
      <translation>点の番号（id）に抜けがあります: {count}。そこにあるものや、判別が難しいことを理由に削除されたのであれば、指標と面積が誤りになります。元に戻してください。判別できない点は、クラスなしのまま残します。</translation>
    </message>
    <message>
      <source>The one is in {own}, the other in {other}.</source>
      <translation>一方は{own}、もう一方は{other}です。</translation>
    </message>
    <message>
      <source>The other is right</source>
      <translation>もう一方が正しい</translation>
    </message>
    <message>
      <source>The other is wrong</source>
      <translation>もう一方が誤り</translation>
    </message>
    <message>
      <source>The other map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>もう一方のマップの方が優れています。両方が同等であれば、これほどの差が偶然に生じる確率は{chance}%です。</translation>
    </message>
    <message>
      <source>The outlines of these objects cross themselves: no. {numbers} of the layer. What they enclose is counted; check these objects.</source>
      <translation>輪郭が自己交差しているオブジェクトがあります（レイヤの番号: {numbers}）。輪郭で囲まれた部分が数えられます。これらのオブジェクトを確認してください。</translation>
    </message>
    <message>
      <source>The output {path} cannot be written: {reason}</source>
      <translation>出力{path}に書き込めません: {reason}</translation>
    </message>
    <message>
      <source>The output {path} is itself an input. Choose another file.</source>
      <translation>出力{path}は入力でもあります。別のファイルを選択してください。</translation>
    </message>
    <message>
      <source>The overall accuracy that you expect; the nearer to 50 %, the more points</source>
      <translation>予想される全体精度。50%に近いほど、必要な点が増えます</translation>
    </message>
    <message>
      <source>The overlap of {overlap} pixels must be smaller than the window of {window}.</source>
      <translation>重なり（{overlap}ピクセル）は、ウィンドウ（{window}）より小さくしてください。</translation>
    </message>
    <message>
      <source>The packages could not be downloaded. Check the internet connection, then try again.</source>
      <translation>パッケージをダウンロードできませんでした。インターネット接続を確認して、もう一度試してください。</translation>
    </message>
    <message>
      <source>The path of a file of the engine became longer than this computer takes. Name a shorter folder in the environment variable CROSSEARTH_HOME, for instance C:\crossearth, then restart QGIS.</source>
      <translation>エンジンのファイルのパスが、このコンピュータの上限を超えました。環境変数CROSSEARTH_HOMEで、C:\crossearthなどの短いフォルダを指定し、QGISを再起動してください。</translation>
    </message>
    <message>
      <source>The pixel size that it was trained for.</source>
      <translation>学習時のピクセルサイズ。</translation>
    </message>
    <message>
      <source>The pixels of one map are {times} times as long as those of the other: along edges of what has stayed, the finer map shows change that is none.</source>
      <translation>一方のマップのピクセルの長さは、もう一方の{times}倍です。変化のないものの縁に沿って、細かい方のマップに見かけ上の変化が現れます。</translation>
    </message>
    <message>
      <source>The pixels of the one lie between those of the other, shifted by {right} of a pixel along rows and {down} along columns.</source>
      <translation>一方のピクセルがもう一方のピクセルの間にあり、行方向に{right}ピクセル、列方向に{down}ピクセルずれています。</translation>
    </message>
    <message>
      <source>The pixels of the one measure {own}, those of the other {other} (in units of the CRS).</source>
      <translation>ピクセルサイズは、一方が{own}、もう一方が{other}です（CRSの単位）。</translation>
    </message>
    <message>
      <source>the place is unlike the training ({value} %).</source>
      <translation>学習画像と異なる箇所です（{value}%）。</translation>
    </message>
    <message>
      <source>The places where a map is least sure, for you to look there next.</source>
      <translation>マップが最も不確かな、次に確認すべき箇所を検出します。</translation>
    </message>
    <message>
      <source>The point is not in the layer “{layer}” any more.</source>
      <translation>この点は、レイヤ「{layer}」にありません。</translation>
    </message>
    <message>
      <source>The points do not say which strata they were drawn from, nor how large these are (fields stratum and stratum_px or stratum_m2): the figures hold for these points only, and are wrong for the map if some classes have more points than their area asks for. No areas are estimated. Draw points with “Draw sample points on a map”, which writes these fields; for points that it drew without them, draw once more with the same map, count and seed into another file, and join the fields by id.</source>
      <translation>点には、抽出元の層とその大きさの情報（フィールドstratumと、stratum_pxまたはstratum_m2）がありません。指標はこれらの点についてのみ成り立ち、面積に比べて点の多いクラスがあると、マップの指標としては誤りになります。面積は推定されません。これらのフィールドを書き込む「マップ上に検証点を抽出」で点を抽出してください。フィールドなしで抽出した点については、同じマップ、点数、シードで別のファイルにもう一度抽出し、idでフィールドを結合してください。</translation>
    </message>
    <message>
      <source>The points do not tell the overall accuracy.</source>
      <translation>これらの点からは、全体精度を求められません。</translation>
    </message>
    <message>
      <source>The points have changed since. Measure again for what they say now.</source>
      <translation>その後、点が変更されています。現在の点で評価し直してください。</translation>
    </message>
    <message>
      <source>The points have no field “{field}” any more. Undo that, or choose other points.</source>
      <translation>点のフィールド「{field}」がなくなっています。元に戻すか、別の点を選択してください。</translation>
    </message>
    <message>
      <source>The points have nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>マップの{names}に当たる点がないため、マップが見つけた割合（再現率）はわかりますが、マップが誤ってこれらのクラスにした割合はわかりません。そのため、適合率、F1、IoU、カッパ係数、全体精度は求められません。そこにあるすべてのクラスの点を追加してください。</translation>
    </message>
    <message>
      <source>The points have one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.</source>
      <translation>点のクラスが{name}だけなので、マップが見つけた割合（再現率）はわかりますが、マップが誤ってこのクラスにした割合はわかりません。そのため、適合率、F1、IoU、カッパ係数、全体精度は求められません。そこにあるすべてのクラスの点を追加してください。</translation>
    </message>
    <message>
      <source>The points of strata that take {share} of the map that they were drawn on are missing: no figures can be told. Use all points that “Draw sample points on a map” has drawn, those without a class, too.</source>
      <translation>抽出元のマップの{share}を占める層の点がないため、指標を求められません。「マップ上に検証点を抽出」で抽出した点を、クラスのないものも含めてすべて使ってください。</translation>
    </message>
    <message>
      <source>The points of the stratum {name} carry different sizes in their field {field}: they come from several samples. Judge by one sample at a time.</source>
      <translation>層{name}の点は、フィールド{field}の大きさが一致しません。複数の標本が混ざっています。評価には、一度に1つの標本を使ってください。</translation>
    </message>
    <message>
      <source>The polygons are in {own} and {file} in {other}: they are reprojected.</source>
      <translation>ポリゴンは{own}、{file}は{other}のため、再投影します。</translation>
    </message>
    <message>
      <source>The polygons cannot be brought into the raster's CRS {crs}. Check the CRS of both layers.</source>
      <translation>ポリゴンをラスタのCRS（{crs}）に変換できません。両方のレイヤのCRSを確認してください。</translation>
    </message>
    <message>
      <source>The polygons have no field “{field}”. Choose the one with the class.</source>
      <translation>ポリゴンにフィールド「{field}」がありません。クラスのフィールドを選択してください。</translation>
    </message>
    <message>
      <source>The polygons span only {share} of the map, and all of the rest counts as the background. If they were drawn on a part of the map only, judge the map of that part alone.</source>
      <translation>ポリゴンが及ぶ範囲はマップの{share}だけで、残りはすべて背景として数えられます。マップの一部にだけ描いたのであれば、その部分のマップだけを評価してください。</translation>
    </message>
    <message>
      <source>The precision {precision} is not available for this model on {device}. Available: {available}.</source>
      <translation>{device}では、このモデルに数値精度{precision}を使えません。利用可能: {available}。</translation>
    </message>
    <message>
      <source>The preview goes on when the engine is free.</source>
      <translation>エンジンが空くと、プレビューを再開します。</translation>
    </message>
    <message>
      <source>The project has not been saved yet</source>
      <translation>プロジェクトがまだ保存されていません</translation>
    </message>
    <message>
      <source>The project is no file</source>
      <translation>プロジェクトがファイルではありません</translation>
    </message>
    <message>
      <source>The proxy refused the download. Check the proxy under Settings &gt; Options &gt; Network.</source>
      <translation>プロキシがダウンロードを拒否しました。設定 &gt; オプション &gt; ネットワーク でプロキシを確認してください。</translation>
    </message>
    <message>
      <source>The proxy wants a user name and a password, or other ones. Enter them under Settings &gt; Options &gt; Network, then try again.</source>
      <translation>プロキシのユーザー名とパスワードが必要か、誤っています。設定 &gt; オプション &gt; ネットワーク で入力して、もう一度試してください。</translation>
    </message>
    <message>
      <source>The Python of this computer cannot open secure connections: it lacks the module ssl. Install Python from python.org, or choose another one under Settings &gt; Options &gt; CrossEarth.</source>
      <translation>このコンピュータのPythonにはモジュールsslがなく、安全な接続を開けません。python.orgからPythonをインストールするか、設定 &gt; オプション &gt; CrossEarth で別のPythonを選択してください。</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by.</source>
      <translation>ラスタに、計測の基準となるCRSがありません。</translation>
    </message>
    <message>
      <source>The raster has no CRS to measure by: areas are given in pixels only, and the model sees it as it is. If you know how large its pixels are, say so (PIXEL_SIZE).</source>
      <translation>ラスタに、計測の基準となるCRSがありません。面積はピクセル数でのみ示され、モデルにはラスタがそのままの大きさで入力されます。ピクセルの大きさがわかる場合は、指定してください（PIXEL_SIZE）。</translation>
    </message>
    <message>
      <source>The raster has no more than {count} different values: it looks like a map of classes and not like imagery, of which the model makes one. Choose the imagery itself.</source>
      <translation>ラスタには異なる値が{count}個しかなく、モデルに入力する画像ではなく、クラスのマップのように見えます。画像そのものを選択してください。</translation>
    </message>
    <message>
      <source>The raster holds bytes, and {model} takes reflectance: 255 was taken for 1. A picture for the eye is no reflectance; take the imagery as it was delivered, or say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>ラスタはバイト値ですが、{model}の入力は反射率のため、255を1とみなしました。見た目用に加工された画像は反射率ではありません。提供された元の画像を使うか、0と1に対応する値を指定してください（STRETCH）。</translation>
    </message>
    <message>
      <source>The raster is a picture in numbered colours: its colour table makes the bands 1 red, 2 green and 3 blue of it. If the numbers stand for classes and not for colours, it is a map already, and no imagery for a model.</source>
      <translation>このラスタは、番号付きの色で表された画像です。カラーテーブルから、バンド1（赤）、2（緑）、3（青）が作られます。番号が色ではなくクラスを表すのであれば、すでに分類済みのマップであり、モデルに入力する画像ではありません。</translation>
    </message>
    <message>
      <source>The raster is out of view.</source>
      <translation>ラスタが表示範囲の外です。</translation>
    </message>
    <message>
      <source>The raster itself says that {own} is a reflectance of 0, {source} says {other}: what the raster says was taken. If that is wrong, say which numbers stand for 0 and 1 (STRETCH).</source>
      <translation>ラスタ自体では反射率0に対応する値は{own}ですが、{source}では{other}です。ラスタの記載を採用しました。これが誤りなら、0と1に対応する値を指定してください（STRETCH）。</translation>
    </message>
    <message>
      <source>The raster stores numbers of {bits} bits, but none is above {high}: they look like bytes and were stretched as if they were not. If they are, say so (STRETCH 0,255).</source>
      <translation>ラスタは{bits}ビットですが、{high}を超える値がありません。バイト値のように見えますが、バイト値ではないものとしてストレッチしました。バイト値であれば、STRETCH 0,255と指定してください。</translation>
    </message>
    <message>
      <source>The raster that was mapped</source>
      <translation>分類したラスタ</translation>
    </message>
    <message>
      <source>The raster that was mapped, bands {bands}</source>
      <translation>分類したラスタ、バンド{bands}</translation>
    </message>
    <message>
      <source>The raster to classify. Follows the active layer until you choose one.</source>
      <translation>分類するラスタ。選択するまでは、アクティブレイヤに従います。</translation>
    </message>
    <message>
      <source>The raster {path} cannot be divided into {groups} groups: {pixels} of its pixels were looked at, and the number of different ones among them is {different}. Ask for fewer groups (3 at least), or take a larger area or other bands.</source>
      <translation>ラスタ{path}を{groups}個のグループに分けることはできません。{pixels}個のピクセルを調べましたが、異なるピクセルの数は{different}です。グループ数を減らすか（最小3）、範囲を広げるか、別のバンドを使ってください。</translation>
    </message>
    <message>
      <source>The raster {path} cannot be read: {reason}</source>
      <translation>ラスタ{path}を読み込めません: {reason}</translation>
    </message>
    <message>
      <source>The raster {path} cannot be used: {reason}</source>
      <translation>ラスタ{path}は使用できません: {reason}</translation>
    </message>
    <message>
      <source>The raster {path} did not arrive whole from its server ({reason}). Check the network and run it again; if it fails again, download the file: it may be damaged there.</source>
      <translation>ラスタ{path}をサーバから完全に受信できませんでした（{reason}）。ネットワークを確認して、もう一度実行してください。それでも失敗する場合は、ファイルをダウンロードしてください。サーバ上のファイルが壊れている可能性があります。</translation>
    </message>
    <message>
      <source>The raster {path} has no valid pixels in the asked area: everything is nodata.</source>
      <translation>ラスタ{path}の指定範囲には、有効なピクセルがありません。すべてnodataです。</translation>
    </message>
    <message>
      <source>The raster {path} has pixels of type {dtype}, which no model knows. Make real numbers of them first, for instance their magnitude with the raster calculator.</source>
      <translation>ラスタ{path}のピクセルの型は{dtype}で、対応するモデルがありません。先に実数に変換してください（例: ラスタ計算機で絶対値を求める）。</translation>
    </message>
    <message>
      <source>The raster's band that the model takes as its band “{name}”</source>
      <translation>モデルのバンド「{name}」に使うラスタのバンド</translation>
    </message>
    <message>
      <source>The redder, the more similar. Slide until the canvas shows what you look for, then keep the candidates.</source>
      <translation>赤いほど似ています。探しているものがキャンバスに表示されるまでスライダを動かし、候補を保存してください。</translation>
    </message>
    <message>
      <source>The reference has nothing of what the map calls {names}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>参照データに、マップの{names}に当たるものがないため、マップが見つけた割合（再現率）はわかりますが、マップが誤ってこれらのクラスにした割合はわかりません。そのため、適合率、F1、IoU、カッパ係数、全体精度は求められません。そこにあるすべてのクラスの場所を追加するか、参照ポリゴンの外側がすべて別のものであれば、BACKGROUND otherと指定してください。</translation>
    </message>
    <message>
      <source>The reference has one class only, {name}: how much of its classes the map finds (recall) can be told, but not what the map wrongly takes for them. So there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies outside of the reference's polygons is something else, say so: BACKGROUND other.</source>
      <translation>参照データのクラスが{name}だけなので、マップが見つけた割合（再現率）はわかりますが、マップが誤ってこのクラスにした割合はわかりません。そのため、適合率、F1、IoU、カッパ係数、全体精度は求められません。そこにあるすべてのクラスの場所を追加するか、参照ポリゴンの外側がすべて別のものであれば、BACKGROUND otherと指定してください。</translation>
    </message>
    <message>
      <source>The reference has {count} classes. Is it the field that holds the class?</source>
      <translation>参照データに{count}個のクラスがあります。クラスのフィールドは正しいですか？</translation>
    </message>
    <message>
      <source>The reference is itself a map, made by the model {model}: the figures say how far two maps agree, and not how good either is.</source>
      <translation>参照データ自体が、モデル{model}で作成されたマップです。指標が示すのは2つのマップの一致度で、どちらの良さでもありません。</translation>
    </message>
    <message>
      <source>The reference of all figures here is the teacher, {name}: how often the map is right they do not say. Measure that by polygons or points (crossearth evaluate).</source>
      <translation>ここでの指標はすべて、教師モデル{name}を基準としています。マップの正しさはわかりません。ポリゴンまたは点を使って評価してください（crossearth evaluate）。</translation>
    </message>
    <message>
      <source>The reference writes {spellings}: all are taken as the class {name}.</source>
      <translation>参照データの表記{spellings}は、すべてクラス{name}とみなします。</translation>
    </message>
    <message>
      <source>The report</source>
      <translation>レポート</translation>
    </message>
    <message>
      <source>The result could not be uploaded to {path}: {reason}. It is finished and kept in {folder}; the same run with RESUME uploads it and computes nothing again.</source>
      <translation>結果を{path}にアップロードできませんでした: {reason}。結果は完成しており、{folder}に保存されています。同じ処理をRESUME付きで実行すると、再計算せずにアップロードします。</translation>
    </message>
    <message>
      <source>The rows of the one are turned by {own}°, those of the other by {other}°.</source>
      <translation>行の回転角は、一方が{own}°、もう一方が{other}°です。</translation>
    </message>
    <message>
      <source>The rows of the one run from the north, those of the other from the south.</source>
      <translation>行の並びは、一方が北から、もう一方が南からです。</translation>
    </message>
    <message>
      <source>The run failed. The log has the details.</source>
      <translation>処理に失敗しました。詳細はログを確認してください。</translation>
    </message>
    <message>
      <source>The same</source>
      <translation>同じ撮影日</translation>
    </message>
    <message>
      <source>The sample points are ready: {path}. The project of the run is not open any more.</source>
      <translation>検証点ができました: {path}。実行時のプロジェクトは、もう開かれていません。</translation>
    </message>
    <message>
      <source>The samples are being counted.</source>
      <translation>サンプルを数えています。</translation>
    </message>
    <message>
      <source>The samples cannot be saved to {path}: {reason}</source>
      <translation>サンプルを{path}に保存できません: {reason}</translation>
    </message>
    <message>
      <source>The scales “{text}” are not understood. Write numbers with commas between them, such as 0.75, 1, 1.5.</source>
      <translation>倍率「{text}」を解釈できません。0.75, 1, 1.5のように、数値をカンマ区切りで指定してください。</translation>
    </message>
    <message>
      <source>The scheduler has no workers yet: waiting for them…</source>
      <translation>スケジューラにワーカーがまだありません。待機中…</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more. What is done is kept: when there is one again, the same run with RESUME goes on.</source>
      <translation>スケジューラ{address}が応答しなくなりました。完了した部分は残っています。スケジューラが復旧したら、同じ処理をRESUME付きで実行すると再開します。</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one, or on this computer. What is computed is kept.</source>
      <translation>スケジューラ{address}が応答しなくなりました。復旧後に、またはこのコンピュータで、もう一度実行してください。計算済みの部分は残っています。</translation>
    </message>
    <message>
      <source>The scheduler {address} does not answer any more: run it again when there is one.</source>
      <translation>スケジューラ{address}が応答しなくなりました。復旧したら、もう一度実行してください。</translation>
    </message>
    <message>
      <source>The scheduler {address} is on another computer and does not use TLS: who reaches it can run anything on its workers. Start it with certificates (tls://).</source>
      <translation>スケジューラ{address}は別のコンピュータにあり、TLSを使っていません。接続できる人は誰でも、ワーカー上で任意の処理を実行できてしまいます。証明書を使って起動してください（tls://）。</translation>
    </message>
    <message>
      <source>The scheduler {address} uses TLS, and no certificates are named. Say in QGIS's options in which folder they are.</source>
      <translation>スケジューラ{address}はTLSを使っていますが、証明書が指定されていません。QGISのオプションで、証明書のフォルダを指定してください。</translation>
    </message>
    <message>
      <source>the server did not answer in time</source>
      <translation>サーバが時間内に応答しませんでした</translation>
    </message>
    <message>
      <source>The server has no imagery for 1 piece of the layer “{layer}”: the map has a hole there.</source>
      <translation>レイヤ「{layer}」のうち1個の断片について、サーバに画像がありません。マップのその部分は空白になります。</translation>
    </message>
    <message>
      <source>The server has no imagery for {count} pieces of the layer “{layer}”: the map has holes there.</source>
      <translation>レイヤ「{layer}」のうち{count}個の断片について、サーバに画像がありません。マップのその部分は空白になります。</translation>
    </message>
    <message>
      <source>the server sent {kind} instead of a picture</source>
      <translation>サーバから、画像ではなく{kind}が送られてきました</translation>
    </message>
    <message>
      <source>The stretch “{text}” is not understood. Write none, two values such as 0,10000, or two percentages such as 2%,98%.</source>
      <translation>ストレッチ「{text}」を解釈できません。none、0,10000のような2つの値、または2%,98%のような2つのパーセントで指定してください。</translation>
    </message>
    <message>
      <source>The student had none of these classes before: there is nothing to compare it with.</source>
      <translation>元の生徒モデルにはこれらのクラスがなく、比較の対象がありません。</translation>
    </message>
    <message>
      <source>The sums are without {names}: no CRS tells how large the pixels are.</source>
      <translation>合計に{names}は含まれません。ピクセルの大きさを示すCRSがないためです。</translation>
    </message>
    <message>
      <source>The sums are without {names}: these maps are doubtful.</source>
      <translation>合計に{names}は含まれません。これらのマップは疑わしいためです。</translation>
    </message>
    <message>
      <source>The teacher looks at each window in all eight ways, and the student learns the average: no time is lost when it maps.</source>
      <translation>教師モデルが各ウィンドウを8通りの向きで見て、生徒モデルがその平均を学習します。マップの作成が遅くなることはありません。</translation>
    </message>
    <message>
      <source>The temporary file {path} cannot be written: {reason}</source>
      <translation>一時ファイル{path}に書き込めません: {reason}</translation>
    </message>
    <message>
      <source>The training was stopped.</source>
      <translation>学習を停止しました。</translation>
    </message>
    <message>
      <source>The values of band {bands} are not those that {model} was trained on: in band {band} half of the pixels lie below {middle}, where that was {trained}, and {low} to {high} held the middle half of them. Another date, another light, another sensor or haze does that, and the map will be poor. Bring the values back to those of the training (“Match to the training imagery”, MATCH), or adapt the model to this raster.</source>
      <translation>バンド{bands}の値が、{model}の学習時と異なります。バンド{band}では、ピクセルの半数が{middle}未満ですが、学習時は{trained}で、中央の半数は{low}～{high}の範囲でした。撮影日、光の条件、センサの違いや、もやが原因で起こり、マップの質が低下します。値を学習時に合わせるか（「学習画像に合わせる」、MATCH）、モデルをこのラスタに適応させてください。</translation>
    </message>
    <message>
      <source>The values that become the ends of what the model takes: two values (0,10000), two percentages of the whole raster (2%,98%), or none. By default bytes as they are; reflectance by the scale of the file or its product; others as the model says, else 2%,98%.</source>
      <translation>モデルの入力範囲の両端になる値: 2つの値（0,10000）、ラスタ全体での2つのパーセント（2%,98%）、またはnone。デフォルト: バイト値はそのまま、反射率はファイルのスケールまたはプロダクトに従い、その他はモデルの指定、なければ2%,98%。</translation>
    </message>
    <message>
      <source>The values without data “{text}” are not understood. Write values or ranges with commas between them, such as 0 or -9999..-9000,255, or none.</source>
      <translation>nodata値「{text}」を解釈できません。0や-9999..-9000,255のように、値または範囲をカンマ区切りで指定するか、noneを指定してください。</translation>
    </message>
    <message>
      <source>The values “{text}” are not understood. Write bytes, reflectance, dB, or two ends such as 0,10000.</source>
      <translation>値「{text}」を解釈できません。bytes、reflectance、dB、または0,10000のような両端の値で指定してください。</translation>
    </message>
    <message>
      <source>The whole raster</source>
      <translation>ラスタ全体</translation>
    </message>
    <message>
      <source>The worker {worker} cannot keep the model that it was sent: {reason}.</source>
      <translation>ワーカー{worker}は、送られたモデルを保存できません: {reason}。</translation>
    </message>
    <message>
      <source>The worker {worker} cannot write to the folder {folder}: {reason}.</source>
      <translation>ワーカー{worker}は、フォルダ{folder}に書き込めません: {reason}。</translation>
    </message>
    <message>
      <source>The worker {worker} could not look: {reason}.</source>
      <translation>ワーカー{worker}で確認できませんでした: {reason}。</translation>
    </message>
    <message>
      <source>The worker {worker} does not see the folder {folder}, where the map is to be.</source>
      <translation>ワーカー{worker}からは、マップの出力先フォルダ{folder}が見えません。</translation>
    </message>
    <message>
      <source>The worker {worker} does not see what is here: {reason}</source>
      <translation>ワーカー{worker}からは、ここにあるものが見えません: {reason}</translation>
    </message>
    <message>
      <source>The worker {worker} gets nothing to do.</source>
      <translation>ワーカー{worker}には、処理が割り当てられません。</translation>
    </message>
    <message>
      <source>The worker {worker} has another model {model} than there is here, by the SHA-256 of its weights and its description.</source>
      <translation>ワーカー{worker}のモデル{model}は、重みと説明のSHA-256から見て、ここにあるものと異なります。</translation>
    </message>
    <message>
      <source>The worker {worker} has no engine of version {version} ({reason}).</source>
      <translation>ワーカー{worker}に、バージョン{version}のエンジンがありません（{reason}）。</translation>
    </message>
    <message>
      <source>The worker {worker} has version {own} of the engine, and not {version}.</source>
      <translation>ワーカー{worker}のエンジンのバージョンは、{version}ではなく{own}です。</translation>
    </message>
    <message>
      <source>The worker {worker} lacks the model {model}.</source>
      <translation>ワーカー{worker}に、モデル{model}がありません。</translation>
    </message>
    <message>
      <source>The worker {worker} sees another raster {raster} than the one that is here.</source>
      <translation>ワーカー{worker}から見えるラスタ{raster}は、ここにあるものと異なります。</translation>
    </message>
    <message>
      <source>The workers have written what they see to {folder}, and it is not seen here.</source>
      <translation>ワーカーは計算した特徴を{folder}に書き込みましたが、ここからは見えません。</translation>
    </message>
    <message>
      <source>The workers write the map beside the report while it is judged: name one (REPORT) in a folder that they see.</source>
      <translation>評価中、ワーカーはレポートと同じ場所にマップを書き込みます。ワーカーから見えるフォルダ内のレポート（REPORT）を指定してください。</translation>
    </message>
    <message>
      <source>The workers write what they see beside the new model: name a folder that they see (SCRATCH).</source>
      <translation>ワーカーは、計算した特徴を新しいモデルと同じ場所に書き込みます。ワーカーから見えるフォルダを指定してください（SCRATCH）。</translation>
    </message>
    <message>
      <source>The {area} does not touch the raster {path}. Check its position and its CRS.</source>
      <translation>{area}はラスタ{path}と重なりません。位置とCRSを確認してください。</translation>
    </message>
    <message>
      <source>Then map the &amp;visible canvas</source>
      <translation>続けて表示範囲を分類(&amp;V)</translation>
    </message>
    <message>
      <source>There are fewer points than classes: none lies on {names}, and areas cannot be told for the whole map. Ask for {least} points at least, better 50 for each class.</source>
      <translation>点がクラスの数より少なく、{names}には点がありません。マップ全体の面積は求められません。少なくとも{least}点、できればクラスごとに50点を指定してください。</translation>
    </message>
    <message>
      <source>There are no polygons or points with a class in the field “{field}”. Draw some, and give each its class.</source>
      <translation>フィールド「{field}」にクラスの入ったポリゴンまたはポイントがありません。いくつか描いて、それぞれにクラスを付けてください。</translation>
    </message>
    <message>
      <source>There are no polygons or points with a number in the field “{field}”.</source>
      <translation>フィールド「{field}」に数値の入ったポリゴンまたはポイントがありません。</translation>
    </message>
    <message>
      <source>There are no polygons to limit the run to: the layer, or the selection in it, is empty.</source>
      <translation>処理を限定するポリゴンがありません。レイヤまたはその選択が空です。</translation>
    </message>
    <message>
      <source>There can be 1 to {most} workers (local:N), not {count}.</source>
      <translation>ワーカーの数は1～{most}です（local:N）。{count}は指定できません。</translation>
    </message>
    <message>
      <source>There is a model {id} already. Choose another id (MODEL_ID), or remove it.</source>
      <translation>モデル{id}はすでにあります。別のIDを選ぶか（MODEL_ID）、既存のモデルを削除してください。</translation>
    </message>
    <message>
      <source>There is no cluster {text}: name the address of its scheduler, such as tls://host:8786, the file that it has written, or local:N for N workers here.</source>
      <translation>クラスタ{text}はありません。スケジューラのアドレス（例: tls://host:8786）、スケジューラが書き込んだファイル、またはこのコンピュータのN個のワーカーを表すlocal:Nを指定してください。</translation>
    </message>
    <message>
      <source>There is no connection to {host}: {reason}. Check the network and the proxy settings, or take the file from a folder.</source>
      <translation>{host}に接続できません: {reason}。ネットワークとプロキシの設定を確認するか、フォルダのファイルを使ってください。</translation>
    </message>
    <message>
      <source>There is no data anywhere in band {bands}. What is left out like that is not asked where the raster has data, and is 0 for the model. If it needs more, choose other bands (BANDS).</source>
      <translation>バンド{bands}には、データがまったくありません。このように除外されたバンドは、ラスタのデータの有無の判定に使われず、モデルには0として入力されます。モデルに必要であれば、別のバンドを選択してください（BANDS）。</translation>
    </message>
    <message>
      <source>There is no dataset {name}. Known are: {known}.</source>
      <translation>データセット{name}はありません。利用できるもの: {known}。</translation>
    </message>
    <message>
      <source>There is no model “{model}”. Known models: {known}.</source>
      <translation>「{model}」というモデルはありません。利用できるモデル: {known}。</translation>
    </message>
    <message>
      <source>There is no place for the map: {reason}</source>
      <translation>マップの保存先がありません: {reason}</translation>
    </message>
    <message>
      <source>There is no raster there.</source>
      <translation>そこにはラスタがありません。</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: it does not answer.</source>
      <translation>{address}に、daskのスケジューラがありません。応答がありません。</translation>
    </message>
    <message>
      <source>There is no scheduler of dask at {address}: {reason}.</source>
      <translation>{address}に、daskのスケジューラがありません: {reason}。</translation>
    </message>
    <message>
      <source>there is no such file.</source>
      <translation>そのようなファイルはありません。</translation>
    </message>
    <message>
      <source>There is no {file} at {address}. Check the address.</source>
      <translation>{address}に{file}がありません。アドレスを確認してください。</translation>
    </message>
    <message>
      <source>There is not enough memory for this on the computer. End other programs that use it, or ask for less: smaller windows, one thread, a smaller model.</source>
      <translation>コンピュータのメモリが足りません。他のプログラムを終了するか、負荷を減らしてください（ウィンドウを小さくする、スレッドを1つにする、小さいモデルを使うなど）。</translation>
    </message>
    <message>
      <source>There is not enough space on the disk of {folder}: {needed} are needed, {free} are free.</source>
      <translation>{folder}のディスクの空き容量が足りません。必要量: {needed}、空き: {free}。</translation>
    </message>
    <message>
      <source>thermal infrared</source>
      <translation>熱赤外</translation>
    </message>
    <message>
      <source>These points are there to judge maps: a model that has seen them cannot be judged by them any more.</source>
      <translation>これらはマップの評価用の点です。学習に使うと、そのモデルをこれらの点で評価できなくなります。</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come by chance with a probability of {chance} %.</source>
      <translation>これらの点からは、どちらのマップが良いかは判断できません。両方が同等である場合に、これほどの差が偶然に生じる確率は{chance}%です。</translation>
    </message>
    <message>
      <source>These points do not tell which map is better: were both equally good, as large a difference would come up {often} by chance (p = {p}). That does not say that they are equally good; more points may tell.</source>
      <translation>これらの点からは、どちらのマップが良いかは判断できません。両方が同等である場合に、これほどの差が偶然に生じるのは{often}です（p = {p}）。ただし、同等であるという意味ではありません。点を増やすと、わかる可能性があります。</translation>
    </message>
    <message>
      <source>They are those of one part of the area, and what lies next to them was not learned from. Of all steps the one with the best mean IoU on them was kept, so the figures flatter a little. After that, the model learned from all for its last steps.</source>
      <translation>検証用のものは範囲の一部にあり、それに隣接するものは学習に使っていません。全ステップのうち、検証用での平均IoUが最も高いものを採用したため、指標は実際よりやや良くなります。その後、モデルは最後のステップで、すべてから学習しました。</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless a class lies nowhere else.</source>
      <translation>位置によって{count}個の部分に分け、それぞれを、他の部分に適応させたモデルで分類しました。その際、対象の部分に隣接するものは使っていません（あるクラスがそこにしかない場合を除く）。</translation>
    </message>
    <message>
      <source>They were divided by their place into {count} parts, and each part was mapped by a model fitted to the others, without what lies next to the part unless all does.</source>
      <translation>位置によって{count}個の部分に分け、それぞれを、他の部分に適応させたモデルで分類しました。その際、対象の部分に隣接するものは使っていません（すべてが隣接する場合を除く）。</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>このコンピュータ</translation>
    </message>
    <message>
      <source>This holds for the place if the points were drawn at random, each pixel with the same chance; else for these points only.</source>
      <translation>これが対象地域全体について成り立つのは、どのピクセルも同じ確率で無作為に抽出された点の場合です。そうでなければ、これらの点についてのみ成り立ちます。</translation>
    </message>
    <message>
      <source>This map goes to {folder}.</source>
      <translation>このマップは{folder}に保存されます。</translation>
    </message>
    <message>
      <source>This map has a class on {share} of the area of the map that the points were drawn on: areas are estimated for what both have in common.</source>
      <translation>点を抽出したマップの面積のうち、このマップにクラスがあるのは{share}です。面積は、両者に共通する部分について推定されます。</translation>
    </message>
    <message>
      <source>This map is right</source>
      <translation>このマップが正しい</translation>
    </message>
    <message>
      <source>This map is wrong</source>
      <translation>このマップが誤り</translation>
    </message>
    <message>
      <source>This map takes about {time}. A compact model can learn from a part of it, and map the rest sooner.</source>
      <translation>このマップには約{time}かかります。小型のモデルに一部を学習させると、残りを速く処理できます。</translation>
    </message>
    <message>
      <source>This model needs PyTorch: run it once first.</source>
      <translation>このモデルにはPyTorchが必要です。先に一度実行してください。</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed yet: {name}, a download of {size}, once, into
{folder}

Download it now?</source>
      <translation>この処理にはPyTorchが必要ですが、まだインストールされていません（{name}）。{size}を一度だけダウンロードします。保存先:
{folder}

今すぐダウンロードしますか？</translation>
    </message>
    <message>
      <source>This needs PyTorch, which is not installed: a download of up to 3 GB. The CrossEarth panel installs it on request; without a window: qgis_process run crossearth:setupengine --TORCH=true</source>
      <translation>この処理にはPyTorchが必要ですが、インストールされていません（ダウンロードは最大3 GB）。CrossEarthパネルからインストールできます。画面なしの場合: qgis_process run crossearth:setupengine --TORCH=true</translation>
    </message>
    <message>
      <source>This needs the package {package}. Install it with: pip install {requirement}</source>
      <translation>この処理にはパッケージ{package}が必要です。次のコマンドでインストールしてください: pip install {requirement}</translation>
    </message>
    <message>
      <source>This raster is unlike the imagery that {model} was trained on: {share} of the places that were looked at are as unusual as one in 20 is there. Classes may be wrong anywhere on it, and the confidence does not tell where. Check the map against the imagery, or adapt the model to a few polygons drawn on this raster (Adapt); Unfamiliarity among the outputs shows where it is unlike.</source>
      <translation>このラスタは、{model}の学習画像とは異なります。調べた箇所の{share}が、学習画像では20箇所に1箇所しかない程度に特異です。クラスはどこでも誤りの可能性があり、確信度ではその場所がわかりません。マップを画像と見比べるか、このラスタ上に描いた少数のポリゴンにモデルを適応させてください（適応）。どこが異なるかは、出力の「未知度」でわかります。</translation>
    </message>
    <message>
      <source>This translation was made by a machine. Corrections are welcome.</source>
      <translation>この翻訳は機械によるものです。訂正を歓迎します。</translation>
    </message>
    <message>
      <source>Those of the same season</source>
      <translation>同じ季節のもの</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>スレッド</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>時間</translation>
    </message>
    <message>
      <source>Time needed</source>
      <translation>所要時間</translation>
    </message>
    <message>
      <source>times the size</source>
      <translation>倍</translation>
    </message>
    <message>
      <source>To be adapted first</source>
      <translation>要適応</translation>
    </message>
    <message>
      <source>To be adapted first: it knows no classes yet</source>
      <translation>要適応: まだクラスがありません</translation>
    </message>
    <message>
      <source>train,training,finetune,fine-tuning,samples,polygons,machine learning,deep learning</source>
      <translation>学習,訓練,ファインチューニング,適応,サンプル,ポリゴン,機械学習,深層学習</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>学習データ</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>学習</translation>
    </message>
    <message>
      <source>Training steps</source>
      <translation>学習ステップ数</translation>
    </message>
    <message>
      <source>Trains the model itself: minutes to hours, for the best map</source>
      <translation>モデル自体を学習させます。数分から数時間かかりますが、最も良いマップになります</translation>
    </message>
    <message>
      <source>Trees</source>
      <translation>樹木</translation>
    </message>
    <message>
      <source>Tri&amp;als…</source>
      <translation>試行(&amp;A)…</translation>
    </message>
    <message>
      <source>Trials</source>
      <translation>試行</translation>
    </message>
    <message>
      <source>Trials on This Computer</source>
      <translation>このコンピュータでの試行</translation>
    </message>
    <message>
      <source>Trials on this computer: {count}. Something faster was found in {taken}.</source>
      <translation>このコンピュータでの試行: {count}。そのうち、より速い方法が見つかったもの: {taken}。</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>試した方法</translation>
    </message>
    <message>
      <source>Trying the engine on a small raster…</source>
      <translation>小さなラスタでエンジンをテスト中…</translation>
    </message>
    <message>
      <source>Two maps are compared by points (“Draw sample points on a map”): pixels of polygons or of another map stand together and are no sample, so that nothing tells how sure a difference is.</source>
      <translation>2つのマップの比較には点を使います（「マップ上に検証点を抽出」）。ポリゴンや別のマップのピクセルは互いに隣接していて標本にならず、違いの確かさがわかりません。</translation>
    </message>
    <message>
      <source>Two outputs need two files, not one: {path}</source>
      <translation>2つの出力に、同じファイルは指定できません: {path}</translation>
    </message>
    <message>
      <source>Type another name to rename a class; give several the same name to merge them.</source>
      <translation>クラスの名前を変えるには、別の名前を入力します。複数のクラスを同じ名前にすると、統合されます。</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>元に戻す</translation>
    </message>
    <message>
      <source>Undo (U)</source>
      <translation>元に戻す (U)</translation>
    </message>
    <message>
      <source>Unfamiliarity</source>
      <translation>未知度</translation>
    </message>
    <message>
      <source>Unfamiliarity of the map</source>
      <translation>マップの未知度</translation>
    </message>
    <message>
      <source>Unfamiliarity – {name}</source>
      <translation>未知度 – {name}</translation>
    </message>
    <message>
      <source>Unit: {unit}; rows: before, columns: after. What has stayed lies on the diagonal.</source>
      <translation>単位: {unit}; 行: 変化前、列: 変化後。対角線上は変化のないものです。</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>不明</translation>
    </message>
    <message>
      <source>Unlike the training imagery</source>
      <translation>学習画像と異なる</translation>
    </message>
    <message>
      <source>unlike the training imagery</source>
      <translation>学習画像と異なる</translation>
    </message>
    <message>
      <source>Unpacking Python {version}…</source>
      <translation>Python {version}を展開中…</translation>
    </message>
    <message>
      <source>Use the selected polygons and leave the others out</source>
      <translation>選択したポリゴンだけを使い、他は除外します</translation>
    </message>
    <message>
      <source>User's</source>
      <translation>利用者</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>値</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>値</translation>
    </message>
    <message>
      <source>Values matched to the training imagery</source>
      <translation>値を学習画像に合わせました</translation>
    </message>
    <message>
      <source>values of {ends}</source>
      <translation>値{ends}</translation>
    </message>
    <message>
      <source>Values stretched from</source>
      <translation>ストレッチ元の値</translation>
    </message>
    <message>
      <source>Values stretched: {ranges}</source>
      <translation>値のストレッチ: {ranges}</translation>
    </message>
    <message>
      <source>Values that the model takes</source>
      <translation>モデルの入力値</translation>
    </message>
    <message>
      <source>Values were matched to the training imagery of {model}; {share} of the places that were looked at are still as unusual as one in 20 is there. Matching brings back brightness and contrast, and no detail, and makes noise stronger: check the map against the imagery.</source>
      <translation>値を{model}の学習画像に合わせましたが、調べた箇所の{share}は、まだ学習画像では20箇所に1箇所しかない程度に特異です。この補正で戻るのは明るさとコントラストだけで、細部は戻らず、ノイズは強まります。マップを画像と見比べてください。</translation>
    </message>
    <message>
      <source>Values without data</source>
      <translation>nodata値</translation>
    </message>
    <message>
      <source>Values without data after</source>
      <translation>変化後のnodata値</translation>
    </message>
    <message>
      <source>Values without data before</source>
      <translation>変化前のnodata値</translation>
    </message>
    <message>
      <source>Versions, devices, settings and the last log, for a report of a fault.</source>
      <translation>不具合の報告のために、バージョン、デバイス、設定、直近のログを集めます。</translation>
    </message>
    <message>
      <source>Versions, settings and the log, to paste in a report of a fault</source>
      <translation>バージョン、設定、ログ（不具合の報告に貼り付けるため）</translation>
    </message>
    <message>
      <source>Virtual rasters (*.vrt)</source>
      <translation>仮想ラスタ (*.vrt)</translation>
    </message>
    <message>
      <source>Visible canvas</source>
      <translation>キャンバスの表示範囲</translation>
    </message>
    <message>
      <source>Waiting for another run to end…</source>
      <translation>別の処理の終了を待機中…</translation>
    </message>
    <message>
      <source>Walk through the places where the model is least sure, key by key</source>
      <translation>モデルの確信度が低い箇所を、キー操作で順に見ていきます</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>水域</translation>
    </message>
    <message>
      <source>water vapour</source>
      <translation>水蒸気</translation>
    </message>
    <message>
      <source>Web address or folder with the models</source>
      <translation>モデルのwebアドレスまたはフォルダ</translation>
    </message>
    <message>
      <source>Weights in half precision</source>
      <translation>重みを半精度にする</translation>
    </message>
    <message>
      <source>Weights, SHA-256</source>
      <translation>重みのSHA-256</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 less, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>参照データの番号から1を引くと、マップとの一致は{agree}ではなく{shifted}になります。一方はクラスを0から、もう一方は1から数えているようです。その場合は、参照データの番号をマップに合わせるか、マップのクラス名を付けてください。</translation>
    </message>
    <message>
      <source>Were the reference's numbers 1 more, {shifted} of it would agree with the map, and not {agree}: the one seems to count its classes from 0, the other from 1. If so, number the reference as the map does, or give it the names of the map's classes.</source>
      <translation>参照データの番号に1を足すと、マップとの一致は{agree}ではなく{shifted}になります。一方はクラスを0から、もう一方は1から数えているようです。その場合は、参照データの番号をマップに合わせるか、マップのクラス名を付けてください。</translation>
    </message>
    <message>
      <source>What a pixel of a photo or a scan measures on the ground, so that the model sees it in the size that it was trained for, and areas are in square metres. Where the raster has a CRS, that tells.</source>
      <translation>写真やスキャン画像の1ピクセルの、地上での大きさ。モデルに学習時と同じ大きさで入力し、面積を平方メートルで求めるために使います。ラスタにCRSがあれば、CRSが優先されます。</translation>
    </message>
    <message>
      <source>What Changed…</source>
      <translation>変化を調べる…</translation>
    </message>
    <message>
      <source>What computes: auto takes the fastest that works. Or type a name, such as cuda:1.</source>
      <translation>計算に使うデバイスです。autoでは、動作するうち最も速いものを使います。cuda:1のような名前を入力することもできます。</translation>
    </message>
    <message>
      <source>What has changed between two maps, from what to what.</source>
      <translation>2つのマップの間で、何が何に変わったかを調べます。</translation>
    </message>
    <message>
      <source>What has changed, coloured by what it has become</source>
      <translation>変化した場所（変化後のクラスの色）</translation>
    </message>
    <message>
      <source>What is chosen is not trained itself: use “Quick adapt”.</source>
      <translation>選択したものは、それ自体を学習させることができません。「クイック適応」を使ってください。</translation>
    </message>
    <message>
      <source>What is subtracted from the values: one number, or one per band, separated by commas.</source>
      <translation>値から引く数: 1つの数値、またはバンドごとの数値をカンマ区切りで指定します。</translation>
    </message>
    <message>
      <source>What is told as a warning, such as an unmarked border or bands that are not the model's, then ends the run before anything is computed.</source>
      <translation>設定されていないデータなしの縁や、モデルと異なるバンドなど、通常は警告となる問題があれば、計算を始める前に処理を終了します。</translation>
    </message>
    <message>
      <source>what it computes of a test window is no number: its weights are damaged.</source>
      <translation>テスト用ウィンドウの計算結果が数値になりません。重みが壊れています。</translation>
    </message>
    <message>
      <source>What looks at the imagery and knows the classes. The id of a model in the catalogue, or the path of a model's folder or ONNX file.</source>
      <translation>画像を分類するモデル。カタログ内のモデルのID、またはモデルフォルダやONNXファイルのパス。</translation>
    </message>
    <message>
      <source>What of the raster the model maps; empty: all.</source>
      <translation>ラスタのうち、モデルで分類する部分。空の場合: 全体。</translation>
    </message>
    <message>
      <source>What people call it.</source>
      <translation>画面に表示される名前。</translation>
    </message>
    <message>
      <source>What programs write where there is no class is taken for none in the field {field} ({texts}): {count}. If it is a class, give it another name.</source>
      <translation>フィールド{field}のうち、クラスがないときにプログラムが書き込む値（{texts}）は、クラスなしとみなします: {count}。これがクラスであれば、別の名前を付けてください。</translation>
    </message>
    <message>
      <source>What scripts call it: small letters, digits, dots and hyphens. Empty: by the name of the file.</source>
      <translation>スクリプトで使う名前: 小文字の英字、数字、ピリオド、ハイフン。空の場合: ファイル名から。</translation>
    </message>
    <message>
      <source>What the canvas shows</source>
      <translation>キャンバスの表示範囲</translation>
    </message>
    <message>
      <source>What the cluster calls folders of this computer, a line for each: the folder here, =, the folder there. Those that are called the same need no line.</source>
      <translation>このコンピュータのフォルダの、クラスタでの名前です。1行に1つずつ「ここのフォルダ=クラスタのフォルダ」と書きます。同じ名前のフォルダは不要です。</translation>
    </message>
    <message>
      <source>What the interrupted run left belongs to other data, another model or other options: the run starts anew.</source>
      <translation>中断した処理の途中結果は、別のデータ、モデルまたはオプションのものです。最初からやり直します。</translation>
    </message>
    <message>
      <source>What the interrupted run left is damaged or incomplete: the run starts anew.</source>
      <translation>中断した処理の途中結果が壊れているか、不完全です。最初からやり直します。</translation>
    </message>
    <message>
      <source>What the network takes, in which mean and standard deviation are, too: bytes (0 to 255), reflectance (0 to 1), dB (decibels), or two ends such as 0,10000. Empty: what the mean looks like.</source>
      <translation>ネットワークの入力値。平均値と標準偏差もこの単位です。bytes（0～255）、reflectance（0～1）、dB（デシベル）、または0,10000のような両端の値。空の場合: 平均値から推定。</translation>
    </message>
    <message>
      <source>What the new model will be called; empty: after raster and day. The same name again makes another round of the model, and the earlier ones are kept</source>
      <translation>新しいモデルの名前。空の場合: ラスタと日付から付けられます。同じ名前を使うとモデルの次のラウンドになり、以前のラウンドも残ります</translation>
    </message>
    <message>
      <source>What the panel offers first. Automatic takes the fastest device that works; a name such as cuda:1 can be typed.</source>
      <translation>パネルで最初に選ばれているデバイスです。「自動」では、動作するうち最も速いデバイスを使います。cuda:1のような名前を入力することもできます。</translation>
    </message>
    <message>
      <source>What the teacher computes in. Less than fp32 is quicker where the device has it.</source>
      <translation>教師モデルの計算に使う数値の精度。デバイスが対応していれば、fp32より低い方が高速です。</translation>
    </message>
    <message>
      <source>What they are then divided by: one number, or one per band, separated by commas.</source>
      <translation>引いた後の値を割る数: 1つの数値、またはバンドごとの数値をカンマ区切りで指定します。</translation>
    </message>
    <message>
      <source>What was found cannot be deleted: {reason}.</source>
      <translation>これまでの結果を削除できません: {reason}。</translation>
    </message>
    <message>
      <source>What {host} has as {file} is another file than the one that was downloaded here earlier. If its authors have changed it, remove its line from {list}, and download it again.</source>
      <translation>{host}の{file}は、以前ここにダウンロードしたものとは別のファイルです。作者が変更したのであれば、{list}から該当の行を削除して、もう一度ダウンロードしてください。</translation>
    </message>
    <message>
      <source>What {host} has as {file} is of {size}; the published file is of {expected}. Nothing was downloaded: check the address, or put a SHA256SUMS beside the file.</source>
      <translation>{host}の{file}のサイズは{size}ですが、公開されているファイルは{expected}です。何もダウンロードしていません。アドレスを確認するか、ファイルと同じ場所にSHA256SUMSを置いてください。</translation>
    </message>
    <message>
      <source>What {host} sent as {file} is not what it announced: size or SHA-256 differ. It was removed; download it again, or from another address.</source>
      <translation>{host}から{file}として受信したデータが、予告された内容と一致しません（サイズまたはSHA-256の不一致）。データは削除しました。もう一度、または別のアドレスからダウンロードしてください。</translation>
    </message>
    <message>
      <source>What {place} has as {file} is not the Python that was published: its SHA-256 is another one. What was fetched is deleted. Try again; if it stays so, the mirror, or a proxy on the way, changes files.</source>
      <translation>{place}の{file}は、公開されているPythonではありません（SHA-256の不一致）。取得したファイルは削除しました。もう一度試し、それでも同じ場合は、ミラーまたは途中のプロキシがファイルを改変しています。</translation>
    </message>
    <message>
      <source>Whatever the file says. By default that of the layer, and of a file that is no layer its own.</source>
      <translation>ファイルの記載より優先されます。デフォルト: レイヤのCRS。レイヤでないファイルの場合は、ファイルのCRS。</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>範囲</translation>
    </message>
    <message>
      <source>Where groups are found; the model is the one to start from</source>
      <translation>グループを検出する範囲。モデルには、適応の元にするモデルを使います</translation>
    </message>
    <message>
      <source>Where it has none, within its extent, counts as {name}, as asked.</source>
      <translation>指定により、領域内でクラスのない場所を{name}として数えます。</translation>
    </message>
    <message>
      <source>Where it is published</source>
      <translation>公開元</translation>
    </message>
    <message>
      <source>Where it looks like at a few points or polygons, without any classes.</source>
      <translation>いくつかの点やポリゴンに似た場所を、クラスを使わずに検出します。</translation>
    </message>
    <message>
      <source>Where samples were held out it is {sure} % sure and {right} % right.</source>
      <translation>検証用サンプルでは、確信度{sure}%、正解率{right}%です。</translation>
    </message>
    <message>
      <source>Where the legend of the layer does not say them: values and names, such as 1=water, 2=forest.</source>
      <translation>レイヤの凡例に名前がない場合に指定します。値と名前（例: 1=水域, 2=森林）。</translation>
    </message>
    <message>
      <source>Where the model is computed: auto, cpu, or a graphics card: gpu:0, gpu:1… What really ran, and why no better device, is written into the result.</source>
      <translation>モデルを計算するデバイス: auto、cpu、またはグラフィックカードのgpu:0、gpu:1…。実際に使われたデバイスと、より良いデバイスが使われなかった理由は、結果に記録されます。</translation>
    </message>
    <message>
      <source>Where there are enough in all: else all classes share alike.</source>
      <translation>総数に余裕がある場合の値です。余裕がなければ、すべてのクラスに均等に割り当てられます。</translation>
    </message>
    <message>
      <source>Which bands stand for the model's inputs, for instance red, green, blue. Empty: by the colours that the file names, else the first ones. In scripts, and for qgis_process: 3,2,1.</source>
      <translation>モデルの入力に使うバンド（例: 赤、緑、青）。空の場合: ファイルの色情報に従い、なければ先頭のバンド。スクリプトとqgis_processでは: 3,2,1。</translation>
    </message>
    <message>
      <source>Which map is better cannot be told: of {share} of the map that the points were drawn on no point has a class.</source>
      <translation>どちらのマップが良いかは判断できません。点を抽出したマップの{share}で、クラスの付いた点がありません。</translation>
    </message>
    <message>
      <source>Which models OpenVINO or less precision was tried for, and what came of it</source>
      <translation>OpenVINOや低い数値精度を、どのモデルで試し、結果がどうだったかを表示します</translation>
    </message>
    <message>
      <source>Which part of the raster to classify</source>
      <translation>ラスタのどの部分を分類するか</translation>
    </message>
    <message>
      <source>Whole layer</source>
      <translation>レイヤ全体</translation>
    </message>
    <message>
      <source>Whole polygons and points were held out, never single pixels.</source>
      <translation>検証用に取り分けたのはポリゴンと点の全体で、個々のピクセルではありません。</translation>
    </message>
    <message>
      <source>Whole polygons were held out, never single pixels.</source>
      <translation>検証用に取り分けたのはポリゴン全体で、個々のピクセルではありません。</translation>
    </message>
    <message>
      <source>Width of what the canvas shows of each point. The same at all, so that none is looked at more closely than others.</source>
      <translation>各点でキャンバスに表示する範囲の幅です。すべての点を同じ細かさで見るように、共通の幅を使います。</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>ウィンドウ</translation>
    </message>
    <message>
      <source>Window blending</source>
      <translation>ウィンドウのブレンド</translation>
    </message>
    <message>
      <source>Window overlap</source>
      <translation>ウィンドウの重なり</translation>
    </message>
    <message>
      <source>Window size</source>
      <translation>ウィンドウサイズ</translation>
    </message>
    <message>
      <source>Window {done} of {total}</source>
      <translation>ウィンドウ{done} / {total}</translation>
    </message>
    <message>
      <source>Window {done} of {total}, {time} left</source>
      <translation>ウィンドウ{done} / {total}、残り{time}</translation>
    </message>
    <message>
      <source>Window, pixels</source>
      <translation>ウィンドウ（ピクセル）</translation>
    </message>
    <message>
      <source>Windows</source>
      <translation>ウィンドウ</translation>
    </message>
    <message>
      <source>Windows that the teacher looks at</source>
      <translation>教師モデルが見るウィンドウの数</translation>
    </message>
    <message>
      <source>With Pictures, in the Web Browser</source>
      <translation>図入りでwebブラウザに表示</translation>
    </message>
    <message>
      <source>With precision auto the processor computes a model in another library, or in less precision, where that takes less time and 99.5 % of the pixels keep their class. That is tried once for each model, on windows of what you map, and holds from then on.</source>
      <translation>数値精度がautoの場合、プロセッサは、時間が短縮され、かつ99.5%のピクセルのクラスが変わらなければ、別のライブラリや低い数値精度でモデルを計算します。マップの作成に使うウィンドウで、モデルごとに一度だけ試し、以後はその結果に従います。</translation>
    </message>
    <message>
      <source>With PyTorch</source>
      <translation>PyTorchも含める</translation>
    </message>
    <message>
      <source>Without a network: takes the engine's packages from a folder that dev.py wheelhouse has filled.</source>
      <translation>ネットワークを使わずに、dev.py wheelhouseで用意したフォルダから、エンジンのパッケージをインストールします。</translation>
    </message>
    <message>
      <source>Without {names}: no CRS tells how large their pixels are.</source>
      <translation>{names}を除く: ピクセルの大きさを示すCRSがないためです。</translation>
    </message>
    <message>
      <source>Without {names}: what is said of them below makes their maps doubtful.</source>
      <translation>{names}を除く: 下記の理由により、これらのマップは疑わしいためです。</translation>
    </message>
    <message>
      <source>Write what the canvas shows as outlines or points in a layer</source>
      <translation>キャンバスに表示されているものを、輪郭または点としてレイヤに書き込みます</translation>
    </message>
    <message>
      <source>Writes a model to a folder that others can use.</source>
      <translation>モデルを、他の人が使えるフォルダに書き込みます。</translation>
    </message>
    <message>
      <source>Writes model.onnx, its description (model.json, a STAC item), its card (README.md) and its SHA-256 into a new or empty folder. The ONNX file alone tells classes, bands, window and pixel size, to this plugin and to Deepness. Import the folder on another computer with crossearth:importmodel.

The networks of CrossEarth are translated for that, which takes minutes, and compared with the original; ONNX models are copied.</source>
      <translation>model.onnx、その説明（model.json、STACアイテム）、モデルカード（README.md）、SHA-256を、新しいフォルダまたは空のフォルダに書き込みます。ONNXファイルだけでも、クラス、バンド、ウィンドウ、ピクセルサイズが、このプラグインとDeepnessに伝わります。別のコンピュータでは、crossearth:importmodelでフォルダをインポートしてください。

CrossEarthのネットワークは変換され（数分かかります）、元のモデルと照合されます。ONNXモデルはコピーされます。</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>マップを書き込み中</translation>
    </message>
    <message>
      <source>yellow</source>
      <translation>黄</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>はい</translation>
    </message>
    <message>
      <source>You have said {name}.</source>
      <translation>現在の回答: {name}。</translation>
    </message>
    <message>
      <source>Your Models</source>
      <translation>自分のモデル</translation>
    </message>
    <message>
      <source>Your models</source>
      <translation>自分のモデル</translation>
    </message>
    <message>
      <source>zonal statistics,majority,objects,parcels,fields,buildings,footprints,object-based</source>
      <translation>ゾーン統計量,最頻値,オブジェクト,区画,圃場,建物,輪郭,オブジェクトベース</translation>
    </message>
    <message>
      <source>{address} is not an address.</source>
      <translation>{address}はアドレスではありません。</translation>
    </message>
    <message>
      <source>{archive} cannot be unpacked: {reason}</source>
      <translation>{archive}を展開できません: {reason}</translation>
    </message>
    <message>
      <source>{archive} holds what does not belong into it ({member}) and was not unpacked. Fetch it anew; if it comes from a mirror or a folder, tell whoever fills it.</source>
      <translation>{archive}に、あるはずのないもの（{member}）が含まれているため、展開しませんでした。取得し直してください。ミラーまたはフォルダのものであれば、その管理者に知らせてください。</translation>
    </message>
    <message>
      <source>{band} from {number} ({reason})</source>
      <translation>{band}: バンド{number}（{reason}）</translation>
    </message>
    <message>
      <source>{benchmark}: not known</source>
      <translation>{benchmark}: 不明</translation>
    </message>
    <message>
      <source>{better} is better than {worse}: were both equally good, as large a difference would come up {often} by chance (p = {p}).</source>
      <translation>{better}は{worse}より優れています。両方が同等であれば、これほどの差が偶然に生じるのは{often}です（p = {p}）。</translation>
    </message>
    <message>
      <source>{card} is not used by {library}: it could be by {way}, of which nobody has shown yet that the maps are right.</source>
      <translation>{card}は{library}では使用されません。{way}を使えば可能ですが、正しいマップになることは、まだ確かめられていません。</translation>
    </message>
    <message>
      <source>{card} is not used: its driver {driver} is too old for {library}. Update the driver, or install {library} for an older CUDA.</source>
      <translation>{card}は使用されません。ドライバ{driver}が、{library}には古すぎます。ドライバを更新するか、古いCUDA用の{library}をインストールしてください。</translation>
    </message>
    <message>
      <source>{card} is not used: its memory ({memory}) does not suffice now. End other programs that use it, or choose less precise numbers (PRECISION) or a smaller model (MODEL).</source>
      <translation>{card}は使用されません。メモリ（{memory}）が現在不足しています。カードを使用している他のプログラムを終了するか、低い数値精度（PRECISION）または小さいモデル（MODEL）を選択してください。</translation>
    </message>
    <message>
      <source>{card} is not used: libraries that {library} needs for it are missing or do not fit ({reason}). Remove {package} under Settings ▸ Options ▸ CrossEarth and add it again; the page on graphics cards in the documentation says more.</source>
      <translation>{card}は使用されません。{library}に必要なライブラリがないか、合っていません（{reason}）。設定 ▸ オプション ▸ CrossEarthで{package}を削除して、追加し直してください。詳しくは、ドキュメントのグラフィックカードのページをご覧ください。</translation>
    </message>
    <message>
      <source>{card} is not used: the environment variable {variable} hides it from all programs. Take it away, or name the card in it, to use the card.</source>
      <translation>{card}は使用されません。環境変数{variable}により、どのプログラムからも見えなくなっています。カードを使うには、変数を削除するか、変数にこのカードを指定してください。</translation>
    </message>
    <message>
      <source>{card} is not used: the model cannot be computed on it in {precision}, only in {available}. Choose one of these (PRECISION) to use the card.</source>
      <translation>{card}は使用されません。このカードでは、モデルを{precision}で計算できません。利用可能: {available}。カードを使うには、このいずれかを選択してください（PRECISION）。</translation>
    </message>
    <message>
      <source>{card} is not used: {library} computes wrong numbers on it. Update the driver of the card, or install another version of {library}.</source>
      <translation>{card}は使用されません。{library}の計算結果が、このカードでは誤りになります。カードのドライバを更新するか、別のバージョンの{library}をインストールしてください。</translation>
    </message>
    <message>
      <source>{card} is not used: {library} did not come back from it within {seconds} seconds. Start the computer anew; if that does not help, update the driver of the card.</source>
      <translation>{card}は使用されません。{library}が{seconds}秒以内に応答しませんでした。コンピュータを再起動し、それでも解決しない場合は、カードのドライバを更新してください。</translation>
    </message>
    <message>
      <source>{card} is not used: {library} fails on it ({reason}). Update the driver of the card; until it works, the processor does.</source>
      <translation>{card}は使用されません。{library}がこのカードで失敗しました（{reason}）。カードのドライバを更新してください。動作するまでは、プロセッサで計算します。</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards as new as this (compute capability {capability}; it has {known}). Install a newer {library}.</source>
      <translation>{card}は使用されません。{library}は、これほど新しいカードに対応していません（compute capability {capability}。対応: {known}）。新しい{library}をインストールしてください。</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no programs for cards of its age (compute capability {capability}; it has {known}). An older {library} may have them; the page on graphics cards in the documentation says which.</source>
      <translation>{card}は使用されません。{library}は、この世代の古いカードに対応していません（compute capability {capability}。対応: {known}）。古い{library}なら対応している可能性があります。詳しくは、ドキュメントのグラフィックカードのページをご覧ください。</translation>
    </message>
    <message>
      <source>{card} is not used: {library} has no way to compute on it with this system.</source>
      <translation>{card}は使用されません。このシステムでは、{library}はこのカードで計算できません。</translation>
    </message>
    <message>
      <source>{card} is not used: {library} was made for such cards and does not find it ({reason}). Start the computer anew; if that does not help, install the card's driver again.</source>
      <translation>{card}は使用されません。{library}はこの種のカードに対応していますが、検出できません（{reason}）。コンピュータを再起動し、それでも解決しない場合は、カードのドライバをインストールし直してください。</translation>
    </message>
    <message>
      <source>{card}: builds for it can be added later under Settings &gt; Options</source>
      <translation>{card}: 対応パッケージは、後で 設定 &gt; オプション から追加できます</translation>
    </message>
    <message>
      <source>{card}: cannot be used</source>
      <translation>{card}: 使用不可</translation>
    </message>
    <message>
      <source>{count} bands</source>
      <translation>{count}バンド</translation>
    </message>
    <message>
      <source>{count} candidates.</source>
      <translation>{count}個の候補。</translation>
    </message>
    <message>
      <source>{count} groups</source>
      <translation>{count}グループ</translation>
    </message>
    <message>
      <source>{count} groups. Say in the table what each is; groups of one name become one class. Delete what is typical of nothing, then adapt.</source>
      <translation>{count}グループ。それぞれが何かを表に入力してください。同じ名前のグループは1つのクラスになります。特徴のはっきりしないグループは削除してから、適応を行ってください。</translation>
    </message>
    <message>
      <source>{count} objects</source>
      <translation>{count}個のオブジェクト</translation>
    </message>
    <message>
      <source>{count} pieces of the layer “{layer}” could not be fetched ({reason}): the map has holes there.</source>
      <translation>レイヤ「{layer}」のうち{count}個の断片を取得できませんでした（{reason}）。マップのその部分は空白になります。</translation>
    </message>
    <message>
      <source>{count} pixels</source>
      <translation>{count}ピクセル</translation>
    </message>
    <message>
      <source>{count} places are similar enough.</source>
      <translation>{count}箇所が条件に合っています。</translation>
    </message>
    <message>
      <source>{count} places.</source>
      <translation>{count}箇所。</translation>
    </message>
    <message>
      <source>{count} points tell the overall accuracy to ± {margin} percentage points.</source>
      <translation>{count}点で、全体精度が±{margin}ポイントの確かさでわかります。</translation>
    </message>
    <message>
      <source>{count} points, {least} of a class at least: overall accuracy {share} ± {margin}. In proportion to area and without a least number, Cochran's formula would ask for {formula}.</source>
      <translation>{count}点、クラスごとに最小{least}点: 全体精度{share}±{margin}。面積に比例させて最小点数を設けない場合、Cochranの式では{formula}点です。</translation>
    </message>
    <message>
      <source>{count} polygons cross themselves and will be repaired.</source>
      <translation>{count}個のポリゴンが自己交差しているため、修復されます。</translation>
    </message>
    <message>
      <source>{count} rasters, land cover</source>
      <translation>{count}個のラスタ、土地被覆</translation>
    </message>
    <message>
      <source>{count} rasters, {name}</source>
      <translation>{count}個のラスタ、{name}</translation>
    </message>
    <message>
      <source>{count} samples have no class.</source>
      <translation>{count}個のサンプルにクラスがありません。</translation>
    </message>
    <message>
      <source>{count} samples lie outside the raster.</source>
      <translation>{count}個のサンプルがラスタの外側にあります。</translation>
    </message>
    <message>
      <source>{count} tensors of the file serve training only and were left out: {names}.</source>
      <translation>ファイルのテンソルのうち{count}個は、学習専用のため除外しました: {names}。</translation>
    </message>
    <message>
      <source>{count} windows</source>
      <translation>{count}ウィンドウ</translation>
    </message>
    <message>
      <source>{count} windows in {time} on {device} ({precision}), batch {batch}</source>
      <translation>{count}ウィンドウを{time}で処理、{device}（{precision}）、バッチ{batch}</translation>
    </message>
    <message>
      <source>{count}, {size}</source>
      <translation>{count}、{size}</translation>
    </message>
    <message>
      <source>{crs}; x {left} to {right}, y {bottom} to {top}</source>
      <translation>{crs}; x {left}～{right}、y {bottom}～{top}</translation>
    </message>
    <message>
      <source>{done} of {count} places are done, of the raster {name}. Choose it to go on there.</source>
      <translation>ラスタ{name}の{count}箇所中{done}箇所が完了しています。続けるには、そのラスタを選択してください。</translation>
    </message>
    <message>
      <source>{done} of {count} places are done.</source>
      <translation>{count}箇所中{done}箇所が完了しています。</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled, {skipped} skipped.</source>
      <translation>{count}点中{done}点がラベル付け済み、{skipped}点がスキップ済みです。</translation>
    </message>
    <message>
      <source>{done} of {count} points are labelled.</source>
      <translation>{count}点中{done}点がラベル付け済みです。</translation>
    </message>
    <message>
      <source>{done} of {planned}, {skipped} skipped</source>
      <translation>{planned}中{done}、スキップ{skipped}</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <source>{done} of {total}, {time} left</source>
      <translation>{done} / {total}、残り{time}</translation>
    </message>
    <message>
      <source>{done}, {skipped} skipped</source>
      <translation>{done}、スキップ{skipped}</translation>
    </message>
    <message>
      <source>{file} is given twice: nothing can differ there. Choose two maps.</source>
      <translation>{file}が2回指定されています。違いは出ません。2つのマップを選択してください。</translation>
    </message>
    <message>
      <source>{file} is lost or was changed</source>
      <translation>{file}が失われたか、変更されています</translation>
    </message>
    <message>
      <source>{file} says no CRS: its coordinates are taken to be in {crs}, as those of the layer with what is there. If they are in another one, give the raster its CRS.</source>
      <translation>{file}にCRSの記載がないため、参照データのレイヤと同じ{crs}の座標とみなします。異なる場合は、ラスタにCRSを設定してください。</translation>
    </message>
    <message>
      <source>{file} was taken over by another run.</source>
      <translation>{file}は、別の処理に引き継がれました。</translation>
    </message>
    <message>
      <source>{first} or {second}</source>
      <translation>{first}または{second}</translation>
    </message>
    <message>
      <source>{folder} (about {size})</source>
      <translation>{folder}（約{size}）</translation>
    </message>
    <message>
      <source>{host} does not give {file} (HTTP status {status}). Check the address of the mirror under Settings &gt; Options &gt; CrossEarth, if one is named there.</source>
      <translation>{host}から{file}を取得できません（HTTPステータス{status}）。設定 &gt; オプション &gt; CrossEarth でミラーを指定している場合は、アドレスを確認してください。</translation>
    </message>
    <message>
      <source>{host} does not send {file} ({status}). Try later, or take it from another address.</source>
      <translation>{host}が{file}を送信しません（{status}）。後でもう一度試すか、別のアドレスから取得してください。</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours}時間{minutes}分</translation>
    </message>
    <message>
      <source>{imagery}, without labels</source>
      <translation>{imagery}（ラベルなし）</translation>
    </message>
    <message>
      <source>{layer} is a map on a server: the run fetches the area first, at the pixel size of the model. See to it that its terms of use allow that.</source>
      <translation>{layer}はサーバ上の地図です。処理の前に、モデルのピクセルサイズで対象範囲を取得します。利用規約で認められていることを確認してください。</translation>
    </message>
    <message>
      <source>{least} to {most} px, overlap {overlap} px</source>
      <translation>{least}～{most} px、重なり{overlap} px</translation>
    </message>
    <message>
      <source>{library} cannot be loaded ({reason}). Set the engine up again; if that does not help, its packages do not suit this computer.</source>
      <translation>{library}を読み込めません（{reason}）。エンジンをセットアップし直してください。それでも解決しない場合、パッケージがこのコンピュータに合っていません。</translation>
    </message>
    <message>
      <source>{library} cannot compute this network ({reason}). {other} can: choose the precision fp32.</source>
      <translation>{library}では、このネットワークを計算できません（{reason}）。{other}なら計算できます。数値精度fp32を選択してください。</translation>
    </message>
    <message>
      <source>{library} did not answer within {seconds} seconds. Try again when the computer has less to do; if that does not help, set the engine up again.</source>
      <translation>{library}が{seconds}秒以内に応答しませんでした。コンピュータの負荷が低いときにもう一度試し、それでも解決しない場合は、エンジンをセットアップし直してください。</translation>
    </message>
    <message>
      <source>{library} is not installed. It comes when a model is first used that needs it.</source>
      <translation>{library}はインストールされていません。必要とするモデルを初めて使うときにインストールされます。</translation>
    </message>
    <message>
      <source>{library}: works</source>
      <translation>{library}: 動作します</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low}～{high}</translation>
    </message>
    <message>
      <source>{low} to {high} m</source>
      <translation>{low}～{high} m</translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes}分{seconds}秒</translation>
    </message>
    <message>
      <source>{model} as its authors published it, not on this computer yet.</source>
      <translation>作者が公開した{model}。このコンピュータにはまだありません。</translation>
    </message>
    <message>
      <source>{model} takes decibels, and the values of the raster ({low} to {high}) look like backscatter that is not in decibels: take 10 times their decimal logarithm first, for instance with the raster calculator.</source>
      <translation>{model}の入力はデシベルですが、ラスタの値（{low}～{high}）は、デシベルに変換されていない後方散乱のようです。先にラスタ計算機などで、常用対数の10倍に変換してください。</translation>
    </message>
    <message>
      <source>{model} tells numbers ({name}), and no classes.</source>
      <translation>{model}が出力するのは数値（{name}）で、クラスはありません。</translation>
    </message>
    <message>
      <source>{model} was made for pixels of {own} m and sees pixels of {size} m: the map will be poorer. With GSD {own} it is shown pixels of the size that it was made for.</source>
      <translation>{model}は{own} mのピクセル用ですが、{size} mのピクセルが入力されるため、マップの質が低下します。GSD {own}と指定すると、本来のピクセルサイズで入力されます。</translation>
    </message>
    <message>
      <source>{model} was trained on values around {mean}, plus or minus {std}; those of the raster are {low} to {high} (band {band}). Bands, units or scale do not belong together: check BANDS, say which numbers stand for the ends of the model's range (STRETCH), or what the model takes, at its import (VALUES).</source>
      <translation>{model}は{mean}±{std}程度の値で学習していますが、ラスタの値は{low}～{high}です（バンド{band}）。バンド、単位、スケールのいずれかが合っていません。BANDSを確認するか、モデルの入力範囲の両端に対応する値（STRETCH）、またはインポート時にモデルの入力値（VALUES）を指定してください。</translation>
    </message>
    <message>
      <source>{model}: {progress}</source>
      <translation>{model}: {progress}</translation>
    </message>
    <message>
      <source>{name} copy</source>
      <translation>{name}のコピー</translation>
    </message>
    <message>
      <source>{name} is not offered for this computer ({computer}) with Python {version}: there is no build of {packages}. The page Setting up the engine has a table of what is.</source>
      <translation>{name}は、このコンピュータ（{computer}）とPython {version}用には提供されていません。{packages}の対応版がありません。提供されているものの一覧は、「Setting up the engine」のページにあります。</translation>
    </message>
    <message>
      <source>{name} is there already: this map goes to {other}.</source>
      <translation>{name}はすでにあります。このマップは{other}に保存されます。</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name}を削除しました。</translation>
    </message>
    <message>
      <source>{name}, canceled after {time}: a part of the map</source>
      <translation>{name}: {time}でキャンセル（マップの一部）</translation>
    </message>
    <message>
      <source>{name}, made in {time}</source>
      <translation>{name}: {time}で作成</translation>
    </message>
    <message>
      <source>{name}: 1 object</source>
      <translation>{name}: 1個のオブジェクト</translation>
    </message>
    <message>
      <source>{name}: 1 point</source>
      <translation>{name}: 1点</translation>
    </message>
    <message>
      <source>{name}: added</source>
      <translation>{name}: 追加済み</translation>
    </message>
    <message>
      <source>{name}: at least {least}, not {value}.</source>
      <translation>{name}: {least}以上にしてください（指定: {value}）。</translation>
    </message>
    <message>
      <source>{name}: at most {most}, not {value}.</source>
      <translation>{name}: {most}以下にしてください（指定: {value}）。</translation>
    </message>
    <message>
      <source>{name}: from {least} to {most}, not {value}.</source>
      <translation>{name}: {least}から{most}の範囲にしてください（指定: {value}）。</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}</source>
      <translation>{name}: IoU {iou}</translation>
    </message>
    <message>
      <source>{name}: no number</source>
      <translation>{name}: 数値なし</translation>
    </message>
    <message>
      <source>{name}: this computer has an {card}</source>
      <translation>{name}: このコンピュータには{card}があります</translation>
    </message>
    <message>
      <source>{name}: {amount} ha, {percent} %</source>
      <translation>{name}: {amount} ha、{percent}%</translation>
    </message>
    <message>
      <source>{name}: {amount} pixels, {percent} %</source>
      <translation>{name}: {amount}ピクセル、{percent}%</translation>
    </message>
    <message>
      <source>{name}: {area} ha, {low} to {high} ha (95 %)</source>
      <translation>{name}: {area} ha、{low}～{high} ha（95%）</translation>
    </message>
    <message>
      <source>{name}: {area} pixels, {low} to {high} pixels (95 %)</source>
      <translation>{name}: {area}ピクセル、{low}～{high}ピクセル（95%）</translation>
    </message>
    <message>
      <source>{name}: {count} objects</source>
      <translation>{name}: {count}個のオブジェクト</translation>
    </message>
    <message>
      <source>{name}: {least} to {most}, mean {mean}</source>
      <translation>{name}: {least}～{most}、平均{mean}</translation>
    </message>
    <message>
      <source>{name}: {points} points</source>
      <translation>{name}: {points}点</translation>
    </message>
    <message>
      <source>{name}: {points} points, accuracy {share} ± {margin}</source>
      <translation>{name}: {points}点、精度{share}±{margin}</translation>
    </message>
    <message>
      <source>{path} and {other} are both of {date}. Make one raster of those of one day.</source>
      <translation>{path}と{other}は、どちらも{date}のものです。同じ日のラスタは1つにまとめてください。</translation>
    </message>
    <message>
      <source>{path} and {other} do not have the same pixels. {reason} Say how the one is to be brought to the pixels of the other, which is given first (ALIGN).</source>
      <translation>{path}と{other}では、ピクセルの配置が異なります。{reason} 先に指定した方のピクセルに、もう一方を合わせる方法を指定してください（ALIGN）。</translation>
    </message>
    <message>
      <source>{path} and {other} do not lie over each other: several dates are of one place. Check which files are meant, and their CRS.</source>
      <translation>{path}と{other}は重なりません。複数の撮影日のラスタは、同じ場所のものである必要があります。ファイルの指定とCRSを確認してください。</translation>
    </message>
    <message>
      <source>{path} is no file of a scheduler (dask scheduler --scheduler-file).</source>
      <translation>{path}は、スケジューラのファイル（dask scheduler --scheduler-file）ではありません。</translation>
    </message>
    <message>
      <source>{path} is there already. Choose another name, or add it to the project and choose its layer.</source>
      <translation>{path}はすでにあります。別の名前を選ぶか、プロジェクトに追加してそのレイヤを選択してください。</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent}%</translation>
    </message>
    <message>
      <source>{percent} % of the asked area is empty in the layer “{layer}”, and QGIS was too busy to tell why: the map has holes there.</source>
      <translation>レイヤ「{layer}」は、指定された範囲の{percent}%が空です。QGISの負荷が高く、理由を確認できませんでした。マップのその部分は空白になります。</translation>
    </message>
    <message>
      <source>{percent} %, {time} left</source>
      <translation>{percent}%、残り{time}</translation>
    </message>
    <message>
      <source>{product} is one band of percent in bytes, as segment --{product} writes it.</source>
      <translation>{product}は、segment --{product}が書き込むような、パーセントをバイト値で表した1バンドである必要があります。</translation>
    </message>
    <message>
      <source>{program} cannot be started: {reason}</source>
      <translation>{program}を起動できません: {reason}</translation>
    </message>
    <message>
      <source>{program} does not answer.</source>
      <translation>{program}が応答しません。</translation>
    </message>
    <message>
      <source>{python} cannot make the engine's environment: that takes a Python from {minimum} to {maximum} with its modules venv and ensurepip. Name another one, or none.</source>
      <translation>{python}では、エンジンの環境を作成できません。モジュールvenvとensurepipを含む、Python {minimum}～{maximum}が必要です。別のPythonを指定するか、何も指定しないでください。</translation>
    </message>
    <message>
      <source>{python} lacks the package {package}, which the engine needs. Install it there, or let the CrossEarth panel set up an environment of its own.</source>
      <translation>{python}には、エンジンに必要なパッケージ{package}がありません。そこにインストールするか、CrossEarthパネルで専用の環境をセットアップしてください。</translation>
    </message>
    <message>
      <source>{raster} distilled</source>
      <translation>{raster}（蒸留）</translation>
    </message>
    <message>
      <source>{raster} – {count} groups</source>
      <translation>{raster} – {count}グループ</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{reason} Another device is tried now.</source>
      <translation>{reason} 別のデバイスを試します。</translation>
    </message>
    <message>
      <source>{reason} Nor can another Python be downloaded: {problem}</source>
      <translation>{reason} 別のPythonをダウンロードすることもできません: {problem}</translation>
    </message>
    <message>
      <source>{reason} Or have Python {version} downloaded from {host}: the CrossEarth panel asks for it; without a window: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</source>
      <translation>{reason} または、Python {version}を{host}からダウンロードすることもできます。CrossEarthパネルで確認が表示されます。画面なしの場合: qgis_process run crossearth:setupengine --DOWNLOAD_PYTHON=true</translation>
    </message>
    <message>
      <source>{reason} The folder has no Python to try instead: dev.py wheelhouse --standalone-python puts one there.</source>
      <translation>{reason} フォルダには、代わりに試せるPythonもありません。dev.py wheelhouse --standalone-pythonで、フォルダに用意できます。</translation>
    </message>
    <message>
      <source>{reason} The standalone Python {version} does not run on this computer, either.</source>
      <translation>{reason} スタンドアロンPython {version}も、このコンピュータでは動作しません。</translation>
    </message>
    <message>
      <source>{reason}: the map goes beside the raster, to {folder}.</source>
      <translation>{reason}。マップはラスタと同じ場所（{folder}）に保存されます。</translation>
    </message>
    <message>
      <source>{reason}: the map goes to {folder}.</source>
      <translation>{reason}。マップは{folder}に保存されます。</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds}秒</translation>
    </message>
    <message>
      <source>{share:.0%} of what is like it is less unusual</source>
      <translation>学習画像の{share:.0%}より特異</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge are {value} in all bands. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>ラスタの縁のピクセルの{share}が、全バンドで{value}です。これがデータなしであれば、NODATA {nodata}と指定してください。指定しないと、画像として分類されます。</translation>
    </message>
    <message>
      <source>{share} of the pixels along the raster's edge have one colour, {value}. If that is no data, draw polygons around the imagery and limit the run to them (MASK): it is classified as if it were imagery.</source>
      <translation>ラスタの縁のピクセルの{share}が、同じ色（{value}）です。これがデータなしであれば、画像部分を囲むポリゴンを描き、処理をその範囲に限定してください（MASK）。限定しないと、画像として分類されます。</translation>
    </message>
    <message>
      <source>{share} of the pixels are {value} in band {band}, far from all others ({low} to {high}), and nothing says that this is no data. If it is, say so (NODATA {nodata}): it is classified as if it were imagery, and it spoils the stretch of the values.</source>
      <translation>バンド{band}のピクセルの{share}が{value}で、他の値（{low}～{high}）から大きく離れていますが、データなしとは示されていません。データなしであれば、NODATA {nodata}と指定してください。指定しないと、画像として分類され、値のストレッチにも悪影響を及ぼします。</translation>
    </message>
    <message>
      <source>{share} of the pixels lie in patches that are 0 in {bands}. If that is no data, say so (NODATA {nodata}): it is classified as if it were imagery.</source>
      <translation>ピクセルの{share}が、{bands}の値が0のまとまった領域にあります。これがデータなしであれば、NODATA {nodata}と指定してください。指定しないと、画像として分類されます。</translation>
    </message>
    <message>
      <source>{share} of the values of band {band} lie beyond {low} to {high} and are cut off: the model cannot tell them apart. Say which values stand for the ends of its range (STRETCH).</source>
      <translation>バンド{band}の値の{share}が{low}～{high}の範囲を超えるため、切り詰められます。モデルはその違いを区別できません。入力範囲の両端に対応する値を指定してください（STRETCH）。</translation>
    </message>
    <message>
      <source>{size} MB of Python {version} are here</source>
      <translation>Python {version}の{size} MBを受信済み</translation>
    </message>
    <message>
      <source>{size} px, overlap {overlap} px</source>
      <translation>{size} px、重なり{overlap} px</translation>
    </message>
    <message>
      <source>{size} to download</source>
      <translation>ダウンロード{size}</translation>
    </message>
    <message>
      <source>{size}, not on disk</source>
      <translation>{size}、ディスク上になし</translation>
    </message>
    <message>
      <source>{size}, on disk</source>
      <translation>{size}、ディスク上にあり</translation>
    </message>
    <message>
      <source>{stage}, {time} left</source>
      <translation>{stage}、残り{time}</translation>
    </message>
    <message>
      <source>{stage}…</source>
      <translation>{stage}…</translation>
    </message>
    <message>
      <source>{task} is given up: it was lost {count} times.</source>
      <translation>{task}を中止します。{count}回失われました。</translation>
    </message>
    <message>
      <source>{task} is not needed any more.</source>
      <translation>{task}は不要になりました。</translation>
    </message>
    <message>
      <source>{task} is tried again.</source>
      <translation>{task}を再試行します。</translation>
    </message>
    <message>
      <source>{task} of {file}</source>
      <translation>{file}の{task}</translation>
    </message>
    <message>
      <source>{task} was lost with its worker: {reason}.</source>
      <translation>{task}が、ワーカーとともに失われました: {reason}。</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} it was stopped.</source>
      <translation>{task}が失われました。{worker}で停止されました。</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker} the engine ended with status {status}. The last it said: {words}</source>
      <translation>{task}が失われました。{worker}のエンジンが、ステータス{status}で終了しました。最後のメッセージ: {words}</translation>
    </message>
    <message>
      <source>{task} was lost: on {worker}, {reason}</source>
      <translation>{task}が失われました。{worker}: {reason}</translation>
    </message>
    <message>
      <source>{text} does not say what workers call a folder: write both absolute, as in Z:\imagery=/data/imagery.</source>
      <translation>{text}からは、ワーカー側のフォルダ名がわかりません。Z:\imagery=/data/imageryのように、両方を絶対パスで書いてください。</translation>
    </message>
    <message>
      <source>{this} is right on {right} {where}, {other} on {other_right}: a difference of {difference} percentage points (95 % interval: {low} to {high}).</source>
      <translation>正解率（{where}）: {this}は{right}、{other}は{other_right}。差は{difference}ポイント（95%区間: {low}～{high}）。</translation>
    </message>
    <message>
      <source>{title}, canceled as you wished</source>
      <translation>{title}: 操作によりキャンセルされました</translation>
    </message>
    <message>
      <source>{unit}; rows: reference, columns: map.</source>
      <translation>{unit}; 行: 参照データ、列: マップ。</translation>
    </message>
    <message>
      <source>{wall:.1f} s, {inference:.1f} s in the network</source>
      <translation>{wall:.1f}秒（うちネットワーク{inference:.1f}秒）</translation>
    </message>
    <message>
      <source>± (normal)</source>
      <translation>±（正規近似）</translation>
    </message>
    <message>
      <source>“Additional no data value” of the layer</source>
      <translation>レイヤの「追加のnodata値」</translation>
    </message>
    <message>
      <source>“{label}”</source>
      <translation>「{label}」</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher, hardly more than the student did before ({before}). Map with the student as it was, or have the teacher look at more windows.</source>
      <translation>「{model}」は、検証用ピクセルの{share}で教師モデルと同じクラスになりますが、元の生徒モデル（{before}）とほとんど変わりません。元の生徒モデルでマップを作成するか、教師モデルが見るウィンドウを増やしてください。</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>「{model}」は、検証用ピクセルの{share}で教師モデルと同じクラスになります。マップの作成時間は約{time}、教師モデルは{teacher_time}です。</translation>
    </message>
    <message>
      <source>“{model}” gives {share} of the pixels held out the class of its teacher; before it learned, {before}. A map takes it about {time}, its teacher {teacher_time}.</source>
      <translation>「{model}」は、検証用ピクセルの{share}で教師モデルと同じクラスになります（学習前は{before}）。マップの作成時間は約{time}、教師モデルは{teacher_time}です。</translation>
    </message>
    <message>
      <source>“{model}” knows all {count} bands by their wavelengths.</source>
      <translation>「{model}」は、{count}個のバンドすべてに波長で対応しています。</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster, and was made for pixels of {gsd} m; these are of {size} m.</source>
      <translation>「{model}」は、このラスタの{count}個のバンドのうち{found}個に対応しています。{gsd} mのピクセル用で、このラスタは{size} mです。</translation>
    </message>
    <message>
      <source>“{model}” knows {found} of its {count} bands in this raster.</source>
      <translation>「{model}」は、このラスタの{count}個のバンドのうち{found}個に対応しています。</translation>
    </message>
    <message>
      <source>“{name}” becomes “{into}”</source>
      <translation>「{name}」を「{into}」に変更</translation>
    </message>
    <message>
      <source>“{name}” is now part of “{into}”. Undo takes it back until you save.</source>
      <translation>「{name}」を「{into}」に統合しました。保存するまでは、元に戻せます。</translation>
    </message>
    <message>
      <source>“{text}” is not understood. Write one number, or one per band with commas between them, such as 123.7, 116.3, 103.5.</source>
      <translation>「{text}」を解釈できません。1つの数値、または123.7, 116.3, 103.5のようにバンドごとの数値をカンマ区切りで指定してください。</translation>
    </message>
    <message>
      <source>… and {count} more kinds of change.</source>
      <translation>… 他に{count}種類の変化。</translation>
    </message>
  </context>
</TS>
