"""Words that are no digits: those of the training, and others to measure on."""

_TRAINING = """
    alpha bravo charlie delta echo foxtrot hotel india juliet kilo lima mike november oscar papa
    quebec romeo sierra tango uniform victor whiskey yankee zulu
    a b c d e f g h i j k l m n o p q r s t u v w x y z
    yes no please thanks morning evening stop go start left right up down off open close door table
    chair coffee tea milk bread apple red blue yellow black white dog cat bird horse house tree
    river mountain sun moon star rain snow wind fire light dark big small hot cold fast slow happy
    sad man woman child mother father friend school book pencil computer phone eleven twelve
    thirteen twenty hundred thousand monday tuesday wednesday thursday friday saturday sunday
    january march april june july august october song play pause next back again sick fish wife
    life line mine fly sky heaven weather more run fun fine late hay say ray see key knee shoe new
    you who the and with into about over between under because people number maybe never always
    letter question answer language picture machine brain memory gate network learning teacher
    student summer winter garden kitchen bottle finger shoulder market village island ocean
    silver copper doctor lawyer travel ticket station airport hospital engine pepper sugar butter
    cheese cherry lemon potato tomato carrot onion pasta wood stone glass metal cotton leather
    circle square corner middle early quick quiet noisy heavy empty perfect strange simple private
    public modern ancient nothing something everything someone everywhere hundredth seventy forty
"""
TRAINING_WORDS = tuple(_TRAINING.split())
_UNHEARD = """
    water window music green orange paper tomorrow elephant guitar banana yesterday bicycle umbrella
    chocolate holiday newspaper violin dolphin blanket rocket
"""
UNHEARD_WORDS = tuple(_UNHEARD.split())
_PROMPTS = """
    hello goodbye sorry time hours minutes seconds extension location disabled cancelled activated
    vm-password vm-message vm-Family vm-Friends vm-Urgent vm-first vm-press enabled removed added
    calling vm-received lowercase uppercase
"""
UNHEARD_PROMPTS = tuple(_PROMPTS.split())
"""Names of files."""
