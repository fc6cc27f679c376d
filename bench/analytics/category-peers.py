"""The peers of bench/analytics/categories.ts: scikit-learn's linear models on the same rows and splits.

    python3 -m venv PLACE && PLACE/bin/pip install scikit-learn==1.7.2
    PLACE/bin/python bench/analytics/category-peers.py DATA_FOLDER [task ...] | npx node bench/analytics/category-peers.ts DATA_FOLDER

Writes a line of JSON for each model of each task: what it says of each text of the test part. category-peers.ts scores it, by the code
that scores ours, and keeps the figures in category-peers.json.

The features are TF-IDF of words and pairs of words, and of character n-grams of 2 to 5 within words that occur twice or more, with
1 + log of the counts. Nothing is tuned here: research on the same tasks had chosen C = 10 of the regression; the support vector machine has
scikit-learn's defaults, 1,000 rounds for each category included, of which it warns that it hasn't converged. The regression has.
"""
import collections, csv, gzip, json, sys, time
import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

folder, *named = sys.argv[1:]
TASKS = ["calderdale-by-time", "calderdale-unseen-merchants", "birmingham-accounts", "london-accounts",
         "harrogate-accounts", "leeds-accounts", "manchester-accounts"]
MODELS = {
    "scikit-learn, logistic regression": lambda: LogisticRegression(C=10, max_iter=5000),
    "scikit-learn, linear SVM": lambda: LinearSVC(dual=True, random_state=0),
}


def read(task):
    lines = gzip.open(f"{folder}/categories/{task}.tsv.gz", "rt", encoding="utf-8", newline="\n")
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    part = lambda split: [(row["description"], row["category"]) for row in rows if row["split"] == split]
    return part("train"), part("test")


def vectors(texts):
    """Fitted to all texts of the training part, each as often as it was bought."""
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit(texts)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2).fit(texts)
    return lambda some: hstack([words.transform(some), characters.transform(some)]).tocsr()


def process_seconds(act):
    begin = time.process_time()
    return act(), time.process_time() - begin


for task in named or TASKS:
    train, test = read(task)
    vectorize, reading = process_seconds(lambda: vectors([text for text, _ in train]))
    # Equal rows are one that weighs as much: the same optimum in a tenth of the time.
    counts = collections.Counter(train)
    rows, labels = vectorize([text for text, _ in counts]), [label for _, label in counts]
    texts = sorted({text for text, _ in test})
    for name, make in MODELS.items():
        fit = lambda: make().fit(rows, labels, sample_weight=list(counts.values()))
        model, training = process_seconds(fit)
        says_chances = hasattr(model, "predict_proba")
        score = model.predict_proba if says_chances else model.decision_function
        scores, predicting = process_seconds(lambda: score(vectorize(texts)))
        print(task, name, f"{training:.0f} s", "rounds:", np.max(model.n_iter_), file=sys.stderr, flush=True)
        said = {text: [float(f"{value:.6g}") for value in row] for text, row in zip(texts, scores)}
        json.dump({"task": task, "name": name, "saysChances": says_chances,
                   "rowsToTrain": len(train), "categories": list(model.classes_),
                   "trainingSeconds": reading + training, "microsecondsEach": predicting / len(texts) * 1e6,
                   "said": said}, sys.stdout)
        print(flush=True)
