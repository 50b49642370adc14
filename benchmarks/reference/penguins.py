"""The penguins of config.yml as a plain script of pandas and scikit-learn: penguins.py CSV MODEL."""

import sys

import joblib
import pandas as pd
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

SELECTED = [
    "Species",
    "Island",
    "Culmen Length (mm)",
    "Culmen Depth (mm)",
    "Flipper Length (mm)",
    "Body Mass (g)",
]


def clean(rows):
    for column in rows.select_dtypes("str"):
        rows[column] = rows[column].str.strip()
    rows["Species"] = rows["Species"].str.replace(" .*", "", regex=True)
    return rows[SELECTED]


def main(csv, folder):
    rows = clean(pd.read_csv(csv))
    train, test = train_test_split(rows, test_size=0.2, stratify=rows["Species"], random_state=42)

    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    prepare = make_column_transformer(
        (numbers, make_column_selector(dtype_include="number")),
        (OneHotEncoder(handle_unknown="ignore"), ["Island"]),
    )
    model = make_pipeline(prepare, LogisticRegression())
    model.fit(train.drop(columns="Species"), train["Species"])

    predicted = model.predict(test.drop(columns="Species"))
    print(confusion_matrix(test["Species"], predicted))
    print(f"accuracy = {accuracy_score(test['Species'], predicted):.4f}")
    joblib.dump(model, folder)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
