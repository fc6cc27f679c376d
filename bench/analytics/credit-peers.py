"""The peers of bench/analytics/credit.ts: scikit-learn on the same rows, columns and folds.

    python3 -m venv PLACE && PLACE/bin/pip install scikit-learn==1.9.1
    PLACE/bin/python bench/analytics/credit-peers.py DATA_FOLDER > bench/analytics/credit-peers.json

Row i is in fold i % 5. Nothing is tuned: each model is scikit-learn's default, but for 200 trees of the forest and the
iterations that a logistic regression needs to settle. Columns that tell of sex, age, marriage or nationality are left out.
"""
import csv, gzip, json, sys
import numpy as np
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, QuantileTransformer, StandardScaler

folder = sys.argv[1]
PROTECTED = {"german": [8, 12, 19], "taiwan": [1, 3, 4]}


def german(keep_all):
    rows = [line.split() for line in gzip.open(f"{folder}/credit/german_statlog.data.gz", "rt") if line.strip()]
    columns = [c for c in range(20) if keep_all or c not in PROTECTED["german"]]
    category = [rows[0][c].startswith("A") for c in columns]
    # A code such as A34 becomes its number without the A: its order is the list's, mostly from worse to better.
    X = np.array([[float(row[c].lstrip("A")) for c in columns] for row in rows])
    return X, np.array([row[20] == "2" for row in rows], dtype=int), category


def taiwan(keep_all):
    rows = list(csv.reader(gzip.open(f"{folder}/credit/taiwan_default.csv.gz", "rt")))[1:]
    columns = [c for c in range(1, 24) if keep_all or c - 1 not in PROTECTED["taiwan"]]
    X = np.array([[float(row[c]) for c in columns] for row in rows])
    return X, np.array([int(row[24]) for row in rows]), [c in (2, 3, 4) for c in columns]


def polish(years):
    lines = gzip.open(f"{folder}/credit/polish_bankruptcy_{years}year.arff.gz", "rt").read().splitlines()
    rows = [line.split(",") for line in lines if line and not line.startswith("@")]
    X = np.array([[np.nan if cell == "?" else float(cell) for cell in row[:64]] for row in rows])
    return X, np.array([int(row[64]) for row in rows]), [False] * 64


def our_ratios():
    """The twelve attributes that subgraphs/analytics/src/credit/ratios.ts names, in its order, of companies with all of them."""
    X, y, category = polish(5)
    X = X[:, [n - 1 for n in (1, 2, 4, 6, 9, 21, 23, 26, 30, 40, 44, 62)]]
    whole = ~np.isnan(X).any(axis=1)
    return X[whole], y[whole], category[:12]


def models(category):
    numbers = [i for i, is_category in enumerate(category) if not is_category]
    texts = [i for i, is_category in enumerate(category) if is_category]
    prepare = lambda scale: make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), scale), numbers),
        (OneHotEncoder(handle_unknown="ignore"), texts))
    return {
        "LR": make_pipeline(prepare(StandardScaler()), LogisticRegression(max_iter=5000)),
        "LR on ranks": make_pipeline(
            prepare(QuantileTransformer(output_distribution="normal", n_quantiles=500, random_state=0)),
            LogisticRegression(max_iter=5000)),
        "random forest": make_pipeline(
            SimpleImputer(strategy="median"), RandomForestClassifier(200, random_state=0)),
        "HistGB": HistGradientBoostingClassifier(random_state=0),
    }


def calibration_error(y, p, bins=10):
    """Expected calibration error over ten bins of equal count."""
    parts = np.array_split(np.argsort(p, kind="stable"), bins)
    return sum(len(part) * abs(y[part].mean() - p[part].mean()) for part in parts) / len(y)


def measure(model, X, y):
    folds, predicted = np.arange(len(y)) % 5, np.zeros(len(y))
    aucs = []
    for fold in range(5):
        train, test = folds != fold, folds == fold
        predicted[test] = model.fit(X[train], y[train]).predict_proba(X[test])[:, 1]
        aucs.append(roc_auc_score(y[test], predicted[test]))
    return {"auc": round(float(np.mean(aucs)), 4), "brier": round(float(brier_score_loss(y, predicted)), 5),
            "ece": round(float(calibration_error(y, predicted)), 4)}


sets = {
    "german, all columns": lambda: german(True), "german": lambda: german(False),
    "taiwan, all columns": lambda: taiwan(True), "taiwan": lambda: taiwan(False),
    "polish, our ratios": our_ratios,
    "polish, one year ahead": lambda: polish(5), "polish, five years ahead": lambda: polish(1),
}
# As the product has it: ratios.ts says of each whether more of it is more risk.
RISK = [-1, 1, -1, -1, 0, 0, -1, -1, 1, -1, 1, 1]
result = {}
for name, read in sets.items():
    X, y, category = read()
    result[name] = {"rows": len(y), "bad": int(y.sum())}
    peers = models(category)
    if name == "polish, our ratios":
        peers["HistGB, monotone"] = HistGradientBoostingClassifier(random_state=0, monotonic_cst=RISK)
    for peer, model in peers.items():
        result[name][peer] = measure(model, X, y)
        print(name, peer, result[name][peer], file=sys.stderr, flush=True)
json.dump(result, sys.stdout, indent=2)
print()
