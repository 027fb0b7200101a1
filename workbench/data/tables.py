"""Four classic tables of measurements: flowers, wines, tumours and patients. Each row is one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.bundled import read_numbers
from workbench.data.dataset import DataSet, Table, Task, label_columns, label_fields


class Measurements(DataSet, frozen=True):
    """A bundled table of features with the class in the last column; line one of its file counts both."""

    task: ClassVar[Task] = Task.CLASSIFICATION
    file: ClassVar[str]
    features: ClassVar[tuple[str, ...]]
    classes: ClassVar[tuple[str, ...]]

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` and ``label``; with two classes also ``target`` (0 or 1) and ``sign`` (-1 or +1)."""
        return {"features": TensorSpec.of(Kind.FEATURES, len(self.features)), **label_fields(len(self.classes))}

    def class_names(self) -> tuple[str, ...]:
        """Return the name of each class."""
        return self.classes

    def feature_names(self) -> tuple[str, ...]:
        """Return the name of each measurement."""
        return self.features

    def load(self, seed: int = 0) -> Table:
        """Return the measurements in their own units."""
        numbers = read_numbers(self.file, skip=1)
        return Table(
            {
                "features": np.ascontiguousarray(numbers[:, :-1], dtype=np.float32),
                **label_columns(numbers[:, -1].astype(np.int64), len(self.classes)),
            }
        )


class Iris(Measurements, frozen=True):
    """Three kinds of iris flower, told apart by their leaves."""

    name: ClassVar[str] = "iris"
    title: ClassVar[str] = mark("Iris flowers")
    chinese: ClassVar[str] = "鸢尾花"
    paragraph: ClassVar[str] = mark(
        "150 flowers, 50 of each of three kinds of iris, with the length and width of sepal and petal in "
        "centimetres. One kind can be told apart by a straight line, the other two overlap. From R. A. Fisher, The "
        "use of multiple measurements in taxonomic problems, 1936; UCI Machine Learning Repository, licence CC BY "
        "4.0; the file comes with scikit-learn."
    )
    source: ClassVar[str] = "https://archive.ics.uci.edu/dataset/53/iris"
    file: ClassVar[str] = "iris.csv"
    features: ClassVar[tuple[str, ...]] = (
        mark("sepal length (cm)"),
        mark("sepal width (cm)"),
        mark("petal length (cm)"),
        mark("petal width (cm)"),
    )
    classes: ClassVar[tuple[str, ...]] = (mark("setosa"), mark("versicolor"), mark("virginica"))


class Wine(Measurements, frozen=True):
    """Three Italian wine growers, told apart by the chemistry of their wine."""

    name: ClassVar[str] = "wine"
    title: ClassVar[str] = mark("Wine")
    chinese: ClassVar[str] = "葡萄酒"
    paragraph: ClassVar[str] = mark(
        "178 wines from one region of Italy, by three growers (59, 71 and 48 wines), with 13 chemical measurements "
        "each. The measurements have very different sizes, so scaling them matters. From S. Aeberhard and M. "
        "Forina, Wine, UCI Machine Learning Repository, 1991, licence CC BY 4.0; the file comes with scikit-learn."
    )
    source: ClassVar[str] = "https://archive.ics.uci.edu/dataset/109/wine"
    file: ClassVar[str] = "wine_data.csv"
    features: ClassVar[tuple[str, ...]] = (
        mark("alcohol"),
        mark("malic acid"),
        mark("ash"),
        mark("alcalinity of ash"),
        mark("magnesium"),
        mark("total phenols"),
        mark("flavanoids"),
        mark("nonflavanoid phenols"),
        mark("proanthocyanins"),
        mark("colour intensity"),
        mark("hue"),
        mark("OD280/OD315 of diluted wines"),
        mark("proline"),
    )
    classes: ClassVar[tuple[str, ...]] = (mark("grower 1"), mark("grower 2"), mark("grower 3"))


class BreastCancer(Measurements, frozen=True):
    """Malignant and benign tumours, told apart by the cell nuclei in a microscope image."""

    name: ClassVar[str] = "breast_cancer"
    title: ClassVar[str] = mark("Breast cancer")
    chinese: ClassVar[str] = "乳腺癌"
    paragraph: ClassVar[str] = mark(
        "569 tumours, 212 malignant and 357 benign. Ten properties of the cell nuclei in a microscope image, each "
        "as mean, standard error and worst value, make 30 features. From W. Wolberg, O. Mangasarian, N. Street and "
        "W. Street, Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository, 1995, licence CC BY 4.0;"
        " the file comes with scikit-learn."
    )
    source: ClassVar[str] = "https://archive.ics.uci.edu/dataset/17/breast+cancer+wisconsin+diagnostic"
    file: ClassVar[str] = "breast_cancer.csv"
    features: ClassVar[tuple[str, ...]] = (
        mark("mean radius"),
        mark("mean texture"),
        mark("mean perimeter"),
        mark("mean area"),
        mark("mean smoothness"),
        mark("mean compactness"),
        mark("mean concavity"),
        mark("mean concave points"),
        mark("mean symmetry"),
        mark("mean fractal dimension"),
        mark("radius error"),
        mark("texture error"),
        mark("perimeter error"),
        mark("area error"),
        mark("smoothness error"),
        mark("compactness error"),
        mark("concavity error"),
        mark("concave points error"),
        mark("symmetry error"),
        mark("fractal dimension error"),
        mark("worst radius"),
        mark("worst texture"),
        mark("worst perimeter"),
        mark("worst area"),
        mark("worst smoothness"),
        mark("worst compactness"),
        mark("worst concavity"),
        mark("worst concave points"),
        mark("worst symmetry"),
        mark("worst fractal dimension"),
    )
    classes: ClassVar[tuple[str, ...]] = (mark("malignant"), mark("benign"))


class Diabetes(DataSet, frozen=True):
    """How far diabetes has gone a year later, from ten measurements today."""

    name: ClassVar[str] = "diabetes"
    title: ClassVar[str] = mark("Diabetes progression")
    chinese: ClassVar[str] = "糖尿病进展"
    paragraph: ClassVar[str] = mark(
        "442 patients with age, sex, body mass index, blood pressure and six blood values. The target is a measure "
        "of how far the disease has gone one year later, from 25 to 346. Much of it cannot be known from these ten "
        "numbers: a straight-line fit is off by about 45 points on average. From B. Efron, T. Hastie, I. Johnstone "
        "and R. Tibshirani, Least Angle Regression, Annals of Statistics, 2004; no licence is stated, it is used "
        "freely for teaching; the file comes with scikit-learn."
    )
    source: ClassVar[str] = "https://www4.stat.ncsu.edu/~boos/var.select/diabetes.html"
    task: ClassVar[Task] = Task.REGRESSION
    target_unit: ClassVar[str] = mark("points of progression")
    features: ClassVar[tuple[str, ...]] = (
        mark("age (years)"),
        mark("sex"),
        mark("body mass index"),
        mark("mean blood pressure"),
        mark("total cholesterol"),
        mark("LDL cholesterol"),
        mark("HDL cholesterol"),
        mark("total cholesterol / HDL"),
        mark("log of triglycerides"),
        mark("blood sugar"),
    )

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` (10) and ``target`` (1)."""
        return {
            "features": TensorSpec.of(Kind.FEATURES, len(self.features)),
            "target": TensorSpec.of(Kind.FEATURES, 1),
        }

    def feature_names(self) -> tuple[str, ...]:
        """Return the name of each measurement."""
        return self.features

    def load(self, seed: int = 0) -> Table:
        """Return the measurements and the target in their own units."""
        return Table(
            {
                "features": np.ascontiguousarray(
                    read_numbers("diabetes_data_raw.csv.gz", delimiter=None), dtype=np.float32
                ),
                "target": np.ascontiguousarray(
                    read_numbers("diabetes_target.csv.gz", delimiter=None), dtype=np.float32
                ),
            }
        )
