<#
.SYNOPSIS
Makes the installer for Windows, dist\justice-desk-VERSION-windows.exe, on a Windows of 64 bits.

.DESCRIPTION
Needs Python 3.11 or newer (the launcher `py`), git and NSIS 3.08 or newer (`makensis`). Every library is fetched by
the hashes of requirements.lock. The bytes follow from the sources, the lock and the Python that builds.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
#>
[CmdletBinding()]
param(
    [string] $Python = "py",
    [string] $MakeNsis = "makensis"
)

Set-StrictMode -Version Latest
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Checked {
    param([string] $Program, [string[]] $Words)
    & $Program @Words
    if ($LASTEXITCODE -ne 0) { throw "$Program $($Words -join ' ') ended with $LASTEXITCODE" }
}

if (-not [Environment]::Is64BitOperatingSystem) { throw "A Windows of 64 bits is needed." }

$venv = ".venv\Scripts\python.exe"
if (-not (Test-Path $venv)) {
    Invoke-Checked $Python @("-3", "-m", "venv", ".venv")
}
New-Item -ItemType Directory -Force build | Out-Null

# The lock's own entry for uv, so that its version and its hashes stand in one place.
$entry = [regex]::Match((Get-Content -Raw requirements.lock), '(?m)^uv==(?:.*\\\r?\n)*.*$').Value
Set-Content -Encoding ascii build\uv.txt $entry
Invoke-Checked $venv @("-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", "-r", "build\uv.txt")
Invoke-Checked ".venv\Scripts\uv.exe" @("pip", "sync", "--quiet", "--python", $venv, "--require-hashes", "requirements.lock")

if (-not $env:SOURCE_DATE_EPOCH) {
    $env:SOURCE_DATE_EPOCH = (& git log -1 --format=%ct)
    if ($LASTEXITCODE -ne 0) { throw "Without git, set SOURCE_DATE_EPOCH to the date of the sources." }
}
Invoke-Checked $venv @("packaging\freeze.py")
Invoke-Checked "build\package\justice-desk\justice-desk-console.exe" @("self-test")

$version = (& $venv -c "import justice_desk; print(justice_desk.__version__)")
New-Item -ItemType Directory -Force dist | Out-Null
$installer = "dist\justice-desk-$version-windows.exe"
Invoke-Checked $MakeNsis @(
    "-WX", "-NOCD", "-INPUTCHARSET", "UTF8", "-DVERSION=$version",
    "-DTREE=build\package\justice-desk", "-DICONS=build\package\icons",
    "-DOUT=$installer", "packaging\windows\installer.nsi"
)
Invoke-Checked $venv @("packaging\package.py", "sums")
Get-FileHash -Algorithm SHA256 $installer | Format-List
