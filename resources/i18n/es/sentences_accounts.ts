<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountSentences</name>
    <message>
        <source>Your role does not include this. Ask an authority or the person in charge.</source>
        <translation>Su función no incluye esto. Pídalo a una autoridad o a quien esté a cargo.</translation>
    </message>
    <message>
        <source>This case is not here. Go back to the list of cases.</source>
        <translation>Este caso no está aquí. Vuelva a la lista de casos.</translation>
    </message>
    <message>
        <source>Somebody already signs in with this name. Add a surname or a second name.</source>
        <translation>Alguien ya entra con este nombre. Agregue un apellido o un segundo nombre.</translation>
    </message>
    <message>
        <source>This passphrase would be guessed too soon. Add more words, or use the one offered.</source>
        <translation>Esta contraseña se adivinaría demasiado pronto. Agregue más palabras o use la que se le ofrece.</translation>
    </message>
    <message>
        <source>Write the name of the person.</source>
        <translation>Escriba el nombre de la persona.</translation>
    </message>
    <message>
        <source>Tick at least one role.</source>
        <translation>Marque al menos una función.</translation>
    </message>
    <message>
        <source>Nobody approves what they do themselves. Ask a second person to sign in.</source>
        <translation>Nadie aprueba lo que hace por sí mismo. Pida a otra persona que entre.</translation>
    </message>
</context>
</TS>
