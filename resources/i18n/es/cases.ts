<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Raise the alert</source>
        <translation>Dar la alerta</translation>
    </message>
    <message>
        <source>A suspicion is enough. From now on the case goes to the prosecutor, the deadlines start, and no agreement can be made about it.</source>
        <translation>Basta la sospecha. Desde ahora el caso va a la fiscalía, empiezan los plazos y ya no se puede hacer ningún acuerdo sobre él.</translation>
    </message>
    <message>
        <source>What gave rise to the suspicion</source>
        <translation>Qué hizo sospechar</translation>
    </message>
    <message>
        <source>What was seen or heard, and by whom, by code. Without names.</source>
        <translation>Qué se vio o se oyó, y quién, con su código. Sin nombres.</translation>
    </message>
    <message>
        <source>Which forms are suspected</source>
        <translation>Qué formas se sospechan</translation>
    </message>
    <message>
        <source>Tick all that may be. Not knowing yet is an answer too.</source>
        <translation>Marcar todas las que puedan ser. «Todavía no se sabe» también es una respuesta.</translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>Whose matter it is</source>
        <translation>A quién corresponde el asunto</translation>
    </message>
    <message>
        <source>Note the decision</source>
        <translation>Anotar la decisión</translation>
    </message>
    <message>
        <source>What is noted here is not undone by writing over it.</source>
        <translation>Lo que se anota aquí queda. Si después cambia, se anota otra decisión.</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Qué se decidió</translation>
    </message>
    <message>
        <source>What takes it to the prosecutor</source>
        <translation>Por qué va a la fiscalía</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>El motivo</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Back to the list of cases</source>
        <translation>Volver a la lista de casos</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Somebody is missing</source>
        <translation>Hay una persona desaparecida</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>Partes del caso</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reservado</translation>
    </message>
</context>
<context>
    <name>CasePeople</name>
    <message>
        <source>Protected as a child</source>
        <translation>Se la protege como niña o niño</translation>
    </message>
    <message>
        <source>Asks to be respected: {words}</source>
        <translation>Pide que se respete: {words}</translation>
    </message>
    <message>
        <source>See who it is</source>
        <translation>Ver quién es</translation>
    </message>
    <message>
        <source>Who it is, is written and sealed.</source>
        <translation>Quién es: escrito y sellado.</translation>
    </message>
    <message>
        <source>Nobody has written yet who it is.</source>
        <translation>Todavía no se escribió quién es.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Agregar a una persona</translation>
    </message>
    <message>
        <source>Nobody has been added yet</source>
        <translation>Todavía no hay personas</translation>
    </message>
    <message>
        <source>Who can read this case</source>
        <translation>Quién puede leer este caso</translation>
    </message>
    <message>
        <source>speaks {language}</source>
        <translation>habla {language}</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>con intérprete</translation>
    </message>
    <message>
        <source>Complete who it is</source>
        <translation>Completar quién es</translation>
    </message>
    <message>
        <source>Write who it is</source>
        <translation>Escribir quién es</translation>
    </message>
    <message>
        <source>With this role it is written who somebody is, but not read afterwards.</source>
        <translation>Con esta función se escribe quién es cada persona, pero después no se lee.</translation>
    </message>
    <message>
        <source>In papers and lists people appear by code only.</source>
        <translation>En documentos y listas, las personas aparecen solo con su código.</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>Search by number or title</source>
        <translation>Buscar por número o título</translation>
    </message>
    <message>
        <source>No case was found</source>
        <translation>No se encontró ningún caso</translation>
    </message>
    <message>
        <source>Search for fewer letters, or for the last figures of the number.</source>
        <translation>Probar con menos letras, o con las últimas cifras del número.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Se supo</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>Próximo plazo</translation>
    </message>
    <message>
        <source>There are no cases yet</source>
        <translation>Todavía no hay casos</translation>
    </message>
    <message>
        <source>When somebody tells of something, write down here what was told, and since when it is known.</source>
        <translation>Cuando alguien cuente algo, aquí se escribe lo que contó y desde cuándo se sabe.</translation>
    </message>
    <message>
        <source>Register the first case</source>
        <translation>Registrar el primer caso</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>{moment} (approximate)</source>
        <translation>{moment} (aproximado)</translation>
    </message>
    <message>
        <source>{name}, on {moment}</source>
        <translation>{name}, el {moment}</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Se supo</translation>
    </message>
    <message>
        <source>How the news came</source>
        <translation>Cómo llegó la noticia</translation>
    </message>
    <message>
        <source>Place, in general</source>
        <translation>Lugar, en general</translation>
    </message>
    <message>
        <source>Forms that are suspected</source>
        <translation>Formas que se sospechan</translation>
    </message>
    <message>
        <source>Why the prosecutor has it</source>
        <translation>Por qué corresponde a la fiscalía</translation>
    </message>
    <message>
        <source>What gave rise to the alert</source>
        <translation>Qué dio lugar a la alerta</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>Quién lo registró</translation>
    </message>
    <message>
        <source>What was told is sealed. Whoever gives notice and hands the case over can read it; this role cannot.</source>
        <translation>Lo que contaron está sellado. Lo lee quien da el aviso y remite el caso; esta función no lo lee.</translation>
    </message>
    <message>
        <source>Whose matter it is</source>
        <translation>A quién corresponde el asunto</translation>
    </message>
    <message>
        <source>The reason for it</source>
        <translation>El motivo de esa decisión</translation>
    </message>
</context>
<context>
    <name>FormFace</name>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>{what}: typed on {when} and not finished.</source>
        <translation>{what}: quedó a medio escribir el {when}.</translation>
    </message>
    <message>
        <source>A person of the case</source>
        <translation>Una persona del caso</translation>
    </message>
    <message>
        <source>Who a person is</source>
        <translation>Quién es una persona</translation>
    </message>
    <message>
        <source>A reason to see who somebody is</source>
        <translation>Un motivo para ver quién es alguien</translation>
    </message>
    <message>
        <source>An alert</source>
        <translation>Una alerta</translation>
    </message>
    <message>
        <source>Whose matter the case is</source>
        <translation>A quién corresponde el caso</translation>
    </message>
    <message>
        <source>How a deadline was met</source>
        <translation>Cómo se cumplió un plazo</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>{moment} · {name}</source>
        <translation>{moment} · {name}</translation>
    </message>
    <message>
        <source>Somebody who is no longer here</source>
        <translation>Una persona que ya no está</translation>
    </message>
    <message>
        <source>Nothing is ever taken out of here.</source>
        <translation>De aquí nunca se borra nada.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Mostrar los anteriores</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Given names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Father&apos;s surname</source>
        <translation>Apellido paterno</translation>
    </message>
    <message>
        <source>Mother&apos;s surname</source>
        <translation>Apellido materno</translation>
    </message>
    <message>
        <source>Married surname</source>
        <translation>Apellido de casada</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Se la conoce como</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>Documento de identidad</translation>
    </message>
    <message>
        <source>Date of birth, or about how old</source>
        <translation>Fecha de nacimiento, o edad aproximada</translation>
    </message>
    <message>
        <source>Where she or he lives</source>
        <translation>Dónde vive</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Escuela</translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation>Contacto seguro</translation>
    </message>
    <message>
        <source>Who {code} is</source>
        <translation>Quién es {code}</translation>
    </message>
    <message>
        <source>Save and seal</source>
        <translation>Guardar y sellar</translation>
    </message>
    <message>
        <source>It is sealed on saving. Whoever writes it may not be able to read it later.</source>
        <translation>Al guardarlo queda sellado. Quien escribe esto puede no poder leerlo después.</translation>
    </message>
    <message>
        <source>Something is written already. What is left empty here stays as it was.</source>
        <translation>Ya hay algo escrito. Lo que aquí se deje vacío queda como estaba.</translation>
    </message>
    <message>
        <source>Somebody who can be called without putting the person in danger.</source>
        <translation>Alguien a quien se puede llamar sin poner en peligro a la persona.</translation>
    </message>
    <message>
        <source>See who it is</source>
        <translation>Ver quién es</translation>
    </message>
    <message>
        <source>It is seen on a reason. The history notes who saw it and when.</source>
        <translation>Se ve solo con un motivo. La historia anota quién lo vio y cuándo.</translation>
    </message>
    <message>
        <source>Why it has to be seen</source>
        <translation>Para qué hace falta verlo</translation>
    </message>
    <message>
        <source>For example: to fill in the reserved sheet, to call the safe contact.</source>
        <translation>Por ejemplo: para llenar la hoja reservada, para llamar al contacto seguro.</translation>
    </message>
    <message>
        <source>Veil it again</source>
        <translation>Volver a ocultar</translation>
    </message>
</context>
<context>
    <name>MetForm</name>
    <message>
        <source>Note it as done</source>
        <translation>Anotar como cumplido</translation>
    </message>
    <message>
        <source>How it was done, or why late</source>
        <translation>Cómo se cumplió, o por qué tarde</translation>
    </message>
    <message>
        <source>For example: told by telephone to the officer on duty.</source>
        <translation>Por ejemplo: se avisó por teléfono a la persona de turno.</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message>
        <source>What was told</source>
        <translation>Lo que contaron</translation>
    </message>
    <message>
        <source>When and how it became known</source>
        <translation>Cuándo y cómo se supo</translation>
    </message>
    <message>
        <source>Suspicion</source>
        <translation>Sospecha</translation>
    </message>
    <message>
        <source>Danger and care</source>
        <translation>Peligro y cuidado</translation>
    </message>
    <message>
        <source>Look over what was written</source>
        <translation>Revisar lo escrito</translation>
    </message>
    <message>
        <source>In the words of whoever told it. One account is enough: nobody is questioned.</source>
        <translation>Con las palabras de quien lo contó. Un solo relato basta: no se interroga a nadie.</translation>
    </message>
    <message>
        <source>Once it is saved, this role does not read it again.</source>
        <translation>Una vez guardado, esta función no lo vuelve a leer.</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>El relato</translation>
    </message>
    <message>
        <source>A title without names</source>
        <translation>Un título sin nombres</translation>
    </message>
    <message>
        <source>It stands in lists that others see. For example: Journey with an offer of work</source>
        <translation>Aparece en listas que otras personas ven. Por ejemplo: Viaje con oferta de trabajo</translation>
    </message>
    <message>
        <source>Since when the community knows it</source>
        <translation>Desde cuándo lo sabe la comunidad</translation>
    </message>
    <message>
        <source>The deadlines run from this moment, not from when it is typed.</source>
        <translation>Los plazos corren desde este momento, no desde que se escribe.</translation>
    </message>
    <message>
        <source>How the news came</source>
        <translation>Cómo llegó la noticia</translation>
    </message>
    <message>
        <source>Place, in general</source>
        <translation>Lugar, en general</translation>
    </message>
    <message>
        <source>A fair, a road, a community. No house and no address.</source>
        <translation>Una feria, un camino, una comunidad. Sin casa ni dirección.</translation>
    </message>
    <message>
        <source>Is trafficking in persons suspected?</source>
        <translation>¿Se sospecha trata de personas?</translation>
    </message>
    <message>
        <source>A suspicion is enough. No proof is needed, and no known victim.</source>
        <translation>Basta la sospecha. No hacen falta pruebas, ni conocer a la víctima.</translation>
    </message>
    <message>
        <source>Which forms are suspected</source>
        <translation>Qué formas se sospechan</translation>
    </message>
    <message>
        <source>Tick all that may be. Not knowing yet is an answer too.</source>
        <translation>Marcar todas las que puedan ser. «Todavía no se sabe» también es una respuesta.</translation>
    </message>
    <message>
        <source>Is somebody in danger now?</source>
        <translation>¿Alguien está en peligro ahora?</translation>
    </message>
    <message>
        <source>Is somebody missing?</source>
        <translation>¿Hay una persona desaparecida?</translation>
    </message>
    <message>
        <source>Who of this desk must not see this case</source>
        <translation>Quién de este despacho no debe ver este caso</translation>
    </message>
    <message>
        <source>Whoever is part of it, or related to somebody who is. For them it will not exist.</source>
        <translation>Quien es parte, o pariente de quien lo es. Para esa persona el caso no existirá.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Yes, it is suspected</source>
        <translation>Sí, se sospecha</translation>
    </message>
    <message>
        <source>The case goes to the prosecutor. The community protects and follows it.</source>
        <translation>El caso va a la fiscalía. La comunidad protege y hace seguimiento.</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No es seguro</translation>
    </message>
    <message>
        <source>An authority decides whose matter it is. Better today than tomorrow.</source>
        <translation>Una autoridad decide a quién corresponde. Mejor hoy que mañana.</translation>
    </message>
    <message>
        <source>If a suspicion comes later, the alert is raised then.</source>
        <translation>Si la sospecha aparece después, se da la alerta entonces.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>The title stands in lists and papers. Better without: {names}</source>
        <translation>El título aparece en listas y documentos. Mejor sin: {names}</translation>
    </message>
    <message>
        <source>Is there a name in the title?</source>
        <translation>¿Hay un nombre en el título?</translation>
    </message>
    <message>
        <source>If it is the same matter, go on in that case instead of making another.</source>
        <translation>Si es el mismo asunto, es mejor seguir en ese caso y no hacer otro.</translation>
    </message>
    <message>
        <source>There are cases with a similar title</source>
        <translation>Hay casos con un título parecido</translation>
    </message>
    <message>
        <source>{moment} (approximate)</source>
        <translation>{moment} (aproximado)</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>No se escribió</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>Leave it for later</source>
        <translation>Dejarlo para después</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Save the case</source>
        <translation>Guardar el caso</translation>
    </message>
    <message>
        <source>Step {number} of {total}: {title}</source>
        <translation>Paso {number} de {total}: {title}</translation>
    </message>
    <message>
        <source>Everything at once</source>
        <translation>Todo junto</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Paso a paso</translation>
    </message>
</context>
<context>
    <name>PartyForm</name>
    <message>
        <source>Add a person</source>
        <translation>Agregar a una persona</translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation>Agregar a la persona</translation>
    </message>
    <message>
        <source>By code, without a name. Who the person is, is written afterwards, apart.</source>
        <translation>Con un código, sin nombre. Quién es se escribe después, aparte.</translation>
    </message>
    <message>
        <source>What the person is in the case</source>
        <translation>Qué es la persona en el caso</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Whoever may be under 18 is protected as a child.</source>
        <translation>A quien pueda tener menos de 18 años se la protege como niña o niño.</translation>
    </message>
    <message>
        <source>Gender, as the person says it</source>
        <translation>Género, como lo dice la persona</translation>
    </message>
    <message>
        <source>Language the person speaks best</source>
        <translation>Idioma que habla mejor</translation>
    </message>
    <message>
        <source>A few letters offer the languages of the country. Any other may be written too.</source>
        <translation>Con unas letras aparecen los idiomas del país. También se puede escribir otro.</translation>
    </message>
    <message>
        <source>An interpreter is needed</source>
        <translation>Hace falta intérprete</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>What she or he asks to be respected</source>
        <translation>Lo que pide que se respete</translation>
    </message>
    <message>
        <source>For example: to be attended by a woman, not to be telephoned at home.</source>
        <translation>Por ejemplo: que la atienda una mujer, que no la llamen a su casa.</translation>
    </message>
    <message>
        <source>Who is protected. A suspicion is enough.</source>
        <translation>A quien se protege. Basta la sospecha.</translation>
    </message>
    <message>
        <source>Whom somebody names. Only the prosecutor accuses.</source>
        <translation>A quien alguien nombra. Solo la fiscalía acusa.</translation>
    </message>
    <message>
        <source>Who saw or heard something.</source>
        <translation>Quien vio u oyó algo.</translation>
    </message>
    <message>
        <source>Who brought the news.</source>
        <translation>Quien trajo la noticia.</translation>
    </message>
    <message>
        <source>Who speaks for a child, and is not suspected.</source>
        <translation>Quien habla por una niña o un niño, y no es sospechoso.</translation>
    </message>
    <message>
        <source>Who translates, and is no relative of the person named.</source>
        <translation>Quien traduce, y no es pariente de la persona señalada.</translation>
    </message>
    <message>
        <source>Who stays at somebody&apos;s side.</source>
        <translation>Quien está al lado de alguien.</translation>
    </message>
    <message>
        <source>Anybody else at risk: an authority, a defender.</source>
        <translation>Otra persona en riesgo: una autoridad, una defensora.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>The victim, whoever is named, the witnesses: each gets a code, like V-01. A victim nobody knows yet can be added too.</source>
        <translation>La víctima, la persona señalada, los testigos: cada una recibe un código, como V-01. También se puede agregar a una víctima que aún nadie conoce.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Registered</source>
        <translation>Caso registrado</translation>
    </message>
    <message>
        <source>People, by code</source>
        <translation>Personas, con código</translation>
    </message>
    <message>
        <source>Whose matter it is</source>
        <translation>A quién corresponde el asunto</translation>
    </message>
    <message>
        <source>Hearing and its record</source>
        <translation>Audiencia y su acta</translation>
    </message>
    <message>
        <source>Oral notice</source>
        <translation>Aviso verbal</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>Reserved session and its record</source>
        <translation>Sesión reservada y su acta</translation>
    </message>
    <message>
        <source>Handoff sealed and on its way</source>
        <translation>Remisión sellada y en camino</translation>
    </message>
    <message>
        <source>Receipt of the prosecutor</source>
        <translation>Acuse de recibo de la fiscalía</translation>
    </message>
    <message>
        <source>Give the oral notice</source>
        <translation>Dar el aviso verbal</translation>
    </message>
    <message>
        <source>By telephone, now, to the prosecutor or the police. Then note whom it was given to.</source>
        <translation>Por teléfono, ahora, a la fiscalía o a la policía. Después se anota a quién se avisó.</translation>
    </message>
    <message>
        <source>Note the notice</source>
        <translation>Anotar el aviso</translation>
    </message>
    <message>
        <source>Decide how the person is protected</source>
        <translation>Decidir cómo se protege a la persona</translation>
    </message>
    <message>
        <source>Somebody at her side, a safe place, care of her health.</source>
        <translation>Alguien a su lado, un lugar seguro, atención de su salud.</translation>
    </message>
    <message>
        <source>Decide a measure</source>
        <translation>Decidir una medida</translation>
    </message>
    <message>
        <source>Somebody in the case is, or may be, under 18.</source>
        <translation>En el caso hay alguien que tiene, o puede tener, menos de 18 años.</translation>
    </message>
    <message>
        <source>Hold the reserved session</source>
        <translation>Hacer la sesión reservada</translation>
    </message>
    <message>
        <source>The authorities alone: notice, protection, decision to hand over.</source>
        <translation>Solo las autoridades: aviso, protección, decisión de remitir.</translation>
    </message>
    <message>
        <source>Record the session</source>
        <translation>Anotar la sesión</translation>
    </message>
    <message>
        <source>Send the sealed packet</source>
        <translation>Enviar el paquete sellado</translation>
    </message>
    <message>
        <source>Note who carries it and when it leaves.</source>
        <translation>Anotar quién lo lleva y cuándo sale.</translation>
    </message>
    <message>
        <source>Note that it leaves</source>
        <translation>Anotar la salida</translation>
    </message>
    <message>
        <source>Obtain the receipt</source>
        <translation>Conseguir el acuse de recibo</translation>
    </message>
    <message>
        <source>A stamp, a number, or the code read out by telephone.</source>
        <translation>Un sello, un número, o el código leído por teléfono.</translation>
    </message>
    <message>
        <source>Note the receipt</source>
        <translation>Anotar el acuse</translation>
    </message>
    <message>
        <source>With what is known now. What comes later is sent afterwards.</source>
        <translation>Con lo que se sabe ahora. Lo que llegue después se envía después.</translation>
    </message>
    <message>
        <source>The one before did not arrive: {stage}. Another takes its place.</source>
        <translation>La anterior no llegó a su fin: {stage}. Otra toma su lugar.</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Preparar</translation>
    </message>
    <message>
        <source>Prepare the handoff</source>
        <translation>Preparar la remisión</translation>
    </message>
    <message>
        <source>Everything is there.</source>
        <translation>Todo está listo.</translation>
    </message>
    <message>
        <source>Before that: {lacking}</source>
        <translation>Antes falta: {lacking}</translation>
    </message>
    <message>
        <source>Seal the packet</source>
        <translation>Sellar el paquete</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Decide whose matter it is</source>
        <translation>Decidir a quién corresponde el asunto</translation>
    </message>
    <message>
        <source>The community&apos;s own, or the prosecutor&apos;s. With the reason in writing.</source>
        <translation>A la comunidad o a la fiscalía. Con el motivo por escrito.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>An authority of the community decides this. Tell one of them today.</source>
        <translation>Lo decide una autoridad de la comunidad. Conviene avisarle hoy.</translation>
    </message>
    <message>
        <source>Add the people, by code</source>
        <translation>Agregar a las personas, con código</translation>
    </message>
    <message>
        <source>Who they are is written apart, and sealed.</source>
        <translation>Quiénes son se escribe aparte, y queda sellado.</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Agregar personas</translation>
    </message>
    <message>
        <source>Issue the record of the session</source>
        <translation>Emitir el acta de la sesión</translation>
    </message>
    <message>
        <source>It gets its number and is printed to be signed.</source>
        <translation>Recibe su número y se imprime para las firmas.</translation>
    </message>
    <message>
        <source>Issue the record</source>
        <translation>Emitir el acta</translation>
    </message>
    <message>
        <source>Hold the hearing</source>
        <translation>Hacer la audiencia</translation>
    </message>
    <message>
        <source>Both sides are heard, by the ways of the community.</source>
        <translation>Se escucha a las dos partes, según los usos de la comunidad.</translation>
    </message>
    <message>
        <source>Record the hearing</source>
        <translation>Anotar la audiencia</translation>
    </message>
</context>
<context>
    <name>Readers</name>
    <message>
        <source>Who can read this case</source>
        <translation>Quién puede leer este caso</translation>
    </message>
    <message>
        <source>Whoever is part of a case, or related to somebody who is, neither decides nor reads it: without a key the case does not exist for them. What somebody read or copied before, they keep.</source>
        <translation>Quien es parte de un caso, o pariente de alguien que lo es, no decide en él ni lo lee: sin llave, el caso no existe para esa persona. Lo que alguien leyó o copió antes, lo conserva.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{name} (who is working now)</source>
        <translation>{name} (quien está trabajando ahora)</translation>
    </message>
    <message>
        <source>Was taken off this case.</source>
        <translation>Fue apartada de este caso.</translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation>Quitar la llave</translation>
    </message>
    <message>
        <source>Give the key</source>
        <translation>Dar la llave</translation>
    </message>
    <message>
        <source>The person loses the case at once, with all its papers and unfinished texts.</source>
        <translation>La persona pierde el caso en el acto, con todos sus papeles y textos a medio escribir.</translation>
    </message>
    <message>
        <source>You lose the case at once, with all its papers and your unfinished texts.</source>
        <translation>Usted pierde el caso en el acto, con todos sus papeles y sus textos a medio escribir.</translation>
    </message>
    <message>
        <source>Take the key of {name} away?</source>
        <translation>¿Quitar la llave a {name}?</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Quitarla</translation>
    </message>
    <message>
        <source>Make sure that the person is not part of the case, nor related to somebody who is. The journal says who gave the key.</source>
        <translation>Asegúrese de que la persona no sea parte del caso ni pariente de alguien que lo es. El diario dice quién dio la llave.</translation>
    </message>
    <message>
        <source>Give {name} the key of this case?</source>
        <translation>¿Dar a {name} la llave de este caso?</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>Darla</translation>
    </message>
    <message>
        <source>Reads everything</source>
        <translation>Lee todo</translation>
    </message>
    <message>
        <source>Reads the summary</source>
        <translation>Lee el resumen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin llave</translation>
    </message>
</context>
<context>
    <name>Registered</name>
    <message>
        <source>The case is saved. Its number: {number}</source>
        <translation>El caso está guardado. Su número: {number}</translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation>Ir al caso</translation>
    </message>
    <message>
        <source>The prosecutor investigates and judges it. The community protects, gives notice, hands the case over and follows it. No agreement is made about it.</source>
        <translation>La fiscalía lo investiga. La comunidad protege, avisa, remite el caso y hace seguimiento. No se hace ningún acuerdo sobre él.</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Lo que sigue</translation>
    </message>
    <message>
        <source>Give the oral notice, now</source>
        <translation>Dar el aviso verbal, ahora</translation>
    </message>
    <message>
        <source>By telephone is enough. Whom it was given to, and when, is noted afterwards.</source>
        <translation>Basta por teléfono. A quién se avisó, y cuándo, se anota después.</translation>
    </message>
    <message>
        <source>Note the notice</source>
        <translation>Anotar el aviso</translation>
    </message>
    <message>
        <source>Add the people, by code</source>
        <translation>Agregar a las personas, con código</translation>
    </message>
    <message>
        <source>Who they are is written apart, and sealed.</source>
        <translation>Quiénes son se escribe aparte, y queda sellado.</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Agregar personas</translation>
    </message>
    <message>
        <source>Hold the reserved session of the authorities</source>
        <translation>Hacer la sesión reservada de autoridades</translation>
    </message>
    <message>
        <source>Notice, protection, and the decision to hand over. Nobody else takes part.</source>
        <translation>Aviso, protección y decisión de remitir. No participa nadie más.</translation>
    </message>
    <message>
        <source>Record the session</source>
        <translation>Anotar la sesión</translation>
    </message>
    <message>
        <source>Prepare the handoff</source>
        <translation>Preparar la remisión</translation>
    </message>
    <message>
        <source>With what is known now. What comes later is sent afterwards.</source>
        <translation>Con lo que se sabe ahora. Lo que llegue después se envía después.</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Preparar</translation>
    </message>
    <message>
        <source>If a suspicion of trafficking appears, raise the alert in the case at once.</source>
        <translation>Si aparece una sospecha de trata, hay que dar la alerta en el caso, de inmediato.</translation>
    </message>
    <message>
        <source>Decide whose matter it is</source>
        <translation>Decidir a quién corresponde el asunto</translation>
    </message>
    <message>
        <source>An authority decides, with the reason in writing.</source>
        <translation>Decide una autoridad, con el motivo por escrito.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir ahí</translation>
    </message>
    <message>
        <source>The deadlines that run</source>
        <translation>Los plazos que corren</translation>
    </message>
    <message>
        <source>This case must be handed over</source>
        <translation>Este caso debe remitirse</translation>
    </message>
    <message>
        <source>The case is registered</source>
        <translation>El caso está registrado</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Summary of the case</source>
        <translation>Resumen del caso</translation>
    </message>
    <message>
        <source>Nothing is lacking now. The deadlines say when to ask again.</source>
        <translation>Por ahora no falta nada. Los plazos dicen cuándo preguntar de nuevo.</translation>
    </message>
    <message>
        <source>What is still lacking</source>
        <translation>Lo que falta</translation>
    </message>
    <message>
        <source>Now: {what}</source>
        <translation>Ahora: {what}</translation>
    </message>
    <message>
        <source>If trafficking is suspected</source>
        <translation>Si se sospecha trata de personas</translation>
    </message>
    <message>
        <source>A suspicion is enough, whenever it appears.</source>
        <translation>Basta la sospecha, aparezca cuando aparezca.</translation>
    </message>
    <message>
        <source>Raise the alert</source>
        <translation>Dar la alerta</translation>
    </message>
    <message>
        <source>The path of the case</source>
        <translation>El camino del caso</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Plazos</translation>
    </message>
    <message>
        <source>No deadline runs in this case.</source>
        <translation>En este caso no corre ningún plazo.</translation>
    </message>
    <message>
        <source>Note it as done</source>
        <translation>Anotar como cumplido</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>Lo que contaron</translation>
    </message>
    <message>
        <source>Who can read this case</source>
        <translation>Quién puede leer este caso</translation>
    </message>
</context>
</TS>
