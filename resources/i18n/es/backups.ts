<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Backups</name>
    <message>
        <source>Where do backups go?</source>
        <translation>¿Dónde se guardan las copias?</translation>
    </message>
    <message>
        <source>Best on a drive that is kept in another house. What lies there is encrypted.</source>
        <translation>Lo mejor es una memoria USB que se guarda en otra casa. Lo que hay en ella está cifrado.</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>Hacer una copia ahora</translation>
    </message>
    <message>
        <source>When the desk is closed</source>
        <translation>Al cerrar el despacho</translation>
    </message>
    <message>
        <source>Once a day, if the place is there.</source>
        <translation>Una vez al día, si el lugar está conectado.</translation>
    </message>
    <message>
        <source>Restore rehearsal</source>
        <translation>Prueba de restauración</translation>
    </message>
    <message>
        <source>The newest backup is brought back to a folder of its own, opened, compared and removed. Nothing in the desk is touched.</source>
        <translation>La copia más reciente se trae a una carpeta aparte, se abre, se compara y se borra. No se toca nada del despacho.</translation>
    </message>
    <message>
        <source>Rehearse a restore</source>
        <translation>Hacer la prueba</translation>
    </message>
    <message>
        <source>Backups in this place</source>
        <translation>Copias en este lugar</translation>
    </message>
    <message>
        <source>Choose first where it goes.</source>
        <translation>Elija primero dónde se guarda.</translation>
    </message>
    <message>
        <source>Making a backup, and reading it back…</source>
        <translation>Haciendo la copia y leyéndola de vuelta…</translation>
    </message>
    <message>
        <source>The backup is made and was read back: {size}.</source>
        <translation>La copia está hecha y se leyó de vuelta: {size}.</translation>
    </message>
    <message>
        <source>The backup is made, but the journal in it does not hold. Keep the earlier backups, and open the page Journal.</source>
        <translation>La copia está hecha, pero su diario no cuadra. Conserve las copias anteriores y abra la página Diario.</translation>
    </message>
    <message>
        <source>Bringing the newest backup back, and comparing it…</source>
        <translation>Trayendo la copia más reciente y comparándola…</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Sin copia de seguridad</translation>
    </message>
    <message>
        <source>Backup: today</source>
        <translation>Copia de seguridad: hoy</translation>
    </message>
    <message>
        <source>Backup: yesterday</source>
        <translation>Copia de seguridad: ayer</translation>
    </message>
    <message>
        <source>Backup: {days} days ago</source>
        <translation>Copia de seguridad: hace {days} días</translation>
    </message>
    <message>
        <source>There is no backup of this desk. If the laptop is lost, everything in it is lost.</source>
        <translation>No hay ninguna copia de este despacho. Si se pierde la computadora, se pierde todo lo que hay en ella.</translation>
    </message>
    <message>
        <source>The last backup was made on {moment}.</source>
        <translation>La última copia se hizo el {moment}.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguna todavía</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Antigua</translation>
    </message>
    <message>
        <source>Very old</source>
        <translation>Muy antigua</translation>
    </message>
    <message>
        <source>No restore was rehearsed yet. Only a backup that came back is a backup.</source>
        <translation>Todavía no se hizo ninguna prueba. Solo la copia que volvió una vez es una copia.</translation>
    </message>
    <message>
        <source>Last rehearsed on {moment}.</source>
        <translation>Última prueba: {moment}.</translation>
    </message>
    <message>
        <source>It came back whole</source>
        <translation>Volvió entera</translation>
    </message>
    <message>
        <source>It did not come back</source>
        <translation>No volvió</translation>
    </message>
    <message>
        <source>The backup of {made} came back whole: store, journal and attachments are those that were backed up. The trial copy was removed.</source>
        <translation>La copia del {made} volvió entera: el almacén, el diario y los adjuntos son los que se guardaron. La copia de prueba se borró.</translation>
    </message>
    <message>
        <source>the file {part} is missing or is another</source>
        <translation>falta el archivo {part}, o es otro</translation>
    </message>
    <message>
        <source>its keys are not those of this desk</source>
        <translation>sus claves no son las de este despacho</translation>
    </message>
    <message>
        <source>a page of its store is damaged</source>
        <translation>una página de su almacén está dañada</translation>
    </message>
    <message>
        <source>its journal does not hold</source>
        <translation>su diario no cuadra</translation>
    </message>
    <message>
        <source>it holds something else than was backed up</source>
        <translation>contiene otra cosa que lo que se guardó</translation>
    </message>
    <message>
        <source>it does not open</source>
        <translation>no se abre</translation>
    </message>
    <message>
        <source>The backup of {made} did not come back: {reason}. Make another one now, on another drive, and rehearse that.</source>
        <translation>La copia del {made} no volvió: {reason}. Haga otra ahora, en otra memoria, y pruébela.</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} · desk {store}</source>
        <translation>{size} · despacho {store}</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Preguntarme</translation>
    </message>
    <message>
        <source>Make one by itself</source>
        <translation>Hacerla sola</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Last case number on paper</source>
        <translation>Último número de caso en papel</translation>
    </message>
    <message>
        <source>Last acta on paper</source>
        <translation>Última acta en papel</translation>
    </message>
    <message>
        <source>Last letter (oficio) on paper</source>
        <translation>Último oficio en papel</translation>
    </message>
    <message>
        <source>Last reserved sheet on paper</source>
        <translation>Última hoja reservada en papel</translation>
    </message>
    <message>
        <source>Last {word} on paper</source>
        <translation>Último número en papel: {word}</translation>
    </message>
    <message>
        <source>In the restored desk there is none. Leave it empty if there is none on paper.</source>
        <translation>En el despacho restaurado no hay. Déjelo vacío si tampoco hay en papel.</translation>
    </message>
    <message>
        <source>In the restored desk: {last}</source>
        <translation>En el despacho restaurado: {last}</translation>
    </message>
    <message>
        <source>{kind}: {number}</source>
        <translation>{kind}: {number}</translation>
    </message>
    <message>
        <source>Lost cases: {numbers}</source>
        <translation>Casos perdidos: {numbers}</translation>
    </message>
    <message>
        <source>Lost papers: {numbers}</source>
        <translation>Papeles perdidos: {numbers}</translation>
    </message>
    <message>
        <source>More may be missing of: {kinds}</source>
        <translation>Puede faltar más de: {kinds}</translation>
    </message>
    <message>
        <source>The desk is open to look at only. Nothing that is typed is kept, and nothing can be printed.</source>
        <translation>El despacho está abierto solo para mirar. Lo que se escriba no se guarda y no se puede imprimir.</translation>
    </message>
    <message>
        <source>This store is older than what was noted beside it: acts are missing that were done already. Do not issue any paper. Tell the other authorities, and look for the newest backup.</source>
        <translation>Este almacén es anterior a lo que se anotó junto a él: faltan actos que ya se hicieron. No emita ningún papel. Avise a las otras autoridades y busque la copia más reciente.</translation>
    </message>
    <message>
        <source>The disk is full. The reserve was let go so that you can save and lock. Make room on the disk: empty the bin, or move photographs to a drive.</source>
        <translation>El disco está lleno. Se soltó la reserva para que pueda guardar y bloquear. Haga lugar en el disco: vacíe la papelera o pase fotografías a una memoria.</translation>
    </message>
    <message>
        <source>The clock of this computer is behind: the last act bears a later hour. Set date and hour before papers are issued.</source>
        <translation>El reloj de esta computadora está atrasado: el último acto lleva una hora posterior. Ponga bien la fecha y la hora antes de emitir papeles.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>People in cases</source>
        <translation>Personas en los casos</translation>
    </message>
    <message>
        <source>Sessions and citations</source>
        <translation>Sesiones y citaciones</translation>
    </message>
    <message>
        <source>Protective measures</source>
        <translation>Medidas de protección</translation>
    </message>
    <message>
        <source>Papers and prints</source>
        <translation>Papeles e impresiones</translation>
    </message>
    <message>
        <source>Handoffs, notices and receipts</source>
        <translation>Remisiones, avisos y recibos</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Plazos</translation>
    </message>
    <message>
        <source>Entries of custody</source>
        <translation>Anotaciones de custodia</translation>
    </message>
    <message>
        <source>Acts of the journal</source>
        <translation>Actos del diario</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Accounts and admissions</source>
        <translation>Cuentas y admisiones</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>Other entries</source>
        <translation>Otras anotaciones</translation>
    </message>
</context>
<context>
    <name>CloseBackup</name>
    <message>
        <source>A backup before closing?</source>
        <translation>¿Una copia antes de cerrar?</translation>
    </message>
    <message>
        <source>{age}. A new one goes to: {place}</source>
        <translation>{age}. La nueva va a: {place}</translation>
    </message>
    <message>
        <source>Making a backup, and reading it back…</source>
        <translation>Haciendo la copia y leyéndola de vuelta…</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>No cerrar</translation>
    </message>
    <message>
        <source>Close without one</source>
        <translation>Cerrar sin copia</translation>
    </message>
    <message>
        <source>Make a backup and close</source>
        <translation>Hacer la copia y cerrar</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Page {number}</source>
        <translation>Página {number}</translation>
    </message>
    <message>
        <source>One of the two copies of the header is missing</source>
        <translation>Falta una de las dos copias de la cabecera</translation>
    </message>
    <message>
        <source>One of the two copies of the header cannot be read</source>
        <translation>Una de las dos copias de la cabecera no se puede leer</translation>
    </message>
    <message>
        <source>A copy of the header was changed from outside</source>
        <translation>Una copia de la cabecera fue cambiada desde fuera</translation>
    </message>
    <message>
        <source>A copy of the header is older than the other</source>
        <translation>Una copia de la cabecera es más antigua que la otra</translation>
    </message>
    <message>
        <source>The database is missing</source>
        <translation>Falta la base de datos</translation>
    </message>
    <message>
        <source>A page of the database is damaged</source>
        <translation>Una página de la base de datos está dañada</translation>
    </message>
    <message>
        <source>The structure of the database is damaged</source>
        <translation>La estructura de la base de datos está dañada</translation>
    </message>
    <message>
        <source>A row refers to one that is not there</source>
        <translation>Una fila se refiere a otra que no está</translation>
    </message>
    <message>
        <source>The store is of an older version: opening the desk renews it</source>
        <translation>El almacén es de una versión anterior: se renueva al abrir el programa</translation>
    </message>
    <message>
        <source>The store is of a newer version of the program</source>
        <translation>El almacén es de una versión más nueva del programa</translation>
    </message>
    <message>
        <source>A table or a guard of the database was changed</source>
        <translation>Una tabla o un resguardo de la base de datos fue cambiado</translation>
    </message>
    <message>
        <source>An entry of the journal is missing</source>
        <translation>Falta una entrada del diario</translation>
    </message>
    <message>
        <source>An entry of the journal cannot be read</source>
        <translation>Una entrada del diario no se puede leer</translation>
    </message>
    <message>
        <source>An entry of the journal was changed</source>
        <translation>Una entrada del diario fue cambiada</translation>
    </message>
    <message>
        <source>The signature of a journal entry is false</source>
        <translation>La firma de una entrada del diario es falsa</translation>
    </message>
    <message>
        <source>The journal is shorter than what was witnessed: an older copy</source>
        <translation>El diario es más corto que lo atestiguado: es una copia antigua</translation>
    </message>
    <message>
        <source>What was noted of the journal beside the store is no note</source>
        <translation>Lo que se anotó del diario junto al almacén no es una anotación válida</translation>
    </message>
    <message>
        <source>The recovery code does not reach a key</source>
        <translation>El código de recuperación no alcanza una llave</translation>
    </message>
    <message>
        <source>Somebody holds a key who is not admitted</source>
        <translation>Alguien tiene una llave sin estar admitido</translation>
    </message>
    <message>
        <source>A sealed key does not open</source>
        <translation>Una llave sellada no se abre</translation>
    </message>
    <message>
        <source>Somebody is admitted and holds no key</source>
        <translation>Alguien está admitido y no tiene llave</translation>
    </message>
    <message>
        <source>A way in belongs to no account</source>
        <translation>Una entrada al almacén no pertenece a ninguna cuenta</translation>
    </message>
    <message>
        <source>An account has no way in</source>
        <translation>Una cuenta no tiene entrada al almacén</translation>
    </message>
    <message>
        <source>The keys of an account are not those of its way in</source>
        <translation>Las llaves de una cuenta no son las de su entrada</translation>
    </message>
    <message>
        <source>An account has a role that the program does not know</source>
        <translation>Una cuenta tiene un rol que el programa no conoce</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>No drive is plugged in. Plug one in, or choose a folder.</source>
        <translation>No hay ninguna memoria conectada. Conecte una o elija una carpeta.</translation>
    </message>
    <message>
        <source>Look for drives again</source>
        <translation>Buscar memorias otra vez</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>Otra carpeta</translation>
    </message>
    <message>
        <source>Drive · free: {size}</source>
        <translation>Memoria · libre: {size}</translation>
    </message>
    <message>
        <source>A folder of this laptop</source>
        <translation>Una carpeta de esta computadora</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Saving what can be read</source>
        <translation>Salvar lo que se puede leer</translation>
    </message>
    <message>
        <source>Restoring a desk</source>
        <translation>Restaurar un despacho</translation>
    </message>
    <message>
        <source>Go to the desk</source>
        <translation>Ir al despacho</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Buscando copias…</translation>
    </message>
    <message>
        <source>Reading everything that can be read…</source>
        <translation>Leyendo todo lo que se puede leer…</translation>
    </message>
    <message>
        <source>Bringing the backup back, and comparing it…</source>
        <translation>Trayendo la copia y comparándola…</translation>
    </message>
    <message>
        <source>Writing it down, and giving the desk its place…</source>
        <translation>Anotándolo y poniendo el despacho en su lugar…</translation>
    </message>
    <message>
        <source>Where is the backup?</source>
        <translation>¿Dónde está la copia?</translation>
    </message>
    <message>
        <source>Plug in the drive on which the backups lie.</source>
        <translation>Conecte la memoria donde están las copias.</translation>
    </message>
    <message>
        <source>Drive or folder</source>
        <translation>Memoria o carpeta</translation>
    </message>
    <message>
        <source>Choose the drive or the folder.</source>
        <translation>Elija la memoria o la carpeta.</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>¿Cuál copia?</translation>
    </message>
    <message>
        <source>The newest one stands first. Take an older one only if the newest does not open.</source>
        <translation>La más reciente está primero. Tome una anterior solo si la más reciente no se abre.</translation>
    </message>
    <message>
        <source>Backups in this place</source>
        <translation>Copias en este lugar</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirla</translation>
    </message>
    <message>
        <source>With the name and passphrase of somebody of the desk, or with the recovery sheet.</source>
        <translation>Con el nombre y la contraseña de alguien del despacho, o con la hoja de recuperación.</translation>
    </message>
    <message>
        <source>Name and passphrase</source>
        <translation>Nombre y contraseña</translation>
    </message>
    <message>
        <source>The recovery sheet (four rows)</source>
        <translation>La hoja de recuperación (cuatro filas)</translation>
    </message>
    <message>
        <source>Two of the three sheets</source>
        <translation>Dos de las tres hojas</translation>
    </message>
    <message>
        <source>With what?</source>
        <translation>¿Con qué?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>This is needed. Please fill it in.</source>
        <translation>Hace falta. Complételo, por favor.</translation>
    </message>
    <message>
        <source>What stands on paper</source>
        <translation>Lo que está en papel</translation>
    </message>
    <message>
        <source>Look into the folder with the papers. What you leave empty is taken as none.</source>
        <translation>Mire en la carpeta de los papeles. Lo que deje vacío se toma como ninguno.</translation>
    </message>
    <message>
        <source>The journal of this desk does not hold. The page Journal says from where on.</source>
        <translation>El diario de este despacho no cuadra. La página Diario dice desde dónde.</translation>
    </message>
    <message>
        <source>The desk on this laptop had {number} acts more than what comes back. It is put aside, not erased.</source>
        <translation>El despacho de esta computadora tenía {number} actos más que el que vuelve. Se aparta, no se borra.</translation>
    </message>
    <message>
        <source>The desk on this laptop is put aside, not erased.</source>
        <translation>El despacho de esta computadora se aparta, no se borra.</translation>
    </message>
    <message>
        <source>At the foot of the newest paper</source>
        <translation>Al pie del papel más reciente</translation>
    </message>
    <message>
        <source>The number and code after “Registro”, for example 21 · ABCD-EFGH-JKMN.</source>
        <translation>El número y el código después de «Registro», por ejemplo 21 · ABCD-EFGH-JKMN.</translation>
    </message>
    <message>
        <source>Everything could be read: nothing was lost.</source>
        <translation>Todo se pudo leer: no se perdió nada.</translation>
    </message>
    <message>
        <source>This could not be saved:</source>
        <translation>Esto no se pudo salvar:</translation>
    </message>
    <message>
        <source>The desk is back</source>
        <translation>El despacho está de vuelta</translation>
    </message>
    <message>
        <source>It was written into the journal. Copy this down before you go on.</source>
        <translation>Quedó anotado en el diario. Copie esto antes de seguir.</translation>
    </message>
    <message>
        <source>Its numbers begin with {code} from now on, for example ACTA {code}-001.</source>
        <translation>Desde ahora sus números empiezan con {code}, por ejemplo ACTA {code}-001.</translation>
    </message>
    <message>
        <source>New letter of the desk: {code}</source>
        <translation>Nueva letra del despacho: {code}</translation>
    </message>
    <message>
        <source>So no number that stands on paper is given a second time.</source>
        <translation>Así ningún número que está en papel se da por segunda vez.</translation>
    </message>
    <message>
        <source>{what}: at least {number} stand on paper and are not in the desk</source>
        <translation>{what}: al menos {number} están en papel y no en el despacho</translation>
    </message>
    <message>
        <source>{number} acts that were done after the backup are missing</source>
        <translation>Faltan {number} actos que se hicieron después de la copia</translation>
    </message>
    <message>
        <source>The former desk lies here, encrypted, until somebody removes it:</source>
        <translation>El despacho anterior queda aquí, cifrado, hasta que alguien lo quite:</translation>
    </message>
    <message>
        <source>The former desk was put aside</source>
        <translation>El despacho anterior se apartó</translation>
    </message>
    <message>
        <source>Keep those papers together and register their cases again, each with its new number.</source>
        <translation>Guarde juntos esos papeles y registre otra vez sus casos, cada uno con su número nuevo.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>If the desk does not open</source>
        <translation>Si el despacho no se abre</translation>
    </message>
    <message>
        <source>Nothing on this page erases anything. Begin by checking.</source>
        <translation>Nada en esta página borra algo. Empiece por revisar.</translation>
    </message>
    <message>
        <source>1. Check what is wrong</source>
        <translation>1. Revisar qué pasa</translation>
    </message>
    <message>
        <source>The whole store is read and compared. Nothing in it is changed.</source>
        <translation>Se lee y se compara todo el almacén. No se cambia nada en él.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Check the store</source>
        <translation>Revisar el almacén</translation>
    </message>
    <message>
        <source>2. Go on</source>
        <translation>2. Seguir</translation>
    </message>
    <message>
        <source>Back to the lock page</source>
        <translation>Volver a la página de bloqueo</translation>
    </message>
    <message>
        <source>Reading the whole store…</source>
        <translation>Leyendo todo el almacén…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>This is needed. Please fill it in.</source>
        <translation>Hace falta. Complételo, por favor.</translation>
    </message>
    <message>
        <source>The store is whole: header, pages, keys and journal verify ({size} acts). Go back and open the desk.</source>
        <translation>El almacén está entero: cabecera, páginas, claves y diario verifican ({size} actos). Vuelva y abra el despacho.</translation>
    </message>
    <message>
        <source>This is mended by itself when the desk is opened. Go back and open it.</source>
        <translation>Esto se arregla solo al abrir el despacho. Vuelva y ábralo.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote this store. Install that version.</source>
        <translation>Una versión más nueva del programa escribió este almacén. Instale esa versión.</translation>
    </message>
    <message>
        <source>This store is older than what was noted beside it. Restore the newest backup, if it is younger, and tell the other authorities.</source>
        <translation>Este almacén es anterior a lo que se anotó junto a él. Restaure la copia más reciente, si es posterior, y avise a las otras autoridades.</translation>
    </message>
    <message>
        <source>A part of the store is damaged. Restore the newest backup. If there is none, or it is old, save what can be read.</source>
        <translation>Una parte del almacén está dañada. Restaure la copia más reciente. Si no hay, o es antigua, salve lo que se puede leer.</translation>
    </message>
    <message>
        <source>Somebody or something changed the store from outside. Do not issue papers. Tell the other authorities, and restore the newest backup from before.</source>
        <translation>Alguien o algo cambió el almacén desde fuera. No emita papeles. Avise a las otras autoridades y restaure la copia más reciente de antes.</translation>
    </message>
    <message>
        <source>Mended by itself</source>
        <translation>Se arregla solo</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>The desk comes back as it was when the backup was made. The present one is put aside.</source>
        <translation>El despacho vuelve como estaba cuando se hizo la copia. El actual se aparta.</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Salvar lo que se puede leer</translation>
    </message>
    <message>
        <source>For when there is no good backup. It says what is lost. The damaged one is put aside.</source>
        <translation>Para cuando no hay una copia buena. Dice qué se perdió. El dañado se aparta.</translation>
    </message>
    <message>
        <source>Open to look at only</source>
        <translation>Abrir solo para mirar</translation>
    </message>
    <message>
        <source>With the name and passphrase above. Cases can be read; nothing can be written.</source>
        <translation>Con el nombre y la contraseña de arriba. Se pueden leer los casos; no se puede escribir nada.</translation>
    </message>
</context>
</TS>
