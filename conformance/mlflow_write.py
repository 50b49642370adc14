"""Writes runs with MLflow itself into mlflow.db of the current folder: mlflow_write.py EXPERIMENT NAME COUNT."""
import sys

import mlflow

experiment, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
mlflow.set_tracking_uri("sqlite:///mlflow.db")
mlflow.set_experiment(experiment)
for number in range(count):
    with mlflow.start_run(run_name=f"{name}{number}"):
        mlflow.log_params({"lr": 0.5, "text": "zażółć"})
        for step in range(5):
            mlflow.log_metric("loss", 1 / (step + 1), step=step)
        mlflow.set_tag("stage", "python")
        mlflow.log_text("hello\n", "notes/readme.txt")
