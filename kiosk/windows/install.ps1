# Registers one display of a wall for the user who is signed in:
#   .\install.ps1 -WallUrl https://wall.example/wall/main/2 [-Flags "--window-position=1920,0"]
# It starts at logon, and again within a minute of ending. Remove it with: Unregister-ScheduledTask -TaskName <name>
param(
  [Parameter(Mandatory)] [ValidatePattern('^https?://[^/]+/wall/[^/]+/\d+$')] [string] $WallUrl,
  [string] $Flags = ''
)
$ErrorActionPreference = 'Stop'
$name = 'Guanlan ' + (([uri]$WallUrl).AbsolutePath.Trim('/') -replace '/', '-')
$start = Join-Path $PSScriptRoot 'display.ps1'
$arguments = "-NoProfile -ExecutionPolicy Bypass -WindowStyle Hidden -File `"$start`" -WallUrl `"$WallUrl`" -Flags `"$Flags`""
$user = [System.Security.Principal.WindowsIdentity]::GetCurrent().Name
$settings = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -ExecutionTimeLimit ([TimeSpan]::Zero) -MultipleInstances IgnoreNew -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
Register-ScheduledTask -Force -TaskName $name `
  -Action (New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $arguments) `
  -Trigger (New-ScheduledTaskTrigger -AtLogOn -User $user) -Settings $settings | Out-Null
Start-ScheduledTask -TaskName $name
Write-Output "Registered and started: $name"
