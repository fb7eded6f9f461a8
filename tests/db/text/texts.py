"""Texts as hypothesis imagines them: Persian with all its troubles, and anything at all."""

from hypothesis import strategies as st

_TROUBLES = (
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكىئؤأإآةۀءـ"
    "\u0654\u064b\u0651\u0670\u200c\u200b\u200d\u200e\u200f\u2066\u2069\ufeff\u00a0\u00ad"
    "۰۱۲۳456٧٨٩ \t\n،؛.():«»-_/@ICTaé\ufb8a\ufdf2\ufefb😀"
)
persian = st.text(st.sampled_from(_TROUBLES), max_size=60)
texts = persian | st.text(max_size=60)
