; The installer for Windows: for one person, without an administrator, and without a question that has to be answered.
;
; makensis -WX -NOCD -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DTREE=folder -DICONS=folder -DOUT=file packaging/windows/installer.nsi
;
; TREE is the frozen program, ICONS holds justice-desk.ico and notebook.ico. /S installs silently, /DISCREET under the
; neutral name. Removing the program never touches a store: it removes its own files by name, and no folder that still
; holds something else.

Unicode true
SetCompressor /SOLID lzma
SetDateSave off
ManifestSupportedOS all
ManifestDPIAware true
RequestExecutionLevel user

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "FileFunc.nsh"
!include "nsDialogs.nsh"

!define PROGRAM "Justice Desk"
!define NEUTRAL "Cuaderno de actas"
!define OWN_KEY "Software\justice-desk"
!define LIST_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\justice-desk"
; Windows 10, version 1809: what Qt asks for.
!define FIRST_BUILD 17763

Name "${PROGRAM}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\justice-desk"
BrandingText "${PROGRAM} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${PROGRAM}"
VIAddVersionKey "FileDescription" "${PROGRAM}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

Var Discreet
Var DiscreetBox
Var Shown

!define MUI_ICON "${ICONS}/justice-desk.ico"
!define MUI_UNICON "${ICONS}/justice-desk.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\justice-desk.exe"

Page custom AskForName KeepName
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(STORES_STAY)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first language is the one for whoever has neither.
!insertmacro MUI_LANGUAGE "SpanishInternational"
!insertmacro MUI_LANGUAGE "English"

LangString TOO_OLD ${LANG_SPANISHINTERNATIONAL} "Este programa necesita Windows 10 (versión 1809) o más nuevo. No se instaló nada."
LangString TOO_OLD ${LANG_ENGLISH} "This program needs Windows 10 (version 1809) or newer. Nothing was installed."
LangString NOT_64 ${LANG_SPANISHINTERNATIONAL} "Este programa necesita un Windows de 64 bits. En esta computadora no puede funcionar. No se instaló nada."
LangString NOT_64 ${LANG_ENGLISH} "This program needs a 64-bit Windows. It cannot work on this computer. Nothing was installed."
LangString STILL_OPEN ${LANG_SPANISHINTERNATIONAL} "El programa está abierto. Ciérrelo y vuelva a intentar."
LangString STILL_OPEN ${LANG_ENGLISH} "The program is open. Close it and try again."
LangString NAME_TITLE ${LANG_SPANISHINTERNATIONAL} "Nombre en el menú y el escritorio"
LangString NAME_TITLE ${LANG_ENGLISH} "Name in the menu and on the desktop"
LangString NAME_TEXT ${LANG_SPANISHINTERNATIONAL} "El programa se instala solo para usted. Si no conviene que se vea para qué sirve, puede aparecer con un nombre y un dibujo discretos."
LangString NAME_TEXT ${LANG_ENGLISH} "The program is installed for you alone. If it should not be seen what it is for, it can appear under a discreet name and picture."
LangString NAME_BOX ${LANG_SPANISHINTERNATIONAL} "Usar el nombre discreto «${NEUTRAL}»"
LangString NAME_BOX ${LANG_ENGLISH} "Use the discreet name “${NEUTRAL}”"
LangString NAME_LIMIT ${LANG_SPANISHINTERNATIONAL} "Quien busque en las carpetas de la computadora encontrará igual el programa."
LangString NAME_LIMIT ${LANG_ENGLISH} "Whoever looks through the folders of the computer will still find the program."
LangString STORES_STAY ${LANG_SPANISHINTERNATIONAL} "Se quita solo el programa. Los casos guardados quedan donde están, y se abren si vuelve a instalarlo."
LangString STORES_STAY ${LANG_ENGLISH} "Only the program is removed. The cases stay where they are, and open when it is installed again."

!macro RefuseWhileOpen
  ; Windows does not let anybody write into a program that runs.
  ${If} ${FileExists} "$INSTDIR\justice-desk.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\justice-desk.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro RemoveProgram
  Delete "$INSTDIR\justice-desk.exe"
  Delete "$INSTDIR\justice-desk-console.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\third-party.txt"
  Delete "$INSTDIR\justice-desk.ico"
  Delete "$INSTDIR\notebook.ico"
  RMDir /r "$INSTDIR\_internal"
!macroend

!macro RemoveShortcuts
  Delete "$SMPROGRAMS\${PROGRAM}.lnk"
  Delete "$SMPROGRAMS\${NEUTRAL}.lnk"
  Delete "$DESKTOP\${PROGRAM}.lnk"
  Delete "$DESKTOP\${NEUTRAL}.lnk"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${FIRST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_64)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  !insertmacro RefuseWhileOpen
  ; What was chosen the last time is offered again.
  ReadRegStr $Discreet HKCU "${OWN_KEY}" "Discreet"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DISCREET" $1
  ${IfNot} ${Errors}
    StrCpy $Discreet "1"
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro RefuseWhileOpen
FunctionEnd

Function AskForName
  !insertmacro MUI_HEADER_TEXT "${PROGRAM}" "$(NAME_TITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${If} $0 == error
    Abort
  ${EndIf}
  ${NSD_CreateLabel} 0 0 100% 36u "$(NAME_TEXT)"
  Pop $0
  ${NSD_CreateCheckBox} 0 44u 100% 14u "$(NAME_BOX)"
  Pop $DiscreetBox
  ${If} $Discreet == "1"
    ${NSD_Check} $DiscreetBox
  ${EndIf}
  ${NSD_CreateLabel} 0 66u 100% 24u "$(NAME_LIMIT)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function KeepName
  ${NSD_GetState} $DiscreetBox $0
  ${If} $0 == ${BST_CHECKED}
    StrCpy $Discreet "1"
  ${Else}
    StrCpy $Discreet "0"
  ${EndIf}
FunctionEnd

Section
  SetOutPath "$INSTDIR"
  !insertmacro RemoveProgram
  File /r "${TREE}/*"
  File "${ICONS}/justice-desk.ico"
  File "${ICONS}/notebook.ico"
  WriteUninstaller "$INSTDIR\remove.exe"

  !insertmacro RemoveShortcuts
  StrCpy $Shown "${PROGRAM}"
  StrCpy $0 "$INSTDIR\justice-desk.ico"
  ${If} $Discreet == "1"
    StrCpy $Shown "${NEUTRAL}"
    StrCpy $0 "$INSTDIR\notebook.ico"
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\$Shown.lnk" "$INSTDIR\justice-desk.exe" "" "$0"
  CreateShortcut "$DESKTOP\$Shown.lnk" "$INSTDIR\justice-desk.exe" "" "$0"

  WriteRegStr HKCU "${OWN_KEY}" "Discreet" "$Discreet"
  WriteRegStr HKCU "${LIST_KEY}" "DisplayName" "$Shown"
  WriteRegStr HKCU "${LIST_KEY}" "DisplayIcon" "$0"
  WriteRegStr HKCU "${LIST_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LIST_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LIST_KEY}" "UninstallString" '"$INSTDIR\remove.exe"'
  WriteRegStr HKCU "${LIST_KEY}" "QuietUninstallString" '"$INSTDIR\remove.exe" /S'
  WriteRegDWORD HKCU "${LIST_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${LIST_KEY}" "NoRepair" 1
SectionEnd

Section "un.remove"
  !insertmacro RemoveShortcuts
  !insertmacro RemoveProgram
  Delete "$INSTDIR\remove.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${LIST_KEY}"
  DeleteRegKey HKCU "${OWN_KEY}"
SectionEnd
