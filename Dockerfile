# syntax=docker/dockerfile:1
# docker build -t rapporteur .
# docker run --rm --init -v "$PWD:/work" rapporteur check
FROM node:22-alpine AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run prepare && npm pack --ignore-scripts --silent --pack-destination /tmp
# The package is bundled: unpacked, it runs with nothing beside it.
RUN mkdir /rapporteur && tar -xzf /tmp/rapporteur-*.tgz --strip-components=1 -C /rapporteur

FROM node:22-alpine
LABEL org.opencontainers.image.title="Rapporteur" \
      org.opencontainers.image.description="Checks tagged people, places, agreements and promises in policy briefs." \
      org.opencontainers.image.licenses="MIT"
# git tells what has changed (--since). Whoever owns the folder that is mounted, it may be read.
RUN apk add --no-cache git && git config --system --add safe.directory /work
COPY --from=build /rapporteur /usr/local/lib/rapporteur
RUN chmod 755 /usr/local/lib/rapporteur/dist/cli.js \
 && ln -s /usr/local/lib/rapporteur/dist/cli.js /usr/local/bin/rapporteur
# A user without a home of its own (docker run --user) can keep a cache as well.
ENV XDG_CACHE_HOME=/tmp/cache
USER node
WORKDIR /work
ENTRYPOINT ["rapporteur"]
CMD ["check"]
