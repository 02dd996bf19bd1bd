# Sourced by mvnw and the scripts in deploy/local: sets JAVA_HOME to the newest installed JDK >= 21 and says which.
# A JAVA_HOME that already names such a JDK wins. POSIX sh; works under "set -eu".

jdk_major() { # prints the major version of the JDK in folder $1, or nothing when there is no JDK
  [ -x "$1/bin/javac" ] || return 0
  sed -n 's/^JAVA_VERSION="\{0,1\}\(1\.\)\{0,1\}\([0-9]\{1,\}\).*/\2/p' "$1/release" 2>/dev/null | head -n 1
}

jdk_find() {
  jdk_best_major=0
  jdk_best_home=
  jdk_on_path=$(command -v javac 2>/dev/null || :)
  if [ -n "$jdk_on_path" ]; then
    jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null || :)
    jdk_on_path=${jdk_on_path%/bin/javac}
  fi
  case $- in *f*) jdk_noglob=1 ;; *) jdk_noglob= ;; esac
  set +f
  for jdk_home in "${JAVA_HOME-}" "$jdk_on_path" \
    /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* \
    "${HOME-}"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$jdk_home" ] || continue
    jdk_version=$(jdk_major "$jdk_home")
    [ -n "$jdk_version" ] || continue
    if [ "$jdk_home" = "${JAVA_HOME-}" ] && [ "$jdk_version" -ge 21 ]; then
      jdk_best_major=$jdk_version jdk_best_home=$jdk_home
      break
    fi
    if [ "$jdk_version" -ge 21 ] && [ "$jdk_version" -gt "$jdk_best_major" ]; then
      jdk_best_major=$jdk_version jdk_best_home=$jdk_home
    fi
  done
  [ -z "$jdk_noglob" ] || set -f
  if [ -z "$jdk_best_home" ]; then
    echo "The Integrations Hub needs a JDK 21 or newer: install one (for example 'apt-get install openjdk-21-jdk' or 'sdk install java 25-tem') or set JAVA_HOME to it." >&2
    return 1
  fi
  JAVA_HOME=$jdk_best_home
  export JAVA_HOME
  [ -n "${HUB_JDK_SAID-}" ] || echo "Using JDK $jdk_best_major in $JAVA_HOME" >&2
  HUB_JDK_SAID=1
  export HUB_JDK_SAID
}

jdk_find
