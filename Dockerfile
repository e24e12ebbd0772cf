# Builds the application as ./lab does, then keeps only it and a Java runtime.
#   docker build -t descentlab . && docker run -p 8080:8080 -v descentlab:/data descentlab

FROM node:24-slim AS node

FROM maven:3.9-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
WORKDIR /src
COPY . .
RUN ./lab build

FROM eclipse-temurin:25-jre
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system descentlab \
    && install -d -o descentlab -g descentlab /data
COPY --from=build /src/target/app /app
USER descentlab
ENV PORT=8080 DESCENTLAB_HOME=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s \
    CMD curl -fsS "http://localhost:$PORT/livez" || exit 1
ENTRYPOINT ["java", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", \
    "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/descent-lab.jar"]
