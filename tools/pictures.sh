#!/bin/sh
# pictures.sh COSUB DIR: makes the pictures of the screen that README and the
# manual show, each as text and as SVG for a dark and a light background, in DIR.
set -eu
cosub=$1
out=$2
mkdir -p "$out"

picture() { # NAME SIZE LESSON KEYS
	"$cosub" dump --size "$2" --keys "$4" "scenarios/$3.py" >"$out/$1.txt"
	for theme in dark light; do
		"$cosub" dump --svg --theme=$theme --size "$2" --keys "$4" "scenarios/$3.py" \
			>"$out/$1-$theme.svg"
	done
}

picture locals 80x24 01-locals-that-stay '}PP<Tab>NN<Tab>'
picture ladder 80x24 03-producer-and-consumer 't]]]]]]]]]]]]]]'
picture peers 120x36 36-ping-and-pong ']]]]]]]'
picture tasks 120x36 45-one-clock-three-waiters ']]]]]]]]]]]]]]'
