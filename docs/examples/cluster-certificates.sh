#!/bin/sh
# Certificates for a cluster, once: sh cluster-certificates.sh FOLDER
#
# FOLDER gets one certificate for scheduler, workers and clients, the authority that has signed it, and dask's settings
# for both. Whoever is to take part gets a copy of the folder at the same path, and says where it is:
# export DASK_CONFIG=FOLDER
#
# On Windows in the shell of Git, and in a folder of your own, such as one in Documents: there a file can be read by
# whoever can read its folder.
set -eu
umask 077
mkdir -p "$1"
cd "$1"
# There paths have a drive, and what begins with a slash is none.
folder=$(pwd -W 2> /dev/null || pwd)
export MSYS_NO_PATHCONV=1
quoted=$(printf %s "$folder" | sed "s/'/''/g")
new_key="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
# shellcheck disable=SC2086
openssl req -x509 $new_key -days 730 -subj /CN=crossearth-cluster -keyout authority-key.pem -out authority.pem
# shellcheck disable=SC2086
openssl req $new_key -subj /CN=crossearth -keyout key.pem -out request.pem
openssl x509 -req -in request.pem -CA authority.pem -CAkey authority-key.pem -CAcreateserial -days 730 -out cert.pem
# Nobody is to get another one: to let somebody out, make all anew.
rm -f request.pem authority-key.pem authority.srl
cat > distributed.yaml <<END
distributed:
  comm:
    require-encryption: true
    default-scheme: tls
    tls:
      ca-file: '$quoted/authority.pem'
      scheduler: {cert: '$quoted/cert.pem', key: '$quoted/key.pem'}
      worker: {cert: '$quoted/cert.pem', key: '$quoted/key.pem'}
      client: {cert: '$quoted/cert.pem', key: '$quoted/key.pem'}
END
