#!/bin/sh
# pictures.sh COSUB DIR: makes the pictures of the screen that README and the
# manual show, each as text and as SVG, in DIR.
set -eu
cosub=$1
out=$2
mkdir -p "$out"

picture() { # NAME SIZE LESSON KEYS
	"$cosub" dump --size "$2" --keys "$4" "scenarios/$3.py" >"$out/$1.txt"
	"$cosub" dump --svg --size "$2" --keys "$4" "scenarios/$3.py" >"$out/$1.svg"
}

picture locals 80x24 01-locals-that-stay '}PP<Tab>NN<Tab>'
picture ladder 80x24 03-producer-and-consumer 't]]]]]]]]]]]]]]'
picture peers 120x36 36-ping-and-pong ']]]]]]]'
picture tasks 120x36 45-one-clock-three-waiters ']]]]]]]]]]]]]]'
picture long-run 80x24 75-queens ']]]]]]]]]]]]]]]]]]]]]]]]]]'
picture narrow 60x18 25-a-running-average ']]]]]]]]]'
