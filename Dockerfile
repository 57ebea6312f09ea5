FROM python:3.11-slim-bookworm

ENV PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore PYTHONDONTWRITEBYTECODE=1
WORKDIR /app

# The pins change less often than the code: their layer is kept.
COPY requirements/install.txt requirements/install.txt
RUN pip install --require-hashes --requirement requirements/install.txt

COPY pyproject.toml LICENSE ./
COPY graph graph
COPY schema schema
COPY resolvers resolvers
COPY seeds seeds
COPY server server
RUN pip install --no-deps --no-build-isolation .

# Where a network in SQLite lives, for those who run the image without Neo4j: mount a volume there.
RUN useradd --system --uid 10001 --no-create-home korte-lijnen && install -d -o korte-lijnen /var/lib/korte-lijnen
WORKDIR /var/lib/korte-lijnen
USER 10001

EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
CMD ["korte-lijnen", "serve", "--host", "0.0.0.0", "--port", "8000"]
