@echo off
rem Starts Wonderlake. Looks for Java 25 or newer in JAVA_HOME, then on the path.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version 2>nul | findstr /r /c:"^[a-z]* 2[5-9]" /c:"^[a-z]* [3-9][0-9]" >nul
if errorlevel 1 (
  echo Wonderlake needs Java 25 or newer. Install a JDK 25 ^(for example Eclipse Temurin^) and set JAVA_HOME to it. 1>&2
  exit /b 2
)
"%JAVA%" --enable-native-access=javafx.graphics,ALL-UNNAMED -Djava.awt.headless=true -Djdk.xml.maxGeneralEntitySizeLimit=0 -Djdk.xml.totalEntitySizeLimit=0 ^
  -Xmx2g "--module-path=%HOME_DIR%\lib\javafx" "--add-modules=@fx.modules@" -cp "%HOME_DIR%\lib\*" io.wonderlake.Main %*
exit /b %errorlevel%
