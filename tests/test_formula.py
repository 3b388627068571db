"""Formulas in MathML become TeX."""

import pytest
from lxml import etree

from reader.readability.cutting.formula import tex_of


@pytest.mark.parametrize(
    ("markup", "tex"),
    [
        ('<math alttext="{\\displaystyle x^{2}}"><mi>x</mi></math>', "x^{2}"),
        ("<math><semantics><mi>x</mi><annotation>x_{1}</annotation></semantics></math>", "x_{1}"),
        ("<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>", r"\frac{a}{b+1}"),
        ("<math><msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot></math>", r"\sqrt{x}\sqrt[3]{y}"),
        ("<math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msub><mi>a</mi><mi>i</mi></msub></math>",
         r"\sum_{i}^{n}a_{i}"),
    ],
)  # fmt: skip
def test_mathml_becomes_tex(markup: str, tex: str) -> None:
    assert tex_of(etree.fromstring(markup)) == tex
