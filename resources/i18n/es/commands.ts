<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>Justice Desk: records community proceedings and hands trafficking cases over to the prosecutor.

  app.py                            open the desk in a window
      --store FOLDER                use the store in this folder instead of the usual one
  app.py demo --out FOLDER          do the whole main job without a window, on a fictitious case
      --country bo|gt               the country of the case (bo)
  app.py store check FOLDER         verify a store: pages, keys, journal
      --passphrase-stdin            read the passphrase from standard input instead of asking for it
  app.py packet verify PACKET       check a packet without unpacking it
  app.py packet open PACKET         check a packet and unpack it
      --identity FILE               the age identity that it was sealed to
      --keys FOLDER                 the signing keys that are believed (files as ssh-keygen reads them)
      --out FOLDER                  where to unpack it (open only)
  app.py self-test                  check that everything the program needs came with it
  app.py --version
  app.py --help

  --language es|en                  answer in this language

A command ends with 0 if all is well, 1 if what it checked is damaged or not believable, 2 if it could
not do what was asked.
</source>
        <translation>Justice Desk: registra lo actuado por la comunidad y remite los casos de trata a la fiscalía.

  app.py                            abrir el programa en una ventana
      --store CARPETA               usar el almacén de esta carpeta en vez del habitual
  app.py demo --out CARPETA         hacer todo el trabajo sin ventana, con un caso ficticio
      --country bo|gt               el país del caso (bo)
  app.py store check CARPETA        comprobar un almacén: páginas, llaves, diario
      --passphrase-stdin            leer la frase de paso de la entrada estándar en vez de pedirla
  app.py packet verify PAQUETE      comprobar un paquete sin desempaquetarlo
  app.py packet open PAQUETE        comprobar un paquete y desempaquetarlo
      --identity ARCHIVO            la identidad age para la que fue sellado
      --keys CARPETA                las llaves de firma en las que se confía (como las lee ssh-keygen)
      --out CARPETA                 dónde desempaquetarlo (solo con open)
  app.py self-test                  comprobar que vino todo lo que el programa necesita
  app.py --version
  app.py --help

  --language es|en                  responder en este idioma

Un comando termina con 0 si todo está bien, con 1 si lo que comprobó está dañado o no es creíble, y con 2
si no pudo hacer lo que se le pidió.
</translation>
    </message>
    <message>
        <source>The whole main job was done on a fictitious case. Everything lies in:</source>
        <translation>Todo el trabajo se hizo con un caso ficticio. Todo queda en:</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Sealed by</source>
        <translation>Sellado por</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Remitente</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Identity annex</source>
        <translation>Anexo de identidades</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Receipt code</source>
        <translation>Código de acuse</translation>
    </message>
    <message>
        <source>The packet is whole, and sealed by a key that you trust.</source>
        <translation>El paquete está completo y sellado por una llave en la que se confía.</translation>
    </message>
    <message>
        <source>Country profiles</source>
        <translation>Perfiles de los países</translation>
    </message>
    <message>
        <source>Templates of papers</source>
        <translation>Plantillas de los documentos</translation>
    </message>
    <message>
        <source>Typefaces</source>
        <translation>Tipos de letra</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Íconos</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Traducciones</translation>
    </message>
    <message>
        <source>The parts of the window</source>
        <translation>Las partes de la ventana</translation>
    </message>
    <message>
        <source>The system&apos;s places for keys</source>
        <translation>Los lugares del sistema para guardar llaves</translation>
    </message>
    <message>
        <source>An encrypted store</source>
        <translation>Un almacén cifrado</translation>
    </message>
    <message>
        <source>A paper as PDF</source>
        <translation>Un documento en PDF</translation>
    </message>
    <message>
        <source>Acts in the journal: {size} · head {head}</source>
        <translation>Actos en el diario: {size} · cabeza {head}</translation>
    </message>
    <message>
        <source>The store is damaged. Copy its folder to a drive before anything else is done.</source>
        <translation>El almacén está dañado. Antes de hacer otra cosa, copiar su carpeta a una memoria.</translation>
    </message>
    <message>
        <source>The store is whole: header, pages, keys and journal verify.</source>
        <translation>El almacén está completo: cabecera, páginas, llaves y diario se comprueban.</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Frase de paso: </translation>
    </message>
    <message>
        <source>The program made a mistake. Tell whoever looks after it this reference: {code}</source>
        <translation>El programa cometió un error. Comunicar esta referencia a quien lo cuida: {code}</translation>
    </message>
</context>
</TS>
