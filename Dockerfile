# Any Python from 3.11 up on a Debian base will do: --build-arg BASE=...
ARG BASE=python:3.13-slim-bookworm

FROM ${BASE} AS build
WORKDIR /src
COPY requirements requirements
RUN python3 -m venv /build \
 && /build/bin/pip install --no-cache-dir --require-hashes -r requirements/build.lock \
 && python3 -m venv /opt/kipbot \
 && /opt/kipbot/bin/pip install --no-cache-dir --require-hashes -r requirements/run.lock
COPY . .
RUN /build/bin/python -m hatchling build --target wheel \
 && /opt/kipbot/bin/pip install --no-cache-dir --no-deps dist/*.whl \
 && /opt/kipbot/bin/pip uninstall --yes pip

FROM ${BASE}
LABEL org.opencontainers.image.title="kipbot" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --uid 10001 --user-group --no-log-init --create-home --home-dir /srv/kipbot --shell /usr/sbin/nologin kipbot
COPY --from=build /opt/kipbot /opt/kipbot
ENV PATH=/opt/kipbot/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /srv/kipbot
ENTRYPOINT ["kipbot"]
CMD ["--help"]
