@echo off
rem Lets Explorer open exchange files with the program that lies beside this file, for the user
rem who runs it and without an administrator's rights. "off" takes it back.
setlocal disabledelayedexpansion
set "program=%~dp0tehran1404.exe"
set classes=HKCU\Software\Classes
set kind=Tehran1404.Exchange
rem Put in late, so that nothing in the path is read as a command.
setlocal enabledelayedexpansion
if /i "%~1"=="off" goto off
reg add %classes%\.tehran1404 /ve /d %kind% /f >nul
if errorlevel 1 goto failed
reg add %classes%\.tehran1404 /v "Content Type" /d application/x-tehran1404-exchange /f >nul
if errorlevel 1 goto failed
reg add %classes%\%kind% /ve /d "Tehran 1404 exchange file" /f >nul
if errorlevel 1 goto failed
reg add %classes%\%kind%\DefaultIcon /ve /d "\"!program!\",0" /f >nul
if errorlevel 1 goto failed
reg add %classes%\%kind%\shell\open\command /ve /d "\"!program!\" \"%%1\"" /f >nul
if errorlevel 1 goto failed
echo Exchange files now open with !program!
exit /b 0
:off
reg delete %classes%\.tehran1404 /f >nul
if errorlevel 1 goto failed
reg delete %classes%\%kind% /f >nul
if errorlevel 1 goto failed
echo Exchange files no longer open with the program.
exit /b 0
:failed
echo The registry could not be changed.
exit /b 1
