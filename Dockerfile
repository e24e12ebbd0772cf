# Builds the application as ./lab does, then keeps only it and a Java runtime of the modules that it needs.
#   docker build -t descentlab .
#   docker run -p 8080:8080 -v descentlab:/data --read-only --tmpfs /tmp descentlab

FROM node:24-slim AS node

FROM maven:3.9-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
WORKDIR /src
COPY . .
RUN ./lab build
# jdk.jcmd is for whoever looks into a running one. The second base archive is for heaps over 32 GB.
RUN modules=$(jdeps --ignore-missing-deps -q --multi-release 25 --print-module-deps \
        --class-path 'target/app/lib/*' target/app/descent-lab.jar target/app/lib/*.jar | tail -n 1) \
    && jlink --add-modules "$modules,jdk.jcmd" --compress=zip-6 --no-header-files --no-man-pages \
        --generate-cds-archive --output target/runtime \
    && rm target/runtime/lib/server/classes_nocoops.jsa

# The system: the Debian under Node, without Node.
FROM node AS system
RUN rm -rf /usr/local/bin/* /usr/local/lib/node_modules /usr/local/include /opt/* \
    && useradd --system --home-dir /data --shell /usr/sbin/nologin descentlab \
    && install -d -o descentlab -g descentlab -m 700 /data

FROM scratch
COPY --from=system / /
COPY --from=build /src/target/runtime /opt/java
COPY --from=build /src/target/app /app
# Before anybody's port, volume or user is known, the application starts once, here, so that the archive of its classes fits
# this very runtime and the first start is as quick as all others.
RUN ["/bin/bash", "/app/archive.sh", "/opt/java/bin/java"]
USER descentlab
ENV PORT=8080 DESCENTLAB_HOME=/data PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/bin/bash", "/app/healthy.sh"]
ENTRYPOINT ["/opt/java/bin/java", "@/app/java.args", "-XX:SharedArchiveFile=/app/classes.jsa", "-XX:MaxRAMPercentage=75", \
    "-jar", "/app/descent-lab.jar"]
