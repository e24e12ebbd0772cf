BLANKS = "".join(c for c in map(chr, range(0x3001)) if c.isspace() and c not in "\x85\xa0\u2007\u202f")
MISSING = {"", "na", "n/a", "nan", "null", "none", "?", "-", "#n/a", "nil"}
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
csv.field_size_limit(4000)


def given():
    """The text of the file that the lab was given, and of no other: UTF-8, or Latin-1 where it is no UTF-8."""
    file = pathlib.Path(FILE)
    if not file.is_file():
        raise SystemExit(f"There is no file {FILE} here: put the one there that the lab was given, or say in FILE where it is.")
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest()[: len(KEY)] != KEY:
        raise SystemExit(f"{FILE} is not the file that the lab was given: its content has another SHA-256.")
    content = content[3:] if content.startswith(b"\xef\xbb\xbf") else content
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def cells_of(text, delimiter):
    """Row by row the cells, without blanks around them; blank lines are passed over."""
    width = None
    lines = itertools.chain(io.StringIO(text, newline=""), ['"'])  # which closes a quote that is open at the end
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        try:
            row = next(reader)
        except csv.Error as error:
            if str(error) == "unexpected end of data":
                return
            raise
        except StopIteration:
            return
        cells = [cell.strip(BLANKS) for cell in row]
        if not any(cells) and (len(cells) < 2 or len(cells) != width):
            continue
        if width not in (None, len(cells)) or len(cells) > 1000:
            raise csv.Error(f"a row of {len(cells)} cells")
        width = len(cells)
        yield cells


def number(cell, comma):
    """The number in a cell, None if it is none; 1,234 is 1.234 or none."""
    if len(cell) > 40 or comma and "." in cell:
        return None
    plain = cell.replace(",", ".") if comma else cell
    return float(plain) if NUMBER.fullmatch(plain) else None


def guessed_delimiter(text):
    """Which cuts the first hundred rows all alike, or else the first of them into the most cells."""
    best, most = ",", 1
    for delimiter in "\t;,":
        width, alike = 0, True
        try:
            for row in itertools.islice(cells_of(text, delimiter), 100):
                width = len(row)
        except csv.Error:
            alike = False
        if alike and width > 1:
            return delimiter
        if width > most:
            best, most = delimiter, width
    return best


def guessed_header(rows, comma):
    """A first row without a number, while others have some, or without what comes again in its column."""
    first, others = rows[0], rows[1:]
    if not others or any(number(cell, comma) is not None for cell in first):
        return False
    if any(number(cell, comma) is not None for row in others for cell in row):
        return True
    return all(first[i] not in {row[i] for row in others} for i in range(len(first)))


def layout(text):
    """How the file is written down; what was not said is guessed as the lab does."""
    delimiter = DELIMITER or guessed_delimiter(text)
    rows = list(itertools.islice(cells_of(text, delimiter), 100))
    comma, header = DECIMAL_COMMA, HEADER
    if comma is None:
        cells = [cell for row in rows for cell in row]
        commas, points = (sum(mark in c and number(c, mark == ",") is not None for c in cells) for mark in ",.")
        comma = delimiter != "," and commas > points
    return delimiter, comma, guessed_header(rows, comma) if header is None else header


def names_of(cells):
    """Names of columns: short, told apart, and each something."""
    names = []
    for i, cell in enumerate(cells):
        plain = re.sub(r"[\x00-\x1f\x7f]", " ", re.sub(r"[ \t\n\x0b\f\r]+", " ", cell))
        plain = plain[:60] + "\u2026" if len(plain) > 60 else plain
        base = name = plain if plain.strip(BLANKS) else f"column {i + 1}"
        again = 2
        while name in names:
            name, again = f"{base} ({again})", again + 1
        names.append(name)
    return names


def column(cells, comma, most):
    """Numbers with nan where one is missing, else categories with None; None for what is constant, empty or free text."""
    read = {cell: number(cell, comma) for cell in cells if cell.lower() not in MISSING}
    different = {cell if value is None else (value.hex(),) for cell, value in read.items()}
    if len(different) < 2:
        return None
    if None not in read.values():
        return np.array([read.get(cell, np.nan) for cell in cells])
    return None if len(different) > most else np.array([cell if cell in read else None for cell in cells], dtype=object)


def is_missing(values):
    return np.isnan(values) if values.dtype == float else np.array([value is None for value in values])


def split(rows):
    """Rows that train, and rows that test, by the lab's generator; each in the order of the file."""
    order, random = list(rows), ${split}
    for i in range(len(order) - 1, 0, -1):
        j = random.below(i + 1)
        order[i], order[j] = order[j], order[i]
    tests = math.floor(TEST * len(order) + 0.5)
    return sorted(order[tests:])[:ROWS], sorted(order[:tests])


def by_letters(text):
    """The lab's order of texts, which is Java's: by their letters in UTF-16."""
    return text.encode("utf-16-be", "surrogatepass")


def scaled(x, train):
    """With mean 0 and deviation 1 on the first rows, those that train; None where it is the same in all of them."""
    first = x[:train]
    return (x - first.mean()) / first.std() if first.min() < first.max() else None


def filled(x, train):
    """Numbers, the mean of what trains where one is missing."""
    there = x[:train][~np.isnan(x[:train])]
    return np.where(np.isnan(x), there.mean() if len(there) else 0.0, x)


def categories(x, train):
    """A feature of 0 and 1 for each category that occurs in training, the most frequent where one is missing; or None."""
    seen = collections.Counter(value for value in x[:train] if value is not None)
    names = sorted(seen, key=by_letters)
    if len(names) < 2:
        return None
    usual, places = max(names, key=seen.get), {name: place for place, name in enumerate(names)}
    hot = np.zeros((len(x), len(names)))
    for row, value in enumerate(x):
        if (value or usual) in places:
            hot[row, places[value or usual]] = 1
    return hot


def own_data():
    """Features and targets of the rows that train, those of the rows that test, and how many columns the features are of."""
    text = given()
    delimiter, comma, header = layout(text)
    rows = list(cells_of(text, delimiter))
    names = names_of(rows.pop(0) if header else [""] * len(rows[0]))
    most = min(1000, 100000 // len(names))
    columns = [column(cells, comma, most) for cells in zip(*rows)]
    if TARGET not in names or columns[names.index(TARGET)] is None:
        raise SystemExit("The column to be predicted is not there, or there is nothing to tell: " + TARGET)
    target = columns.pop(names.index(TARGET))
    columns = [each for each in columns if each is not None]
    gone = is_missing(target)
    for each in [] if FILL else columns:
        gone = gone | is_missing(each)
    train, test = split(np.flatnonzero(~gone).tolist())
    if len(train) < ROWS:
        raise SystemExit(f"Only {len(train)} rows are there to train on, and ROWS is {ROWS}.")
    used, n = train + test, len(train)
    numbers = [scaled(filled(each[used], n), n) for each in columns if each.dtype == float]
    groups = [categories(each[used], n) for each in columns if each.dtype == object]
    features = [each[:, None] for each in numbers if each is not None] + [each for each in groups if each is not None]
    y = target[used]
    if CLASSES:
        names = sorted(set(y), key=None if y.dtype == float else by_letters)
        places = {name: place for place, name in enumerate(names)}
        y = np.array([places[name] for name in y])
    else:
        y = scaled(y, n)
    X = np.hstack(features)
    return X[:n], y[:n], X[n:], y[n:], len(features)
