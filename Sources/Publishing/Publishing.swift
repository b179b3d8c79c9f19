import Manuscript
