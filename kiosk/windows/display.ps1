# Keeps the screen awake and starts the watchdog of one display.
param([Parameter(Mandatory)] [string] $WallUrl, [string] $Flags = '')
powercfg /change monitor-timeout-ac 0
powercfg /change standby-timeout-ac 0
$env:WALL_URL = $WallUrl
$env:BROWSER_FLAGS = $Flags
& node (Join-Path $PSScriptRoot '..\watchdog.mjs')
exit $LASTEXITCODE
