"""Prints, as JSON, every run that MLflow finds in mlflow.db of the current folder, as the client and search_runs tell it."""
import json
import sys

import mlflow
from mlflow import MlflowClient

if mlflow.__version__.startswith("2."):  # newer releases look into mlflow.db by themselves
    mlflow.set_tracking_uri("sqlite:///mlflow.db")
client = MlflowClient()


def artifacts(run, path=None):
    found = {}
    for item in client.list_artifacts(run, path):
        if item.is_dir:
            found.update(artifacts(run, item.path))
        else:
            local = mlflow.artifacts.download_artifacts(run_id=run, artifact_path=item.path)
            with open(local, encoding="utf-8") as content:
                found[item.path] = content.read()
    return found


def describe(run):
    info, data = run.info, run.data
    return {
        "id": info.run_id,
        "status": info.status,
        "start": info.start_time,
        "end": info.end_time,
        "user": info.user_id,
        "params": data.params,
        "metrics": {key: repr(value) for key, value in data.metrics.items()},
        "history": {
            key: [[point.timestamp, repr(point.value), point.step] for point in client.get_metric_history(info.run_id, key)]
            for key in data.metrics
        },
        "tags": data.tags,
        "inputs": [
            {
                "name": one.dataset.name,
                "digest": one.dataset.digest,
                "type": one.dataset.source_type,
                "source": json.loads(one.dataset.source),
                "tags": {tag.key: tag.value for tag in one.tags},
            }
            for one in run.inputs.dataset_inputs
        ],
        "artifacts": artifacts(info.run_id),
    }


experiments = {one.experiment_id: one.name for one in client.search_experiments()}
runs = {one.info.run_name: describe(one) for one in client.search_runs(list(experiments))}
table = mlflow.search_runs(search_all_experiments=True)
json.dump(
    {
        "version": mlflow.__version__,
        "experiments": sorted(experiments.values()),
        "runs": runs,
        "table": {row["run_id"]: row["status"] for row in table.to_dict("records")},
        "found": {
            "params": [run.info.run_name for run in client.search_runs(list(experiments), "params.`lr` = '0.1'")],
            "metrics": [run.info.run_name for run in client.search_runs(list(experiments), "metrics.`acc` > 0.9")],
        },
    },
    sys.stdout,
)
